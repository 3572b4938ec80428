/**
 * Who is to be told of which response, worked out each day from the requests as they are, as for actions (prompting.ts).
 * A response is put to whoever holds the organisation's post now, its deputy where that is vacant or away, else the
 * coordinator; whom it was passed on to instead of who passed it on, who hears again when it is late.
 */

import { addresseesOf, holdersOf, type Addressee, type Posts } from './addressee.ts'
import { isInForce, isSamePerson, personKey } from './appointment.ts'
import { workingDayOnOrBefore } from './calendar.ts'
import { addDays, daysBetween, type Day } from './day.ts'
import type { Person } from './group.ts'
import type { Prompt, PromptKind, PromptSettings } from './prompt.ts'
import { isAsked, isMissing, isOwed, responseOf, type RequestContent, type ResponseContent } from './request.ts'
import { chasedOn } from './responding.ts'

/** Kinds that are about a response, whose key is their `subject`. */
export const RESPONSE_PROMPT_KINDS = [
  'responseOverdue',
  'responseChased',
  'responseReturned',
  'responseDue',
  'signOffWanted',
  'responseWanted',
  'responseNotOurs',
  'returnLate',
] as const satisfies readonly PromptKind[]
export type ResponsePromptKind = (typeof RESPONSE_PROMPT_KINDS)[number]

export interface ResponseGround extends Posts {
  readonly group: string
  readonly settings: Pick<PromptSettings, 'daysBefore'>
  readonly requests: Iterable<RequestContent>
  readonly responses: ReadonlyMap<string, ResponseContent>
}

export function isAboutResponse({ kind }: Pick<Prompt, 'kind'>): boolean {
  return (RESPONSE_PROMPT_KINDS as readonly string[]).includes(kind)
}

/** Every prompt that holds today. */
export function dueResponsePrompts(ground: ResponseGround): readonly Prompt[] {
  const prompts: Prompt[] = []
  for (const request of ground.requests) {
    if (!isAsked(request, ground.today)) continue
    for (const organisation of request.organisations) {
      prompts.push(...promptsOf(request, responseOf(request, organisation, ground.responses), ground))
    }
  }
  return prompts
}

function promptsOf(request: RequestContent, response: ResponseContent, ground: ResponseGround): readonly Prompt[] {
  if (!isMissing(response)) return []
  const put = (kind: ResponsePromptKind, occurrence: string, to: Addressee, day: Day): Prompt => ({
    key: [kind, ground.group, response.key, occurrence, personKey(to.person)].join('|'),
    kind,
    group: ground.group,
    action: null,
    part: null,
    milestone: null,
    subject: response.key,
    to: to.person,
    post: to.post,
    as: to.as,
    day,
  })
  if (response.state === 'awaitingSignOff') {
    const day = response.answer?.day ?? ground.today
    const chased = chasedOn(response)
    // Chased since, they are asked once more.
    const occurrence = chased !== null && chased > day ? chased : day
    return signersOf(response, ground).map((to) => put('signOffWanted', occurrence, to, day))
  }
  if (response.disowned) {
    const { by, day } = response.disowned
    return holdersOf('coordinator', ground).map((to) => put('responseNotOurs', `${personKey(by)}.${day}`, to, day))
  }
  const { due } = request
  const asked = request.log.at(0)?.day ?? ground.today
  return putTo(response, ground).flatMap(({ doer, accountable }) => {
    const prompts = [put('responseWanted', '', doer, due ?? asked)]
    const returned = response.log.findLast(({ kind }) => kind === 'returned' || kind === 'notSignedOff')
    if (response.state === 'returned' && returned) {
      prompts.push(put('responseReturned', returned.id, doer, returned.day))
    }
    const chased = chasedOn(response)
    if (chased === ground.today) prompts.push(put('responseChased', chased, doer, due ?? chased))
    if (due === null) return prompts
    const late = daysBetween(due, ground.today)
    if (late > 0) {
      const week = `${due}.${Math.floor((late - 1) / 7)}`
      prompts.push(put('responseOverdue', week, doer, due))
      if (accountable) prompts.push(put('responseOverdue', week, accountable, due))
    } else if (ground.today >= workingDayOnOrBefore(due)) prompts.push(put('responseDue', `${due}.today`, doer, due))
    else if (ground.today >= addDays(due, -ground.settings.daysBefore)) {
      prompts.push(put('responseDue', due, doer, due))
    }
    return prompts
  })
}

interface PutTo {
  readonly doer: Addressee
  /** Who passed it on. */
  readonly accountable: Addressee | null
}

/** Whom chasing writes to: who is to answer, or to sign it off. Nobody, while the coordinator is asked whose it is. */
export function chasedFor(response: ResponseContent, posts: Posts): readonly Person[] {
  if (!isOwed(response)) return []
  if (response.state === 'awaitingSignOff') return signersOf(response, posts).map(({ person }) => person)
  return putTo(response, posts).map(({ doer }) => doer.person)
}

/** Whom a response is put to now. */
function putTo({ organisation, passed }: ResponseContent, posts: Posts): readonly PutTo[] {
  return addresseesOf([{ organisation }], posts).map((each) =>
    passed && isSamePerson(passed.from, each.person)
      ? { doer: { ...each, person: passed.to, as: 'passedTo' }, accountable: each }
      : { doer: each, accountable: null },
  )
}

/** The approvers of the organisation who didn't answer; where there is none, whoever else holds a post there. */
function signersOf({ organisation, answer }: ResponseContent, { appointments, today }: Posts): readonly Addressee[] {
  const there = appointments.filter((each) => each.organisation === organisation && isInForce(each, today))
  const approvers = there.filter(({ role, holder, deputy }) => role === 'approver' && (holder ?? deputy) !== null)
  const by = answer?.by ?? null
  const found = new Map<string, Addressee>()
  for (const { post, holder, deputy } of approvers.length > 0 ? approvers : there) {
    const isHolder = holder !== null && !isSamePerson(holder, by)
    const person = isHolder ? holder : deputy
    if (person && !isSamePerson(person, by)) {
      found.set(personKey(person), { person, post, as: isHolder ? 'holder' : 'deputy', vacant: null })
    }
  }
  return [...found.values()]
}
