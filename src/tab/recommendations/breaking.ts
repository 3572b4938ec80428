/**
 * A recommendation broken into actions: the lines that somebody writes, and what each becomes. Each is written by itself,
 * with a command of its own, so that what failed can be written again and nothing is written twice. Pure but for the
 * registers that it is given.
 */

import type { Action, Owner } from '../../domain/action.ts'
import { canonical } from '../../domain/canonical.ts'
import type { AddAction, AddLink, Command, CommandId } from '../../domain/command.ts'
import type { Day } from '../../domain/day.ts'
import { lastDayOf, type Due } from '../../domain/due.ts'
import { parseDueWords } from '../../domain/duewords.ts'
import { partOf } from '../../domain/pieces.ts'
import type { Snapshot, Submission } from '../../domain/snapshot.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'

export interface Line {
  /** Of the command that writes it, and of the one that links it when it is another group's. */
  readonly id: CommandId
  readonly link: CommandId
  readonly details: string
  readonly owners: readonly Owner[]
  readonly due: string
  /** The letter of the part that it carries out. */
  readonly part: string | null
  /** Key of a group; HERE, or ELSEWHERE for one that this person can't write in. */
  readonly group: string
  /** What the group elsewhere is called. */
  readonly name: string
  /** The reference that it was given, or the name of the group that was asked; null: it isn't written. */
  readonly written: string | null
  /** Why it wasn't written; null: nobody tried, or it is. */
  readonly failed: Exclude<Submission, { state: 'saved' }> | null
}

export const HERE = ''
export const ELSEWHERE = '*'

export interface OtherGroup {
  readonly key: string
  readonly name: string
  readonly siteId: string
}

export interface BreakingGround {
  readonly recommendation: Action
  readonly snapshot: Snapshot
  readonly today: Day
  readonly register: Writing
  readonly groups: readonly OtherGroup[]
  readonly openRegister: (siteId: string) => Writing
}

type Writing = Pick<OutboxRegister, 'submit' | 'takeBack'>

/** Due with the recommendation, unless that is past. */
export function emptyLine({ due }: Action, today: Day, makeId: () => CommandId): Line {
  const last = due && lastDayOf(due, null)
  const isPast = last !== null && last < today
  return {
    id: makeId(),
    link: makeId(),
    details: '',
    owners: [],
    due: isPast ? '' : (due?.words ?? ''),
    part: null,
    group: HERE,
    name: '',
    written: null,
    failed: null,
  }
}

export function isBlank({ details, owners, name }: Line): boolean {
  return details.trim() === '' && owners.length === 0 && name.trim() === ''
}

/** Other words are another command: what may be written already must not be said twice, so it stays as it is. */
export function changeLine(line: Line, fields: Partial<Line>, makeId: () => CommandId): Line {
  const isNew = line.failed !== null
  return { ...line, ...(isNew ? { id: makeId(), link: makeId(), failed: null } : {}), ...fields }
}

/** True where nobody knows whether it was written: the same has to be sent again before anything is changed. */
export function isInDoubt({ failed }: Line): boolean {
  return failed?.state === 'unsaved' && failed.inDoubt === true
}

/** One line for the SPOC of each force, in the words of what stands in the first line, else of the recommendation. */
export function linesOfForces(
  lines: readonly Line[],
  { recommendation, snapshot, today }: Pick<BreakingGround, 'recommendation' | 'snapshot' | 'today'>,
  makeId: () => CommandId,
): readonly Line[] {
  const first = lines.find(({ written, owners }) => written === null && owners.length === 0)
  const pattern = first ?? emptyLine(recommendation, today, makeId)
  const details = pattern.details.trim() === '' ? recommendation.details : pattern.details
  const posts = [...snapshot.posts.values()]
  const forces = [...snapshot.organisations.values()].filter(({ kind }) => kind === 'force')
  const asked = new Set(lines.flatMap((line) => (line === first ? [] : line.owners.map((owner) => canonical(owner)))))
  const made = forces.flatMap(({ key }) => {
    const post = posts.find(({ organisation, role }) => organisation === key && role === 'spoc')
    const owner: Owner = post ? { post: post.key } : { organisation: key }
    return asked.has(canonical(owner))
      ? []
      : [{ ...pattern, id: makeId(), link: makeId(), details, owners: [owner], group: HERE }]
  })
  return [...lines.filter((line) => line !== first && !isBlank(line)), ...made]
}

/** The letters of the parts that no action carries out yet. */
export function openParts(
  recommendation: Action,
  pieces: readonly Action[],
  lines: readonly Line[],
): readonly string[] {
  const carried = new Set([...pieces.map((piece) => partOf(piece, recommendation)), ...lines.map(({ part }) => part)])
  return recommendation.parts.flatMap(({ letter, status }) =>
    status === 'open' && !carried.has(letter) ? [letter] : [],
  )
}

export function linesOfParts(
  lines: readonly Line[],
  letters: readonly string[],
  { recommendation, today }: Pick<BreakingGround, 'recommendation' | 'today'>,
  makeId: () => CommandId,
): readonly Line[] {
  const made = recommendation.parts
    .filter(({ letter }) => letters.includes(letter))
    .map(({ letter, details, owners, due }) => {
      const line = emptyLine(recommendation, today, makeId)
      return { ...line, details, owners, due: due?.words ?? line.due, part: letter }
    })
  return [...lines.filter((line) => !isBlank(line)), ...made]
}

/** Writes one line; what is written already stays as it is. */
export async function writeLine(line: Line, ground: BreakingGround): Promise<Line> {
  if (line.written !== null) return line
  const { recommendation, register, groups, openRegister } = ground
  if (line.group === ELSEWHERE) {
    const target = { body: line.name.trim(), what: line.details.trim() }
    const asked = await write(register, makeLink(line, recommendation, { kind: 'referredTo', target }))
    return asked.state === 'saved' ? written(line, target.body) : { ...line, failed: asked }
  }
  const group = groups.find(({ key }) => key === line.group)
  const added = await write(group ? openRegister(group.siteId) : register, makeAction(line, ground, group))
  if (added.state !== 'saved') return { ...line, failed: added }
  const { reference } = added.action
  if (!group) return written(line, reference)
  const target = { group: group.name, reference }
  const linked = await write(register, makeLink(line, recommendation, { kind: 'alignedWith', target }))
  return linked.state === 'saved' ? written(line, `${group.name} ${reference}`) : { ...line, failed: linked }
}

/** What failed is the form's again, unless it may be written already: then only the same can be sent again. */
async function write(register: Writing, command: Command): Promise<Submission> {
  const submission = await register.submit(command)
  if (submission.state === 'saved') return submission
  const isBack = register.takeBack(command.id) !== null
  return submission.state === 'unsaved' && !isBack ? { ...submission, inDoubt: true } : submission
}

function written(line: Line, as: string): Line {
  return { ...line, written: as, failed: null }
}

/** One command, so that the action and whose piece it is are written at once. */
function makeAction(line: Line, { recommendation, snapshot, today }: BreakingGround, group?: OtherGroup): AddAction {
  const { id, reference } = recommendation
  const named = group ? { words: `${snapshot.group.name} ${reference}` } : {}
  // Its words may be the recommendation's: another group marks them no lower.
  const marking = recommendation.marking ?? (group ? snapshot.group.marking : null)
  return {
    kind: 'addAction',
    id: line.id,
    details: line.details,
    actionKind: 'action',
    owners: line.owners,
    parts: [],
    due: dueOf(line.due, recommendation.due, today),
    origin: { kind: 'typed', ...named, recommendation: id, ...(line.part === null ? {} : { part: line.part }) },
    ...(marking === null ? {} : { marking }),
  }
}

function makeLink(line: Line, { id }: Action, link: AddLink['link']): AddLink {
  return { kind: 'addLink', id: line.link, action: id, link }
}

/** The recommendation's own due, where its words were left as they are. */
function dueOf(text: string, own: Due | null, today: Day): Due | null {
  return own && text.trim() === own.words.trim() ? own : parseDueWords(text, today)
}
