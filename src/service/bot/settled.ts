/**
 * A dialog that a card opened, closed after something was answered in it. What it says is only a reason to look: the
 * answer is in the register, written with the person's own rights, and the register says whose it is. From then on the
 * card shows it, as if it had been given there. Where looking fails the card stays as it was, and opens the dialog again.
 */

import { randomUUID } from 'node:crypto'
import type { Action, EventKind } from '../../domain/action.ts'
import { isSamePerson } from '../../domain/appointment.ts'
import { partsOfControl } from '../../domain/controlprompting.ts'
import type { Person } from '../../domain/group.ts'
import type { ResponseEvent } from '../../domain/request.ts'
import { isAboutResponse } from '../../domain/requestprompting.ts'
import { writerOf } from '../../sharepoint/work/rows.ts'
import { instantOf } from '../../words/clock.ts'
import type { AnswerVerb } from '../cards/cardground.ts'
import { isAnswerable } from '../cards/item.ts'
import { traceOf } from '../log.ts'
import type { Office } from '../office.ts'
import type { Changed } from '../prompts/run.ts'
import type { AnswerRows } from './answerrows.ts'
import type { Press } from './app.ts'
import type { BotGround, KnownGroup } from './ground.ts'
import { substanceOf } from './substance.ts'

export interface Settled {
  /** Answered at once; the looking goes on. */
  dialogClosed(press: Press): void
  /** Lets what is under way end. */
  close(): Promise<void>
}

export interface SettledOptions {
  readonly office: Office
  readonly rows: AnswerRows
  readonly ground: BotGround
  readonly onApplied: (about: Changed) => Promise<void>
}

/** Nobody leaves a dialog open for longer after it told them that their answer is kept. */
const LOOKED_BACK_MS = 60 * 60_000
const MOST_LOOKED_AT = 5
const VERBS: Partial<Readonly<Record<EventKind, AnswerVerb>>> = {
  dischargeProposed: 'proposeDischarge',
  extensionAsked: 'askExtension',
}

const RESPONSE_VERBS: Partial<Readonly<Record<ResponseEvent, AnswerVerb>>> = {
  answered: 'update',
  nil: 'nil',
  signedOff: 'update',
  notSignedOff: 'update',
  passedOn: 'passOn',
  notOurs: 'notOurs',
}

export function createSettled({ office, rows, ground, onApplied }: SettledOptions): Settled {
  const underWay = new Set<Promise<void>>()

  async function settle({ person, data, conversationId, messageId }: Press): Promise<void> {
    const about = data['settled']
    if (typeof about !== 'string' || messageId === null) return
    const prompts = await rows.promptsAt({ conversationId, activityId: messageId })
    const own = prompts.filter((each) => (each.action ?? each.subject) === about && isSamePerson(each.to, person))
    const [first] = own
    if (!first) return
    const known = await ground.group(first.group)
    // Its card follows from what was said of it (prompts/settling.ts).
    if (known && partsOfControl(about)?.area === 'workstream') return office.collections.look(known.group, 'quarters')
    const asked = own.filter(isAnswerable)
    if (asked.length === 0) return
    if (known && isAboutResponse(first)) return settleResponse(asked, known, about, person)
    const action = known && (await office.registers.action(known.group, about))
    const verb = action && (await answeredBy(person, known, action))
    if (!action || !verb) return
    const answer = { verb, by: person, hash: substanceOf(action), day: office.clock.today() }
    for (const { id } of asked) await rows.note({ ...answer, id: randomUUID(), prompt: id })
    await onApplied({ group: first.group, action: about, isElsewhere: verb === 'passOn' || verb === 'notOurs' })
  }

  /** What this person said of a response today; nothing: the card stays as it was. */
  async function settleResponse(
    asked: readonly { readonly id: string }[],
    { group }: KnownGroup,
    key: string,
    person: Person,
  ): Promise<void> {
    const response = (await office.collections.now(group, 'responses')).get(key)
    const today = office.clock.today()
    const last = response?.log.findLast(({ by, day }) => day === today && isSamePerson(by, person))
    const verb = last && RESPONSE_VERBS[last.kind]
    if (!verb) return
    const answer = { verb, by: person, hash: '', day: today }
    for (const { id } of asked) await rows.note({ ...answer, id: randomUUID(), prompt: id })
    await onApplied({ group: group.key, action: key, isElsewhere: verb === 'passOn' || verb === 'notOurs' })
  }

  /** What of it this person did just now; null: nothing that stands anywhere. */
  async function answeredBy(person: Person, { group }: KnownGroup, { id }: Action): Promise<AnswerVerb | null> {
    const since = instantOf(office.clock.now() - LOOKED_BACK_MS)
    const history = await office.registers.history(group, id)
    const lately = history.filter(({ enteredAt }) => enteredAt > since)
    for (const { id: entry, event } of lately.slice(0, MOST_LOOKED_AT)) {
      const row = await office.registers.entryOf(group, entry)
      const writer = row && writerOf(row, office.tenantId, office.serviceApp)
      if (isSamePerson(writer, person)) return (event && VERBS[event.kind]) ?? 'update'
    }
    const passes = await (await office.records()).passes(group.key)
    const today = office.clock.today()
    const pass = passes.find((each) => each.action === id && each.day === today && isSamePerson(each.by, person))
    return pass ? (pass.kind === 'passed' ? 'passOn' : 'notOurs') : null
  }

  return {
    dialogClosed(press) {
      const work = settle(press).catch((fault: unknown) => {
        office.log({ level: 'error', event: 'settledFault', ...traceOf(fault) })
      })
      underWay.add(work)
      void work.then(() => underWay.delete(work))
    },
    close: async () => void (await Promise.all(underWay)),
  }
}
