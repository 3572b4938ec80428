/** Inspection reports as rows of their list, both ways. Pure. */

import * as v from 'valibot'
import {
  decidePublication,
  positionOf,
  SCOPES,
  touchedByPublication,
  type Position,
  type PublicationCommand,
  type PublicationContent,
  type Reply,
  type Telling,
} from '../../domain/publication.ts'
import { PUBLICATIONS } from '../worklists.ts'
import { makeData, type Cells } from './cells.ts'
import type { CollectionKind } from './collection.ts'
import type { KeyedValues } from './rows.ts'
import { day, due, owners, person } from './shapes.ts'

export const publicationKind: CollectionKind<PublicationContent, PublicationCommand> = {
  list: PUBLICATIONS,
  parse: parsePublication,
  make: makePublication,
  decide: decidePublication,
  touches: touchedByPublication,
}

const said = { day, words: v.string(), by: person }

const positions: v.GenericSchema<unknown, readonly Position[]> = v.array(v.object({ id: v.string(), ...said }))

const replies: v.GenericSchema<unknown, readonly Reply[]> = v.array(
  v.object({ id: v.string(), due, to: v.string(), sent: v.nullable(v.object(said)) }),
)

const told: v.GenericSchema<unknown, readonly Telling[]> = v.array(
  v.object({ id: v.string(), board: v.string(), ...said }),
)

export const source: v.GenericSchema<unknown, { readonly words: string; readonly batch: string }> = v.object({
  words: v.string(),
  batch: v.string(),
})

function parsePublication(cells: Cells): PublicationContent {
  return {
    title: cells.words('Title'),
    subtitle: cells.text('Subtitle'),
    publishers: cells.lines('Publishers'),
    published: cells.textOrNull('Published'),
    scope: cells.choiceOrNull('Scope', SCOPES),
    lead: cells.data('LeadData', owners) ?? [],
    summary: cells.text('Summary'),
    earlier: cells.number('Earlier'),
    positions: cells.data('PositionsData', positions) ?? [],
    replies: cells.data('RepliesData', replies) ?? [],
    told: cells.data('ToldData', told) ?? [],
    notes: cells.text('Notes'),
    source: cells.data('SourceData', source),
  }
}

function makePublication(key: string, content: PublicationContent): KeyedValues {
  return {
    Key: key,
    Title: content.title,
    Subtitle: content.subtitle || null,
    Publishers: content.publishers.join('\n') || null,
    Published: content.published,
    Scope: content.scope,
    Position: positionOf(content)?.words ?? null,
    Summary: content.summary || null,
    Earlier: content.earlier,
    Notes: content.notes || null,
    LeadData: makeData(content.lead),
    PositionsData: makeData(content.positions),
    RepliesData: makeData(content.replies),
    ToldData: makeData(content.told),
    SourceData: makeData(content.source),
  }
}
