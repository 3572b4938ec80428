/** Asks before a page is left in which something isn't saved yet. The browser has words of its own for it. */

import type { OutboxRegister } from './outbox.ts'

export function askBeforeLeaving(outboxes: () => readonly Pick<OutboxRegister, 'unsent'>[]): void {
  window.addEventListener('beforeunload', (event) => {
    if (outboxes().some((outbox) => outbox.unsent().length > 0)) event.preventDefault()
  })
}
