/**
 * Whom a recommendation is for, "chief constables should" or "the Home Office should", and whom and what it waits for.
 * Only what is written counts: nobody who isn't named is waited for.
 */

import type { Addressee, PrintedStatus } from './recommendation.ts'
import { askedIn } from './recommendationtext.ts'

/** What stands before the subject of a sentence: "By 30 June 2022, on behalf of HM Government, …". */
const BEFORE =
  /^(?:and )?(?:(?:by|within|with|on|in|as|at|through|following|pending|under|where|when|if|to) [^,]*,|we recommend that,?)\s*/iu
/** Of the police: not the bodies that have the word in their name. */
const FORCES = /\b(?:forces?|constables?|constabular(?:y|ies)|police|chief officers?|officers)\b/iu
const BODIES =
  /\b(?:National Police Chiefs|NPCC|College of Policing|National Police Coordination|Home Office|Cabinet Office|National Crime Agency|NCA|CPS|Crown Prosecution Service|Ministry|Department|Government|Independent Office|IOPC|APCC)\b/u
const PRONOUN = /^(?:these|this|those|they|it|such|there|he|she|we|you)\b/iu

/** @param status some waiting is read in the comment only where the log says that another must act */
export function readAddressee(text: string, comment: string, status: PrintedStatus | null): Addressee {
  const asked = readSubject(askedIn(text))
  const told = /\bthis action is (?:initially |now )?(?:for|with) (?:the )?([^\n]+?)\.?(?:\n|$|\.\s)/iu.exec(
    comment,
  )?.[1]
  const words = asked?.words ?? null
  const isBody =
    asked !== null && BODIES.test(asked.first) && !/^(?:chief constables?|(?:all )?forces?)\b/iu.test(asked.first)
  const isOther = isBody || (asked !== null && !FORCES.test(asked.first))
  if (told !== undefined) return { words, whose: 'other', body: told, awaited: asked?.deed ?? null }
  if (isOther) return { words, whose: 'other', body: asked.first, awaited: asked.deed }
  const awaited = status === 'WHITE' ? readAwaited(comment) : null
  return { words, whose: 'own', body: awaited?.body ?? null, awaited: awaited?.what ?? null }
}

interface Subject {
  readonly words: string
  /** Who leads: "the NPCC lead for SOC, with the Home Office". */
  readonly first: string
  readonly deed: string
}

function readSubject(text: string): Subject | null {
  for (const sentence of text.split(/(?<=[.!?])\s+|\n/u)) {
    let rest = sentence.trim()
    for (let next = rest.replace(BEFORE, ''); next !== rest; next = rest.replace(BEFORE, '')) rest = next
    const { who = '', deed = '' } = /^(?<who>.{2,300}?),?\s+(?:should|must)\s+(?<deed>.+)$/u.exec(rest)?.groups ?? {}
    if (who === '' || PRONOUN.test(who)) continue
    // "On a national, regional and local basis, the police": who they are comes last.
    const pieces = who.split(/,\s+/u)
    const from = pieces.findIndex((piece) => BODIES.test(piece) || FORCES.test(piece) || /^the /iu.test(piece))
    if (from === -1) continue
    const first = (pieces[from] ?? '').split(' working with ')[0] ?? ''
    return {
      words: pieces.slice(from).join(', '),
      first: first.replace(/^the /iu, '').trim(),
      deed: deed.replace(/[.;:]$/u, ''),
    }
  }
  return null
}

const NAME = String.raw`(?:the )?((?:regional |national )?\p{Lu}[\p{L}&’']*(?:(?: of| for| and| the)? \p{Lu}[\p{L}&’']*)*(?: group| lead| board)?)`
const AWAITED: readonly RegExp[] = [
  new RegExp(String.raw`\bpending (?:an? |the )?(?<what>[^.\n–]{2,80}?) from ${NAME}`, 'u'),
  new RegExp(String.raw`(?<what>[^.\n]{2,120}?) (?:is|are) (?:anticipated|awaited|expected|pending) from ${NAME}`, 'u'),
  new RegExp(
    String.raw`(?<what>[^.\n]{2,120}?) from ${NAME}[^.\n]{0,120}? (?:is|are) (?:still )?(?:pending|awaited)`,
    'u',
  ),
  new RegExp(String.raw`\bdepend[ae]nt upon (?<what>[^.\n]{2,80}?) (?:by|from) ${NAME}`, 'u'),
]

function readAwaited(comment: string): { readonly body: string; readonly what: string } | null {
  for (const pattern of AWAITED) {
    const match = pattern.exec(comment)
    if (match?.[2] !== undefined && match[1] !== undefined) return { body: match[2].trim(), what: match[1].trim() }
  }
  return null
}
