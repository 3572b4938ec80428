/** What stands beside the grid, in a script of its own: fields and pickers that nobody needs before the first row. */

import { lazy } from 'react'

const loadPanel = async () => ({ default: (await import('./Panel.tsx')).Panel })
const loadAddPanel = async () => ({ default: (await import('./AddPanel.tsx')).AddPanel })

export const Panel = lazy(loadPanel)
export const AddPanel = lazy(loadAddPanel)

/** Once the grid is drawn, so that a click doesn't wait. What can't be loaded fails where it is shown. */
export function preloadPanels(): void {
  void Promise.allSettled([loadPanel(), loadAddPanel()])
}
