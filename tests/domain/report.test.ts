import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COLOURS, KINDS, STATUSES, type Action, type EventKind, type Update } from '../../src/domain/action.ts'
import { addDays } from '../../src/domain/day.ts'
import type { Due } from '../../src/domain/due.ts'
import { organisationsOf } from '../../src/domain/owner.ts'
import {
  NEWS,
  REPORT_COLOURS,
  reportOf,
  totalOfCounts,
  type Report,
  type ReportGround,
} from '../../src/domain/report.ts'
import { standingOf } from '../../src/domain/status.ts'
import { EMPTY, PAT, TODAY } from './domainworld.ts'
import { UNTOUCHED } from './untouched.ts'

const ago = (days: number): string => addDays(TODAY, -days)
const due = (day: string): Due => ({ kind: 'day', day, words: day })
const SINCE = ago(30)

function anAction(id: string, over: Partial<Action> = {}): Action {
  return {
    ...UNTOUCHED,
    id,
    reference: `${id}/26`,
    details: 'Chase',
    version: '1',
    createdBy: 'Pat Lowe',
    createdAt: `${ago(200)}T09:00:00Z`,
    modifiedAt: '',
    owners: [{ organisation: 'north' }],
    ...over,
  }
}

function anEntry(action: string, day: string, kind: EventKind | null, text = ''): Update {
  return {
    id: `${action}.${day}.${kind ?? ''}`,
    action,
    day,
    text,
    next: null,
    outcome: null,
    event: kind && { kind, values: {} },
    organisation: null,
    meeting: null,
    supersedes: null,
    author: 'Pat Lowe',
    enteredAt: '',
  }
}

function report(actions: readonly Action[], entries: readonly Update[] = [], over: Partial<ReportGround> = {}): Report {
  return reportOf({
    snapshot: { ...EMPTY, actions: new Map(actions.map((each) => [each.id, each])) },
    histories: Map.groupBy(entries, ({ action }) => action),
    requests: [],
    responses: new Map(),
    from: ago(90),
    to: TODAY,
    since: SINCE,
    ...over,
  })
}

const discharge = { evidence: 'Seen', proposedOn: ago(40), proposedBy: PAT, decision: 'd' }

describe('the board’s report', () => {
  test('says what is green since the board was last told, and leaves out what was told before', () => {
    const told = report(
      [
        anAction('1', { status: 'discharged', discharge }),
        anAction('2', { status: 'discharged', discharge }),
        anAction('3', { status: 'closed', closing: { reason: 'duplicate', words: '', day: ago(3) } }),
        anAction('4', { status: 'discharged' }),
      ],
      [anEntry('1', ago(5), 'dischargeApproved'), anEntry('2', ago(31), 'dischargeApproved')],
    )
    expect(told.lines.map(({ action, colour }) => [action.id, colour])).toEqual([
      ['1', 'NEW GREEN'],
      ['3', 'CLOSED'],
      ['4', 'AMBER'],
    ])
    expect(told.earlier).toBe(1)
    expect(told.news).toMatchObject({ discharged: 1, closed: 1 })
  })

  test('names what happened since, each thing of one action once', () => {
    const told = report(
      [
        anAction('1', { createdAt: `${ago(2)}T09:00:00Z` }),
        anAction('2', { firstDue: due(ago(10)), due: due(ago(10)) }),
        anAction('3', { firstDue: due(ago(60)), due: due(ago(60)) }),
        anAction('4'),
        anAction('5'),
        anAction('6'),
      ],
      [
        // It came in moved; a further edition moved the other.
        { ...anEntry('5', ago(6), 'extensionImported'), id: '5.0' },
        { ...anEntry('6', ago(6), 'extensionImported'), id: 'edition-2.0' },
        anEntry('4', ago(9), 'extensionGranted'),
        anEntry('4', ago(8), 'extensionGranted'),
        anEntry('4', ago(7), 'reopened'),
      ],
    )
    expect(told.news).toEqual({ raised: 1, becameLate: 1, extended: 2, discharged: 0, closed: 0, reopened: 1 })
  })

  test('gives the reason for RED where somebody gave one, and how far it slipped', () => {
    const override = { colour: 'RED', reason: 'It will not be done.', by: PAT, on: TODAY } as const
    const [first, second] = report([
      anAction('1', { override }),
      anAction('2', { firstDue: due(ago(12)), due: due(ago(12)) }),
    ]).lines
    expect(first).toMatchObject({ colour: 'RED', rationale: 'It will not be done.', slipped: 0 })
    expect(second).toMatchObject({ colour: 'RED', rationale: null, slipped: 12 })
  })

  test('shows the latest words that stand', () => {
    const first = anEntry('1', ago(5), null, 'Half are in.')
    const told = report(
      [anAction('1')],
      [first, { ...anEntry('1', ago(4), null, 'All are in.'), supersedes: first.id }],
    )
    expect(told.lines[0]?.latest).toEqual({ day: ago(4), words: 'All are in.' })
  })

  const actions = fc.array(
    fc.record({
      status: fc.constantFrom(...STATUSES),
      kind: fc.constantFrom(...KINDS),
      due: fc.option(fc.integer({ min: -400, max: 400 })),
      ended: fc.option(fc.integer({ min: 0, max: 200 })),
      decided: fc.boolean(),
      override: fc.option(fc.constantFrom(...COLOURS)),
      owners: fc.subarray(['north', 'shires-rocu', 'elsewhere']),
    }),
    { maxLength: 40 },
  )

  test('counts what a recount of its rows counts, whatever the register holds', () => {
    fc.assert(
      fc.property(actions, (drawn) => {
        const entries: Update[] = []
        const all = drawn.map((each, index) => {
          const id = String(index + 1)
          if (each.ended !== null) {
            entries.push(anEntry(id, ago(each.ended), each.status === 'closed' ? 'closed' : 'dischargeApproved'))
          }
          return anAction(id, {
            status: each.status,
            kind: each.kind,
            due: each.due === null ? null : due(ago(each.due)),
            firstDue: each.due === null ? null : due(ago(each.due)),
            discharge: each.decided ? discharge : null,
            override: each.override && { colour: each.override, reason: 'Because.', by: PAT, on: TODAY },
            owners: each.owners.map((organisation) => ({ organisation })),
          })
        })
        const told = report(all, entries)
        const shown = told.lines.map(({ action }) => action)
        expect(shown.length + told.earlier).toBe(all.length)
        expect(new Set(shown).size).toBe(shown.length)
        expect(totalOfCounts(told.counts)).toBe(shown.length)
        for (const colour of REPORT_COLOURS) {
          const rows = told.lines.filter((line) => line.colour === colour)
          expect(told.counts[colour]).toBe(rows.length)
          expect(KINDS.reduce((sum, kind) => sum + told.kinds[kind][colour], 0)).toBe(rows.length)
          for (const { organisation, counts } of told.organisations) {
            const own = rows.filter(({ action }) => organisationsOf(action, EMPTY.posts).includes(organisation))
            expect(counts[colour]).toBe(own.length)
          }
        }
        for (const kind of NEWS) {
          expect(told.news[kind]).toBe(told.lines.filter(({ news }) => news.includes(kind)).length)
        }
        // A colour is the domain's own, but for the one that only a report has.
        const context = { today: TODAY, nextMeeting: '2026-12-10', lateBy: EMPTY.group.lateBy }
        for (const { action, colour } of told.lines) {
          const { colour: own } = standingOf(action, context)
          expect(colour).toBe(own === 'GREEN' && colour === 'NEW GREEN' ? 'NEW GREEN' : own)
        }
      }),
      { numRuns: 100 },
    )
  })
})
