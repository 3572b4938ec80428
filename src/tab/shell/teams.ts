/**
 * The only file that talks to Teams. Hides its client library: the page, person and channel we are shown for, theme and
 * language as they change, loading states, the configuration dialog, dialogs and links to other tabs.
 * Calls to a host have no time-out of their own: what isn't supported is never asked.
 */

import { app, dialog, pages } from '@microsoft/teams-js'
import type { Language } from '../../words/words.ts'
import { TabFault, within } from './fault.ts'

export interface HostState {
  /** As Teams names it: `default`, `dark`, `contrast`. */
  readonly theme: string
  readonly language: Language
  /** What a link asked for inside the page, for example the id of an action. */
  readonly subPage: string | null
}

export interface TeamsHost {
  readonly tenantId: string
  readonly objectId: string
  /** As the directory shows it, where Teams tells. */
  readonly name: string | null
  readonly frame: 'content' | 'settings' | 'task' | 'other'
  /** The team's Microsoft 365 group, and the channel; null outside a channel. */
  readonly channel: { readonly teamId: string; readonly channelId: string; readonly name: string } | null
  /** Display name of the team, and the address of its SharePoint site, where Teams tells them. */
  readonly team: string | null
  readonly siteAddress: string | null
  readonly state: () => HostState
  readonly subscribe: (listener: () => void) => () => void
  /** Something is shown: the host takes its own loading indicator away. */
  showLoaded(): void
  /** The page can be used, or says itself what to do. */
  showReady(): void
  showFailed(reason: 'auth' | 'other', message: string): void
  /** Opens a channel's tab, at a place inside it. False where this host can't. */
  openChannelTab(link: ChannelLink): Promise<boolean>
  readonly settings: TabSettings
  readonly dialogs: Dialogs
}

export interface ChannelLink {
  readonly appId: string
  readonly group: string
  readonly channelId: string
  readonly webUrl: string
  readonly subPage: string | null
}

/** What a dialog of ours tells whoever opened it: the subject that it was about, and that something became of it. */
export interface DialogResult {
  readonly settled: string
}

/** Pages of ours that Teams shows above another one; on a phone each has the whole screen. */
export interface Dialogs {
  /** Resolves when it ends, with what it told; null where it was just closed. False where this host shows none. */
  open(dialog: { readonly address: string; readonly title: string }): Promise<DialogResult | null> | false
  /** From inside: closes it. */
  submit(result: DialogResult | null): void
}

/** The dialog in which Teams pins a tab. */
export interface TabSettings {
  setValid(valid: boolean): void
  /** The handler makes what the tab needs and says what to pin; when it throws, Teams is told that saving failed. */
  onSave(handler: () => Promise<{ group: string; contentUrl: string; name: string }>): void
}

/** @param hostOrigins hosts besides Microsoft's own */
export async function openTeams(hostOrigins: readonly string[]): Promise<TeamsHost> {
  if (window.parent === window) throw new TabFault('outsideTeams')
  await within(15_000, 'outsideTeams', app.initialize([...hostOrigins]))
  const context = await within(15_000, 'outsideTeams', app.getContext())
  const tenantId = context.user?.tenant?.id
  const objectId = context.user?.id
  if (!tenantId || !objectId) throw new TabFault('signInUnsupported', { message: 'Teams named no person' })

  let state = stateOf(context)
  const listeners = new Set<() => void>()
  const change = (next: Partial<HostState>): void => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  app.registerOnThemeChangeHandler((theme) => change({ theme }))
  app.registerOnContextChangeHandler((now) => {
    // Another person in the same frame: nothing of the first may stay.
    if (now.user && now.user.id !== objectId) window.location.reload()
    else change(stateOf(now))
  })

  const { team, channel } = context
  return {
    tenantId,
    objectId,
    name: context.user?.displayName ?? null,
    frame: frameOf(context),
    channel:
      team?.groupId && channel?.id
        ? { teamId: team.groupId, channelId: channel.id, name: channel.displayName ?? '' }
        : null,
    team: team?.displayName || null,
    siteAddress: context.sharePointSite?.teamSiteUrl || null,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    showLoaded: () => app.notifyAppLoaded(),
    showReady: () => void app.notifySuccess(),
    showFailed(reason, message) {
      app.notifyFailure({
        reason: reason === 'auth' ? app.FailedReason.AuthFailed : app.FailedReason.Other,
        message,
      })
    },
    openChannelTab,
    settings: { setValid: (valid) => pages.config.setValidityState(valid), onSave },
    dialogs: { open: openDialog, submit: (result) => dialog.url.submit(result ? { ...result } : undefined) },
  }
}

async function openChannelTab(link: ChannelLink): Promise<boolean> {
  if (!pages.isSupported()) return false
  await pages.navigateToApp({
    appId: link.appId,
    pageId: link.group,
    webUrl: link.webUrl,
    channelId: link.channelId,
    ...(link.subPage === null ? {} : { subPageId: link.subPage }),
  })
  return true
}

/** In pixels; a window with less room gets less. */
const DIALOG_SIZE = { width: 620, height: 680 }

const openDialog: Dialogs['open'] = ({ address, title }) => {
  if (!dialog.url.isSupported()) return false
  return new Promise((resolve) => {
    dialog.url.open({ url: address, title, size: DIALOG_SIZE }, ({ result }) => resolve(readResult(result)))
  })
}

function readResult(result: unknown): DialogResult | null {
  if (typeof result !== 'object' || result === null || !('settled' in result)) return null
  return typeof result.settled === 'string' ? { settled: result.settled } : null
}

const onSave: TabSettings['onSave'] = (handler) => {
  pages.config.registerOnSaveHandler((event) => {
    void (async () => {
      try {
        const { group, contentUrl, name } = await handler()
        await pages.config.setConfig({
          entityId: group,
          contentUrl,
          websiteUrl: contentUrl,
          suggestedDisplayName: name,
        })
        event.notifySuccess()
      } catch (cause) {
        event.notifyFailure(cause instanceof Error ? cause.message : String(cause))
      }
    })()
  })
}

function stateOf(context: app.Context): HostState {
  return {
    theme: context.app.theme,
    language: parseLanguage(context.app.locale),
    subPage: context.page.subPageId ? context.page.subPageId : null,
  }
}

function frameOf(context: app.Context): TeamsHost['frame'] {
  const frame: string = context.page.frameContext
  return frame === 'content' || frame === 'settings' || frame === 'task' ? frame : 'other'
}

/** Every kind of Welsh is Welsh; whatever else Teams is set to, English. */
export function parseLanguage(locale: string | undefined): Language {
  return /^cy\b/i.test(locale ?? '') ? 'cy' : 'en'
}
