/** Asks before a page is left in which something isn't saved yet. The browser has words of its own for it. */

export function askBeforeLeaving(outboxes: () => readonly { unsent(): readonly unknown[] }[]): void {
  window.addEventListener('beforeunload', (event) => {
    if (outboxes().some((outbox) => outbox.unsent().length > 0)) event.preventDefault()
  })
}
