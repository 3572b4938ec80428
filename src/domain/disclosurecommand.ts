/**
 * What may be done to a request for disclosure, and what its row holds then. Who may ask at all is the service's policy;
 * what is checked here is what a role doesn't say: two people, exactly the copy that was asked for, the order of steps.
 */

import { isSamePerson } from './appointment.ts'
import type { CollectionCommand } from './collection.ts'
import type { ConfidentialContext, ConfidentialRefusal } from './confidential.ts'
import { isDay, type Day } from './day.ts'
import {
  disclosureStateOf,
  whyNotRelease,
  type ChosenRow,
  type DisclosureContent,
  type DisclosureDraft,
  type DisclosureFormat,
  type ReleasedFile,
  type WhyNotRelease,
  type Withheld,
} from './disclosure.ts'
import { accept, type Result } from './result.ts'

interface Write extends CollectionCommand {
  readonly kind: 'writeDisclosure'
  readonly group: string
  readonly draft: DisclosureDraft
}

interface Consult extends CollectionCommand {
  readonly kind: 'consultOriginator'
  /** Of an earlier entry that this one fills in; otherwise the command's. */
  readonly entry: string
  readonly who: string
  readonly day: Day
  readonly words: string
}

/** Which rows, and what of them is withheld: the whole of both. */
interface Prepare extends CollectionCommand {
  readonly kind: 'prepareDisclosure'
  readonly rows: readonly ChosenRow[]
  readonly withheld: readonly Withheld[]
}

interface Ask extends CollectionCommand {
  readonly kind: 'askRelease'
  /** Of the copy, which whoever asks has seen. */
  readonly hash: string
  /** As which files it is to go out. */
  readonly formats: readonly DisclosureFormat[]
}

interface TakeBack extends CollectionCommand {
  readonly kind: 'takeReleaseBack'
}

interface Release extends CollectionCommand {
  readonly kind: 'releaseDisclosure'
  /** Of the copy as it would be made now. */
  readonly hash: string
  readonly to: string
  readonly files: readonly ReleasedFile[]
}

interface SendBack extends CollectionCommand {
  readonly kind: 'sendDisclosureBack'
  readonly reason: string
}

interface Answer extends CollectionCommand {
  readonly kind: 'answerWithoutCopy'
  readonly words: string
}

/** Puts in the place of a request, under a key of its own, what stays of it once it isn't kept any longer. */
interface Dispose extends CollectionCommand {
  readonly kind: 'recordDisposal'
  readonly of: DisclosureContent
}

export type DisclosureCommand = Dispose | Write | Consult | Prepare | Ask | TakeBack | Release | SendBack | Answer

export type DisclosureRefusalCode =
  | WhyNotRelease
  | 'disclosureMissing'
  | 'disclosureOver'
  | 'contentChanged'
  | 'reasonNeeded'
  | 'requestInvalid'
  | 'requestTooLarge'
  | 'dayUnreal'

type Decided = Result<DisclosureContent, ConfidentialRefusal<DisclosureRefusalCode>>

/** All that is withheld stands in one cell, of which SharePoint holds 63,999 characters. */
const MOST_WITHHELD = 50_000

export function decideDisclosure(
  command: DisclosureCommand,
  now: DisclosureContent | null,
  context: ConfidentialContext,
): Decided {
  if (command.kind === 'writeDisclosure') return write(command, now, context)
  if (command.kind === 'recordDisposal') return accept(now ?? remainsOf(command.of, context.today))
  if (!now) return refuse('disclosureMissing')
  // What was given out stays as it was given out.
  if (now.released || now.answered) return refuse('disclosureOver')
  switch (command.kind) {
    case 'consultOriginator':
      return consult(command, now, context)
    case 'prepareDisclosure':
      return prepare(command, now, context)
    case 'askRelease':
      if (now.rows.length === 0) return refuse('requestInvalid', 'rows')
      if (command.formats.length === 0) return refuse('requestInvalid', 'formats')
      return accept({
        ...now,
        asked: { by: context.actor, on: context.today, hash: command.hash, formats: command.formats },
      })
    case 'takeReleaseBack':
      return accept({ ...now, asked: null })
    case 'sendDisclosureBack':
      return sendBack(command.reason, now, context)
    case 'releaseDisclosure':
      return release(command, now, context)
    case 'answerWithoutCopy': {
      const words = command.words.trim()
      if (words === '') return refuse('reasonNeeded', 'words')
      return accept({ ...now, asked: null, answered: { by: context.actor, on: context.today, words } })
    }
  }
}

/** What a command depends on or writes. */
export function touchedByDisclosure({ kind }: DisclosureCommand): readonly (keyof DisclosureContent)[] {
  switch (kind) {
    case 'writeDisclosure':
      return ['reference', 'authority', 'received', 'scope', 'language']
    case 'consultOriginator':
    case 'recordDisposal':
      return []
    case 'prepareDisclosure':
      return ['rows', 'withheld', 'asked']
    case 'askRelease':
      return ['rows', 'withheld', 'asked', 'authority', 'language']
    case 'takeReleaseBack':
    case 'answerWithoutCopy':
      return ['asked']
    case 'sendDisclosureBack':
    case 'releaseDisclosure':
      return ['rows', 'withheld', 'asked', 'preparers', 'authority', 'language']
  }
}

function write({ group, draft }: Write, now: DisclosureContent | null, { today, actor }: ConfidentialContext): Decided {
  if (!isDay(draft.received) || draft.received > today) return refuse('dayUnreal', 'received')
  const wanted = (['reference', 'authority', 'scope'] as const).find((field) => draft[field].trim() === '')
  if (wanted) return refuse('requestInvalid', wanted)
  if (!now) {
    const none = { consulted: [], rows: [], withheld: [], preparers: [], refusals: [] }
    return accept({ ...draft, group, ...none, asked: null, released: null, answered: null, disposed: null })
  }
  if (disclosureStateOf(now) === 'released' || now.answered) return refuse('disclosureOver')
  const isSameCopy = now.authority === draft.authority && now.language === draft.language
  // Its title and its language are the copy's: who changes them has a hand in it.
  return accept(isSameCopy ? { ...now, ...draft } : { ...handled(now, actor), ...draft, asked: null })
}

function consult(
  { entry, who, day, words }: Consult,
  now: DisclosureContent,
  { actor, today }: ConfidentialContext,
): Decided {
  if (!isDay(day) || day > today) return refuse('dayUnreal', 'day')
  if (who.trim() === '') return refuse('requestInvalid', 'who')
  const told = { id: entry, who: who.trim(), on: day, words: words.trim(), by: actor }
  const isKnown = now.consulted.some(({ id }) => id === entry)
  return accept({
    ...now,
    consulted: isKnown ? now.consulted.map((each) => (each.id === entry ? told : each)) : [...now.consulted, told],
  })
}

function prepare({ rows, withheld }: Prepare, now: DisclosureContent, { actor }: ConfidentialContext): Decided {
  const chosen = new Set(rows.map(({ action }) => action))
  if (chosen.size !== rows.length) return refuse('requestInvalid', 'rows')
  if (new Set(withheld.map(({ id }) => id)).size !== withheld.length) return refuse('requestInvalid', 'withheld')
  for (const [index, each] of withheld.entries()) {
    const field = `withheld.${index}`
    if (!chosen.has(each.action)) return refuse('requestInvalid', `${field}.action`)
    if (each.column === null && each.text !== '') return refuse('requestInvalid', `${field}.text`)
    if (each.ground.trim() === '') return refuse('reasonNeeded', `${field}.ground`)
    if (each.words.trim() === '') return refuse('requestInvalid', `${field}.words`)
  }
  if (JSON.stringify(withheld).length > MOST_WITHHELD) return refuse('requestTooLarge', 'withheld')
  return accept({ ...handled(now, actor), rows, withheld, asked: null })
}

/** Who decided what, when, and of which files: nothing of what they said, nor of whom they went to. */
function remainsOf(of: DisclosureContent, today: Day): DisclosureContent {
  const { released, answered } = of
  const nothing = { scope: '', consulted: [], rows: [], withheld: [], preparers: [], refusals: [], asked: null }
  return {
    ...of,
    ...nothing,
    released: released && { ...released, to: '' },
    answered: answered && { ...answered, words: '' },
    disposed: today,
  }
}

function handled(now: DisclosureContent, actor: DisclosureContent['preparers'][number]): DisclosureContent {
  const isKnown = now.preparers.some((each) => isSamePerson(each, actor))
  return isKnown ? now : { ...now, preparers: [...now.preparers, actor] }
}

function sendBack(reason: string, now: DisclosureContent, context: ConfidentialContext): Decided {
  const why = whyNotRelease(now, context.actor, context)
  if (why) return refuse(why)
  if (reason.trim() === '') return refuse('reasonNeeded', 'reason')
  const told = { by: context.actor, on: context.today, reason: reason.trim() }
  return accept({ ...now, asked: null, refusals: [...now.refusals, told] })
}

function release({ hash, to, files }: Release, now: DisclosureContent, context: ConfidentialContext): Decided {
  const why = whyNotRelease(now, context.actor, context)
  if (why) return refuse(why)
  if (hash !== now.asked?.hash) return refuse('contentChanged')
  if (to.trim() === '') return refuse('requestInvalid', 'to')
  return accept({ ...now, released: { by: context.actor, on: context.today, hash, to: to.trim(), files } })
}

function refuse(
  code: DisclosureRefusalCode,
  field?: string,
): { readonly ok: false; readonly error: ConfidentialRefusal<DisclosureRefusalCode> } {
  return { ok: false, error: field === undefined ? { code } : { code, field } }
}
