/**
 * What a card says of a response that an organisation owes, and of what a return gathered. Its title stands for its
 * words, and above the group's threshold nothing does.
 */

import { answersThen, type CirculationContent } from '../../domain/circulation.ts'
import type { Prompt } from '../../domain/prompt.ts'
import { mayShowWords } from '../../domain/record.ts'
import { isMissing, lastTimeOf, responseOf, type RequestContent, type ResponseContent } from '../../domain/request.ts'
import { completenessOf, totalOf } from '../../domain/returntable.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/speech.ts'
import type { CardGround, CardPrompt, Place } from './cardground.ts'
import { dueOn } from './dueline.ts'
import type { Item } from './item.ts'

export function responseItem(
  prompt: CardPrompt,
  { snapshot, settings, requests, responses }: Place,
  { words, today, answers }: CardGround,
): Item {
  const key = prompt.subject ?? ''
  const dot = key.lastIndexOf('.')
  const request = requests.get(key.slice(0, dot)) ?? null
  const organisation = key.slice(dot + 1)
  const response = request && responseOf(request, organisation, responses)
  const last = request && lastTimeOf(request, organisation, requests.values(), responses)
  const answer = answers.get(prompt.id) ?? null
  const marking = request?.marking ?? snapshot.group.marking
  const showsWords = mayShowWords(marking.level, settings)
  const day = request?.due ?? null
  return {
    prompt,
    group: snapshot.group,
    action: null,
    asked: request && response && { request, response, last },
    circulation: null,
    matter: null,
    given: null,
    marking,
    reference: '',
    details: showsWords ? titleOf(prompt, request, response, snapshot) : null,
    colour: null,
    due: day === null ? null : dueOn(day, words, today),
    isLate: day !== null && day < today,
    answer,
    isOpen: answer === null && request !== null && response !== null && isStillAsked(prompt, request, response),
  }
}

/** To whom it goes up it says whose it is. */
function titleOf(
  { kind }: Prompt,
  request: RequestContent | null,
  response: ResponseContent | null,
  { organisations }: Snapshot,
): string {
  const title = request?.title ?? ''
  if (kind !== 'returnLate' || !response) return title
  return `${organisations.get(response.organisation)?.shortName ?? response.organisation}: ${title}`
}

/** What a period of a return came to, as it was sent back; above the threshold no figure of it. */
export function circulatedItem(
  prompt: CardPrompt,
  { snapshot, settings, requests, responses, circulations }: Place,
  { words }: CardGround,
): Item {
  const content = circulations?.get(prompt.subject ?? '') ?? null
  const request = (content && requests.get(content.period)) ?? null
  const marking = request?.marking ?? snapshot.group.marking
  const told = content && request && figuresOf(request, content, responses, words)
  return {
    prompt,
    group: snapshot.group,
    action: null,
    asked: null,
    circulation: prompt.subject,
    matter: null,
    marking,
    reference: '',
    details: mayShowWords(marking.level, settings) ? (told ?? '') : null,
    colour: null,
    due: content && words.day(content.day),
    isLate: false,
    answer: null,
    given: null,
    isOpen: true,
  }
}

/** `OCAG returns, Q2 2026/27: 4 of 5 answered. Incidents 24 · Found by search 6` */
function figuresOf(
  { title, fields, due }: RequestContent,
  content: CirculationContent,
  responses: ReadonlyMap<string, ResponseContent>,
  words: Words,
): string {
  const answers = answersThen(content, responses)
  const { asked, complete } = completenessOf(answers, due ?? content.day)
  const figures = fields.flatMap((field) => {
    const total = field.type === 'number' ? totalOf(answers, field.key) : null
    return total ? [`${field.title} ${words.number(total.sum)}`] : []
  })
  return [words.say('bot.circulated', { title, asked, complete }), figures.join(' · ')].filter((each) => each).join(' ')
}

/** Whether what a prompt asks for is still to be done, as the response stands now. */
function isStillAsked({ kind }: Prompt, { status, organisations }: RequestContent, response: ResponseContent): boolean {
  if (status === 'closed' || !organisations.includes(response.organisation) || !isMissing(response)) return false
  if (kind === 'responseNotOurs') return response.disowned !== null
  if (kind === 'returnLate') return true
  return (kind === 'signOffWanted') === (response.state === 'awaitingSignOff') && response.disowned === null
}
