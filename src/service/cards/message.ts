/**
 * The message that a person gets once a day: everything that waits for them, the most pressing first, each with what
 * can be done about it. What was answered or decided meanwhile stays on it, without buttons, and says how it stands.
 * What doesn't fit is counted and waits in My matters.
 */

import type { CardElementArray, IContainer } from '@microsoft/teams.cards'
import { isControlKind } from '../../domain/controlprompting.ts'
import { comparePrompts, pressing } from '../../domain/gathering.ts'
import { groupName } from '../../domain/group.ts'
import { decisionOf } from '../../domain/prompt.ts'
import type { OutgoingMessage } from '../bot/messenger.ts'
import { meetingOfSubject, roomOfMeeting } from '../meetings/lists.ts'
import type { Words } from '../../words/speech.ts'
import {
  buttons,
  execute,
  heading,
  makeCard,
  openDialog,
  openLink,
  richText,
  say,
  section,
  shorten,
  statusRun,
  type CardAction,
  type Run,
} from './elements.ts'
import type { CardGround, CardPrompt } from './cardground.ts'
import { itemOf } from './itemof.ts'
import { controlButton, isAnswerable, isAnsweredOnCard, isApproval, isList, markingOf, type Item } from './item.ts'

/** Teams takes 28 KB; a quarter of an hour of everybody's time isn't worth the last three. */
export const LARGEST_CARD = 25_000
const MOST_DETAILS = 220

export function makeMessage(prompts: readonly CardPrompt[], ground: CardGround): OutgoingMessage {
  const { words, links } = ground
  const items = inOrder(prompts.flatMap((prompt) => itemOf(prompt, ground) ?? []))
  const summary = summaryOf(items, words)
  // One group, said once; nothing above the threshold says of which group it is.
  const names = new Set(items.map(({ group, details }) => (details === null ? '' : groupName(group, words.language))))
  const [name] = names.size === 1 && !names.has('') ? names : []
  const cards = items.map((item) => itemSection(item, ground, name !== undefined))
  for (let shown = cards.length; ; shown--) {
    const left = cards.length - shown
    const more: CardElementArray =
      left === 0
        ? []
        : [
            say(words.say('bot.more', { count: left }), { separator: true, spacing: 'Medium' }),
            ...buttons([openLink(words.say('bot.mine'), links.mine())]),
          ]
    const body: CardElementArray = [
      heading(titleOf(items, words)),
      ...(name === undefined ? [] : [richText([{ text: name, isSubtle: true }], { spacing: 'None' })]),
      ...cards.slice(0, shown),
      ...more,
    ]
    const card = makeCard(words, { marking: markingOf(items), body })
    if (shown === 0 || sizeOf(card) <= LARGEST_CARD) return { card, summary }
  }
}

/** What waits, each action once; then what doesn't any more, but for what the news of its decision tells. */
function inOrder(all: readonly Item[]): readonly Item[] {
  const byPrompt = new Map(all.map((item) => [item.prompt, item]))
  const itemsOf = (prompts: readonly CardPrompt[]): Item[] => prompts.flatMap((prompt) => byPrompt.get(prompt) ?? [])
  const open = all.filter(({ isOpen }) => isOpen)
  const told = new Set(open.filter(({ prompt }) => decisionOf(prompt) !== null).map(({ action }) => action))
  const settled = all.filter(({ isOpen, action }) => !isOpen && !told.has(action))
  return [
    ...itemsOf(pressing(open.map(({ prompt }) => prompt))),
    ...itemsOf(settled.map(({ prompt }) => prompt).toSorted(comparePrompts)),
  ]
}

export function sizeOf(card: object): number {
  return Buffer.byteLength(JSON.stringify(card))
}

function titleOf(items: readonly Item[], words: Words): string {
  const open = items.filter((item) => item.isOpen).length
  return open === 0 ? words.say('bot.message.done') : words.say('bot.message.title', { count: open })
}

/** For a toast: numbers, or one reference and its due; never anybody's words. */
function summaryOf(items: readonly Item[], words: Words): string {
  const open = items.filter((item) => item.isOpen)
  const [only] = open
  if (only && open.length === 1 && only.reference !== '') {
    return `${only.reference}: ${words.say(`bot.kind.${only.prompt.kind}`)}`
  }
  const late = open.filter((item) => item.isLate).length
  const title = titleOf(items, words)
  return late === 0 ? title : words.say('bot.summary', { title, late })
}

function itemSection(item: Item, ground: CardGround, isNamed: boolean): IContainer {
  return section([...itemLines(item, ground.words, { isNamed }), ...buttons(actionsOf(item, ground))], {
    separator: true,
    spacing: 'Medium',
  })
}

/** What is said of it: one line of what it is and how it stands, its words, and when. */
export function itemLines(
  item: Item,
  words: Words,
  {
    most = MOST_DETAILS,
    isNamed = false,
  }: { readonly most?: number; /** Its group was named. */ readonly isNamed?: boolean } = {},
): CardElementArray {
  const { reference, details, colour, due } = item
  const first: Run[] = [
    ...(colour ? [statusRun(words, colour), { text: '  ' }] : []),
    { text: reference, weight: 'Bolder' },
    // Words of ours; above the threshold only where there is no reference to say. What is over says so below.
    ...((details === null || !item.isOpen) && reference !== ''
      ? []
      : [
          reference === ''
            ? { text: whyTold(item, words), weight: 'Bolder' as const }
            : { text: `  ${whyTold(item, words)}` },
        ]),
  ]
  const facts = [
    due,
    ...(details === null ? [] : [isNamed ? '' : groupName(item.group, words.language), asOf(item, words)]),
  ].filter((fact) => fact)
  return [
    richText(first),
    ...(details === null || details === ''
      ? []
      : [richText([{ text: shorten(oneLine(details), most) }], { spacing: 'Small' })]),
    ...(facts.length === 0
      ? []
      : [richText([{ text: facts.join(' · '), isSubtle: true, size: 'Small' }], { spacing: 'Small' })]),
    ...(item.isOpen ? [] : [say(settledWords(item, words), { spacing: 'Small', weight: 'Bolder' })]),
  ]
}

function actionsOf(item: Item, ground: CardGround): readonly CardAction[] {
  const { prompt, isOpen, details } = item
  const { words } = ground
  const asks = controlButton(item)
  if (asks) return [openDialog(words.say(`bot.${asks}`), 'ask', { prompt: prompt.id })]
  const open = openLink(words.say('bot.open'), addressOf(item, ground))
  if (!isOpen) return [open]
  const first = isApproval(prompt)
    ? [openDialog(words.say('bot.decide'), 'decide', { prompt: prompt.id })]
    : isAnsweredOnCard(item)
      ? [execute(words.say('bot.answer'), 'open', prompt.id)]
      : isAnswerable(prompt)
        ? [openDialog(words.say('bot.answer'), 'answer', { prompt: prompt.id })]
        : []
  // Above the threshold: one button.
  return details === null && first.length > 0 ? first : [...first, open]
}

/** Where the tab shows it. */
export function addressOf({ prompt, action, asked, circulation }: Item, { links }: CardGround): string {
  const { group, subject } = prompt
  if (asked) return links.request(group, asked.request.key)
  if (circulation !== null) return links.request(group, `returns.${circulation}`)
  if (isControlKind(prompt.kind)) return links.control(group, subject ?? '')
  return links.item(group, isList(prompt) ? roomOfMeeting(meetingOfSubject(subject ?? '')) : (action?.id ?? null))
}

/** Why it is on the card; of a decision, which one. */
function whyTold({ prompt, action, given }: Item, words: Words): string {
  const decision = decisionOf(prompt)
  if (prompt.kind === 'assigned' && given !== null) return words.say('bot.told.givenAt', { day: words.day(given) })
  if (decision === null || !action) return words.say(`bot.kind.${prompt.kind}`)
  if (prompt.kind === 'dischargeDecided') {
    return words.say(action.discharge?.decision === decision ? 'bot.told.discharged' : 'bot.told.notDischarged')
  }
  const isGranted = action.extensions.some((extension) => extension.decision === decision)
  return words.say(isGranted ? 'bot.told.extended' : 'bot.told.notExtended')
}

/** How something stands that nothing is asked about any more. */
export function settledWords({ prompt, answer, action, asked, matter }: Item, words: Words): string {
  if (isControlKind(prompt.kind)) return words.say(`bot.stands.${matter?.stands[prompt.kind] ?? 'over'}`)
  if (isList(prompt)) return words.say('bot.settled.list')
  if (asked) {
    if (answer?.state === 'taken') return words.say('bot.settled.taken')
    if (answer?.verb === 'passOn' || answer?.verb === 'notOurs') return words.say(`bot.settled.${answer.verb}`)
    // Just after an answer the response is seen as it was before.
    return words.say(answer ? 'requests.settled.answered' : `requests.state.${asked.response.state}`)
  }
  if (answer?.state === 'taken') return words.say('bot.settled.taken')
  // Just after an answer the register is seen as it was before: only what can't be so by then tells of a decision.
  if (answer?.verb === 'proposeDischarge' && action?.status === 'discharged') {
    return words.say('bot.settled.discharged')
  }
  if (answer) return words.say(`bot.settled.${answer.verb === 'last' ? 'update' : answer.verb}`)
  if (!action) return words.say('bot.settled.gone')
  const isOver = action.status === 'closed' || !isApproval(prompt)
  if (isOver) return words.say('bot.settled.over', { status: words.say(`status.${action.status}`) })
  if (prompt.subject?.startsWith('extension-')) return words.say('bot.settled.due')
  return words.say(action.status === 'discharged' ? 'bot.settled.discharged' : 'bot.settled.notDischarged')
}

function asOf({ prompt }: Item, words: Words): string {
  return prompt.as === 'holder' ? '' : words.say(`bot.as.${prompt.as}`)
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}
