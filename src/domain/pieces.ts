/**
 * A recommendation can be broken into actions of groups; its progress follows theirs. A piece names the recommendation
 * as its origin, or is linked with it; one of another group is a link that its answer ends. Each counts once: a part that
 * an action carries out is counted as that action. Pure.
 */

import type { Action, ActionContent, ActionId, Link } from './action.ts'
import type { Snapshot } from './snapshot.ts'
import { isClaimed, isRecommendation, type Standing } from './status.ts'

export interface Pieces {
  /** Of this register, in its order. */
  readonly actions: readonly Action[]
  /** Of other groups. */
  readonly elsewhere: readonly Link[]
}

export interface Progress {
  readonly done: number
  readonly of: number
  /** References of what isn't complete; of another group's, its name before it. */
  readonly open: readonly string[]
}

/** It waits for them, goes along with them, was handed to them. */
const OWN: ReadonlySet<Link['kind']> = new Set(['waitsFor', 'alignedWith', 'referredTo'])
/** An action that says of itself that it carries a recommendation on. */
const POINTING: ReadonlySet<Link['kind']> = new Set(['alignedWith', 'continues'])

/** Looks through the register once, for however many are asked about. */
export function piecesIn({ actions }: Pick<Snapshot, 'actions'>): (recommendation: ActionContent) => Pieces {
  const pointing = new Map<ActionId, Action[]>()
  for (const action of actions.values()) {
    if (action.kind !== 'action') continue
    const { recommendation } = action.origin
    const to = action.links.flatMap(({ kind, target }) =>
      'action' in target && POINTING.has(kind) ? [target.action] : [],
    )
    for (const id of new Set(recommendation === undefined ? to : [recommendation, ...to])) {
      pointing.set(id, [...(pointing.get(id) ?? []), action])
    }
  }
  return ({ id, links }) => {
    const own = links.filter(({ kind }) => OWN.has(kind))
    const linked = own.flatMap(({ target }) => ('action' in target ? (actions.get(target.action) ?? []) : []))
    const found = new Set([...linked, ...(pointing.get(id) ?? [])])
    return {
      actions: [...found].filter((each) => each.kind === 'action' && each.id !== id),
      elsewhere: own.filter(({ kind, target }) => 'group' in target || (kind === 'referredTo' && 'body' in target)),
    }
  }
}

/** What was closed is asked of nobody any more, and counts for nothing. */
export function progressOf(recommendation: ActionContent, { actions, elsewhere }: Pieces): Progress {
  const asked = actions.filter(({ status }) => status !== 'closed')
  const carried = new Set(asked.map((piece) => partOf(piece, recommendation)))
  const parts = recommendation.parts.filter(({ letter }) => !carried.has(letter))
  const open = asked.filter((piece) => !isComplete(piece))
  const unanswered = elsewhere.filter(({ answer }) => answer === null)
  const of = parts.length + asked.length + elsewhere.length
  return {
    done: of - parts.filter(({ status }) => status === 'open').length - open.length - unanswered.length,
    of,
    open: [...open.map(({ reference }) => reference), ...unanswered.map(nameOf)],
  }
}

/** The letter of the part that a piece carries out; null: it is for all of it, or of no part that is there. */
export function partOf({ origin }: Action, { id, parts }: Pick<ActionContent, 'id' | 'parts'>): string | null {
  if (origin.recommendation !== id) return null
  return parts.find(({ letter }) => letter === origin.part)?.letter ?? null
}

export function isComplete(piece: ActionContent): boolean {
  return piece.status === 'discharged' && !isClaimed(piece)
}

/** AMBER with open pieces says which it waits for; whatever else a status says is said first. */
export function explained(standing: Standing, recommendation: ActionContent, { open }: Progress): Standing {
  const isWaiting = standing.rule === 'AMBER' && recommendation.status === 'open' && isRecommendation(recommendation)
  if (!isWaiting || open.length === 0) return standing
  return { ...standing, why: { code: 'pieces', values: { references: open.join('\n') } } }
}

function nameOf({ target }: Link): string {
  if ('group' in target) return [target.group, target.reference ?? ''].filter(Boolean).join(' ')
  return 'body' in target ? target.body : ''
}
