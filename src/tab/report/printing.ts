/** Whether the page is being printed: then all of it is there, also what a screen has only where somebody looks. */

import { useSyncExternalStore } from 'react'

const media = matchMedia('print')
/** Between the two the media may still be the screen's. */
let begun = false

export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => begun || media.matches)
}

function subscribe(onChange: () => void): () => void {
  const begin = (): void => {
    begun = true
    onChange()
  }
  const end = (): void => {
    begun = false
    onChange()
  }
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  media.addEventListener('change', onChange)
  return () => {
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
    media.removeEventListener('change', onChange)
  }
}
