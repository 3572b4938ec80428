/**
 * What may be done to the response of an organisation. Pure. It is answered by who holds the organisation's post, or
 * whom they passed it on to; accepted or returned by the coordinator or an analyst. Posts are the copy on the group's
 * own site: it spares people a refusal later, and rights that matter are read from Control by the service, which says so
 * by acting `as: 'service'`.
 */

import { isInForce, isSamePerson } from './appointment.ts'
import { checkReason } from './check.ts'
import type { CollectionContext } from './collection.ts'
import type { Day } from './day.ts'
import type { Person, Post } from './group.ts'
import {
  isMissing,
  isOwed,
  untouched,
  type Answer,
  type ResponseContent,
  type ResponseEntry,
  type ResponseEvent,
} from './request.ts'
import type { AnswerRequest, PassOn, ResponseCommand, SignOff } from './requestcommand.ts'
import { checkValues } from './requestfields.ts'
import { accept, refuse, type Refusal, type Result } from './result.ts'

/** Longer answers are files: the log keeps every answer that was ever given, in one cell of the row. */
export const LONGEST_ANSWER = 4000
const LONGEST_LOG = 60_000

/** Decides one command on a response as it is now; null: nobody has touched it. */
export function decideResponse(
  command: ResponseCommand,
  now: ResponseContent | null,
  context: CollectionContext,
): Result<ResponseContent> {
  // Carried out before: once is once.
  if (now?.log.some(({ id }) => id === command.id)) return accept(now)
  const request = command.of
  const organisation = command.key.slice(request.key.length + 1)
  if (!request.organisations.includes(organisation)) return refuse('requestNotPut')
  if (request.status === 'closed') return refuse('requestClosed')
  const rule = RULES[command.kind] as Rule<ResponseCommand>
  const decided = rule(command, now ?? untouched(request.key, organisation), context)
  const isFull = decided.ok && JSON.stringify(decided.value.log).length > LONGEST_LOG
  return isFull ? refuse('responseFull') : decided
}

type Rule<Each> = (command: Each, now: ResponseContent, ground: CollectionContext) => Result<ResponseContent>

const RULES: { readonly [Kind in ResponseCommand['kind']]: Rule<Extract<ResponseCommand, { kind: Kind }>> } = {
  answer(command, now, ground) {
    if (now.state === 'accepted') return refuse('responseAccepted')
    const refusal = mayAnswer(command, now, ground) ?? checkAnswer(command)
    if (refusal) return failed(refusal)
    const answer = makeAnswer(command, ground)
    // What came to the coordinator has left its organisation.
    const waits = command.of.signOff && command.recorded === null
    const state = waits ? 'awaitingSignOff' : said(answer)
    const event = answer.nil ? 'nil' : 'answered'
    return changed(now, { state, answer, disowned: null }, { ...entry(command, event, ground, answer.words), answer })
  },

  notOurs(command, now, ground) {
    if (now.state === 'accepted') return refuse('responseAccepted')
    const refusal = own(now, ground)
    if (refusal) return failed(refusal)
    const disowned = { by: ground.actor, day: ground.today }
    return changed(now, { disowned }, entry(command, 'notOurs', ground, command.words))
  },

  passOn(command, now, ground) {
    const refusal = own(now, ground) ?? checkPass(command, ground)
    if (refusal) return failed(refusal)
    const from = now.passed && !isSamePerson(now.passed.to, command.to) ? now.passed.from : ground.actor
    const passed = { ...entry(command, 'passedOn', ground, command.words), people: [command.to] }
    return changed(now, { passed: { from, to: command.to } }, passed)
  },

  signOff(command, now, ground) {
    const { answer } = now
    if (now.state !== 'awaitingSignOff' || !answer) return refuse('signOffNotAsked')
    const refusal = maySign(command, now, ground)
    if (refusal) return failed(refusal)
    if (command.signed) return changed(now, { state: said(answer) }, entry(command, 'signedOff', ground, command.words))
    const why = checkReason(command.words)
    return why
      ? failed(why)
      : changed(now, { state: 'returned' }, entry(command, 'notSignedOff', ground, command.words))
  },

  acceptResponse(command, now, ground) {
    const refusal = mayJudge(ground)
    if (refusal) return failed(refusal)
    if (now.state === 'accepted') return refuse('nothingChanged')
    if (isMissing(now)) return refuse('responseMissing')
    return changed(now, { state: 'accepted' }, entry(command, 'accepted', ground, command.words))
  },

  returnResponse(command, now, ground) {
    const refusal = mayJudge(ground) ?? checkReason(command.reason)
    if (refusal) return failed(refusal)
    if (isMissing(now)) return refuse('responseMissing')
    return changed(now, { state: 'returned' }, entry(command, 'returned', ground, command.reason))
  },

  askAgain(command, now, ground) {
    if (ground.as === 'member') return refuse('coordinatorOnly')
    if (!now.disowned) return refuse('nothingChanged')
    return changed(now, { disowned: null }, entry(command, 'askedAgain', ground, command.words))
  },

  /** Never twice a day. */
  chase(command, now, ground) {
    if (ground.as !== 'service') return refuse('serviceOnly')
    if (!isOwed(now)) return refuse('nothingChanged')
    if (chasedOn(now) === ground.today) return refuse('chasedToday')
    return changed(now, {}, { ...entry(command, 'chased', ground), people: command.people })
  },
}

/** The day on which somebody was last chased for it. */
export function chasedOn({ log }: Pick<ResponseContent, 'log'>): Day | null {
  return log.findLast(({ kind }) => kind === 'chased')?.day ?? null
}

/** Whether a person answers for an organisation by a post of theirs there, or because it was passed on to them. */
export function isOwnResponse(
  person: Person,
  response: Pick<ResponseContent, 'organisation' | 'passed'>,
  posts: Iterable<Post>,
  today: Day,
): boolean {
  if (isSamePerson(response.passed?.to ?? null, person)) return true
  const there = [...posts].filter((post) => post.organisation === response.organisation && isInForce(post, today))
  const spocs = there.filter(({ role }) => role === 'spoc')
  return (spocs.length > 0 ? spocs : there).some((post) => isHeldBy(post, person))
}

/** Whether a person may sign an answer off: an approver there; where there is none, another who holds a post there. */
export function isSigner(
  person: Person,
  response: Pick<ResponseContent, 'organisation' | 'answer'>,
  posts: Iterable<Post>,
  today: Day,
): boolean {
  if (isSamePerson(response.answer?.by ?? null, person)) return false
  const there = [...posts].filter((post) => post.organisation === response.organisation && isInForce(post, today))
  const approvers = there.filter(({ role, holder, deputy }) => role === 'approver' && (holder ?? deputy) !== null)
  return (approvers.length > 0 ? approvers : there).some((post) => isHeldBy(post, person))
}

function isHeldBy({ holder, deputy }: Post, person: Person): boolean {
  return isSamePerson(holder, person) || isSamePerson(deputy, person)
}

function own(now: ResponseContent, { as, actor, snapshot, today }: CollectionContext): Refusal | null {
  if (as === 'service' || isOwnResponse(actor, now, snapshot.posts.values(), today)) return null
  return { code: 'responseNotYours' }
}

/** The coordinator answers for somebody, and says for whom and how it came. */
function mayAnswer({ recorded }: AnswerRequest, now: ResponseContent, ground: CollectionContext): Refusal | null {
  if (recorded === null) return own(now, ground)
  if (ground.as === 'member') return { code: 'coordinatorOnly' }
  if (recorded.of.trim() === '') return { code: 'textMissing', field: 'recorded.of' }
  return recorded.how.trim() === '' ? { code: 'textMissing', field: 'recorded.how' } : null
}

function checkAnswer({ words, values, nil, of: { fields } }: AnswerRequest): Refusal | null {
  if (words.length > LONGEST_ANSWER) {
    return { code: 'textTooLong', field: 'words', values: { longest: LONGEST_ANSWER } }
  }
  if (nil) return null
  if (fields.length === 0) return words.trim() === '' ? { code: 'textMissing', field: 'words' } : null
  return checkValues(values, fields)
}

function checkPass({ to }: PassOn, { actor }: CollectionContext): Refusal | null {
  return isSamePerson(to, actor) ? { code: 'nothingChanged', field: 'to' } : null
}

/** Nobody signs off what they answered themselves (product, rule 4). */
function maySign(_: SignOff, now: ResponseContent, { as, actor, snapshot, today }: CollectionContext): Refusal | null {
  if (isSamePerson(now.answer?.by ?? null, actor)) return { code: 'ownRequest' }
  if (as === 'service' || isSigner(actor, now, snapshot.posts.values(), today)) return null
  return { code: 'approverOnly' }
}

function mayJudge({ as, actor, snapshot, today }: CollectionContext): Refusal | null {
  if (as !== 'member') return null
  const posts = [...snapshot.posts.values()]
  const isAnalyst = posts.some((post) => post.role === 'analyst' && isInForce(post, today) && isHeldBy(post, actor))
  return isAnalyst ? null : { code: 'coordinatorOnly' }
}

function makeAnswer(
  { words, values, files, nil, like, recorded }: AnswerRequest,
  { actor, today }: CollectionContext,
): Answer {
  return {
    words: words.trim(),
    values: nil ? {} : values,
    files,
    nil,
    by: actor,
    day: today,
    recorded: recorded && { of: recorded.of.trim(), how: recorded.how.trim() },
    like,
  }
}

function said({ nil }: Answer): 'nil' | 'responded' {
  return nil ? 'nil' : 'responded'
}

function entry(
  { id }: ResponseCommand,
  kind: ResponseEvent,
  { today, actor }: CollectionContext,
  words = '',
): ResponseEntry {
  return { id, kind, day: today, by: actor, words: words.trim(), answer: null, people: [] }
}

function changed(
  now: ResponseContent,
  fields: Partial<ResponseContent>,
  entered: ResponseEntry,
): Result<ResponseContent> {
  return accept({ ...now, ...fields, log: [...now.log, entered] })
}

function failed(error: Refusal): Result<never> {
  return { ok: false, error }
}
