/**
 * What may be done to a version of guidance, and what its row holds then. Who may ask at all is the service's policy;
 * what is checked here is what a role doesn't say: two people, exactly the words that were seen, and the order of steps.
 */

import type { CollectionCommand } from './collection.ts'
import { checkText } from './check.ts'
import type { ConfidentialContext, ConfidentialRefusal } from './confidential.ts'
import { isSamePerson } from './appointment.ts'
import { isDay, type Day } from './day.ts'
import type { Person } from './group.ts'
import {
  approversOfVersion,
  contentOf,
  whyNotAgree,
  type BodyVerdict,
  type GuidanceDraft,
  type GuidanceWords,
  type PositionPart,
  type VersionContent,
  type WhyNotAgree,
} from './guidance.ts'
import { accept, type Result } from './result.ts'

export interface WriteGuidance extends CollectionCommand {
  readonly kind: 'writeGuidance'
  readonly group: string
  readonly guidance: string
  readonly number: number
  readonly draft: GuidanceDraft
}

interface Submit extends CollectionCommand {
  readonly kind: 'submitGuidance'
  /** Outside bodies that it goes to as well, by name. */
  readonly bodies: readonly string[]
}

/** Back to a draft, to be changed; what bodies answered is asked of them again. */
interface TakeBack extends CollectionCommand {
  readonly kind: 'takeBackGuidance'
}

interface RecordBody extends CollectionCommand {
  readonly kind: 'recordBody'
  readonly body: string
  readonly verdict: BodyVerdict
  readonly day: Day
  readonly evidence: string
}

/** What is to hold until a version is agreed; the approver lets it. */
interface AskInterim extends CollectionCommand {
  readonly kind: 'askInterim'
  readonly words: GuidanceWords
}

interface DecideGuidance extends CollectionCommand {
  readonly kind: 'decideGuidance'
  readonly part: PositionPart
  readonly verdict: 'approved' | 'refused'
  readonly reason: string
  /** `contentOf` what was seen. */
  readonly content: string
}

/** One person, at once: nobody goes by it any more. */
interface Withdraw extends CollectionCommand {
  readonly kind: 'withdrawGuidance'
  readonly reason: string
}

interface GiveFeedback extends CollectionCommand {
  readonly kind: 'giveFeedback'
  readonly organisation: string | null
  readonly body: string
  readonly words: string
}

export type GuidanceCommand =
  | WriteGuidance
  | Submit
  | TakeBack
  | RecordBody
  | AskInterim
  | DecideGuidance
  | Withdraw
  | GiveFeedback

export type GuidanceRefusalCode =
  | WhyNotAgree
  | 'guidanceMissing'
  | 'contentChanged'
  | 'reasonNeeded'
  | 'requestInvalid'
  | 'dayUnreal'
  | 'bodyUnknown'
  | 'requestTooLarge'

type Decided = Result<VersionContent, ConfidentialRefusal<GuidanceRefusalCode>>

/** More would not be read; SharePoint holds 63,999 characters in a cell. */
const LONGEST_GUIDANCE = 20_000
/** All that was said of one version stands in one cell. */
const MOST_FEEDBACK = 40_000

export function decideGuidance(
  command: GuidanceCommand,
  now: VersionContent | null,
  context: ConfidentialContext,
): Decided {
  if (command.kind === 'writeGuidance') return write(command, now, context)
  if (!now) return refuse('guidanceMissing')
  switch (command.kind) {
    case 'submitGuidance':
      return submit(command.bodies, now, context)
    case 'takeBackGuidance':
      if (now.state !== 'submitted') return refuse('contentChanged')
      return accept({ ...now, state: 'draft', submitted: null, answers: [] })
    case 'recordBody':
      return recordBody(command, now, context)
    case 'askInterim':
      return askInterim(command.words, now, context)
    case 'decideGuidance':
      return decide(command, now, context)
    case 'withdrawGuidance':
      return withdraw(command.reason, now, context)
    case 'giveFeedback':
      return giveFeedback(command, now, context)
  }
}

/** What a command depends on or writes. */
export function touchedByGuidance({ kind }: GuidanceCommand): readonly (keyof VersionContent)[] {
  switch (kind) {
    case 'writeGuidance':
      return ['state', 'title', 'titleWelsh', 'text', 'textWelsh', 'validFrom', 'approver']
    case 'submitGuidance':
      return ['state', 'title', 'titleWelsh', 'text', 'textWelsh', 'validFrom', 'approver', 'submitted']
    case 'takeBackGuidance':
      return ['state', 'submitted']
    case 'recordBody':
      return ['state', 'submitted', 'answers']
    case 'askInterim':
      return ['state', 'interimAsked']
    case 'decideGuidance':
    case 'withdrawGuidance':
      return ['state']
    case 'giveFeedback':
      return []
  }
}

function write(
  { group, guidance, number, draft }: WriteGuidance,
  now: VersionContent | null,
  { actor, appointments, today }: ConfidentialContext,
): Decided {
  if (now && now.state !== 'draft') return refuse('contentChanged')
  const wrong = checkDraft(draft)
  if (wrong) return { ok: false, error: wrong }
  if (approversOfVersion(draft, appointments, today).length === 0) return refuse('notApprover', 'approver')
  const words = trimmed(draft)
  const content = { title: draft.title.trim(), titleWelsh: draft.titleWelsh.trim(), ...words }
  const { validFrom, approver } = draft
  if (now) return accept({ ...now, ...content, validFrom, approver, writers: withPerson(now.writers, actor) })
  return accept({
    ...BLANK,
    group,
    guidance,
    number,
    ...content,
    validFrom,
    approver,
    writers: [actor],
  })
}

const BLANK = {
  state: 'draft',
  submitted: null,
  answers: [],
  interimAsked: null,
  interim: null,
  feedback: [],
  agreed: null,
  refusals: [],
  withdrawn: null,
} as const satisfies Partial<VersionContent>

function submit(
  bodies: readonly string[],
  now: VersionContent,
  { actor, appointments, today }: ConfidentialContext,
): Decided {
  if (now.state !== 'draft') return refuse('contentChanged')
  const approvers = approversOfVersion(now, appointments, today).flatMap(({ holder, deputy }) => [holder, deputy])
  const askers = [...now.writers, actor]
  // Nobody would be left who may agree it.
  const isDecidable = approvers.some((person) => person !== null && !askers.some((each) => isSamePerson(each, person)))
  if (!isDecidable) return refuse('askedYourself', 'approver')
  const named = [...new Set(bodies.map((body) => body.trim()).filter((body) => body !== ''))]
  return accept({ ...now, state: 'submitted', submitted: { by: actor, on: today, bodies: named }, answers: [] })
}

function recordBody(
  { body, verdict, day, evidence }: RecordBody,
  now: VersionContent,
  { actor, today }: ConfidentialContext,
): Decided {
  if (now.state !== 'submitted') return refuse('nothingAsked')
  if (!now.submitted?.bodies.includes(body)) return refuse('bodyUnknown', 'body')
  if (!isDay(day) || day > today) return refuse('dayUnreal', 'day')
  if (checkText(evidence, 'evidence')) return refuse('reasonNeeded', 'evidence')
  const answer = { body, verdict, day, evidence: evidence.trim(), by: actor, on: today }
  return accept({ ...now, answers: [...now.answers, answer] })
}

function askInterim(words: GuidanceWords, now: VersionContent, { actor, today }: ConfidentialContext): Decided {
  if (now.state !== 'draft' && now.state !== 'submitted') return refuse('contentChanged')
  const wrong = checkWords(words)
  if (wrong) return { ok: false, error: wrong }
  return accept({ ...now, interimAsked: { ...trimmed(words), by: actor, on: today } })
}

function decide(
  { part, verdict, reason, content }: DecideGuidance,
  now: VersionContent,
  { actor, appointments, today }: ConfidentialContext,
): Decided {
  const why = whyNotAgree(now, part, actor, { appointments, today })
  if (why !== null && (why !== 'bodiesAwaited' || verdict === 'approved')) return refuse(why)
  if (contentOf(now, part) !== content) return refuse('contentChanged')
  const deed = { by: actor, on: today }
  if (verdict === 'refused') {
    if (checkText(reason, 'reason')) return refuse('reasonNeeded', 'reason')
    const refusals = [...now.refusals, { ...deed, part, reason: reason.trim() }]
    return accept(
      part === 'interim'
        ? { ...now, refusals, interimAsked: null }
        : { ...now, refusals, state: 'draft', submitted: null, answers: [] },
    )
  }
  if (part === 'agreed') return accept({ ...now, state: 'agreed', agreed: deed, interimAsked: null })
  const { text, textWelsh } = now.interimAsked ?? { text: '', textWelsh: '' }
  return accept({ ...now, interim: { text, textWelsh, ...deed }, interimAsked: null })
}

/** What is in force ends by whoever might have agreed it; what isn't yet, by whoever drafts. */
function withdraw(reason: string, now: VersionContent, { actor, appointments, today }: ConfidentialContext): Decided {
  if (now.state === 'withdrawn') return refuse('contentChanged')
  if (checkText(reason, 'reason')) return refuse('reasonNeeded', 'reason')
  const isApprover = approversOfVersion(now, appointments, today).some(
    ({ holder, deputy }) => isSamePerson(holder, actor) || isSamePerson(deputy, actor),
  )
  if ((now.state === 'agreed' || now.interim) && !isApprover) return refuse('notApprover')
  return accept({
    ...now,
    state: 'withdrawn',
    interimAsked: null,
    withdrawn: { by: actor, on: today, reason: reason.trim() },
  })
}

function giveFeedback(
  { id, organisation, body, words }: GiveFeedback,
  now: VersionContent,
  { actor, today }: ConfidentialContext,
): Decided {
  if (now.state !== 'draft' && now.state !== 'submitted') return refuse('contentChanged')
  if (checkText(words, 'words')) return refuse('requestInvalid', 'words')
  const length = now.feedback.reduce((sum, each) => sum + each.words.length, words.length)
  if (length > MOST_FEEDBACK) return refuse('requestTooLarge', 'words')
  const given = { id, organisation, body: body.trim(), words: words.trim(), by: actor, on: today }
  return accept({ ...now, feedback: [...now.feedback, given] })
}

function checkDraft(draft: GuidanceDraft): ConfidentialRefusal<GuidanceRefusalCode> | null {
  if (draft.title.trim() === '') return { code: 'requestInvalid', field: 'title' }
  if (draft.validFrom !== null && !isDay(draft.validFrom)) return { code: 'dayUnreal', field: 'validFrom' }
  return checkWords(draft)
}

function checkWords({ text, textWelsh }: GuidanceWords): ConfidentialRefusal<GuidanceRefusalCode> | null {
  if (text.trim() === '' || text.length > LONGEST_GUIDANCE) return { code: 'requestInvalid', field: 'text' }
  return textWelsh.length > LONGEST_GUIDANCE ? { code: 'requestInvalid', field: 'textWelsh' } : null
}

function trimmed({ text, textWelsh }: GuidanceWords): GuidanceWords {
  return { text: text.trim(), textWelsh: textWelsh.trim() }
}

function withPerson(people: readonly Person[], person: Person): readonly Person[] {
  return people.some((each) => isSamePerson(each, person)) ? people : [...people, person]
}

function refuse(
  code: GuidanceRefusalCode,
  field?: string,
): { readonly ok: false; readonly error: ConfidentialRefusal<GuidanceRefusalCode> } {
  return { ok: false, error: { code, ...(field === undefined ? {} : { field }) } }
}
