/** Work of a fictional group that may answer paragraphs of a framework, for tests of what it covers. */

import type { Action } from '../../src/domain/action.ts'
import type { CoverageContent } from '../../src/domain/coverage.ts'
import type { CoveringGround, WorkRef } from '../../src/domain/covering.ts'
import { SPR_2023 } from '../../src/domain/frameworks/spr2023.ts'
import { responseKey, untouched, type RequestContent, type ResponseContent } from '../../src/domain/request.ts'
import type { ReturnContent } from '../../src/domain/return.ts'
import type { WorkstreamContent } from '../../src/domain/workstream.ts'
import { PROMPT_SETTINGS } from '../../src/domain/prompt.ts'
import { quarterAsked } from '../../src/domain/workstreamprompting.ts'
import { quarterKey, type QuarterContent } from '../../src/domain/workstreamquarter.ts'
import { EMPTY, PAT, TODAY } from './domainworld.ts'
import { UNTOUCHED } from './untouched.ts'

export function anAction(id: string, over: Partial<Action> = {}): Action {
  const stored = { version: '1', createdBy: PAT.name, createdAt: '', modifiedAt: '' }
  return { ...UNTOUCHED, ...stored, id, reference: `${id}/26`, details: 'Chase', ...over }
}

export function aWorkstream(over: Partial<WorkstreamContent> = {}): WorkstreamContent {
  const leads = { chiefOfficerLead: [], smtLead: [] }
  return {
    number: '1.2',
    objective: 'Homes',
    title: 'One list of homes',
    ...leads,
    barriers: [],
    chased: null,
    ended: null,
    source: null,
    ...over,
  }
}

export function aQuarter(workstream: string, quarter: string): readonly [string, QuarterContent] {
  const content = { workstream, quarter, status: 'Four of five.', planned: '', versions: [] }
  return [quarterKey(workstream, quarter), content]
}

export function aReturn(over: Partial<ReturnContent> = {}): ReturnContent {
  return {
    title: 'OCAG returns',
    titleWelsh: 'Ffurflenni OCAG',
    words: '',
    fields: [],
    organisations: ['north', 'shires-rocu'],
    frequency: 'quarterly',
    yearStart: 4,
    opens: { kind: 'after', days: 1 },
    dueAfter: 14,
    signOff: false,
    escalation: null,
    circulation: null,
    from: '2026-04-01',
    ended: null,
    ...over,
  }
}

export function aRequest(key: string, over: Partial<RequestContent> = {}): RequestContent {
  const asked = { action: null, opens: null, fields: [], signOff: false, marking: null, return: null, period: null }
  return {
    ...asked,
    key,
    title: 'How each force flags',
    words: '',
    organisations: ['north', 'shires-rocu'],
    due: '2026-11-01',
    status: 'open',
    log: [],
    ...over,
  }
}

export function answered(request: string, ...organisations: readonly string[]): ReadonlyMap<string, ResponseContent> {
  return new Map(
    organisations.map((each) => [responseKey(request, each), { ...untouched(request, each), state: 'responded' }]),
  )
}

export interface GroundParts extends Partial<Omit<CoveringGround, 'snapshot'>> {
  readonly actions?: readonly Action[]
}

export function groundOf({ actions = [], ...parts }: GroundParts): CoveringGround {
  const none = new Map<string, never>()
  return {
    snapshot: { ...EMPTY, actions: new Map(actions.map((each) => [each.id, each])) },
    workstreams: none,
    quarters: none,
    returns: none,
    requests: none,
    responses: none,
    asked: quarterAsked(TODAY, PROMPT_SETTINGS),
    ...parts,
  }
}

export function covering(
  item: string | WorkRef,
  paragraphs: readonly string[],
  over: Partial<CoverageContent> = {},
): CoverageContent {
  const ref = typeof item === 'string' ? ({ kind: 'action', key: item } as const) : item
  return { framework: SPR_2023.key, item: ref, paragraphs, evidence: 'Seen', by: PAT, day: TODAY, ...over }
}
