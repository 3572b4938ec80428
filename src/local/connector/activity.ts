/**
 * The activities that Teams sends to a bot, in the shapes it really uses (checked against the types of
 * `@microsoft/teams.api` 2.1 and Microsoft's examples). Pure: ids and times come from outside, nothing is sent here.
 */

import type { Person, Team } from '../tenant.ts'
import { type ChannelPlace, type Roster, threadIn } from './roster.ts'

export interface Activity {
  readonly type: string
  readonly id?: string
  readonly [field: string]: unknown
}

/** Where something is said: to the bot alone, or in a thread of a channel. */
export type Scope =
  | { readonly kind: 'personal'; readonly conversationId: string }
  | { readonly kind: 'channel'; readonly place: ChannelPlace; readonly thread: string }

export interface Sender {
  readonly person: Person
  /** What their Teams is set to just now. */
  readonly locale: string
}

export interface ActivityMaker {
  message(sender: Sender, scope: Scope, id: string, at: number, said: Said): Activity
  invoke(sender: Sender, scope: Scope, id: string, at: number, what: Invoke): Activity
  /** The two that Teams sends when an app comes or goes, in its order. */
  installed(sender: Sender, scope: Scope, id: string, at: number): readonly Activity[]
  removed(sender: Sender, scope: Scope, id: string, at: number): readonly Activity[]
}

export interface Said {
  readonly text?: string
  readonly mentionsBot?: boolean
  /** Data of an `Action.Submit`, with the message whose button it was. */
  readonly value?: unknown
  readonly replyTo?: string
}

export interface Invoke {
  readonly name: 'adaptiveCard/action' | 'task/fetch' | 'task/submit'
  readonly value: unknown
  /** The message that carries the card. */
  readonly replyTo?: string
}

export function createActivityMaker(roster: Roster, serviceUrl: string): ActivityMaker {
  const { tenantId } = roster.tenant
  const tenant = { id: tenantId }

  function base({ person, locale }: Sender, scope: Scope, id: string, at: number) {
    const timestamp = new Date(at).toISOString()
    return {
      id,
      timestamp,
      localTimestamp: timestamp,
      localTimezone: 'Europe/London',
      channelId: 'msteams',
      serviceUrl,
      from: roster.account(person),
      recipient: roster.bot,
      conversation: conversationOf(scope),
      locale,
    }
  }

  function conversationOf(scope: Scope): object {
    return scope.kind === 'personal'
      ? { conversationType: 'personal', tenantId, id: scope.conversationId }
      : {
          isGroup: true,
          conversationType: 'channel',
          tenantId,
          id: threadIn(scope.place.channel.id, scope.thread),
          name: scope.place.channel.displayName,
        }
  }

  function channelData(scope: Scope): Record<string, unknown> {
    if (scope.kind === 'personal') return { tenant }
    const { team, channel } = scope.place
    return {
      teamsChannelId: channel.id,
      teamsTeamId: teamThread(team),
      channel: { id: channel.id, name: channel.displayName, type: channel.membershipType },
      team: { id: teamThread(team), name: team.displayName, aadGroupId: team.id },
      tenant,
    }
  }

  const clientInfo = (locale: string): object => {
    const country = locale.split('-')[1] ?? 'GB'
    return { type: 'clientInfo', locale, country, platform: 'Web', timezone: 'Europe/London' }
  }

  /** Sent for a team, it names the team and carries no thread. */
  function ofTheApp(sender: Sender, scope: Scope, id: string, at: number) {
    const common = { ...base(sender, scope, id, at), channelData: channelData(scope) }
    if (scope.kind === 'personal') return common
    const { channel } = scope.place
    return { ...common, conversation: { isGroup: true, conversationType: 'channel', tenantId, id: channel.id } }
  }

  return {
    message(sender, scope, id, at, said) {
      const { bot } = roster
      const mention = `<at>${bot.name}</at>`
      const text = said.mentionsBot ? said.text?.replace(`@${bot.name}`, mention) : said.text
      return {
        type: 'message',
        ...base(sender, scope, id, at),
        ...(text === undefined ? {} : { text, textFormat: 'plain', attachments: [htmlOf(text)] }),
        entities: [
          ...(said.mentionsBot ? [{ type: 'mention', text: mention, mentioned: { id: bot.id, name: bot.name } }] : []),
          clientInfo(sender.locale),
        ],
        ...(said.value === undefined ? {} : { value: said.value }),
        ...(said.replyTo === undefined ? {} : { replyToId: said.replyTo }),
        channelData:
          said.value === undefined ? channelData(scope) : { ...channelData(scope), source: { name: 'message' } },
      }
    },
    invoke(sender, scope, id, at, { name, value, replyTo }) {
      return {
        type: 'invoke',
        name,
        value,
        ...base(sender, scope, id, at),
        ...(replyTo === undefined ? {} : { replyToId: replyTo }),
        entities: [clientInfo(sender.locale)],
        channelData: {
          ...channelData(scope),
          source: { name: 'message' },
          ...(replyTo === undefined ? {} : { legacy: { replyToId: replyTo } }),
        },
      }
    },
    installed(sender, scope, id, at) {
      const common = ofTheApp(sender, scope, id, at)
      const eventType = scope.kind === 'channel' ? { eventType: 'teamMemberAdded' } : {}
      const selected = scope.kind === 'channel' ? { settings: { selectedChannel: { id: scope.place.channel.id } } } : {}
      return [
        {
          type: 'conversationUpdate',
          ...common,
          id: `f:${id}-members`,
          membersAdded: [{ id: roster.bot.id }],
          channelData: { ...common.channelData, ...eventType },
        },
        {
          type: 'installationUpdate',
          ...common,
          id: `f:${id}-app`,
          action: 'add',
          channelData: { ...common.channelData, ...selected, source: { name: 'message' } },
        },
      ]
    },
    removed(sender, scope, id, at) {
      const common = ofTheApp(sender, scope, id, at)
      return [
        {
          type: 'installationUpdate',
          ...common,
          id: `f:${id}-app`,
          action: 'remove',
          channelData: { ...common.channelData, source: { name: 'message' } },
        },
      ]
    },
  }
}

/** A team's own conversation id is its General channel's. */
function teamThread(team: Team): string {
  return team.channels[0]?.id ?? team.id
}

/** Teams sends what was typed a second time, as HTML. */
function htmlOf(text: string): object {
  const [before = '', ...after] = text.split(/(<at>[^<]*<\/at>)/)
  const escaped = [before, ...after].map((part) =>
    part.startsWith('<at>')
      ? `<span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">${part.slice(4, -5)}</span>`
      : part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  )
  return { contentType: 'text/html', content: `<p>${escaped.join('')}</p>` }
}
