/**
 * The order of the tests' files: those that take long begin first, so that no worker is left with one of them when the
 * others have ended. The rest are in an order of the run's seed, as the tests in each file are, one project after the
 * other: a process goes on to another file only where the next one is of the same.
 */

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** More than 25 seconds each, on two cores with three workers. */
const LONG = [
  // The first of them builds the tab; the next need none of it.
  'tests/tab/shellpages.test.ts',
  'tests/service/policy.test.ts',
  'tests/service/approvals.test.ts',
  'tests/documents/forms.test.ts',
  'tests/cli/import.test.ts',
  // From the longest on.
  'tests/journeys/twohands.test.ts',
  'tests/tab/states.test.ts',
  'tests/journeys/demonstration.test.ts',
  'tests/tab/register.test.ts',
  'tests/tab/registeracting.test.ts',
  'tests/journeys/meeting.test.ts',
  'tests/journeys/tracker.test.ts',
  'tests/journeys/access.test.ts',
  'tests/journeys/guidance.test.ts',
  'tests/journeys/incidents.test.ts',
  'tests/journeys/editions.test.ts',
  'tests/service/prompts/killedanswers.test.ts',
  'tests/journeys/takingout.test.ts',
  'tests/tab/audit.test.ts',
  'tests/tab/people.test.ts',
  'tests/journeys/boardday.test.ts',
  'tests/journeys/requests.test.ts',
  'tests/tab/registerbulk.test.ts',
  'tests/journeys/deciding.test.ts',
  'tests/tab/registerhands.test.ts',
  'tests/tab/registerviews.test.ts',
  'tests/local/teams/chat.test.ts',
  'tests/service/incidents.test.ts',
  'tests/service/access.test.ts',
  'tests/service/makegroup.test.ts',
  'tests/service/guidance.test.ts',
  'tests/journeys/keyboardday.test.ts',
  'tests/service/bot/actions.test.ts',
  'tests/service/meetings.test.ts',
  'tests/laptop/start.test.ts',
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root, sequence } = this.ctx.config
    const gone = LONG.find((path) => !existsSync(join(root, path)))
    if (gone !== undefined) throw new Error(`${gone} is gone: take it out of .config/sequence.ts.`)
    const places = new Map(
      files.map((file) => {
        const path = relative(root, file.moduleId).replaceAll('\\', '/')
        return [file, { long: LONG.indexOf(path), drawn: file.project.name + drawn(sequence.seed, path) }] as const
      }),
    )
    return files.toSorted((a, b) => {
      const [first, second] = [places.get(a), places.get(b)]
      if (!first || !second) return 0
      if (first.long !== second.long) return rank(first.long) - rank(second.long)
      return first.drawn < second.drawn ? -1 : 1
    })
  }
}

const rank = (long: number): number => (long < 0 ? LONG.length : long)

function drawn(seed: number, path: string): string {
  return createHash('sha256').update(`${seed} ${path}`).digest('hex')
}
