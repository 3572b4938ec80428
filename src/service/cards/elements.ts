/**
 * The few pieces that every card is made of. What people wrote goes into text runs, which no client reads as markdown:
 * no links, no emphasis, no dates out of `{{DATE()}}`. What is ours may be a text block.
 */

import type {
  CardElementArray,
  IAdaptiveCard,
  IContainer,
  IExecuteAction,
  IOpenUrlAction,
  IRichTextBlock,
  ISubmitAction,
  ITextBlock,
  ITextRun,
} from '@microsoft/teams.cards'
import type { Colour } from '../../domain/action.ts'
import type { Marking } from '../../domain/group.ts'
import type { Words } from '../../words/speech.ts'

export type CardAction = IExecuteAction | IOpenUrlAction | ISubmitAction

export interface CardContent {
  /** Null: nothing of any group is on it. */
  readonly marking: Marking | null
  readonly body: CardElementArray
}

export function makeCard(words: Words, { marking, body }: CardContent): IAdaptiveCard {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: words.language,
    body: [...(marking ? [markingLine(words, marking)] : []), ...body],
    msteams: { width: 'full' },
  }
}

function markingLine(words: Words, { level, handling }: Marking): IRichTextBlock {
  const marking = handling === undefined ? level : `${level} · ${handling}`
  return richText([{ text: words.say('register.marking', { marking }), weight: 'Bolder', size: 'Small' }])
}

/** Our own words, and numbers and days: clients read this as markdown. */
export function say(text: string, more: Partial<Omit<ITextBlock, 'type' | 'text'>> = {}): ITextBlock {
  return { type: 'TextBlock', text: plain(text), wrap: true, ...more }
}

export function heading(text: string, size: 'Large' | 'Medium' = 'Large'): ITextBlock {
  return say(text, { style: 'heading', size, weight: 'Bolder' })
}

export type Run = Omit<ITextRun, 'type'>

/** A paragraph that may hold what people wrote. */
export function richText(runs: readonly Run[], more: Partial<Omit<IRichTextBlock, 'type' | 'inlines'>> = {}) {
  const inlines = runs.map((run): ITextRun => ({ type: 'TextRun', ...run, text: plain(run.text) }))
  return { type: 'RichTextBlock', inlines, ...more } satisfies IRichTextBlock
}

/** What somebody wrote, in its paragraphs, no longer than so many characters. */
export function written(text: string, most: number): IRichTextBlock[] {
  const paragraphs = shorten(text, most)
    .split(/\n+/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  return paragraphs.map((each, index) => richText([{ text: each }], index === 0 ? {} : { spacing: 'Small' }))
}

export function section(items: CardElementArray, more: Partial<Omit<IContainer, 'type' | 'items'>> = {}): IContainer {
  return { type: 'Container', items, ...more }
}

export function buttons(actions: readonly CardAction[]): CardElementArray {
  return actions.length === 0 ? [] : [{ type: 'ActionSet', actions: [...actions] }]
}

/** `verb` and `data.action` alike: the library finds its way by the one, Teams sends the other. */
export function execute(
  title: string,
  verb: string,
  prompt: string,
  more: Partial<IExecuteAction> = {},
): IExecuteAction {
  return { type: 'Action.Execute', title, verb, data: { action: verb, prompt }, ...more }
}

/**
 * Opens a page of the tab as a dialog; which, the service says when it is asked. Whatever stands in the inputs: an empty
 * one that is required would keep it shut.
 */
export function openDialog(
  title: string,
  verb: string,
  about: { readonly prompt: string } | { readonly group: string },
): ISubmitAction {
  const data = { msteams: { type: 'task/fetch' }, action: verb, ...about }
  return { type: 'Action.Submit', title, associatedInputs: 'none', data }
}

export function openLink(title: string, url: string): IOpenUrlAction {
  return { type: 'Action.OpenUrl', title, url }
}

/** Never colour alone: shapes that every font of every phone has. */
export const SHAPES: Readonly<Record<Colour, { readonly shape: string; readonly color: ITextRun['color'] & string }>> =
  {
    RED: { shape: '◆', color: 'Attention' },
    AMBER: { shape: '◐', color: 'Warning' },
    GREEN: { shape: '●', color: 'Good' },
    WHITE: { shape: '○', color: 'Default' },
    CLOSED: { shape: '⊗', color: 'Default' },
  }

export function statusRun(words: Words, colour: Colour): Run {
  const { shape, color } = SHAPES[colour]
  return { text: `${shape} ${words.say(`status.${colour}`)}`, color, weight: 'Bolder' }
}

/** No control characters, no direction marks, and no `{{`, which clients would expand. */
export function plain(text: string): string {
  return text
    .replaceAll(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, ' ')
    .replaceAll('{{', '{\u200b{')
    .replaceAll('}}', '}\u200b}')
}

/** Cut at a word, and said so. */
export function shorten(text: string, most: number): string {
  const trimmed = text.trim()
  if (trimmed.length <= most) return trimmed
  const cut = trimmed.slice(0, most - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
