/**
 * The form of each deed as data: what is asked, what it starts from, and the command that it becomes. Pure. What was
 * typed and can't be read goes into the command as it is, so that the rules refuse it and say so beside the field.
 */

import {
  CLOSE_REASONS,
  COLOURS,
  LINK_KINDS,
  type Action,
  type Link,
  type Owner,
  type Part,
} from '../../domain/action.ts'
import { canonical } from '../../domain/canonical.ts'
import type { ActionCommand } from '../../domain/command.ts'
import type { Day } from '../../domain/day.ts'
import type { Due } from '../../domain/due.ts'
import { parseDayWords, parseDueWords } from '../../domain/duewords.ts'
import { MARKINGS, type Meeting } from '../../domain/group.ts'
import { accept, refuse, type Result } from '../../domain/result.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { WordKey, Words } from '../../words/words.ts'
import type { Begun, Deed } from './deeds.ts'

export interface DeedGround {
  readonly action: Action
  readonly snapshot: Snapshot
  readonly today: Day
  /** To come or being held, the next one first. */
  readonly meetings: readonly Meeting[]
  readonly begun: Begun
  readonly words: Words
}

/** What stands in the fields, by their names. */
export type Values = Readonly<Record<string, string | readonly Owner[]>>

export interface Field {
  readonly name: string
  readonly kind: 'line' | 'text' | 'due' | 'day' | 'owners' | 'action' | 'choice'
  readonly label: WordKey
  readonly optional?: boolean
  /** Names under which the rules refuse it; without any, its own. */
  readonly refused?: readonly string[]
  /** Of a choice: what can be chosen, and how it is said. */
  readonly choices?: readonly (readonly [value: string, words: string])[]
}

type Untold<Each> = Each extends ActionCommand ? Omit<Each, 'id' | 'action'> : never
export type UntoldCommand = Untold<ActionCommand>

interface DeedForm {
  fields(ground: DeedGround, values: Values): readonly Field[]
  start(ground: DeedGround): Values
  command(values: Values, ground: DeedGround): Result<UntoldCommand>
}

export function formOf(deed: Deed): DeedForm {
  return FORMS[deed]
}

const REASON: Field = { name: 'reason', kind: 'text', label: 'acting.field.reason' }
const MAYBE_REASON: Field = { ...REASON, kind: 'line', optional: true }
const GROUP = 'group'
const DEADLINES = ['none', 'report', 'own', 'body'] as const

/** The words of a reason and nothing else. */
function reasoned(kind: 'withdrawDischarge' | 'reopen' | 'liftOverride', field: Field): DeedForm {
  return {
    fields: () => [field],
    start: () => ({ reason: '' }),
    command: (values) => accept({ kind, reason: text(values, 'reason') }),
  }
}

const FORMS: Readonly<Record<Deed, DeedForm>> = {
  withdrawDischarge: reasoned('withdrawDischarge', REASON),
  reopen: reasoned('reopen', REASON),
  liftOverride: reasoned('liftOverride', MAYBE_REASON),

  setDue: {
    fields: () => [{ name: 'due', kind: 'due', label: 'acting.field.due' }],
    start: () => ({ due: '' }),
    command: (values, { today }) => {
      const due = parseDueWords(text(values, 'due'), today)
      return due ? accept({ kind: 'setDue', due }) : refuse('textMissing', 'due')
    },
  },

  askExtension: {
    fields: () => [{ name: 'to', kind: 'due', label: 'acting.field.to' }, REASON],
    start: () => ({ to: '', reason: '' }),
    command: (values, { today }) => {
      const to = parseDueWords(text(values, 'to'), today)
      return to ? accept({ kind: 'askExtension', to, reason: text(values, 'reason') }) : refuse('textMissing', 'to')
    },
  },

  setMilestone: {
    fields: () => [
      { name: 'purpose', kind: 'line', label: 'acting.field.purpose' },
      { name: 'due', kind: 'due', label: 'acting.field.by' },
    ],
    start: () => ({ purpose: '', due: '' }),
    command: (values, { today }) => {
      const due = parseDueWords(text(values, 'due'), today)
      const purpose = text(values, 'purpose')
      if (due) return accept({ kind: 'setMilestone', purpose, due })
      return refuse('textMissing', purpose.trim() === '' ? 'purpose' : 'due')
    },
  },

  completeMilestone: {
    fields: () => [{ name: 'day', kind: 'day', label: 'acting.field.day' }],
    start: () => ({ day: '' }),
    command: (values, { today, begun }) =>
      accept({ kind: 'completeMilestone', milestone: begun.about ?? '', day: dayOf(text(values, 'day'), today) }),
  },

  retain: {
    fields: ({ action, meetings, words }) => [
      {
        name: 'meeting',
        kind: 'choice',
        label: 'acting.field.meeting',
        choices: meetings
          .filter((meeting) => meeting.key !== action.retainedFor)
          .map(({ key, day, title }) => [
            key,
            title === '' ? words.day(day) : words.say('acting.field.meetingChoice', { day: words.day(day), title }),
          ]),
      },
      { name: 'words', kind: 'line', label: 'acting.field.words', optional: true },
    ],
    start: ({ action, meetings }) => ({
      meeting: meetings.find((meeting) => meeting.key !== action.retainedFor)?.key ?? '',
      words: '',
    }),
    command: (values) => accept({ kind: 'retain', meeting: text(values, 'meeting'), words: text(values, 'words') }),
  },

  proposeDischarge: {
    fields: () => [{ name: 'evidence', kind: 'text', label: 'acting.field.evidence' }],
    start: () => ({ evidence: '' }),
    command: (values) => accept({ kind: 'proposeDischarge', evidence: text(values, 'evidence') }),
  },

  close: {
    fields: ({ words }) => [
      {
        name: 'reason',
        kind: 'choice',
        label: 'acting.field.closing',
        choices: CLOSE_REASONS.map((reason) => [reason, words.say(`acting.closing.${reason}`)]),
      },
      { name: 'words', kind: 'line', label: 'acting.field.words', optional: true },
    ],
    start: () => ({ reason: '', words: '' }),
    command: (values) => {
      const reason = chosen(values, 'reason', CLOSE_REASONS)
      return reason
        ? accept({ kind: 'close', reason, words: text(values, 'words') })
        : refuse('reasonMissing', 'reason')
    },
  },

  reassign: {
    fields: () => [{ name: 'owners', kind: 'owners', label: 'acting.field.owners' }, MAYBE_REASON],
    start: ({ action }) => ({ owners: action.owners, reason: '' }),
    command: (values) => accept({ kind: 'reassign', owners: owners(values, 'owners'), reason: text(values, 'reason') }),
  },

  reword: {
    fields: () => [{ name: 'details', kind: 'text', label: 'acting.field.details' }],
    start: ({ action }) => ({ details: action.details }),
    command: (values) => accept({ kind: 'reword', details: text(values, 'details') }),
  },

  setAddressee: {
    fields: ({ words }, values) => [
      { name: 'addressee', kind: 'line', label: 'acting.field.addressee', optional: true },
      {
        name: 'deadline',
        kind: 'choice',
        label: 'acting.field.deadline',
        choices: DEADLINES.map((each) => [each, words.say(`acting.deadline.${each}`)] as const),
      },
      ...(text(values, 'deadline') === 'body'
        ? [{ name: 'body', kind: 'line', label: 'acting.field.deadlineBody' } as const]
        : []),
    ],
    start: ({ action: { origin } }) => ({
      addressee: origin.addressee ?? '',
      deadline: typeof origin.deadline === 'object' ? 'body' : (origin.deadline ?? 'none'),
      body: typeof origin.deadline === 'object' ? origin.deadline.body : '',
    }),
    command: (values) => {
      const whose = chosen(values, 'deadline', DEADLINES) ?? 'none'
      const deadline = whose === 'none' ? null : whose === 'body' ? { body: text(values, 'body').trim() } : whose
      return accept({ kind: 'setAddressee', addressee: text(values, 'addressee'), deadline })
    },
  },

  mark: {
    fields: ({ snapshot, words }, values) => [
      {
        name: 'marking',
        kind: 'choice',
        label: 'acting.field.marking',
        choices: [
          [GROUP, words.say('acting.field.marking.group', { level: snapshot.group.marking.level })],
          ...MARKINGS.map((level) => [level, level] as const),
        ],
      },
      ...(text(values, 'marking') === GROUP
        ? []
        : [{ name: 'handling', kind: 'line', label: 'acting.field.handling', optional: true } as const]),
    ],
    start: ({ action }) => ({ marking: action.marking?.level ?? GROUP, handling: action.marking?.handling ?? '' }),
    command: (values) => {
      const level = chosen(values, 'marking', MARKINGS)
      const handling = text(values, 'handling').trim()
      return accept({ kind: 'mark', marking: level && { level, ...(handling === '' ? {} : { handling }) } })
    },
  },

  setPart: {
    fields: ({ begun }) => [
      ...(begun.about === null
        ? [{ name: 'letter', kind: 'line', label: 'acting.field.letter', refused: ['letter', 'part.letter'] } as const]
        : []),
      { name: 'details', kind: 'text', label: 'acting.field.details', refused: ['part.details'] },
      { name: 'owners', kind: 'owners', label: 'acting.field.owners', refused: ['part.owners'] },
      { name: 'due', kind: 'due', label: 'acting.field.due', optional: true, refused: ['part.due'] },
    ],
    start: ({ action, begun }) => {
      const part = action.parts.find((each) => each.letter === begun.about)
      if (!part) return { letter: nextLetter(action.parts), details: '', owners: [], due: '' }
      return { letter: part.letter, details: part.details, owners: part.owners, due: part.due?.words ?? '' }
    },
    command: (values, { action, begun, today }) => {
      const letter = text(values, 'letter').trim()
      const was = action.parts.find((each) => each.letter === letter)
      if (was && begun.about === null) return refuse('partsRepeated', 'letter', { letter })
      const due = dueOf(text(values, 'due'), was?.due ?? null, today)
      const part = { letter, details: text(values, 'details').trim(), owners: owners(values, 'owners'), due }
      return accept({ kind: 'setPart', part: { ...part, status: was?.status ?? 'open' } })
    },
  },

  addLink: {
    fields: ({ words, snapshot, begun }, values) => {
      const kind = chosen(values, 'kind', LINK_KINDS)
      const isGiven = LINK_KINDS.some((each) => each === begun.about)
      const elsewhere = text(values, 'to').trim() !== '' && actionNamed(text(values, 'to'), snapshot) === null
      return [
        ...(isGiven
          ? []
          : [
              {
                name: 'kind',
                kind: 'choice',
                label: 'acting.field.linkKind',
                choices: LINK_KINDS.map((each) => [each, words.say(`acting.link.${each}`)] as const),
              } as const,
            ]),
        {
          name: 'to',
          kind: 'action',
          label: 'acting.field.action',
          refused: ['link.target', 'link.body', 'link.group'],
        },
        ...(elsewhere && kind === 'waitsFor'
          ? [{ name: 'what', kind: 'line', label: 'acting.field.what', refused: ['link.what'] } as const]
          : elsewhere
            ? [{ name: 'theirs', kind: 'line', label: 'acting.field.theirs', optional: true } as const]
            : []),
      ]
    },
    // Begun about a kind of link, it is that kind.
    start: ({ begun }) => ({
      kind: LINK_KINDS.find((kind) => kind === begun.about) ?? 'waitsFor',
      to: '',
      what: '',
      theirs: '',
    }),
    command: (values, { snapshot }) => {
      const kind = chosen(values, 'kind', LINK_KINDS) ?? 'waitsFor'
      const to = text(values, 'to').trim()
      if (to === '') return refuse('textMissing', 'link.target')
      return accept({ kind: 'addLink', link: { kind, target: targetOf(kind, to, values, snapshot) } })
    },
  },

  answerLink: {
    fields: () => [
      { name: 'words', kind: 'text', label: 'acting.field.answer' },
      { name: 'day', kind: 'day', label: 'acting.field.day' },
    ],
    start: () => ({ words: '', day: '' }),
    command: (values, { begun, today }) =>
      accept({
        kind: 'answerLink',
        link: begun.about ?? '',
        words: text(values, 'words'),
        day: dayOf(text(values, 'day'), today),
      }),
  },

  removeLink: {
    fields: () => [MAYBE_REASON],
    start: () => ({ reason: '' }),
    command: (values, { begun }) =>
      accept({ kind: 'removeLink', link: begun.about ?? '', reason: text(values, 'reason') }),
  },

  overrideStatus: {
    fields: ({ words }) => [
      {
        name: 'colour',
        kind: 'choice',
        label: 'acting.field.colour',
        choices: COLOURS.map((colour) => [colour, words.say(`status.${colour}`)]),
      },
      REASON,
    ],
    start: ({ action }) => ({ colour: action.override?.colour ?? '', reason: action.override?.reason ?? '' }),
    command: (values) => {
      const colour = chosen(values, 'colour', COLOURS)
      if (!colour) return refuse('textMissing', 'colour')
      return accept({ kind: 'overrideStatus', colour, reason: text(values, 'reason') })
    },
  },

  correct: {
    fields: ({ begun }) => [
      { name: 'text', kind: 'text', label: 'acting.field.text' },
      ...(begun.entry?.next
        ? [{ name: 'next', kind: 'line', label: 'acting.field.next', optional: true } as const]
        : []),
      { name: 'day', kind: 'day', label: 'acting.field.day' },
    ],
    start: ({ begun, words }) => ({
      text: begun.entry?.text ?? '',
      next: begun.entry?.next?.words ?? '',
      day: begun.entry ? words.day(begun.entry.day) : '',
    }),
    command: (values, { begun, today }) => {
      const { entry } = begun
      if (!entry) return refuse('updateUnknown')
      const words = text(values, 'next').trim()
      const next = entry.next && words !== '' ? { ...entry.next, words } : null
      const update = { day: dayOf(text(values, 'day'), today), text: text(values, 'text'), next }
      if (canonical(update) === canonical({ day: entry.day, text: entry.text, next: entry.next })) {
        return refuse('nothingChanged', 'text')
      }
      return accept({
        kind: 'addUpdate',
        update: {
          ...update,
          outcome: entry.outcome === 'next' && next === null ? null : entry.outcome,
          organisation: entry.organisation,
          meeting: entry.meeting,
          supersedes: entry.id,
        },
      })
    },
  },
}

function text(values: Values, name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

function owners(values: Values, name: string): readonly Owner[] {
  const value = values[name]
  return typeof value === 'object' ? value : []
}

function chosen<Each extends string>(values: Values, name: string, choices: readonly Each[]): Each | null {
  return choices.find((each) => each === values[name]) ?? null
}

/** Nothing typed is today. */
function dayOf(typed: string, today: Day): Day {
  return typed.trim() === '' ? today : (parseDayWords(typed, today, 'past') ?? typed)
}

/** Words that stand as they stood mean what they meant: "5 March" is not next year's a year later. */
function dueOf(typed: string, was: Due | null, today: Day): Due | null {
  return was && was.words === typed ? was : parseDueWords(typed, today)
}

/** `c` after `a` and `b`, `3` after `1` and `2`. */
function nextLetter(parts: readonly Part[]): string {
  const last = parts.at(-1)?.letter
  if (last === undefined) return 'a'
  if (/^\d+$/.test(last)) return String(Number(last) + 1)
  return /^[a-y]$/i.test(last) ? String.fromCharCode(last.charCodeAt(0) + 1) : ''
}

/** The action that a text names by its number. */
export function actionNamed(typed: string, snapshot: Snapshot): Action | null {
  const reference = typed.trim()
  for (const action of snapshot.actions.values()) if (action.reference === reference) return action
  return null
}

function targetOf(kind: Link['kind'], to: string, values: Values, snapshot: Snapshot): Link['target'] {
  const named = actionNamed(to, snapshot)
  if (named) return { action: named.id }
  if (kind === 'waitsFor') return { body: to, what: text(values, 'what').trim() }
  return { group: to, reference: text(values, 'theirs').trim() || null }
}
