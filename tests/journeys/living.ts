/** The laptop that the journeys of a file are lived on, with its people: there before the first, gone after the last. */

import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Closer } from '../../src/laptop/ending.ts'
import { LAPTOP_PORTS, openLaptop, type Laptop } from '../../src/laptop/laptop.ts'
import { findFree } from '../../src/laptop/ports.ts'
import { start, temporaryFolder, type Running } from './laptop.ts'
import { openTeams, type Teams } from './people.ts'

/** An ill Graph makes Chromium itself complain of each answer. */
const ILL = /Failed to load resource/

/** As somebody runs it: `npm start`, a process of its own. After each test nothing may have been complained of. */
export function onALaptop(): Teams {
  const folder = temporaryFolder()
  let laptop: Running
  let teams: Teams

  beforeAll(async () => {
    laptop = await start('start', folder.path)
    teams = await openTeams(() => laptop.url)
  })
  afterEach(() => teams.settle())
  afterAll(async () => {
    await teams.close()
    await laptop.stop()
    folder.remove()
  })
  return teamsOf(() => teams)
}

export interface IllLaptop {
  readonly teams: Teams
  /** Once the tests have begun. */
  readonly laptop: Laptop
}

/** In the test's own process, which makes its Graph ill; after each test it is well again. */
export function onALaptopThatFallsIll(): IllLaptop {
  const folder = temporaryFolder()
  const closers: Closer[] = []
  let laptop: Laptop
  let teams: Teams

  beforeAll(async () => {
    const port = await findFree(LAPTOP_PORTS)
    laptop = await openLaptop({ folder: folder.path, port, say: () => {} }, (closer) => closers.push(closer))
    teams = await openTeams(() => laptop.url)
  })
  afterEach(async () => {
    laptop.graph.faults.clear()
    await teams.settle(ILL)
  })
  afterAll(async () => {
    await teams.close()
    for (const close of closers.toReversed()) await close()
    folder.remove()
  })
  return {
    teams: teamsOf(() => teams),
    get laptop() {
      return laptop
    },
  }
}

/** Those that aren't open yet when a file's tests are told. */
function teamsOf(opened: () => Teams): Teams {
  return {
    as: (person, place) => opened().as(person, place),
    settle: (expected) => opened().settle(expected),
    close: () => opened().close(),
  }
}
