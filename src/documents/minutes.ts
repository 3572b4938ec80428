/**
 * Actions in the prose of minutes: who is to do what, by when, where a sentence says that it is an action ("Action:
 * Each force to … by the end of February 2018", "(Action: KK)", "JS took an action to …"). What everybody should go on
 * doing is a standing duty, and offered as one. Talk is neither. Only proposes.
 *
 *   proposeMinutes(lines, { words, today })   // { actions: [{ details, addressees: ['each force'], due, … }], duties, problems }
 */

import { addDays, type Day } from '../domain/day.ts'
import { lastDayOf } from '../domain/due.ts'
import type { Words } from '../words/words.ts'
import { lastDayIn, NUMERIC_DAY, readDay, WORDED_DAY } from './dates.ts'
import { findDue } from './minuteddue.ts'
import { createOwnerReader } from './owners.ts'
import { createReport, type Problem, type Report } from './problem.ts'
import type { ProseLine } from './prose.ts'

export interface MinutedAction {
  /** Of the source, from 1. */
  readonly row: number
  readonly details: string
  /** As written, each by itself; everybody is `each force`, `all forces`, in small letters. */
  readonly addressees: readonly string[]
  /** The last day on which it is met; null where none follows from the words. */
  readonly due: Day | null
  readonly dueWords: string | null
  /** For the register: the words, or the day where they mean it only if one knows when they were said. */
  readonly dueKept: string | null
}

export interface StandingDuty {
  readonly row: number
  readonly details: string
  readonly addressees: readonly string[]
}

export interface MinutesProposal {
  readonly actions: readonly MinutedAction[]
  readonly duties: readonly StandingDuty[]
  readonly problems: readonly Problem[]
}

export interface MinutesOptions {
  /** The language of the problems' messages. */
  readonly words: Words
  /** When the meeting was; else the first lines say so, else it was today. */
  readonly day?: Day
  readonly today: Day
}

export function proposeMinutes(lines: readonly ProseLine[], options: MinutesOptions): MinutesProposal {
  const report = createReport(options.words, [])
  const heading = lines.slice(0, HEADING_LINES).map((line) => line.text)
  const held = options.day ?? lastDayIn(heading.join('\n'), options.today) ?? options.today
  const found = findSaid(lines)
  const told = new Set(found.map((each) => each.row))
  const actions = found.map((said) => makeAction(said, held, report))
  const duties = lines.filter((line) => !told.has(line.row)).flatMap(findDuties)
  return { actions, duties, problems: report.problems() }
}

const HEADING_LINES = 12

/** What somebody minuted as an action, before it is understood. */
interface Said {
  readonly row: number
  readonly text: string
  /** Named beside the label: "Action for KK: …". */
  readonly who: string
}

const NAMED = String.raw`action(?:s)?(?:\s+(?:points?|items?|required|arising))?|a\.?p\.?|cam(?:au)?\s+(?:i['’]w\s+)?gweithredu|gweithredu`
const NUMBER = String.raw`(?:\s*(?:no\.?|number|#|rhif)?\s*\d{1,3}(?:[./-]\d{1,4})?[a-z]?)?`
const WHO = String.raw`(?:\s*(?:\(([^():]{1,60})\)|(?:for|on|i)\s+([^():.]{1,60}?)|[-–—]\s*([\p{Lu}/& ]{2,30})))?`
/** At the beginning, after a sentence, or in brackets. */
const LABEL = new RegExp(
  String.raw`(?<=^|[.!?;:)\]”"]\s+|[([]\s*)(?:${NAMED})${NUMBER}${WHO}\s*(?::|[-–—](?=\s))\s*`,
  'giu',
)
/** "ACTION PA/RS" */
const INITIALS_ONLY = /(?<=^|[.;]\s+|[([])(ACTION|Action)\s+(?=\p{Lu}{2,4}(?:\s*[/,&]\s*\p{Lu}{2,4})*[.)\]]*$)/u
/** "KK took an action to …", "It was agreed that KK would …". */
const TAKEN =
  /^(?:[Ii]t (?:was|is) (?:agreed|decided|resolved) that\s+(?<agreed>(?:[Tt]he )?[\p{Lu}][^,.;:]{0,60}?|the \p{L}+|(?:each|every|all) \p{L}+)\s+(?:would|will|should|to)\s+(?<agreedDeed>.+))$|^(?:.*?\b(?:that|and)\s+)?(?<who>[\p{Lu}][^,.;:]{0,60}?)\s+(?:(?:took|takes|has taken|was given|were given|accepted)\s+(?:away\s+)?(?:an?|the)\s+action|(?:is|was|were|are|has been|have been)\s+(?:actioned|tasked))\s+(?:to|with)\s+(?<deed>.+)$/u
/** A heading: what stands below it are actions, one a line. */
const HEADING = new RegExp(String.raw`^(?:summary of |new |agreed )?(?:${NAMED})\s*:?$`, 'iu')
/** What becomes of an older action, and that there is none. */
const NO_ACTION =
  /^(?:none|nil|n\/?a|no (?:further |new )?actions?.*|dim|complet(?:e|ed)|closed|discharged?|done|noted|to note|retain(?:ed)?|ongoing|carried forward|for information)\b[\s.]*(?:[-–(].{0,60})?$/iu

function findSaid(lines: readonly ProseLine[]): Said[] {
  const said: Said[] = []
  /** Of the list below a heading; null where there is none. */
  let list: { readonly listed: ProseLine['listed'] } | 'begins' | null = null
  for (const [index, line] of lines.entries()) {
    if (HEADING.test(line.text)) {
      list = 'begins'
      continue
    }
    const text = line.text.replace(INITIALS_ONLY, '$1: ')
    const labels = [...text.matchAll(LABEL)]
    if (labels.length > 0) {
      list = null
      said.push(...readLabelled({ ...line, text }, labels, lines[index - 1]))
      continue
    }
    if (list === 'begins') list = line
    // It goes on as long as its lines look like one another.
    else if (list !== null && !(line.next || (line.listed !== null && line.listed === list.listed))) list = null
    if (list !== null) said.push(...splitDeeds(line.text).map((text) => ({ row: line.row, text, who: '' })))
    else said.push(...sentencesOf(line.text).flatMap((sentence) => readTaken(sentence, line.row)))
  }
  return said.filter(({ text }) => text !== '' && !NO_ACTION.test(text))
}

function readLabelled(line: ProseLine, labels: readonly RegExpExecArray[], before: ProseLine | undefined): Said[] {
  return labels.flatMap((label, index) => {
    const from = label.index + label[0].length
    const bracket = line.text[label.index - 1]
    const closing = bracket === '(' ? ')' : bracket === '[' ? ']' : null
    const end = closing === null ? (labels[index + 1]?.index ?? line.text.length) : line.text.indexOf(closing, from)
    const text = line.text
      .slice(from, end === -1 ? undefined : end)
      .replace(/[([]\s*$/u, '')
      .trim()
    const who = (label[1] ?? label[2] ?? label[3] ?? '').trim()
    // Only who, and when: what they are to do is what was said before.
    const names = NO_ACTION.test(text) ? null : readNames(text)
    if (names !== null && who === '') {
      const earlier = line.text
        .slice(0, label.index)
        .replace(/[([]\s*$/u, '')
        .trim()
      const deed = sentencesOf(earlier === '' ? (before?.text ?? '') : earlier).at(-1) ?? ''
      return [{ row: line.row, text: names.due === '' ? deed : `${withoutStop(deed)} ${names.due}`, who: names.who }]
    }
    const whole = who !== '' && /^to\s/u.test(text) ? `${who} ${text}` : text
    return splitDeeds(whole).map((deed) => ({ row: line.row, text: deed, who }))
  })
}

/** "KK/HS by 3 March": nobody's sentence. */
function readNames(text: string): { who: string; due: string } | null {
  const bare = withoutStop(text)
  const match = /^(?<who>.{1,60}?)(?:[\s,–-]+(?<due>(?:by|before|for|erbyn)\s.+))?$/u.exec(bare)
  const { who = '', due = '' } = match?.groups ?? {}
  const pieces = splitNames(who)
  return pieces.length > 0 && pieces.every(isName) ? { who, due } : null
}

const splitNames = createOwnerReader([])
const NAME =
  /^(?:\p{Lu}{2,5}\d?|\p{Lu}[\p{L}'’.-]+(?:\s+(?:\p{Lu}[\p{L}'’.-]*|and|&|of|the)){0,5}|[Aa]ll(?: \p{L}+)?|[Ee](?:ach|very) \p{L}+|[Tt]he \p{Lu}\p{L}+)$/u

function isName(text: string): boolean {
  return NAME.test(text) && !/^(?:To|The)\s\p{Ll}/u.test(text)
}

function readTaken(sentence: string, row: number): Said[] {
  const groups = TAKEN.exec(sentence)?.groups
  const [who, deed] = [groups?.['who'] ?? groups?.['agreed'], groups?.['deed'] ?? groups?.['agreedDeed']]
  if (who === undefined || deed === undefined) return []
  return [{ row, text: `${who} to ${deed}`, who }]
}

/** Several sentences may be several actions: one begins where somebody else is to do something. */
function splitDeeds(text: string): string[] {
  const deeds: string[] = []
  for (const sentence of sentencesOf(text).flatMap(splitAtDoers)) {
    if (deeds.length === 0 || readDoer(sentence) !== null) deeds.push(sentence)
    else deeds.push(`${deeds.pop()} ${sentence}`)
  }
  return deeds
}

/** "KL to …; MM to …" */
function splitAtDoers(sentence: string): string[] {
  const deeds: string[] = []
  for (const piece of sentence.split(/;\s+(?=\p{Lu})/u)) {
    if (deeds.length === 0 || readDoer(piece) !== null) deeds.push(piece)
    else deeds.push(`${deeds.pop()}; ${piece}`)
  }
  return deeds
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  for (const { segment } of segmenter.segment(text)) {
    const last = sentences.at(-1)
    // "Det. Supt. Marlowe" is no end of a sentence.
    if (last !== undefined && /\b(?:\p{Lu}|\p{Lu}\p{Ll}{1,3}|no|approx|e\.g|i\.e)\.$/u.test(last)) {
      sentences[sentences.length - 1] = `${last} ${segment.trim()}`
    } else if (segment.trim() !== '') sentences.push(segment.trim())
  }
  return sentences
}

const AGREED =
  /^(?:it (?:was|is) (?:agreed|decided|resolved|suggested)(?: that| for)?|that|and|cytunwyd (?:y bydd|bod))\s+/iu
const DOER =
  /^(?<who>(?:\p{Lu}|each|every|all|both|any)[^.;:!?]{0,80}?)\s+(?:to|will|shall|should|must|(?:is|are|was|were) to|(?:has|have) agreed to|agreed to|undertook to|i)\s+\p{Ll}/u
const LONGEST_NAME = 9

/** Who is to do what a sentence says; null where it names nobody. */
function readDoer(sentence: string): string | null {
  const { who } = DOER.exec(sentence.replace(AGREED, ''))?.groups ?? {}
  return who !== undefined && who.split(' ').length <= LONGEST_NAME ? who : null
}

/** "Circulate the paper – KK", "… (KK and HS)", "KK: circulate the paper". */
function readNamed(text: string): string | null {
  const bare = withoutStop(text)
  const first = /^(?<who>[^:–—]{2,60}?)(?::|\s[-–—])\s+\S/u.exec(bare)?.groups?.['who']
  if (first !== undefined && splitNames(first).every(isName)) return first
  const last = /(?:[-–—]\s*|[([])(?<who>[^()[\]–—]{2,60}?)(?:[\s,–-]+(?:by|before|erbyn)\s[^()[\]]+)?[)\]]?$/u.exec(
    bare,
  )
  const who = last?.groups?.['who']
  return who !== undefined && splitNames(who).every(isName) ? who : null
}

function makeAction({ row, text, who }: Said, held: Day, report: Report): MinutedAction {
  const addressees = splitNames(who || (readDoer(text) ?? readNamed(text) ?? '')).map(nameOf)
  const found = findDue(text, held)
  const find = (code: 'emptyOwner' | 'impossibleDue' | 'yearInferred', values: Record<string, string>): void => {
    report.find({ sheet: null, row, column: '', code, values })
  }
  if (addressees.length === 0) find('emptyOwner', { reference: `“${text}”` })
  for (const [written] of text.matchAll(ANY_DAY)) {
    const reading = readDay(written)
    if (reading.day === null && reading.problem === 'impossibleDate') find('impossibleDue', { date: written })
  }
  const due = found && lastDayOf(found, null)
  // Read as if it had been said a year later it would be another day: its year was inferred.
  const later = due && findDue(text, addDays(held, 365))
  const inferred = later && lastDayOf(later, null) !== due
  if (inferred && found.kind !== 'period') find('yearInferred', { date: found.words, text, proposed: due })
  const dueWords = found?.words ?? null
  return { row, details: text, addressees, due, dueWords, dueKept: inferred ? due : dueWords }
}

const ANY_DAY = new RegExp(String.raw`(?<![\d/.-])(?:${NUMERIC_DAY}|${WORDED_DAY})(?![/\d])`, 'giu')

function nameOf(written: string): string {
  return /^(?:each|every|all|both|any|pob|pawb)\b/iu.test(written)
    ? written[0]?.toLowerCase() + written.slice(1)
    : written
}

/** "forces should continue to notify …": what goes on for ever, and nobody can report as done. */
const DUTY =
  /(?<who>\b(?:(?:[Aa]ll|[Ee]ach|[Ee]very|[Tt]he)\s+)?(?:\p{L}+['’]?s?\s+)??\p{L}+)\s+(?:should|must|are (?:to|asked to|reminded to|requested to)|(?:is|was|were) (?:to|asked to|reminded to)|need to|needs to)\s+(?:continue|keep|carry on|always|routinely)\b(?<deed>[^.;!?]*)/u
const WELSH_DUTY = /(?<all>\b[Dd]ylai\s+(?<who>.{2,60}?)\s+(?:barhau|ddal ati)\b[^.;!?]*)/u
const PRONOUN = /^(?:they|these|those|it|we|you|who|people|everyone)$/iu
const CONJUNCTION = /^(?:and|that|whilst|while|so|but|then|which|or)\s+/iu

function findDuties({ row, text }: ProseLine): StandingDuty[] {
  return sentencesOf(text).flatMap((sentence) => {
    const welsh = WELSH_DUTY.exec(sentence)?.groups
    if (welsh) return [{ row, details: welsh['all'] ?? '', addressees: splitNames(welsh['who'] ?? '').map(nameOf) }]
    const match = DUTY.exec(sentence)
    const details = match?.[0].replace(CONJUNCTION, '').trim()
    const who = match?.groups?.['who']?.replace(CONJUNCTION, '').trim()
    if (details === undefined || !who) return []
    return [{ row, details, addressees: PRONOUN.test(who) ? [] : splitNames(who).map(nameOf) }]
  })
}

function withoutStop(text: string): string {
  return text.replace(/[\s.;,]+$/u, '')
}
