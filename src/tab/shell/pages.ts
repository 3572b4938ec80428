/** The pages, each in a script of its own. The one that the address asks for starts loading with the first script. */

import { lazy, type ComponentType } from 'react'
import { parsePage } from './page.ts'

const loaders = {
  channel: once(async () => ({ default: (await import('./ChannelPage.tsx')).ChannelPage })),
  mine: once(async () => ({ default: (await import('../mine/MinePage.tsx')).MinePage })),
  decide: once(async () => ({ default: (await import('../decide/DecidePage.tsx')).DecidePage })),
  answer: once(async () => ({ default: (await import('../answer/AnswerPage.tsx')).AnswerPage })),
  respond: once(async () => ({ default: (await import('../requests/RespondPage.tsx')).RespondPage })),
  ask: once(async () => ({ default: (await import('../ask/AskPage.tsx')).AskPage })),
  configure: once(async () => ({ default: (await import('../configure/ConfigurePage.tsx')).ConfigurePage })),
  accessibility: once(async () => ({ default: (await import('./AccessibilityPage.tsx')).AccessibilityPage })),
}

export const ChannelPage = lazy(loaders.channel)
export const MinePage = lazy(loaders.mine)
export const DecidePage = lazy(loaders.decide)
export const AnswerPage = lazy(loaders.answer)
export const RespondPage = lazy(loaders.respond)
export const AskPage = lazy(loaders.ask)
export const ConfigurePage = lazy(loaders.configure)
export const AccessibilityPage = lazy(loaders.accessibility)

/** A script that can't be loaded fails where it is shown, not here. */
export function preloadPage(search: string): void {
  const page = parsePage(search)
  if (page) loaders[page.kind]().catch(() => {})
}

function once<Props>(load: () => Promise<{ default: ComponentType<Props> }>): typeof load {
  let loading: ReturnType<typeof load> | null = null
  return () => {
    loading ??= load().catch((fault: unknown) => {
      loading = null
      throw fault
    })
    return loading
  }
}
