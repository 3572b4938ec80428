/**
 * Adding the app to a channel, and changing its settings there: the app's configuration page in a dialog, with Save at
 * its foot as Teams has it. Nothing is pinned before the page has said what, and that it has saved.
 */

import type { Channel } from '../../tenant.ts'
import type { PinnedTab } from '../pinned.ts'
import type { TeamView } from '../view.ts'
import { fillUrl, type Scene } from './context.ts'
import { openDialog } from './dialog.ts'
import { make } from './element.ts'
import type { FrameEvent, TabSettings, Wire } from './wire.ts'
import { fill, type Words } from './words.ts'

/** How long a configuration page may take to save; it may have lists to make. */
const SAVE_TIMEOUT_MS = 120_000

export interface ConfigurationOptions {
  readonly wire: Wire
  readonly words: Words
  readonly appName: string
  readonly title: string
  readonly configurationUrl: string
  readonly team: TeamView
  readonly channel: Channel
  /** When it is an existing tab whose settings change. */
  readonly existing: PinnedTab | null
  readonly scene: () => Scene
  /** Resolves with null, or with why it wasn't pinned. */
  readonly pin: (tab: PinnedTab) => Promise<string | null>
  readonly onPinned: (tab: PinnedTab) => void
}

export function openConfiguration(options: ConfigurationOptions): void {
  const { words, existing, appName } = options
  let settings: TabSettings | null = null
  let timer = 0

  const dialog = openDialog({
    title: options.title,
    words,
    size: { width: 'min(640px, 100vw - 48px)', height: 'min(560px, 100vh - 170px)' },
    onClose: () => {
      window.clearTimeout(timer)
      frame.close()
    },
  })
  dialog.element.classList.add('app')
  const state = make('p', { className: 'dialog-state', attributes: { role: 'status' } })
  const save = make('button', {
    type: 'button',
    className: 'primary',
    textContent: words.save,
    disabled: true,
    onclick: startSaving,
  })
  dialog.footer.append(
    state,
    make('button', { type: 'button', textContent: words.cancel, onclick: () => dialog.close() }),
    save,
  )
  const frame = options.wire.open({
    kind: 'settings',
    url: fillUrl(options.configurationUrl, options.scene()),
    title: options.title,
    into: dialog.body,
    scene: options.scene,
    settings: () => (existing ? settingsOf(existing) : {}),
    onEvent,
  })

  function onEvent(event: FrameEvent): void {
    if (event.kind === 'validity') save.disabled = !event.isValid
    else if (event.kind === 'configured') settings = event.settings
    else if (event.kind === 'saved') void finishSaving()
    else if (event.kind === 'saveFailed') stopSaving(fill(words.saveFailed, { app: appName, reason: event.reason }))
    else if (event.kind === 'failed') stopSaving(fill(words.saveFailed, { app: appName, reason: event.message }))
  }

  function startSaving(): void {
    settings = null
    save.disabled = true
    state.classList.remove('problem')
    state.textContent = words.saving
    timer = window.setTimeout(() => stopSaving(fill(words.saveSilent, { app: appName })), SAVE_TIMEOUT_MS)
    frame.push('settings.save', [{}])
  }

  function stopSaving(problem: string): void {
    window.clearTimeout(timer)
    state.classList.add('problem')
    state.textContent = problem
    save.disabled = false
  }

  async function finishSaving(): Promise<void> {
    if (!settings) return stopSaving(fill(words.saveSilent, { app: appName }))
    const tab: PinnedTab = {
      teamId: options.team.id,
      channelId: options.channel.id,
      entityId: settings.entityId,
      name: settings.suggestedDisplayName || appName,
      contentUrl: settings.contentUrl,
      ...(settings.websiteUrl ? { websiteUrl: settings.websiteUrl } : {}),
    }
    const problem = await options.pin(tab)
    if (problem !== null) return stopSaving(fill(words.saveRefused, { reason: problem }))
    dialog.close()
    options.onPinned(tab)
  }
}

function settingsOf(tab: PinnedTab): TabSettings {
  return {
    entityId: tab.entityId,
    contentUrl: tab.contentUrl,
    suggestedDisplayName: tab.name,
    ...(tab.websiteUrl === undefined ? {} : { websiteUrl: tab.websiteUrl }),
  }
}
