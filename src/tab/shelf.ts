/** What a session has opened beside its registers: each thing once, begun when first shown, asking only while it is. */

export interface Opened {
  readonly unsent: () => readonly unknown[]
  readonly setVisible: (visible: boolean) => void
}

export interface Shelf<Kept extends Opened> {
  /** `leave` when the page that shows it is gone. */
  open(key: string, begin: () => Promise<Kept>): Promise<{ readonly kept: Kept; readonly leave: () => void }>
  all(): readonly Kept[]
  setVisible(visible: boolean): void
}

interface Standing<Kept> {
  readonly kept: Kept
  /** Pages that show it. */
  shown: number
}

export function createShelf<Kept extends Opened>(): Shelf<Kept> {
  const opening = new Map<string, Promise<Standing<Kept>>>()
  const standing: Standing<Kept>[] = []
  let visible = true

  async function start(begin: () => Promise<Kept>): Promise<Standing<Kept>> {
    const made = { kept: await begin(), shown: 0 }
    standing.push(made)
    return made
  }

  return {
    async open(key, begin) {
      const known = opening.get(key) ?? start(begin)
      opening.set(key, known)
      // A script that didn't come is asked for again.
      known.catch(() => opening.delete(key))
      const found = await known
      found.shown += 1
      if (found.shown === 1) found.kept.setVisible(visible)
      let isThere = true
      return {
        kept: found.kept,
        leave() {
          if (!isThere) return
          isThere = false
          found.shown -= 1
          if (found.shown === 0) found.kept.setVisible(false)
        },
      }
    },
    all: () => standing.map(({ kept }) => kept),
    setVisible(next) {
      visible = next
      for (const { kept, shown } of standing) if (shown > 0) kept.setVisible(next)
    },
  }
}
