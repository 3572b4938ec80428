/** Work streams, and their quarters, as rows of their lists, both ways. Pure. */

import * as v from 'valibot'
import {
  decideWorkstream,
  openBarriers,
  touchedByWorkstream,
  type Barrier,
  type WorkstreamCommand,
  type WorkstreamContent,
  type WorkstreamDraft,
} from '../../domain/workstream.ts'
import {
  decideQuarter,
  touchedByQuarter,
  type QuarterContent,
  type QuarterVersion,
  type ReportQuarter,
} from '../../domain/workstreamquarter.ts'
import { QUARTERS, WORKSTREAMS } from '../worklists.ts'
import { makeData, type Cells } from './cells.ts'
import type { CollectionKind } from './collection.ts'
import { source } from './publicationrows.ts'
import type { KeyedValues } from './rows.ts'
import { day, owners, person } from './shapes.ts'

export const workstreamKind: CollectionKind<WorkstreamContent, WorkstreamCommand> = {
  list: WORKSTREAMS,
  parse: parseWorkstream,
  make: makeWorkstream,
  decide: decideWorkstream,
  touches: touchedByWorkstream,
}

export const quarterKind: CollectionKind<QuarterContent, ReportQuarter> = {
  list: QUARTERS,
  parse: parseQuarter,
  make: makeQuarter,
  decide: decideQuarter,
  touches: touchedByQuarter,
}

const said = { day, words: v.string(), by: person }

const barriers: v.GenericSchema<unknown, readonly Barrier[]> = v.array(
  v.object({
    id: v.string(),
    raised: v.object(said),
    mitigations: v.array(v.object({ id: v.string(), ...said })),
    resolved: v.nullable(v.object(said)),
  }),
)

const chased: v.GenericSchema<unknown, NonNullable<WorkstreamContent['chased']>> = v.object({
  quarter: v.string(),
  day,
  by: person,
})

const leads: v.GenericSchema<unknown, Pick<WorkstreamDraft, 'chiefOfficerLead' | 'smtLead'>> = v.object({
  chiefOfficerLead: owners,
  smtLead: owners,
})

const versions: v.GenericSchema<unknown, readonly QuarterVersion[]> = v.array(
  v.object({ id: v.string(), status: v.string(), planned: v.string(), day, by: person }),
)

/** A title in SharePoint is short; the work stream in full has a column of its own. */
const LONGEST_TITLE = 250

function parseWorkstream(cells: Cells): WorkstreamContent {
  const endedOn = cells.day('EndedDay')
  return {
    number: cells.text('Number'),
    objective: cells.text('Objective'),
    title: cells.text('Words'),
    ...(cells.data('LeadsData', leads) ?? { chiefOfficerLead: [], smtLead: [] }),
    barriers: cells.data('BarriersData', barriers) ?? [],
    ended: endedOn === null ? null : { day: endedOn, reason: cells.text('EndedReason') },
    chased: cells.data('ChasedData', chased),
    source: cells.data('SourceData', source),
  }
}

function makeWorkstream(key: string, content: WorkstreamContent): KeyedValues {
  const { number, objective, title, chiefOfficerLead, smtLead, ended } = content
  return {
    Key: key,
    Title: (title || objective).replaceAll('\n', ' ').slice(0, LONGEST_TITLE),
    Number: number || null,
    Objective: objective || null,
    Words: title || null,
    Barriers:
      openBarriers(content)
        .map(({ raised }) => raised.words)
        .join('\n') || null,
    EndedDay: ended?.day ?? null,
    EndedReason: ended?.reason || null,
    LeadsData: makeData({ chiefOfficerLead, smtLead }),
    BarriersData: makeData(content.barriers),
    ChasedData: makeData(content.chased),
    SourceData: makeData(content.source),
  }
}

/** Without its work stream and its quarter nobody knows what it speaks of. */
function parseQuarter(cells: Cells): QuarterContent | null {
  const [workstream, quarter] = [cells.words('WorkstreamKey'), cells.words('Quarter')]
  if (workstream === '' || quarter === '') return null
  return {
    workstream,
    quarter,
    status: cells.text('Status'),
    planned: cells.text('Planned'),
    versions: cells.data('VersionsData', versions) ?? [],
  }
}

function makeQuarter(
  key: string,
  { workstream, quarter, status, planned, versions: all }: QuarterContent,
): KeyedValues {
  return {
    Key: key,
    Title: `${workstream} ${quarter}`.slice(0, LONGEST_TITLE),
    WorkstreamKey: workstream,
    Quarter: quarter,
    Status: status || null,
    Planned: planned || null,
    VersionsData: makeData(all),
  }
}
