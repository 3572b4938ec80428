/**
 * The laptop that the journeys of a file are lived on, with its people: there before the first, gone after the last. A
 * test that failed has left it as nobody should find it: whatever comes next, be it the same test once more, begins on
 * a fresh one.
 */

import { afterAll, afterEach, beforeEach } from 'vitest'
import type { Closer } from '../../src/laptop/ending.ts'
import { LAPTOP_PORTS, openLaptop, type Laptop } from '../../src/laptop/laptop.ts'
import { findFree } from '../../src/laptop/ports.ts'
import { furnishedFolder, start } from './laptop.ts'
import { openTeams, type Teams } from './people.ts'

/** An ill Graph makes Chromium itself complain of each answer. */
const ILL = /Failed to load resource/

interface Opened {
  /** Of the host page. */
  readonly url: string
  close(): Promise<unknown>
}

/** As somebody runs it: `npm start`, a process of its own. After each test nothing may have been complained of. */
export function onALaptop(): Teams {
  return onLaptops(async (folder) => {
    const { url, stop } = await start('start', folder)
    return { url, close: () => stop() }
  })
}

export interface IllLaptop {
  readonly teams: Teams
  /** Once the tests have begun. */
  readonly laptop: Laptop
}

/** In the test's own process, which makes its Graph ill; after each test it is well again. */
export function onALaptopThatFallsIll(): IllLaptop {
  let laptop: Laptop
  const open = async (folder: string): Promise<Opened> => {
    const port = await findFree(LAPTOP_PORTS)
    const closers: Closer[] = []
    laptop = await openLaptop({ folder, port, say: () => {} }, (closer) => closers.push(closer))
    const close = async (): Promise<void> => {
      for (const each of closers.toReversed()) await each()
    }
    return { url: laptop.url, close }
  }
  return {
    teams: onLaptops(open, { expected: ILL, heal: () => laptop.graph.faults.clear() }),
    get laptop() {
      return laptop
    },
  }
}

function onLaptops(
  open: (folder: string) => Promise<Opened>,
  { expected, heal }: { readonly expected?: RegExp; readonly heal?: () => void } = {},
): Teams {
  let now: { readonly teams: Teams; close(): Promise<void> } | null = null
  const close = async (): Promise<void> => {
    const closing = now
    now = null
    await closing?.close()
  }

  beforeEach(async () => {
    if (now) return
    const folder = await furnishedFolder()
    const opened = await open(folder.path)
    const teams = await openTeams(() => opened.url)
    now = {
      teams,
      async close() {
        await teams.close()
        await opened.close()
        folder.remove()
      },
    }
  })
  afterEach(async ({ task }) => {
    heal?.()
    try {
      await now?.teams.settle(expected)
      if (task.result?.state === 'fail') await close()
    } catch (error) {
      await close()
      throw error
    }
  })
  afterAll(close)

  const teams = (): Teams => {
    if (!now) throw new Error('There is a laptop once the tests have begun.')
    return now.teams
  }
  return {
    as: (person, place) => teams().as(person, place),
    settle: (more) => teams().settle(more),
    close: () => teams().close(),
  }
}
