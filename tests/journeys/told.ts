/** What the demonstration, told from today, calls its actions: their numbers begin anew each year. */

import { tellings } from '../../src/laptop/demonstration/telling.ts'
import { createClock } from '../../src/words/clock.ts'

/** The number of the action of a group that has these words. */
export function referenceOf(group: string, words: string): string {
  const told = tellings(createClock().today()).find((telling) => telling.group.key === group)?.told ?? []
  const raised = told.flatMap(({ command, day }) =>
    command.kind === 'addAction' ? [{ details: command.details, year: day.slice(2, 4) }] : [],
  )
  const place = raised.findIndex(({ details }) => details.includes(words))
  const year = raised[place]?.year
  if (year === undefined) throw new Error(`The demonstration has no action of ${words}.`)
  return `${raised.slice(0, place + 1).filter((each) => each.year === year).length}/${year}`
}
