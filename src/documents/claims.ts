/**
 * What the sentences above a report's table count, and whether the table agrees: what is claimed is what is shown and
 * what was complete or closed before.
 *
 *   'There are 10 recommendations for the force, 4 are completed, 1 closed and 5 in progress.'
 */

import type { Claims, PrintedRecommendation, Reconciliation } from './recommendation.ts'

const NOUN =
  /^(?:(?:new|further|separate)\s+)?(?:actions?|recommendations?|areas? for improvement|AFIs?|causes? of concern)\b/iu
const OWN = /\b(?:for (?:the |our |this )?(?:forces?|police)|appl(?:y|ies) to (?:the |our )?force)\b/iu
const STATE = String.raw`^(?:(?:of (?:these|which)|actions?|recommendations?|AFIs?|is|are|has been|have been|now)\s+)*`
const COMPLETE = new RegExp(`${STATE}complete`, 'iu')
const CLOSED = new RegExp(`${STATE}closed`, 'iu')
const PROGRESS = new RegExp(
  `${STATE}(?:in progress|to be progressed|can now be progressed|being progressed|pending|held|outstanding|ongoing)`,
  'iu',
)
const COUNT =
  /(?<![\d/.[])\b(\d{1,3}|no)\b(?!\s*(?:st|nd|rd|th|January|February|March|April|May|June|July|August|September|October|November|December)\b)(?!\/|\d)/giu

const NONE: Claims = { made: null, own: null, complete: null, closed: null, inProgress: null }

/** Sentences that count recommendations; others are none of them. */
export function isClaim(text: string): boolean {
  return (
    /^(?:there (?:are|is)|(?:this|the) report (?:makes|was published|contains|has))\b/iu.test(text) &&
    (readClaims(text).made !== null || readClaims(text).own !== null)
  )
}

export function readClaims(text: string): Claims {
  const claims: { -readonly [Name in keyof Claims]: Claims[Name] } = { ...NONE }
  const counts = [...text.matchAll(COUNT)]
  for (const [index, match] of counts.entries()) {
    const number = match[1]?.toLowerCase() === 'no' ? 0 : Number(match[1])
    const segment = text.slice(match.index + match[0].length, counts[index + 1]?.index).trim()
    const before = text.slice(0, match.index)
    if (/\bcompleted\s*$/iu.test(before) || COMPLETE.test(segment)) claims.complete = (claims.complete ?? 0) + number
    else if (CLOSED.test(segment)) claims.closed = (claims.closed ?? 0) + number
    else if (PROGRESS.test(segment)) claims.inProgress = (claims.inProgress ?? 0) + number
    else if (NOUN.test(segment)) addNoun(claims, number, segment)
    else if (OWN.test(segment)) claims.own = number
    else if (/^sub-?divided/iu.test(segment) && /\bcomplete/iu.test(segment)) claims.complete ??= claims.made
  }
  return claims
}

function addNoun(claims: { -readonly [Name in keyof Claims]: Claims[Name] }, number: number, segment: string): void {
  claims.made = (claims.made ?? 0) + number
  if (OWN.test(segment)) claims.own = claims.made
  if (/\bcomplete/iu.test(segment)) claims.complete = (claims.complete ?? 0) + number
  else if (/\bin progress\b|\bto be progressed\b/iu.test(segment)) claims.inProgress = number
}

/** Null where nothing is claimed. */
export function reconcile(
  claims: Claims,
  recommendations: readonly Pick<PrintedRecommendation, 'status' | 'addressee'>[],
): Reconciliation | null {
  const claimed = claims.own ?? claims.made
  if (claimed === null) return null
  const count = (...statuses: readonly string[]): number =>
    recommendations.filter(({ status }) => statuses.includes(status ?? '')).length
  const earlier =
    Math.max(0, (claims.complete ?? 0) - count('GREEN', 'NEW GREEN')) +
    Math.max(0, (claims.closed ?? 0) - count('CLOSED'))
  // Those for others may be shown for information, and not be counted.
  const own = recommendations.filter(({ addressee }) => addressee.whose === 'own').length
  const all = recommendations.length
  const shown = own + earlier === claimed ? own : all
  const open = count('RED', 'AMBER', 'WHITE')
  const inProgress = claims.inProgress === null || claims.inProgress === open || own + earlier === claimed
  return { claimed, shown, earlier, agrees: shown + earlier === claimed && inProgress }
}
