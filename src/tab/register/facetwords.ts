/** What facets, their values and the headings of groups are called, and the order that values stand in. Pure. */

import { COLOURS, KINDS } from '../../domain/action.ts'
import { MARKINGS } from '../../domain/group.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { AGES, DUE_BUCKETS, SIGNS, type Facet } from '../../domain/view.ts'
import type { WordKey, Words } from '../../words/words.ts'

type Names = Pick<Snapshot, 'organisations' | 'meetings'>

export function valueWords(facet: Facet, value: string, names: Names, words: Words): string {
  switch (facet) {
    case 'organisation':
      return value === '' ? words.say('view.nobody') : (names.organisations.get(value)?.name ?? value)
    case 'meeting': {
      if (value.startsWith('@')) return words.say(`view.meeting.${value.slice(1)}` as WordKey)
      const meeting = names.meetings.get(value)
      return meeting ? words.say('panel.meetingOf', { day: words.day(meeting.day) }) : value
    }
    case 'colour':
      return words.say(`status.${value}` as WordKey)
    case 'kind':
      return words.say(`kind.${value}` as WordKey)
    case 'marking':
      return value
    case 'due':
    case 'age':
    case 'sign':
      return words.say(`view.${facet}.${value}` as WordKey)
  }
}

/** Organisations by name, meetings the latest first, all others as their rule lists them; what is none of them last. */
export function valueOrder(facet: Facet, names: Names): (a: string, b: string) => number {
  const listed = LISTED[facet]
  if (listed) return (a, b) => listed.indexOf(a) - listed.indexOf(b)
  const keyOf = (value: string): string =>
    facet === 'organisation'
      ? (names.organisations.get(value)?.name ?? value)
      : (names.meetings.get(value)?.day ?? value)
  return (a, b) => {
    const [left, right] = [isNone(a), isNone(b)]
    if (left !== right) return Number(left) - Number(right)
    const order = keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : a < b ? -1 : 1
    return facet === 'meeting' && !left ? -order : order
  }
}

function isNone(value: string): boolean {
  return value === '' || value.startsWith('@')
}

const LISTED: Readonly<Partial<Record<Facet, readonly string[]>>> = {
  colour: COLOURS,
  due: DUE_BUCKETS,
  kind: KINDS,
  age: AGES,
  sign: SIGNS,
  marking: MARKINGS,
}
