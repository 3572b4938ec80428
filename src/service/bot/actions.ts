/**
 * A button, pressed. In this order (reference: "On every card action"): the prompt by its opaque id and nothing else of
 * the card; the conversation that it was sent to; the person it was sent to; whether it is still put to them now; still
 * open, and as they saw it; then once, under a unique key; logged, written, and shown on every card. Where one of these
 * doesn't hold nothing changes, and the card shows how things stand.
 */

import { randomBytes } from 'node:crypto'
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import * as v from 'valibot'
import { isSamePerson } from '../../domain/appointment.ts'
import { partsOfControl, ROOM_OF_AREA } from '../../domain/controlprompting.ts'
import { decide } from '../../domain/decide.ts'
import { decideResponse } from '../../domain/responding.ts'
import type { Refusal } from '../../domain/result.ts'
import { isDay } from '../../domain/day.ts'
import { isRoomOn, type Person } from '../../domain/group.ts'
import { readTeamMembers } from '../../sharepoint/teams.ts'
import type { Language } from '../../words/dates.ts'
import { ANSWER_VERBS, type AnswerVerb, type CardGround, type GivenAnswer } from '../cards/cardground.ts'
import { itemOf } from '../cards/itemof.ts'
import { controlButton, isAnswerable, isAnsweredOnCard, type Item } from '../cards/item.ts'
import { FORMS, makeItemCard, makeNoticeCard, makeSettledCard, type Form } from '../cards/itemcard.ts'
import { makeMessage } from '../cards/message.ts'
import type { Office } from '../office.ts'
import { commandOf, responseCommandOf, type Answering, type AnswerContent, type Applied } from './answering.ts'
import type { AnswerRows, StoredPrompt } from './answerrows.ts'
import type { Dialog, Press } from './app.ts'
import type { BotGround, KnownGroup } from './ground.ts'
import type { Seal } from './seal.ts'
import { substanceOf, substanceOfAsked } from './substance.ts'

export interface Actions {
  press(press: Press): Promise<IAdaptiveCard>
  openDialog(press: Press): Promise<Dialog | string>
}

export interface ActionsOptions {
  readonly office: Office
  readonly rows: AnswerRows
  readonly ground: BotGround
  readonly answering: Answering
  readonly seal: Seal
  /** How long a press waits for the register before it is answered that it was taken. */
  readonly patienceMs?: number
}

/** Who pressed, what, and everything that it is about, once it is clear that they may. */
interface Admitted {
  readonly press: Press
  readonly prompt: StoredPrompt
  readonly known: KnownGroup
  readonly cards: CardGround
  readonly item: Item
}

/** Days for which a card can be answered. */
const ANSWERABLE_DAYS = 60
const PATIENCE_MS = 2000
const text = v.pipe(v.string(), v.trim(), v.maxLength(4000))
const typed = v.object({
  text: v.optional(text, ''),
  next: v.optional(text, ''),
  evidence: v.optional(text, ''),
  reason: v.optional(text, ''),
  words: v.optional(text, ''),
  to: v.optional(v.string(), ''),
  person: v.optional(v.string(), ''),
})
type Typed = v.InferOutput<typeof typed>

const FORM_OF: Readonly<Record<AnswerVerb, Form>> = {
  update: 'open',
  nil: 'open',
  last: 'open',
  proposeDischarge: 'formDischarge',
  askExtension: 'formExtension',
  passOn: 'formPass',
  notOurs: 'formNotOurs',
}

export function createActions(options: ActionsOptions): Actions {
  const { office, rows, ground, answering, seal, patienceMs = PATIENCE_MS } = options

  /** Or why not; what they are told then says nothing of what it is about. */
  async function admit(press: Press, language: Language): Promise<Admitted | 'unknown' | 'notYours' | 'roomOff'> {
    const id = press.data['prompt']
    const prompt = typeof id === 'string' && /^[\w-]{8,64}$/.test(id) ? await rows.prompt(id) : null
    if (!prompt) return 'unknown'
    if (!press.isPersonal || !(await rows.wasSentTo(prompt.id, press.conversationId))) return 'notYours'
    if (!isSamePerson(prompt.to, press.person)) return 'notYours'
    const known = await ground.group(prompt.group)
    if (!known) return 'unknown'
    const action = prompt.action === null ? null : (known.snapshot.actions.get(prompt.action) ?? null)
    if (!(await ground.isPutTo(press.person, prompt, action))) return 'notYours'
    const about = partsOfControl(prompt.subject ?? '')
    if (about && !isRoomOn(known.group, ROOM_OF_AREA[about.area])) return 'roomOff'
    if (press.messageId !== null) {
      const { serviceUrl, conversationId } = press
      await rows.addCopy(prompt.id, { serviceUrl, conversationId, activityId: press.messageId })
    }
    const cards = await ground.cards([prompt], language, await rows.answers([prompt.id]))
    const item = itemOf(prompt, cards)
    return item ? { press, prompt, known, cards, item } : 'unknown'
  }

  /** As it is now; whoever answers it next answers this. */
  async function show(
    { press, prompt, known, cards, item }: Admitted,
    form: Form,
    problem: string | null = null,
    input: Partial<Typed> = {},
  ): Promise<IAdaptiveCard> {
    const hash = item.details === null ? null : substanceIn(item)
    if (hash !== null) await rows.show(prompt.id, hash)
    const colleagues = form === 'formPass' ? await colleaguesOf(press.person, known) : []
    return makeItemCard(prompt, cards, { form, problem, typed: input, colleagues })
  }

  async function colleaguesOf({ objectId }: Person, { group }: KnownGroup): Promise<readonly Person[]> {
    const members = (await readTeamMembers(office.client, group.teamId)) ?? []
    return members
      .filter((member) => member.objectId !== objectId)
      .map((member) => ({ tenantId: office.tenantId, objectId: member.objectId, name: member.name }))
      .toSorted((a, b) => a.name.localeCompare(b.name))
  }

  /** The message that the button stands on, with everything on it. */
  async function back({ press, prompt, cards }: Admitted): Promise<IAdaptiveCard> {
    const { conversationId, messageId } = press
    const carried = messageId === null ? [] : await rows.promptsAt({ conversationId, activityId: messageId })
    const own = carried.filter((each) => isSamePerson(each.to, press.person))
    const prompts = own.length > 0 ? own : [prompt]
    const answers = await rows.answers(prompts.map(({ id }) => id))
    return makeMessage(prompts, await ground.cards(prompts, cards.words.language, answers)).card
  }

  async function answer(admitted: Admitted, verb: AnswerVerb): Promise<IAdaptiveCard> {
    const { press, prompt, known, cards, item } = admitted
    const { words } = cards
    if (!isStillAnswerable(admitted)) return makeSettledCard(prompt, cards)
    const form = FORM_OF[verb]
    // Above the threshold nothing is answered in a chat.
    const hash = substanceIn(item)
    if (!isAnsweredOnCard(item) || hash === null) return show(admitted, 'open')
    const read = v.safeParse(typed, press.data)
    if (!read.success) return show(admitted, form, words.refusal({ code: 'textTooLong' }))
    const input = read.output
    if (prompt.hash !== hash) return show(admitted, form, words.say('bot.changed'), input)

    const colleague = verb === 'passOn' ? await findColleague(press.person, known, input.person) : null
    if (verb === 'passOn' && !colleague) return show(admitted, form, words.say('bot.form.person.missing'), input)
    const id = randomBytes(18).toString('base64url')
    const content = contentOf(admitted, verb, input, colleague)
    if (typeof content === 'string') return show(admitted, form, content, input)
    const refusal = refusalOf(admitted, id, content)
    if (refusal) return show(admitted, form, words.refusal(refusal), input)

    const sealed = seal.close(JSON.stringify(content))
    const isNew = await rows.take({ id, prompt: prompt.id, verb, by: press.person, hash, day: content.day, sealed })
    const applied = isNew ? await patiently(answering.begin(id)) : null
    if (applied?.state === 'refused') return show(admitted, form, words.refusal(applied.refusal), input)
    return makeSettledCard(prompt, { ...cards, answers: await rows.answers([prompt.id]) })
  }

  /** Why the rules wouldn't have it, as far as is known here. */
  function refusalOf({ press, known, item }: Admitted, id: string, content: AnswerContent): Refusal | null {
    const { snapshot } = known
    if (item.asked) {
      const { request, response, last } = item.asked
      const command = responseCommandOf(id, content, request, last)
      if (!command) return { code: 'responseMissing' }
      const context = { actor: press.person, today: office.clock.today(), as: 'service' as const, snapshot }
      const decided = decideResponse(command, response.log.length === 0 ? null : response, context)
      return decided.ok ? null : decided.error
    }
    const command = commandOf(id, content)
    const context = { actor: press.person, today: office.clock.today(), as: 'member' as const }
    const decided = command && decide(command, snapshot, context)
    return decided && !decided.ok ? decided.error : null
  }

  async function findColleague(person: Person, known: KnownGroup, chosen: string): Promise<Person | null> {
    return (await colleaguesOf(person, known)).find(({ objectId }) => objectId === chosen) ?? null
  }

  /** A sentence where something is missing. */
  function contentOf(
    { press, prompt, known, cards, item }: Admitted,
    verb: AnswerVerb,
    input: Typed,
    colleague: Person | null,
  ): AnswerContent | string {
    const { words } = cards
    const said = {
      update: input.text,
      nil: words.say('bot.nil.text'),
      last: '',
      proposeDischarge: input.evidence,
      askExtension: input.reason,
      passOn: input.words,
      notOurs: input.words,
    }[verb]
    const part = prompt.part === null ? '' : `(${prompt.part}) `
    const content: AnswerContent = {
      verb,
      group: prompt.group,
      action: prompt.action ?? '',
      response: item.asked?.response.key ?? null,
      by: press.person,
      day: office.clock.today(),
      text: said === '' ? '' : part + said,
      next: input.next,
      to: isDay(input.to) ? { kind: 'day', day: input.to, words: words.day(input.to) } : null,
      colleague,
      organisation: known.snapshot.posts.get(prompt.post ?? '')?.organisation ?? null,
    }
    if (verb === 'update' && said === '') return words.say('bot.form.update.missing')
    if (verb === 'proposeDischarge' && said === '') return words.say('bot.form.evidence.missing')
    if (verb === 'askExtension' && content.to === null) return words.say('bot.form.to.missing')
    if (verb === 'askExtension' && said === '') return words.say('bot.form.reason.missing')
    return content
  }

  /** Its end, or after a while that it isn't there yet: it goes on by itself. */
  async function patiently(applying: Promise<Applied>): Promise<Applied> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = new Promise<Applied>((resolve) => {
      timer = setTimeout(() => resolve({ state: 'later' }), patienceMs)
    })
    // It was taken: what fails now is tried again, and is no failure of the press.
    const kept = applying.catch((): Applied => ({ state: 'later' }))
    return Promise.race([kept, later]).finally(() => clearTimeout(timer))
  }

  return {
    async press(press) {
      const language = await ground.language(press.person, press.language)
      const admitted = await admit(press, language)
      if (typeof admitted === 'string') {
        const cards = await ground.cards([], language, new Map<string, GivenAnswer>())
        return makeNoticeCard(cards, cards.words.say(`bot.${admitted}`))
      }
      const { verb } = press
      if (verb === 'back') return back(admitted)
      if (isOneOf(ANSWER_VERBS, verb)) return answer(admitted, verb)
      if (!isStillAnswerable(admitted) && isAnswerable(admitted.prompt)) {
        return makeSettledCard(admitted.prompt, admitted.cards)
      }
      return show(admitted, isOneOf(FORMS, verb) ? verb : 'open')
    },
    async openDialog(press) {
      const language = await ground.language(press.person, press.language)
      const admitted = await admit(press, language)
      if (typeof admitted === 'string') {
        const { words } = await ground.cards([], language, new Map<string, GivenAnswer>())
        return words.say(`bot.${admitted}`)
      }
      const { prompt, item, cards } = admitted
      const { words, links } = cards
      const title = item.reference
      const asks = controlButton(item)
      const about = asks && partsOfControl(prompt.subject ?? '')
      if (press.verb === 'ask' && about) {
        return { url: links.askPage(prompt.group, about.area, about.key), title: words.say(`bot.${asks}`) }
      }
      if (press.verb === 'decide' && prompt.subject !== null) {
        return { url: links.decidePage(prompt.group, prompt.subject), title: title || words.say('bot.decide') }
      }
      if (press.verb === 'answer' && item.asked && item.isOpen) {
        return { url: links.respondPage(prompt.group, item.asked.response.key), title: words.say('bot.answer') }
      }
      if (press.verb === 'answer' && prompt.action !== null && item.isOpen) {
        return { url: links.answerPage(prompt.group, prompt.action), title: title || words.say('bot.answer') }
      }
      return words.say('bot.unknown')
    },
  }
}

/** What an answer is given on; null: nothing that is there any more. */
function substanceIn({ action, asked }: Item): string | null {
  if (asked) return substanceOfAsked(asked)
  return action && substanceOf(action)
}

function isStillAnswerable({ prompt, item }: Admitted): boolean {
  return item.isOpen && prompt.isOpen && prompt.age <= ANSWERABLE_DAYS && isAnswerable(prompt)
}

function isOneOf<Value extends string>(values: readonly Value[], text: string): text is Value {
  return (values as readonly string[]).includes(text)
}
