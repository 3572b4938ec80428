/**
 * What a part, a next step or an action says of itself besides its words, where a table has no column for it: in square
 * brackets at the end, each thing named, so that people can read and write it and nothing is guessed.
 *
 *   readNote('Share the process [owner: NMP; due: 5 March 2021; done]')
 *   // { text: 'Share the process', note: { owners: ['NMP'], due: '5 March 2021', done: true, marking: null } }
 */

import { MARKINGS, type Marking } from '../domain/group.ts'
import type { Language } from '../words/dates.ts'

export interface Note {
  /** As written. */
  readonly owners: readonly string[]
  readonly due: string | null
  readonly done: boolean
  readonly marking: Marking | null
}

const NAMES = {
  en: { owner: 'owner', due: 'due', done: 'done', marking: 'marking' },
  cy: { owner: 'perchennog', due: 'erbyn', done: 'wedi’i wneud', marking: 'marc' },
} as const satisfies Record<Language, object>

/** Empty where there is nothing to say. */
export function makeNote(note: Partial<Note>, language: Language): string {
  const names = NAMES[language]
  const things = [
    ...(note.owners ?? []).map((owner) => `${names.owner}: ${plain(owner)}`),
    ...(note.due ? [`${names.due}: ${plain(note.due)}`] : []),
    ...(note.marking
      ? [`${names.marking}: ${plain([note.marking.level, note.marking.handling ?? ''].join(' ').trim())}`]
      : []),
    ...(note.done ? [names.done] : []),
  ]
  return things.length === 0 ? '' : `[${things.join('; ')}]`
}

/** What would end a thing or the note. */
function plain(words: string): string {
  return words.replaceAll(/[[⟦]/gu, '(').replaceAll(/[\]⟧]/gu, ')').replaceAll(/[;\n]/gu, ',')
}

const BRACKETED = /\s*\[([^[\]\n]{1,2000})\]$/u

/** Takes the note off a text's end; the text as it is where nothing there can be read. */
export function readNote(text: string): { readonly text: string; readonly note: Note | null } {
  const match = BRACKETED.exec(text)
  const note = match ? parseThings(match[1] ?? '') : null
  return match && note ? { text: text.slice(0, match.index), note } : { text, note: null }
}

/** Null unless every thing is a known one. */
function parseThings(things: string): Note | null {
  const owners: string[] = []
  let [due, done, marking]: [string | null, boolean, Marking | null] = [null, false, null]
  for (const thing of things.split(';').map((each) => each.trim().replaceAll("'", '’'))) {
    const [, name = thing, words = ''] = /^([^:]+):\s*(.+)$/u.exec(thing) ?? []
    const is = (key: keyof (typeof NAMES)['en']): boolean =>
      name.toLowerCase() === NAMES.en[key] || name.toLowerCase() === NAMES.cy[key]
    if (is('done') && words === '') done = true
    else if (words === '') return null
    else if (is('owner')) owners.push(words)
    else if (is('due')) due = words
    else if (is('marking')) {
      marking = parseMarking(words)
      if (!marking) return null
    } else return null
  }
  return { owners, due, done, marking }
}

/** `OFFICIAL-SENSITIVE Group members only` */
function parseMarking(words: string): Marking | null {
  const level = MARKINGS.findLast((each) => words === each || words.startsWith(`${each} `))
  if (!level) return null
  const handling = words.slice(level.length).trim()
  return handling === '' ? { level } : { level, handling }
}
