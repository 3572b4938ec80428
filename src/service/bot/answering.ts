/**
 * An answer that was taken, on its way into the register: logged first, then written in its author's name, under an id
 * that makes it there once however often it is tried. What broke off is carried on by whichever instance finds it.
 */

import type { Command } from '../../domain/command.ts'
import type { Day } from '../../domain/day.ts'
import type { Due } from '../../domain/due.ts'
import type { Person } from '../../domain/group.ts'
import { lastTimeOf, type RequestContent, type ResponseContent } from '../../domain/request.ts'
import { askedOf, type ResponseCommand } from '../../domain/requestcommand.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import { passOn } from '../choices.ts'
import { traceOf } from '../log.ts'
import type { Office } from '../office.ts'
import type { AnswerVerb } from '../cards/cardground.ts'
import type { Changed } from '../prompts/run.ts'
import type { AnswerRows, TakenAnswer } from './answerrows.ts'
import type { Seal } from './seal.ts'

/** What was typed and chosen; as it is sealed. */
export interface AnswerContent {
  readonly verb: AnswerVerb
  readonly group: string
  readonly action: string
  /** Key of the response that it is, where it is one; then there is no action. */
  readonly response?: string | null
  readonly by: Person
  /** The day on which it was given. */
  readonly day: Day
  /** Update, evidence, reason, or the words that go with a pass. */
  readonly text: string
  readonly next: string
  readonly to: Due | null
  readonly colleague: Person | null
  /** The organisation that it is given for. */
  readonly organisation: string | null
}

export type Applied =
  | { readonly state: 'applied' }
  /** The register wouldn't have it; nothing of it stands anywhere. */
  | {
      readonly state: 'refused'
      readonly refusal: { readonly code: string; readonly values?: Readonly<Record<string, string | number>> }
    }
  /** Not yet: it will be tried again. */
  | { readonly state: 'later' }

export interface Answering {
  /** Of one that was just taken. */
  begin(id: string): Promise<Applied>
  /** Begins nothing more, and lets what is under way end. */
  close(): Promise<void>
}

/** Where tests cut: after each of these something has just become true, and nothing of what follows has. */
export const ANSWER_POINTS = ['taken', 'claimed', 'audited', 'logged', 'written', 'applied', 'shown'] as const
export type AnswerPoint = (typeof ANSWER_POINTS)[number]

export interface AnsweringOptions {
  readonly office: Office
  readonly rows: AnswerRows
  readonly seal: Seal
  /** Something of this action has changed. */
  readonly onApplied: (about: Changed) => Promise<void>
  readonly retrySeconds?: number
  /** Told when something has just become true. For tests, which end the process there. */
  readonly points?: (point: AnswerPoint) => Promise<void>
}

/** The command of an answer; null for those that don't go into the register. */
export function commandOf(id: string, content: AnswerContent): Command | null {
  const { verb, action, text, next, day, organisation } = content
  switch (verb) {
    case 'update':
    case 'nil':
      return {
        kind: 'addUpdate',
        id,
        action,
        update: {
          day,
          text,
          next: next === '' ? null : { words: next, owners: [], due: null },
          outcome: next === '' ? null : 'next',
          organisation,
        },
      }
    case 'proposeDischarge':
      return { kind: 'proposeDischarge', id, action, evidence: text }
    case 'askExtension':
      return content.to && { kind: 'askExtension', id, action, to: content.to, reason: text }
    case 'last':
    case 'passOn':
    case 'notOurs':
      return null
  }
}

/** The command of an answer to a request; null where there is no last time to repeat. */
export function responseCommandOf(
  id: string,
  { verb, text, colleague, response }: AnswerContent,
  request: RequestContent,
  last: ResponseContent | null,
): ResponseCommand | null {
  const about = { id, key: response ?? '', of: askedOf(request) }
  const plain = { values: {}, files: [], nil: false, like: null, recorded: null }
  switch (verb) {
    case 'update':
      return { kind: 'answer', ...about, ...plain, words: text }
    case 'nil':
      return { kind: 'answer', ...about, ...plain, words: '', nil: true }
    case 'last': {
      const said = last?.answer
      if (!last || !said) return null
      return {
        kind: 'answer',
        ...about,
        ...plain,
        words: said.words,
        values: said.values,
        nil: said.nil,
        like: last.key,
      }
    }
    case 'passOn':
      return colleague && { kind: 'passOn', ...about, to: colleague, words: text }
    case 'notOurs':
      return { kind: 'notOurs', ...about, words: text }
    case 'proposeDischarge':
    case 'askExtension':
      return null
  }
}

/** Answers on their way at the same time: when the store says that little is left of its quota, no more is begun. */
const LANES = 4
/** Between two looks for what was taken and not begun. */
const LOOK_SECONDS = 3

export function createAnswering(options: AnsweringOptions): Answering {
  const { office, rows, seal, onApplied, retrySeconds = 30 } = options
  const at = options.points ?? (() => Promise.resolve())
  const underWay = new Set<Promise<unknown>>()
  let lanes = 0
  let isClosing = false

  async function carryOut(answer: TakenAnswer): Promise<Applied> {
    const content = JSON.parse(seal.open(answer.sealed ?? '')) as AnswerContent
    const group = (await office.groups()).find(({ key }) => key === content.group)
    if (!group) return { state: 'refused', refusal: { code: 'groupUnknown' } }
    if (content.response) return respond(answer, content, group, content.response)
    const command = commandOf(answer.id, content)
    if (!command) {
      // Logs by itself, and adds under this id.
      const about = { key: group.key, action: content.action }
      const request = { commandId: answer.id, to: content.colleague, words: content.text }
      const passed = await passOn(office, content.by, about, request)
      await at('written')
      return passed.ok ? { state: 'applied' } : { state: 'refused', refusal: passed.error }
    }
    if (answer.state === 'taken') {
      await office.audit.append({
        event: 'alteration',
        operation: 'work.answer',
        group: group.key,
        subject: content.action,
        by: content.by,
        ids: [answer.id, content.verb, answer.prompt],
      })
      await at('audited')
      await rows.mark(answer.id, 'logged')
      await at('logged')
    }
    const submission = await office.registers.submitAs({ person: content.by, as: 'member' }, group, command)
    switch (submission.state) {
      case 'saved':
        await at('written')
        return { state: 'applied' }
      case 'refused':
        return { state: 'refused', refusal: submission.refusal }
      case 'stale':
        return { state: 'refused', refusal: { code: 'contentChanged' } }
      case 'unsaved':
        return { state: 'later' }
    }
  }

  /** Decided on the request as it stands now; its author may, which was found out when it was pressed. */
  async function respond(
    answer: TakenAnswer,
    content: AnswerContent,
    group: DirectoryEntry,
    key: string,
  ): Promise<Applied> {
    const requests = await office.collections.values(group, 'requests')
    const responses = await office.collections.values(group, 'responses')
    const request = requests.get(key.slice(0, key.lastIndexOf('.')))
    if (!request) return { state: 'refused', refusal: { code: 'requestUnknown' } }
    const last = lastTimeOf(request, key.slice(key.lastIndexOf('.') + 1), requests.values(), responses)
    const command = responseCommandOf(answer.id, content, request, last)
    if (!command) return { state: 'refused', refusal: { code: 'responseMissing' } }
    if (answer.state === 'taken') {
      await office.audit.append({
        event: 'alteration',
        operation: 'response.answer',
        group: group.key,
        subject: key,
        by: content.by,
        ids: [answer.id, content.verb, answer.prompt],
      })
      await at('audited')
      await rows.mark(answer.id, 'logged')
      await at('logged')
    }
    const author = { person: content.by, as: 'service' } as const
    const kept = await office.collections.submitAs(author, group, 'responses', command)
    if (kept.state === 'saved') await at('written')
    switch (kept.state) {
      case 'saved':
        return { state: 'applied' }
      case 'refused':
        return { state: 'refused', refusal: kept.refusal }
      case 'stale':
        return { state: 'refused', refusal: { code: 'contentChanged' } }
      case 'unsaved':
        return { state: 'later' }
    }
  }

  async function apply(id: string): Promise<Applied> {
    const answer = isClosing ? null : await rows.claim(id, retrySeconds)
    if (!answer) return { state: 'later' }
    await at('claimed')
    const applied = await carryOut(answer)
    if (applied.state === 'later') return applied
    if (applied.state === 'refused') {
      office.log({ level: 'warning', event: 'answerRefused', answer: id, refusal: applied.refusal.code })
      await rows.giveBack(id)
      return applied
    }
    await rows.mark(id, 'applied')
    await at('applied')
    const { group, action, response } = JSON.parse(seal.open(answer.sealed ?? '')) as AnswerContent
    office.log({ level: 'info', event: 'answered', answer: id, verb: answer.verb })
    await onApplied({
      group,
      action: response ?? action,
      isElsewhere: answer.verb === 'passOn' || answer.verb === 'notOurs',
    })
    await at('shown')
    return applied
  }

  function keep<Value>(work: Promise<Value>): Promise<Value> {
    underWay.add(work)
    void work.catch(() => {}).then(() => underWay.delete(work))
    return work
  }

  /** As the quota allows: what was pressed meanwhile, and whoever looks, goes before. */
  async function carryOn(): Promise<void> {
    const waiting = [...(await rows.unfinished(retrySeconds))]
    const lane = async (): Promise<void> => {
      while (mayBegin()) {
        const id = waiting.shift()
        if (id === undefined) return
        await inLane(id).catch((fault: unknown) => {
          office.log({ level: 'error', event: 'answerFault', answer: id, ...traceOf(fault) })
        })
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
  }

  const mayBegin = (): boolean => !isClosing && lanes < LANES && office.client.rest() === 0

  async function inLane(id: string): Promise<Applied> {
    lanes += 1
    try {
      return await apply(id)
    } finally {
      lanes -= 1
    }
  }

  let looking: Promise<void> | null = null
  const timer = setInterval(
    () => {
      looking ??= keep(carryOn())
        .catch((fault: unknown) => office.log({ level: 'error', event: 'answerFault', ...traceOf(fault) }))
        .finally(() => {
          looking = null
        })
    },
    Math.min(retrySeconds, LOOK_SECONDS) * 1000,
  )

  return {
    async begin(id) {
      await at('taken')
      return mayBegin() ? keep(inLane(id)) : { state: 'later' }
    },
    async close() {
      isClosing = true
      clearInterval(timer)
      await Promise.allSettled(underWay)
    },
  }
}
