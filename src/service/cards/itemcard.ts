/**
 * The card for answering one thing, and the small cards that it leads to: one question each, so that they can be
 * answered with a thumb. Every one of them leads back, and to the same thing in the tab.
 */

import type { CardElementArray, IAdaptiveCard } from '@microsoft/teams.cards'
import { addDays } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import type { Words } from '../../words/speech.ts'
import { buttons, execute, makeCard, openDialog, openLink, say, section, written, type CardAction } from './elements.ts'
import type { AnswerVerb, CardGround, CardPrompt } from './cardground.ts'
import { itemOf } from './itemof.ts'
import { controlButton, isAnswerable, isAnsweredOnCard, isApproval, type Item } from './item.ts'
import { addressOf, itemLines } from './message.ts'

/** What the card asks for. */
export const FORMS = ['open', 'formDischarge', 'formExtension', 'formPass', 'formNotOurs'] as const
export type Form = (typeof FORMS)[number]

export interface ItemCardOptions {
  readonly form: Form
  /** Why the last answer wasn't taken, in words; null: there was none. */
  readonly problem?: string | null
  /** What was typed before, by the ids of inputs. */
  readonly typed?: Readonly<Record<string, string>>
  /** Whom it may be passed on to. */
  readonly colleagues?: readonly Person[]
}

const MOST_WRITTEN = 2000
const MOST_TYPED = 4000
const MOST_COLLEAGUES = 60

/** A card of how it stands where nothing can be answered. */
export function makeItemCard(prompt: CardPrompt, ground: CardGround, options: ItemCardOptions): IAdaptiveCard {
  const item = itemOf(prompt, ground)
  if (!item) return makeNoticeCard(ground, ground.words.say('bot.unknown'))
  const { words } = ground
  const { problem = null } = options
  const open = openLink(words.say('bot.open'), addressOf(item, ground))
  const body: CardElementArray = [
    ...itemLines(item, words, { most: MOST_WRITTEN }),
    ...(problem === null
      ? []
      : [section([say(problem, { color: 'Attention', weight: 'Bolder' })], { style: 'attention', spacing: 'Medium' })]),
    ...(item.isOpen ? formOf(item, ground, options) : []),
    ...buttons([back(words, prompt), open]),
  ]
  return makeCard(words, { marking: item.marking, body })
}

/** How it stands, and nothing to press but the way back and the tab. */
export function makeSettledCard(prompt: CardPrompt, ground: CardGround, note: string | null = null): IAdaptiveCard {
  const item = itemOf(prompt, ground)
  if (!item) return makeNoticeCard(ground, note ?? ground.words.say('bot.unknown'))
  const { words } = ground
  return makeCard(words, {
    marking: item.marking,
    body: [
      ...(note === null ? [] : [say(note, { weight: 'Bolder' })]),
      ...itemLines(item, words),
      ...buttons([back(words, prompt), openLink(words.say('bot.open'), addressOf(item, ground))]),
    ],
  })
}

/** A sentence of ours, and the way into the tab; nothing of any group. */
export function makeNoticeCard({ words, links }: Pick<CardGround, 'words' | 'links'>, text: string): IAdaptiveCard {
  return makeCard(words, {
    marking: null,
    body: [say(text), ...buttons([openLink(words.say('bot.mine'), links.mine())])],
  })
}

function formOf(item: Item, ground: CardGround, options: ItemCardOptions): CardElementArray {
  const { prompt, details } = item
  const { words } = ground
  const asks = controlButton(item)
  if (asks) return buttons([openDialog(words.say(`bot.${asks}`), 'ask', { prompt: prompt.id })])
  if (isApproval(prompt))
    return [...askedWords(item), ...buttons([openDialog(words.say('bot.decide'), 'decide', { prompt: prompt.id })])]
  if (!isAnswerable(prompt)) return []
  if (details === null || !isAnsweredOnCard(item))
    return buttons([openDialog(words.say('bot.answer'), 'answer', { prompt: prompt.id })])
  switch (options.form) {
    case 'open':
      return item.asked ? responseForm(item, ground, options) : updateForm(item, ground, options)
    case 'formDischarge':
      return [
        text('evidence', words.say('bot.form.evidence'), words.say('bot.form.evidence.missing'), options),
        hint(words.say('bot.form.chairDecides')),
        ...send(words.say('bot.proposeDischarge'), 'proposeDischarge', prompt.id),
      ]
    case 'formExtension':
      return [
        {
          type: 'Input.Date',
          id: 'to',
          label: words.say('bot.form.to'),
          isRequired: true,
          errorMessage: words.say('bot.form.to.missing'),
          min: addDays(ground.today, 1),
          value: options.typed?.['to'] ?? '',
        },
        text('reason', words.say('bot.form.reason'), words.say('bot.form.reason.missing'), options),
        hint(words.say('bot.form.firstDue')),
        ...send(words.say('bot.askExtension'), 'askExtension', prompt.id),
      ]
    case 'formPass':
      return passForm(item, ground, options)
    case 'formNotOurs':
      return [
        text('words', words.say('bot.form.whose'), null, options),
        hint(words.say('bot.form.coordinatorHears')),
        ...send(words.say('bot.notOurs'), 'notOurs', prompt.id),
      ]
  }
}

function updateForm({ prompt, action }: Item, { words }: CardGround, options: ItemCardOptions): CardElementArray {
  const choose = (title: string, form: Form) => execute(title, form, prompt.id, { associatedInputs: 'none' })
  const { say: word } = words
  return [
    text('text', word('bot.form.update'), word('bot.form.update.missing'), options),
    text('next', word('bot.form.next'), null, options, false),
    ...buttons([
      execute(word('bot.send'), 'update', prompt.id, { style: 'positive' }),
      execute(word('bot.nil'), 'nil', prompt.id, { associatedInputs: 'none' }),
    ]),
    ...buttons([
      ...(action?.status === 'open' ? [choose(word('bot.choose.discharge'), 'formDischarge')] : []),
      ...(action?.due && !action.extensionAsked ? [choose(word('bot.choose.extension'), 'formExtension')] : []),
    ]),
    // Only whoever it is put to by their post can pass it on, or say that it isn't theirs.
    ...(prompt.as === 'holder' || prompt.as === 'deputy'
      ? buttons([choose(word('bot.choose.pass'), 'formPass'), choose(word('bot.choose.notOurs'), 'formNotOurs')])
      : []),
  ]
}

/** Words, nothing to report, or as last time; figures and files take the dialog. */
function responseForm({ prompt, asked }: Item, { words }: CardGround, options: ItemCardOptions): CardElementArray {
  const choose = (title: string, form: Form) => execute(title, form, prompt.id, { associatedInputs: 'none' })
  const { say: word } = words
  return [
    ...(asked?.request.words
      ? [section(written(asked.request.words, MOST_WRITTEN), { style: 'emphasis', spacing: 'Medium' })]
      : []),
    text('text', word('requests.answer.words'), word('refusal.textMissing'), options),
    ...buttons([
      execute(word('requests.answer.send'), 'update', prompt.id, { style: 'positive' }),
      execute(word('bot.nil'), 'nil', prompt.id, { associatedInputs: 'none' }),
      ...(asked?.last?.answer
        ? [execute(word('requests.answer.last'), 'last', prompt.id, { associatedInputs: 'none' })]
        : []),
    ]),
    ...buttons([
      openDialog(word('bot.withFiles'), 'answer', { prompt: prompt.id }),
      ...(prompt.as === 'holder' || prompt.as === 'deputy'
        ? [choose(word('bot.choose.pass'), 'formPass'), choose(word('bot.choose.notOurs'), 'formNotOurs')]
        : []),
    ]),
  ]
}

function passForm({ prompt }: Item, { words }: CardGround, options: ItemCardOptions): CardElementArray {
  const choices = (options.colleagues ?? [])
    .slice(0, MOST_COLLEAGUES)
    .map(({ objectId, name }) => ({ title: name, value: objectId }))
  if (choices.length === 0) return [say(words.say('bot.form.nobody'))]
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'person',
      label: words.say('bot.form.person'),
      isRequired: true,
      errorMessage: words.say('bot.form.person.missing'),
      style: choices.length > 7 ? 'filtered' : 'compact',
      placeholder: words.say('bot.form.person.placeholder'),
      choices,
    },
    text('words', words.say('bot.form.note'), null, options),
    hint(words.say('bot.form.accountable')),
    ...send(words.say('bot.passOn'), 'passOn', prompt.id),
  ]
}

/** What is to be decided on, in the words of whoever asked. */
function askedWords({ prompt, action, details }: Item): CardElementArray {
  if (details === null || !action) return []
  const asked = prompt.subject?.startsWith('discharge-') ? action.discharge?.evidence : action.extensionAsked?.reason
  return asked ? [section(written(asked, MOST_WRITTEN), { style: 'emphasis', spacing: 'Medium' })] : []
}

function text(
  id: string,
  label: string,
  missing: string | null,
  { typed }: ItemCardOptions,
  isMultiline = true,
): CardElementArray[number] {
  return {
    type: 'Input.Text',
    id,
    label,
    isMultiline,
    maxLength: MOST_TYPED,
    ...(missing === null ? {} : { isRequired: true, errorMessage: missing }),
    ...(typed?.[id] ? { value: typed[id] } : {}),
  }
}

/** Whatever stands in the inputs: who goes back answers nothing. */
function back(words: Words, { id }: CardPrompt): CardAction {
  return execute(words.say('bot.back'), 'back', id, { associatedInputs: 'none' })
}

function hint(words: string): CardElementArray[number] {
  return say(words, { isSubtle: true, size: 'Small', spacing: 'Small' })
}

function send(title: string, verb: AnswerVerb, prompt: string): CardElementArray {
  return buttons([execute(title, verb, prompt, { style: 'positive' })])
}
