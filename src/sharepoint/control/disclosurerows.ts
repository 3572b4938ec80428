/** Requests for disclosure, and the grounds of a group, as rows of their lists on Control, both ways. Pure. */

import * as v from 'valibot'
import {
  DISCLOSURE_COLUMNS,
  DISCLOSURE_FORMATS,
  DISCLOSURE_LANGUAGES,
  type DisclosureContent,
} from '../../domain/disclosure.ts'
import {
  decideDisclosure,
  touchedByDisclosure,
  type DisclosureCommand,
  type DisclosureRefusalCode,
} from '../../domain/disclosurecommand.ts'
import {
  decideGrounds,
  type GroundsCommand,
  type GroundsContent,
  type GroundsRefusalCode,
} from '../../domain/grounds.ts'
import { DISCLOSURES, GROUNDS } from '../controllists.ts'
import { makeData, type Cells } from '../work/cells.ts'
import type { KeyedValues } from '../work/rows.ts'
import { day, person } from '../work/shapes.ts'
import type { ConfidentialKind } from './confidential.ts'

export const disclosureKind: ConfidentialKind<DisclosureContent, DisclosureCommand, DisclosureRefusalCode> = {
  list: DISCLOSURES,
  parse,
  make,
  decide: decideDisclosure,
  touches: touchedByDisclosure,
}

/** A row that somebody broke isn't read: nothing is withheld on grounds that nobody knows. */
export const groundsKind: ConfidentialKind<GroundsContent, GroundsCommand, GroundsRefusalCode> = {
  list: GROUNDS,
  parse(cells) {
    const kept = cells.data('GroundsData', grounds)
    return kept && { group: cells.text('GroupKey'), grounds: kept }
  },
  make: (key, content) => ({
    Key: key,
    Title: content.group,
    GroupKey: content.group,
    GroundsData: makeData(content.grounds),
  }),
  decide: decideGrounds,
  touches: () => [],
}

const grounds: v.GenericSchema<unknown, GroundsContent['grounds']> = v.array(
  v.object({ id: v.string(), en: v.string(), cy: v.string(), withdrawn: v.nullable(day) }),
)

const deed = { by: person, on: day }

const consulted: v.GenericSchema<unknown, DisclosureContent['consulted']> = v.array(
  v.object({ ...deed, id: v.string(), who: v.string(), words: v.string() }),
)
const rows: v.GenericSchema<unknown, DisclosureContent['rows']> = v.array(
  v.object({ action: v.string(), version: v.string() }),
)
const withheld: v.GenericSchema<unknown, DisclosureContent['withheld']> = v.array(
  v.object({
    id: v.string(),
    action: v.string(),
    column: v.nullable(v.picklist(DISCLOSURE_COLUMNS)),
    text: v.string(),
    occurrence: v.number(),
    ground: v.string(),
    words: v.string(),
  }),
)
const preparers: v.GenericSchema<unknown, DisclosureContent['preparers']> = v.array(person)
const asked: v.GenericSchema<unknown, NonNullable<DisclosureContent['asked']>> = v.object({
  ...deed,
  hash: v.string(),
  formats: v.array(v.picklist(DISCLOSURE_FORMATS)),
})
const refusals: v.GenericSchema<unknown, DisclosureContent['refusals']> = v.array(
  v.object({ ...deed, reason: v.string() }),
)
const released: v.GenericSchema<unknown, NonNullable<DisclosureContent['released']>> = v.object({
  ...deed,
  hash: v.string(),
  to: v.string(),
  files: v.array(v.object({ format: v.picklist(DISCLOSURE_FORMATS), hash: v.string(), size: v.number() })),
})
const answered: v.GenericSchema<unknown, NonNullable<DisclosureContent['answered']>> = v.object({
  ...deed,
  words: v.string(),
})

/**
 * What is withheld has to be read whole, and who withheld it: a row in which somebody broke that gives nothing out. Nor
 * is a release read that doesn't say of what.
 */
function parse(cells: Cells): DisclosureContent | null {
  const [group, received] = [cells.text('GroupKey'), cells.day('ReceivedDay')]
  const chosen = listIn(cells, 'RowsData', rows)
  const kept = listIn(cells, 'WithheldData', withheld)
  const by = listIn(cells, 'PreparersData', preparers)
  const given = cells.data('ReleasedData', released)
  if (group === '' || received === null || chosen === null || kept === null || by === null) return null
  if (given === null && cells.text('ReleasedDay') !== '') return null
  return {
    group,
    reference: cells.words('Title'),
    authority: cells.text('Authority'),
    received,
    scope: cells.text('Scope'),
    language: cells.choice('Language', DISCLOSURE_LANGUAGES, 'en'),
    consulted: cells.data('ConsultedData', consulted) ?? [],
    rows: chosen,
    withheld: kept,
    preparers: by,
    asked: cells.data('AskedData', asked),
    refusals: cells.data('RefusalsData', refusals) ?? [],
    released: given,
    answered: cells.data('AnsweredData', answered),
    disposed: cells.day('DisposedDay'),
  }
}

/** Null where there is something that can't be read; nothing at all is an empty list. */
function listIn<Item>(
  cells: Cells,
  column: string,
  shape: v.GenericSchema<unknown, readonly Item[]>,
): readonly Item[] | null {
  return cells.text(column) === '' ? [] : cells.data(column, shape)
}

function make(key: string, content: DisclosureContent): KeyedValues {
  return {
    Key: key,
    Title: content.reference,
    GroupKey: content.group,
    Authority: content.authority,
    ReceivedDay: content.received,
    Scope: content.scope,
    Language: content.language,
    ConsultedData: makeData(content.consulted),
    RowsData: makeData(content.rows),
    WithheldData: makeData(content.withheld),
    PreparersData: makeData(content.preparers),
    AskedData: makeData(content.asked),
    RefusalsData: makeData(content.refusals),
    ReleasedData: makeData(content.released),
    ReleasedDay: content.released?.on ?? null,
    AnsweredData: makeData(content.answered),
    DisposedDay: content.disposed,
  }
}
