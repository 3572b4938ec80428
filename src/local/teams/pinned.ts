/**
 * The tabs that people have pinned to channels. A tab is known by its channel and its entity id, as a Teams deep link
 * knows it; pinning the same one again replaces it. With a folder the tabs outlive the process (`tabs.json`); it never
 * asks who may pin: the server does.
 */

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface PinnedTab {
  readonly teamId: string
  readonly channelId: string
  /** What the configuration page called it; unique in its channel. */
  readonly entityId: string
  readonly name: string
  /** May carry `{locale}`, `{theme}` and the other placeholders of a manifest. */
  readonly contentUrl: string
  readonly websiteUrl?: string
}

export interface PinBoard {
  all(): readonly PinnedTab[]
  pin(tab: PinnedTab): void
  /** Answers whether there was one. */
  unpin(channelId: string, entityId: string): boolean
}

/** @param folder where `tabs.json` is kept; without one they live as long as the process */
export function openPinBoard(folder: string | undefined, initial: readonly PinnedTab[]): PinBoard {
  const file = folder === undefined ? undefined : join(folder, 'tabs.json')
  let tabs: readonly PinnedTab[] = (file === undefined ? undefined : readPinned(file)) ?? initial

  function keep(next: readonly PinnedTab[]): void {
    tabs = next
    if (folder === undefined || file === undefined) return
    mkdirSync(folder, { recursive: true })
    const unfinished = `${file}.new`
    writeFileSync(unfinished, `${JSON.stringify(next, null, 2)}\n`)
    renameSync(unfinished, file)
  }

  return {
    all: () => tabs,
    pin(tab) {
      const at = tabs.findIndex((other) => isSame(other, tab.channelId, tab.entityId))
      keep(at === -1 ? [...tabs, tab] : tabs.with(at, tab))
    },
    unpin(channelId, entityId) {
      const left = tabs.filter((tab) => !isSame(tab, channelId, entityId))
      if (left.length === tabs.length) return false
      keep(left)
      return true
    },
  }
}

function isSame(tab: PinnedTab, channelId: string, entityId: string): boolean {
  return tab.channelId === channelId && tab.entityId === entityId
}

function readPinned(file: string): readonly PinnedTab[] | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return JSON.parse(text) as PinnedTab[]
}
