/** What the rules of a meeting cost at 5,000 actions: which matters arise, which are in limbo, and the minutes as Word. */

import type { Action } from '../../src/domain/action.ts'
import { addDays } from '../../src/domain/day.ts'
import { matterKeyOf, type MeetingMatter } from '../../src/domain/matters.ts'
import { aloudOf, limboOf, mattersArising } from '../../src/domain/mattersarising.ts'
import type { MeetingContent } from '../../src/domain/meeting.ts'
import type { AgendaItem } from '../../src/domain/meetingagenda.ts'
import { makePaper } from '../../src/documents/export/minutes.ts'
import { makePaperWord } from '../../src/documents/export/minutesword.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { createWords } from '../../src/words/words.ts'
import { EMPTY, PAT, TODAY } from '../domain/domainworld.ts'

interface Row {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly beside?: string
}

const MANY = 5000
const DEALT_WITH = 500
const RUNS = 21

export async function bench(): Promise<readonly Row[]> {
  const meeting: MeetingContent = {
    key: 'now',
    day: TODAY,
    title: 'November',
    status: 'open',
    starts: null,
    ends: null,
    place: '',
    link: '',
    secretary: null,
    attendance: [],
    closedOn: null,
  }
  const others = [
    { key: 'before', day: addDays(TODAY, -91), title: 'August', status: 'closed' },
    { key: 'next', day: addDays(TODAY, 91), title: 'February', status: 'planned' },
  ] as const
  const actions = Array.from({ length: MANY }, (_, index) => anAction(index))
  const snapshot: Snapshot = {
    ...EMPTY,
    meetings: new Map([meeting, ...others].map((each) => [each.key, each])),
    actions: new Map(actions.map((action) => [action.id, action])),
  }
  const agenda = Array.from({ length: 12 }, (_, index) => anItem(index))
  const matters = actions.slice(0, DEALT_WITH).map(({ id }): MeetingMatter => ({
    key: matterKeyOf('now', id),
    meeting: 'now',
    action: id,
    deeds: [{ id: `deed-${id}`, how: 'reassigned', words: 'As said', on: TODAY, by: PAT }],
    confirmed: [],
  }))
  const ground = { meeting, agenda, matters, snapshot }
  const arising = mattersArising(ground)
  const words = createWords('en')
  const count = `${arising.length.toLocaleString('en-GB')} matters of ${MANY.toLocaleString('en-GB')} actions`
  return [
    { name: 'matters arising by rule', figure: middle(() => mattersArising(ground)), unit: 'ms', beside: count },
    { name: 'what is left in limbo', figure: middle(() => limboOf(arising, meeting, snapshot)), unit: 'ms' },
    { name: 'what was decided aloud', figure: middle(() => aloudOf(arising)), unit: 'ms' },
    {
      name: `minutes of ${DEALT_WITH} matters as Word`,
      figure: middle(() => makePaperWord(makePaper('minutes', { ...ground, words })), 5),
      unit: 'ms',
    },
  ]
}

function middle(work: () => unknown, runs = RUNS): number {
  const times = Array.from({ length: runs }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
}

/** Every fourth has ended, every fifth is kept for later, every third is due. */
function anAction(index: number): Action {
  const due = { kind: 'day', day: addDays(TODAY, (index % 200) - 150), words: 'By then' } as const
  return {
    id: `action-${index}`,
    reference: `${(index % 900) + 1}/${20 + Math.floor(index / 900)}`,
    kind: 'action',
    details: 'Share how recording is checked, and what was found where it was not.',
    parts: [],
    owners: [{ organisation: 'north' }],
    due: index % 3 === 0 ? due : null,
    firstDue: null,
    extensions: [],
    extensionAsked: null,
    milestones: [],
    links: [],
    retainedFor: index % 5 === 0 ? 'next' : null,
    status: index % 4 === 0 ? 'discharged' : 'open',
    discharge: null,
    closing: null,
    override: null,
    origin: { kind: 'typed' },
    marking: null,
    latest: null,
    updateCount: 3,
    version: '1',
    createdBy: '',
    createdAt: '',
    modifiedAt: '',
  }
}

function anItem(index: number): AgendaItem {
  return {
    key: `item-${index}`,
    meeting: 'now',
    kind: index === 2 ? 'matters' : 'item',
    place: index,
    title: `Item ${index}`,
    presenter: null,
    papers: [],
    discussion: '',
    decisions: [],
    takes: [`action-${index * 7 + 1}`],
    withdrawn: false,
  }
}
