/**
 * What a register's rules say of a recommendation on a day, beside what its document prints (product, rule 1). The rule
 * itself is the domain's; here its document is put before it.
 */

import type { ActionContent } from '../domain/action.ts'
import type { Day } from '../domain/day.ts'
import { standingOf } from '../domain/status.ts'
import type { PrintedDue, PrintedRecommendation, RuleAnswer } from './recommendation.ts'
import { historyOf } from './recommendationdues.ts'

export function answerOfRule(
  { status, addressee, dues }: Pick<PrintedRecommendation, 'status' | 'addressee' | 'dues'>,
  today: Day,
): RuleAnswer {
  const action = makeAction(status, addressee, dues)
  const [colour, byFirstDue] = (['current', 'first'] as const).map(
    (lateBy) => standingOf(action, { today, nextMeeting: null, lateBy }).rule,
  ) as [RuleAnswer['colour'], RuleAnswer['colour']]
  const printed = status === 'NEW GREEN' ? 'GREEN' : status
  return { colour, byFirstDue, differs: printed !== null && printed !== colour }
}

/** As it would stand in a register whose service has confirmed the import. */
function makeAction(
  status: PrintedRecommendation['status'],
  { body, awaited }: PrintedRecommendation['addressee'],
  dues: readonly PrintedDue[],
): ActionContent {
  const { first, current } = historyOf(dues)
  const isGreen = status === 'GREEN' || status === 'NEW GREEN'
  return {
    id: '',
    reference: '',
    kind: 'recommendation',
    details: '',
    parts: [],
    owners: [],
    due: current,
    firstDue: first,
    extensions: [],
    extensionAsked: null,
    milestones: [],
    links: body === null ? [] : [{ id: '', kind: 'waitsFor', target: { body, what: awaited ?? '' }, answer: null }],
    retainedFor: null,
    status: isGreen ? 'discharged' : status === 'CLOSED' ? 'closed' : 'open',
    discharge: isGreen ? { evidence: '', proposedOn: '', proposedBy: null, decision: 'import' } : null,
    closing: null,
    override: null,
    origin: { kind: 'document' },
    marking: null,
    latest: null,
    updateCount: 0,
  }
}
