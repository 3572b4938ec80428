/**
 * What the host tells a frame about where it stands: the flat legacy context that `getContext` answers, the shape that
 * `contextChange` pushes (teams-js converts the first and not the second), and the placeholders of manifest URLs.
 * Pure.
 */

import type { Channel } from '../../tenant.ts'
import type { HostView, TeamView } from '../view.ts'
import type { Device, Language, Theme } from './place.ts'

export type FrameContext = 'content' | 'settings' | 'task'

/** Everything that one frame's context depends on. */
export interface Scene {
  readonly view: HostView
  readonly frameContext: FrameContext
  readonly entityId: string
  readonly subEntityId: string | null
  readonly team: TeamView | null
  readonly channel: Channel | null
  readonly theme: Theme
  readonly language: Language
  readonly device: Device
  readonly sessionId: string
}

const CLIENT_TYPES = { desktop: 'desktop', phone: 'ios', android: 'android' } as const satisfies Record<Device, string>
const LOCALES = { en: 'en-gb', cy: 'cy-gb' } as const satisfies Record<Language, string>
const CHANNEL_TYPES = { standard: 'Regular', private: 'Private', shared: 'Shared' } as const
/** teams-js' `UserTeamRole`. */
const TEAM_ROLES = { owner: 0, member: 1, guest: 2 } as const

export function clientType(device: Device): string {
  return CLIENT_TYPES[device]
}

export function legacyContext(scene: Scene): Record<string, string | number | boolean> {
  const { view, team, channel } = scene
  const { person } = view
  return {
    locale: LOCALES[scene.language],
    theme: scene.theme,
    entityId: scene.entityId,
    ...(scene.subEntityId === null ? {} : { subEntityId: scene.subEntityId }),
    userObjectId: person.objectId,
    userPrincipalName: person.userPrincipalName,
    userDisplayName: person.displayName,
    loginHint: person.userPrincipalName,
    tid: view.tenantId,
    hostName: 'Teams',
    hostClientType: clientType(scene.device),
    frameContext: scene.frameContext,
    sessionId: scene.sessionId,
    appSessionId: scene.sessionId,
    isFullScreen: false,
    isMultiWindow: false,
    ...(team && channel
      ? {
          channelId: channel.id,
          channelName: channel.displayName,
          channelType: CHANNEL_TYPES[channel.membershipType],
          hostTeamGroupId: team.id,
          hostTeamTenantId: view.tenantId,
          teamId: internalId(team),
          teamName: team.displayName,
          groupId: team.id,
          userTeamRole: TEAM_ROLES[team.role],
          isTeamArchived: false,
          teamSiteUrl: `https://${view.siteHost}${team.sitePath}`,
          teamSiteDomain: view.siteHost,
          teamSitePath: team.sitePath,
        }
      : {}),
  }
}

/** As teams-js' `app.Context`. */
export function modernContext(scene: Scene): Record<string, unknown> {
  const flat = legacyContext(scene)
  return {
    app: {
      locale: flat['locale'],
      theme: flat['theme'],
      sessionId: flat['appSessionId'],
      host: { name: flat['hostName'], clientType: flat['hostClientType'], sessionId: flat['sessionId'] },
    },
    page: {
      id: flat['entityId'],
      subPageId: flat['subEntityId'],
      frameContext: flat['frameContext'],
      isFullScreen: false,
      isMultiWindow: false,
    },
    user: {
      id: flat['userObjectId'],
      displayName: flat['userDisplayName'],
      loginHint: flat['loginHint'],
      userPrincipalName: flat['userPrincipalName'],
      tenant: { id: flat['tid'] },
    },
    ...(flat['channelId'] === undefined
      ? {}
      : {
          channel: {
            id: flat['channelId'],
            displayName: flat['channelName'],
            membershipType: flat['channelType'],
            ownerGroupId: flat['hostTeamGroupId'],
            ownerTenantId: flat['hostTeamTenantId'],
          },
          team: {
            internalId: flat['teamId'],
            displayName: flat['teamName'],
            groupId: flat['groupId'],
            userRole: flat['userTeamRole'],
            isArchived: false,
          },
          sharePointSite: {
            teamSiteUrl: flat['teamSiteUrl'],
            teamSiteDomain: flat['teamSiteDomain'],
            teamSitePath: flat['teamSitePath'],
          },
        }),
    dialogParameters: {},
  }
}

/** Fills the placeholders that a manifest's URLs may carry, old spelling (`{theme}`) and new (`{app.theme}`). */
export function fillUrl(template: string, scene: Scene): string {
  const flat = legacyContext(scene)
  return template.replaceAll(/\{([\w.]+)\}/g, (whole, name: string) => {
    const key = MODERN_PLACEHOLDERS[name] ?? name
    if (!KNOWN_PLACEHOLDERS.has(key)) return whole
    return encodeURIComponent(String(flat[key] ?? ''))
  })
}

const MODERN_PLACEHOLDERS: Readonly<Record<string, string>> = {
  'app.locale': 'locale',
  'app.theme': 'theme',
  'app.host.clientType': 'hostClientType',
  'app.host.name': 'hostName',
  'page.id': 'entityId',
  'page.subPageId': 'subEntityId',
  'user.id': 'userObjectId',
  'user.loginHint': 'loginHint',
  'user.userPrincipalName': 'userPrincipalName',
  'user.tenant.id': 'tid',
  'channel.id': 'channelId',
  'channel.displayName': 'channelName',
  'team.internalId': 'teamId',
  'team.groupId': 'groupId',
  'sharePointSite.teamSiteUrl': 'teamSiteUrl',
}

const KNOWN_PLACEHOLDERS: ReadonlySet<string> = new Set([
  'locale',
  'theme',
  'entityId',
  'subEntityId',
  'userObjectId',
  'userPrincipalName',
  'loginHint',
  'tid',
  'hostName',
  'hostClientType',
  'channelId',
  'channelName',
  'teamId',
  'groupId',
  'teamSiteUrl',
  'teamSiteDomain',
  'teamSitePath',
  'sessionId',
])

/** A team's own conversation id is its General channel's. */
function internalId(team: TeamView): string {
  return team.channels[0]?.id ?? team.id
}
