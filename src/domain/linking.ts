/** How actions hang together: waiting, aligned, continued, replaced, referred to another group and answered. */

import { LINK_KINDS, type ActionContent, type Link } from './action.ts'
import { canonical } from './canonical.ts'
import type { AddLink, AnswerLink, RemoveLink } from './command.ts'
import { checkPastDay, checkText } from './check.ts'
import { refuse } from './result.ts'
import type { Snapshot } from './snapshot.ts'
import { eventEntry, step, type Rule } from './step.ts'

/** To an action here, one elsewhere, or a body and what it must deliver (product: "Link"). */
export const addLink: Rule<AddLink> = (command, action, context, snapshot) => {
  const { kind, target } = command.link
  if (!LINK_KINDS.includes(kind)) return refuse('commandInvalid', 'link.kind')
  if ('action' in target) {
    if (target.action === action.id) return refuse('linkToItself', 'link.target')
    if (!snapshot.actions.has(target.action)) return refuse('actionUnknown', 'link.target')
  }
  const refusal =
    'body' in target
      ? (checkText(target.body, 'link.body') ?? checkText(target.what, 'link.what'))
      : 'group' in target
        ? checkText(target.group, 'link.group')
        : null
  if (refusal) return { ok: false, error: refusal }
  const same = (link: Link): boolean =>
    link.answer === null && link.kind === kind && canonical(link.target) === canonical(target)
  if (action.links.some(same)) return refuse('linkRepeated')
  const link: Link = { id: command.id, kind, target, answer: null }
  return step({ links: [...action.links, link] }, eventEntry(context, 'linked', valuesOf(link, snapshot)))
}

export const answerLink: Rule<AnswerLink> = (command, action, context, snapshot) => {
  const link = action.links.find((each) => each.id === command.link)
  if (!link) return refuse('linkUnknown')
  if (link.answer) return refuse('linkAnswered')
  const refusal = checkText(command.words, 'words') ?? checkPastDay(command.day, 'day', context.today)
  if (refusal) return { ok: false, error: refusal }
  const answer = { words: command.words.trim(), day: command.day }
  const links = action.links.map((each) => (each === link ? { ...each, answer } : each))
  return step({ links }, eventEntry(context, 'answered', valuesOf(link, snapshot), command.words))
}

export const removeLink: Rule<RemoveLink> = (command, action, context, snapshot) => {
  const link = action.links.find((each) => each.id === command.link)
  if (!link) return refuse('linkUnknown')
  const links = action.links.filter((each) => each !== link)
  return step({ links }, eventEntry(context, 'unlinked', valuesOf(link, snapshot), command.reason))
}

/**
 * Links for which somebody else's move is awaited: a body that must deliver, a group that it was referred to. They turn
 * an action white (product, rule 1).
 */
export function awaitedOf(action: Pick<ActionContent, 'links'>): Link | null {
  const isElsewhere = (link: Link): boolean => !('action' in link.target)
  const isAwaited = (link: Link): boolean => link.kind === 'waitsFor' || link.kind === 'referredTo'
  return action.links.find((link) => link.answer === null && isAwaited(link) && isElsewhere(link)) ?? null
}

function valuesOf(link: Link, snapshot: Snapshot): Record<string, string> {
  const { target } = link
  if ('action' in target) {
    return { link: link.kind, to: snapshot.actions.get(target.action)?.reference ?? target.action, what: '' }
  }
  if ('group' in target) return { link: link.kind, to: target.group, what: target.reference ?? '' }
  return { link: link.kind, to: target.body, what: target.what }
}
