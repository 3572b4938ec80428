/** What stands beside the grid or over it, in a script of its own: fields and pickers that nobody needs before the first row. */

import { lazy, type ComponentType } from 'react'
import { PHONE_WIDTH } from '../design/scale.ts'

const panel = once(async () => (await import('./Panel.tsx')).Panel)
const exportDialog = once(async () => (await import('../exporting/ExportDialog.tsx')).ExportDialog)
const outboxBar = once(async () => (await import('../outbox/OutboxBar.tsx')).OutboxBar)
const firstRun = once(async () => (await import('./FirstRun.tsx')).FirstRun)
const cards = once(async () => (await import('./Cards.tsx')).Cards)
const filterMenu = once(async () => (await import('./FilterMenu.tsx')).FilterMenu)
const displayMenu = once(async () => (await import('./DisplayMenu.tsx')).DisplayMenu)
const whyTooltip = once(async () => (await import('./WhyTooltip.tsx')).WhyTooltip)
const keySheet = once(async () => (await import('./KeySheet.tsx')).KeySheet)
const savedViewForm = once(async () => (await import('./SavedViewForm.tsx')).SavedViewForm)
const addPanel = once(async () => (await import('./AddPanel.tsx')).AddPanel)

export const Cards = lazy(cards.forReact)
export const FilterMenu = lazy(filterMenu.forReact)
export const DisplayMenu = lazy(displayMenu.forReact)
export const WhyTooltip = lazy(whyTooltip.forReact)
export const Panel = lazy(panel.forReact)
export const FirstRun = lazy(firstRun.forReact)
export const AddPanel = lazy(addPanel.forReact)
export const OutboxBar = lazy(outboxBar.forReact)
export const KeySheet = lazy(keySheet.forReact)
export const SavedViewForm = lazy(savedViewForm.forReact)
export const ExportDialog = lazy(exportDialog.forReact)

/** Once the grid is drawn, so that a click doesn't wait. What can't be loaded fails where it is shown. */
export function preloadPanels(): void {
  const later: readonly { readonly load: () => Promise<unknown> }[] = [
    panel,
    addPanel,
    outboxBar,
    filterMenu,
    displayMenu,
    whyTooltip,
  ]
  void Promise.allSettled(later.map((each) => each.load()))
}

/** Needed first on a phone and there alone: it comes along with the rest. */
if (window.innerWidth <= PHONE_WIDTH) void Promise.allSettled([cards.load()])

/**
 * React shows a fallback, for up to 300 ms, even for a promise that is kept already: who presses N and types on would
 * type into the grid. A thenable that answers at once is shown at once.
 */
function once<Props>(read: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | null = null
  const load = async (): Promise<{ default: ComponentType<Props> }> => {
    loaded = await read()
    return { default: loaded }
  }
  const forReact = (): Promise<{ default: ComponentType<Props> }> => {
    const component = loaded
    if (component === null) return load()
    const kept: Pick<PromiseLike<{ default: ComponentType<Props> }>, 'then'> = {
      // oxlint-disable-next-line unicorn/no-thenable -- it is one on purpose
      then: (resolve) => Promise.resolve(resolve?.({ default: component })) as never,
    }
    return kept as Promise<{ default: ComponentType<Props> }>
  }
  return { load, forReact }
}
