/** Incidents, profiles and opening counts as rows of their lists on Control, both ways, and by which rules they change. */

import * as v from 'valibot'
import {
  decideIncident,
  INCIDENT_CATEGORIES,
  INCIDENT_OUTCOMES,
  INCIDENT_SOURCES,
  touchedByIncident,
  type IncidentCommand,
  type IncidentContent,
  type IncidentEntry,
  type IncidentFacts,
  type IncidentRefusalCode,
} from '../../domain/incident.ts'
import {
  decideOpening,
  touchedByOpening,
  type OpeningCommand,
  type OpeningCount,
  type OpeningRefusalCode,
} from '../../domain/openingcount.ts'
import {
  decideProfile,
  RISK_LEVELS,
  touchedByProfile,
  type ProfileCommand,
  type ProfileContent,
  type ProfileRefusalCode,
} from '../../domain/profile.ts'
import { INCIDENTS, OPENINGS, PROFILES } from '../controllists.ts'
import { makeData, type Cells } from '../work/cells.ts'
import { day, person } from '../work/shapes.ts'
import type { ConfidentialKind } from './confidential.ts'

const STATES = ['stands', 'withdrawn'] as const

const facts: v.GenericSchema<unknown, IncidentFacts> = v.object({
  organisation: v.string(),
  day,
  profile: v.nullable(v.string()),
  category: v.picklist(INCIDENT_CATEGORIES),
  source: v.picklist(INCIDENT_SOURCES),
  outcome: v.picklist(INCIDENT_OUTCOMES),
  reference: v.string(),
  note: v.string(),
})

const log: v.GenericSchema<unknown, readonly IncidentEntry[]> = v.array(
  v.object({
    id: v.string(),
    kind: v.picklist(['reported', 'corrected', 'withdrawn']),
    by: person,
    at: v.string(),
    reason: v.string(),
    before: v.nullable(facts),
  }),
)

export const incidentKind: ConfidentialKind<IncidentContent, IncidentCommand, IncidentRefusalCode> = {
  list: INCIDENTS,
  parse(cells) {
    const on = cells.day('Day')
    const organisation = cells.words('Organisation')
    const group = cells.words('GroupKey')
    if (on === null || organisation === '' || group === '') return null
    return {
      group,
      organisation,
      day: on,
      profile: cells.textOrNull('ProfileKey'),
      category: cells.choice('Category', INCIDENT_CATEGORIES, 'other'),
      source: cells.choice('Source', INCIDENT_SOURCES, 'told'),
      outcome: cells.choice('Outcome', INCIDENT_OUTCOMES, 'notYetKnown'),
      reference: cells.text('Reference'),
      note: cells.text('Note'),
      state: cells.choice('State', STATES, 'stands'),
      log: cells.data('LogData', log) ?? [],
    }
  },
  make: (key, content) => ({
    Key: key,
    GroupKey: content.group,
    Title: `${content.organisation} ${content.day}`,
    Day: content.day,
    Organisation: content.organisation,
    ProfileKey: content.profile,
    Category: content.category,
    Source: content.source,
    Outcome: content.outcome,
    Reference: content.reference || null,
    Note: content.note || null,
    State: content.state,
    LogData: makeData(content.log),
  }),
  decide: decideIncident,
  touches: touchedByIncident,
}

export const profileKind: ConfidentialKind<ProfileContent, ProfileCommand, ProfileRefusalCode> = {
  list: PROFILES,
  parse(cells) {
    const changed = stamp(cells, 'ChangedByData', 'ChangedDay')
    const group = cells.words('GroupKey')
    if (!changed || group === '') return null
    const endedOn = cells.day('EndedDay')
    return {
      group,
      name: cells.words('Title'),
      aliases: cells.lines('Aliases'),
      area: cells.text('Area'),
      links: cells.lines('Links'),
      risk: cells.choice('Risk', RISK_LEVELS, 'high'),
      redLines: cells.text('RedLines'),
      changed,
      ended: endedOn === null ? null : { day: endedOn, reason: cells.text('EndedReason') },
    }
  },
  make: (key, content) => ({
    Key: key,
    GroupKey: content.group,
    Title: content.name,
    Aliases: content.aliases.join('\n') || null,
    Area: content.area || null,
    Links: content.links.join('\n') || null,
    Risk: content.risk,
    RedLines: content.redLines || null,
    ChangedDay: content.changed.day,
    ChangedByData: makeData(content.changed.by),
    EndedDay: content.ended?.day ?? null,
    EndedReason: content.ended?.reason || null,
  }),
  decide: decideProfile,
  touches: touchedByProfile,
}

export const openingKind: ConfidentialKind<OpeningCount, OpeningCommand, OpeningRefusalCode> = {
  list: OPENINGS,
  parse(cells) {
    const set = stamp(cells, 'SetByData', 'SetDay')
    const [from, to] = [cells.day('FromDay'), cells.day('ToDay')]
    const group = cells.words('GroupKey')
    // A count of days that can't be read would be added to the wrong sum.
    if (!set || from === null || to === null || group === '') return null
    return {
      group,
      organisation: cells.textOrNull('Organisation'),
      nation: cells.words('Nation'),
      from,
      to,
      count: cells.number('Count'),
      basis: cells.text('Basis'),
      set,
      state: cells.choice('State', STATES, 'stands'),
    }
  },
  make: (key, content) => ({
    Key: key,
    GroupKey: content.group,
    Title: `${content.organisation ?? content.nation} ${content.from}`,
    Organisation: content.organisation,
    Nation: content.nation,
    FromDay: content.from,
    ToDay: content.to,
    Count: content.count,
    Basis: content.basis || null,
    SetDay: content.set.day,
    SetByData: makeData(content.set.by),
    State: content.state,
  }),
  decide: decideOpening,
  touches: touchedByOpening,
}

function stamp(cells: Cells, by: string, on: string): ProfileContent['changed'] | null {
  const who = cells.data(by, person)
  const at = cells.day(on)
  return who && at !== null ? { by: who, day: at } : null
}
