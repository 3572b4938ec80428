/** Versions of guidance, and who acknowledged them, as rows of their lists on Control, both ways. Pure. */

import * as v from 'valibot'
import {
  decideAcknowledgement,
  type AcknowledgeCommand,
  type AcknowledgementContent,
} from '../../domain/acknowledgement.ts'
import { BODY_VERDICTS, POSITION_PARTS, VERSION_STATES, type VersionContent } from '../../domain/guidance.ts'
import {
  decideGuidance,
  touchedByGuidance,
  type GuidanceCommand,
  type GuidanceRefusalCode,
} from '../../domain/guidancecommand.ts'
import { ACKNOWLEDGEMENTS, GUIDANCE } from '../controllists.ts'
import { makeData, type Cells } from '../work/cells.ts'
import type { KeyedValues } from '../work/rows.ts'
import { day, person } from '../work/shapes.ts'
import type { ConfidentialKind } from './confidential.ts'

export const guidanceKind: ConfidentialKind<VersionContent, GuidanceCommand, GuidanceRefusalCode> = {
  list: GUIDANCE,
  parse: parseVersion,
  make: makeVersion,
  decide: decideGuidance,
  touches: touchedByGuidance,
}

export const acknowledgementKind: ConfidentialKind<AcknowledgementContent, AcknowledgeCommand, 'notSpoc'> = {
  list: ACKNOWLEDGEMENTS,
  parse: parseAcknowledgement,
  make: makeAcknowledgement,
  decide: decideAcknowledgement,
  touches: () => [],
}

const deed = { by: person, on: day }
const part = v.picklist(POSITION_PARTS)
const interim = v.object({ ...deed, text: v.string(), textWelsh: v.string() })

const writers: v.GenericSchema<unknown, VersionContent['writers']> = v.array(person)
const submitted: v.GenericSchema<unknown, NonNullable<VersionContent['submitted']>> = v.object({
  ...deed,
  bodies: v.array(v.string()),
})
const answers: v.GenericSchema<unknown, VersionContent['answers']> = v.array(
  v.object({ ...deed, body: v.string(), verdict: v.picklist(BODY_VERDICTS), day, evidence: v.string() }),
)
const feedback: v.GenericSchema<unknown, VersionContent['feedback']> = v.array(
  v.object({ ...deed, id: v.string(), organisation: v.nullable(v.string()), body: v.string(), words: v.string() }),
)
const agreed: v.GenericSchema<unknown, NonNullable<VersionContent['agreed']>> = v.object(deed)
const refusals: v.GenericSchema<unknown, VersionContent['refusals']> = v.array(
  v.object({ ...deed, part, reason: v.string() }),
)
const withdrawn: v.GenericSchema<unknown, NonNullable<VersionContent['withdrawn']>> = v.object({
  ...deed,
  reason: v.string(),
})

/** Without those who wrote it nobody can say who may agree it; what says it is agreed has to say by whom. */
function parseVersion(cells: Cells): VersionContent | null {
  const by = cells.data('WritersData', writers) ?? []
  const state = cells.choice('State', VERSION_STATES, 'draft')
  const isAgreed = cells.data('AgreedData', agreed)
  const [group, guidance, number] = [cells.text('GroupKey'), cells.text('GuidanceKey'), cells.number('Number')]
  if (group === '' || guidance === '' || number < 1 || by.length === 0) return null
  if (state === 'agreed' && isAgreed === null) return null
  return {
    group,
    guidance,
    number,
    state,
    title: cells.words('Title'),
    titleWelsh: cells.text('TitleWelsh'),
    text: cells.words('Text'),
    textWelsh: cells.text('TextWelsh'),
    validFrom: cells.day('ValidFrom'),
    approver: cells.text('ApproverPost'),
    writers: by,
    submitted: cells.data('SubmittedData', submitted),
    answers: cells.data('AnswersData', answers) ?? [],
    interimAsked: cells.data('InterimAskedData', interim),
    interim: cells.data('InterimData', interim),
    feedback: cells.data('FeedbackData', feedback) ?? [],
    agreed: isAgreed,
    refusals: cells.data('RefusalsData', refusals) ?? [],
    withdrawn: cells.data('WithdrawnData', withdrawn),
  }
}

function makeVersion(key: string, content: VersionContent): KeyedValues {
  return {
    Key: key,
    Title: content.title,
    GroupKey: content.group,
    GuidanceKey: content.guidance,
    Number: content.number,
    State: content.state,
    TitleWelsh: content.titleWelsh || null,
    Text: content.text,
    TextWelsh: content.textWelsh || null,
    ValidFrom: content.validFrom,
    ApproverPost: content.approver,
    WritersData: makeData(content.writers),
    SubmittedData: makeData(content.submitted),
    AnswersData: makeData(content.answers),
    InterimAskedData: makeData(content.interimAsked),
    InterimData: makeData(content.interim),
    FeedbackData: makeData(content.feedback),
    AgreedData: makeData(content.agreed),
    RefusalsData: makeData(content.refusals),
    WithdrawnData: makeData(content.withdrawn),
  }
}

function parseAcknowledgement(cells: Cells): AcknowledgementContent | null {
  const [by, on] = [cells.data('ByData', person), cells.day('Day')]
  const [group, guidance, number] = [cells.text('GroupKey'), cells.text('GuidanceKey'), cells.number('Number')]
  const organisation = cells.text('Organisation')
  if (by === null || on === null || group === '' || guidance === '' || organisation === '' || number < 1) return null
  return {
    group,
    guidance,
    number,
    part: cells.choice('Part', POSITION_PARTS, 'agreed'),
    organisation,
    hash: cells.text('Hash'),
    by,
    on,
    at: cells.text('At'),
  }
}

function makeAcknowledgement(key: string, content: AcknowledgementContent): KeyedValues {
  return {
    Key: key,
    Title: `${content.organisation} ${content.guidance} ${content.number}`,
    GroupKey: content.group,
    GuidanceKey: content.guidance,
    Number: content.number,
    Part: content.part,
    Organisation: content.organisation,
    Hash: content.hash,
    ByData: makeData(content.by),
    Day: content.on,
    At: content.at,
  }
}
