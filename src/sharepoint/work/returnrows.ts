/**
 * Definitions of returns and their circulations as rows of their lists, both ways. Pure. A period of a return is a
 * request and stands among those (requestrows.ts).
 */

import * as v from 'valibot'
import {
  decideCirculation,
  type CirculationCommand,
  type CirculationContent,
  type Copy,
  type NotifiedSince,
  type Stood,
} from '../../domain/circulation.ts'
import { isDay } from '../../domain/day.ts'
import { ROLES } from '../../domain/group.ts'
import { FINANCIAL_YEAR, FREQUENCIES } from '../../domain/period.ts'
import { PROMPT_STATES } from '../../domain/record.ts'
import { RESPONSE_STATES } from '../../domain/request.ts'
import {
  decideReturn,
  touchedByReturn,
  type ReturnCommand,
  type ReturnContent,
  type ReturnDraft,
} from '../../domain/return.ts'
import { CIRCULATIONS, RETURNS } from '../worklists.ts'
import { makeData, type Cells } from './cells.ts'
import type { CollectionKind } from './collection.ts'
import { requestFields } from './requestrows.ts'
import type { KeyedValues } from './rows.ts'
import { day, person } from './shapes.ts'

/** What is asked, of whom, when. */
export const returnKind: CollectionKind<ReturnContent, ReturnCommand> = {
  list: RETURNS,
  parse: parseReturn,
  make: makeReturn,
  decide: decideReturn,
  touches: touchedByReturn,
}

/** What went back to whom, and when. */
export const circulationKind: CollectionKind<CirculationContent, CirculationCommand> = {
  list: CIRCULATIONS,
  parse: parseCirculation,
  make: makeCirculation,
  decide: decideCirculation,
  touches: () => [],
}

type Terms = Pick<ReturnDraft, 'yearStart' | 'opens' | 'dueAfter' | 'signOff' | 'escalation' | 'circulation'>

const terms: v.GenericSchema<unknown, Terms> = v.object({
  yearStart: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
  opens: v.variant('kind', [
    v.object({ kind: v.literal('after'), days: v.number() }),
    v.object({ kind: v.literal('on'), date: v.number() }),
  ]),
  dueAfter: v.number(),
  signOff: v.boolean(),
  escalation: v.nullable(
    v.object({
      afterDays: v.number(),
      to: v.union([v.strictObject({ role: v.picklist(ROLES) }), v.strictObject({ post: v.string() })]),
    }),
  ),
  circulation: v.nullable(
    v.variant('kind', [
      v.object({ kind: v.literal('afterDue'), days: v.number() }),
      v.object({ kind: v.literal('monthly'), date: v.number() }),
    ]),
  ),
})

const stood: v.GenericSchema<unknown, readonly Stood[]> = v.array(
  v.object({ organisation: v.string(), state: v.picklist(RESPONSE_STATES), entry: v.nullable(v.string()) }),
)

const copies: v.GenericSchema<unknown, readonly Copy[]> = v.array(
  v.object({
    organisation: v.string(),
    person,
    post: v.nullable(v.string()),
    state: v.nullable(v.picklist(PROMPT_STATES)),
    at: v.nullable(v.string()),
  }),
)

/** Without its terms nobody knows when it is due: such a row is a problem, and makes no periods. */
function parseReturn(cells: Cells): ReturnContent | null {
  const known = cells.data('TermsData', terms)
  const from = cells.day('FromDay')
  if (!known || from === null || !isDay(from)) return null
  const endedOn = cells.day('EndedDay')
  return {
    title: cells.words('Title'),
    titleWelsh: cells.text('TitleWelsh'),
    words: cells.text('Words'),
    fields: cells.data('FieldsData', requestFields) ?? [],
    organisations: cells.lines('Organisations'),
    frequency: cells.choice('Frequency', FREQUENCIES, 'quarterly'),
    ...known,
    yearStart: known.yearStart || FINANCIAL_YEAR,
    from,
    ended: endedOn === null ? null : { day: endedOn, reason: cells.text('EndedReason') },
  }
}

function makeReturn(key: string, content: ReturnContent): KeyedValues {
  const { title, titleWelsh, words, organisations, frequency, from, ended } = content
  const { yearStart, opens, dueAfter, signOff, escalation, circulation } = content
  return {
    Key: key,
    Title: title,
    TitleWelsh: titleWelsh || null,
    Words: words || null,
    FieldsData: makeData(content.fields),
    Organisations: organisations.join('\n'),
    Frequency: frequency,
    TermsData: makeData({ yearStart, opens, dueAfter, signOff, escalation, circulation } satisfies Terms),
    FromDay: from,
    EndedDay: ended?.day ?? null,
    EndedReason: ended?.reason || null,
  }
}

const notified: v.GenericSchema<unknown, NotifiedSince> = v.object({
  from: day,
  to: day,
  counts: v.array(v.object({ organisation: v.string(), count: v.number() })),
})

function parseCirculation(cells: Cells): CirculationContent | null {
  const on = cells.day('Day')
  const since = cells.data('NotifiedData', notified)
  const [ofReturn, period] = [cells.text('ReturnKey'), cells.text('PeriodKey')]
  if (on === null || ofReturn === '' || period === '') return null
  return {
    return: ofReturn,
    period,
    day: on,
    by: cells.data('ByData', person),
    stood: cells.data('StoodData', stood) ?? [],
    copies: cells.data('CopiesData', copies) ?? [],
    ...(since ? { notified: since } : {}),
  }
}

function makeCirculation(key: string, content: CirculationContent): KeyedValues {
  const { period, day: on, by } = content
  return {
    Key: key,
    Title: `${period} ${on}`,
    ReturnKey: content.return,
    PeriodKey: period,
    Day: on,
    By: by?.name ?? null,
    ByData: makeData(by),
    StoodData: makeData(content.stood),
    Copies: content.copies.map((copy) => copy.person.name).join('; ') || null,
    CopiesData: makeData(content.copies),
    NotifiedData: makeData(content.notified ?? null),
  }
}
