/**
 * Writes many commands: an import, a demonstration. Keeps to a share of the quota so that people at work aren't slowed
 * down, says how far it is, and can be broken off and started again: what is written already is found by its key.
 */

import type { Action, ActionContent, ActionId, UpdateContent } from '../../domain/action.ts'
import type { AddAction, Command } from '../../domain/command.ts'
import { decide } from '../../domain/decide.ts'
import type { Submission } from '../../domain/snapshot.ts'
import { createClock } from '../../words/clock.ts'
import { GraphFault, stateOf } from '../fault.ts'
import { storedRow, type StoredRow } from '../table.ts'
import { appendUpdate, submit, type Ground } from './commit.ts'
import type { WorkRegister } from './register.ts'
import { makeActionRow, makeUpdate } from './rows.ts'

export interface Progress {
  /** Commands done, of all. */
  readonly done: number
  readonly total: number
  /** Commands a minute, at the pace so far; 0 until there is one. */
  readonly perMinute: number
}

export interface BulkOptions {
  readonly onProgress?: (progress: Progress) => void
  /** Ends after the batch that is under way; the rest is `unsaved`. */
  readonly signal?: AbortSignal
  /** Actions as the author saw them: what changed since in a way that matters is `stale`, not overwritten. */
  readonly seen?: ReadonlyMap<ActionId, Action>
  /** Resource units a minute that may be used; half of what an application has in the smallest tenant, unless told. */
  readonly unitsPerMinute?: number
  readonly now?: () => number
  readonly sleep?: (milliseconds: number) => Promise<void>
}

export interface BulkRegister {
  /**
   * One submission for each command, in order. Stops at what the store won't take for now: that and the rest are
   * `unsaved`, and submitting the same commands again goes on there.
   */
  submitAll(commands: readonly Command[], options?: BulkOptions): Promise<readonly Submission[]>
}

/** Graph's resource units: a read is one, a write two. */
const UNITS_A_READ = 1
const UNITS_A_WRITE = 2
const UNITS_A_MINUTE = 625
/** Actions that are written together, and requests in a batch. */
const CHUNK = 20

export function openBulkRegister(register: Pick<WorkRegister, 'ground' | 'submit' | 'freshness'>): BulkRegister {
  function unsaved(): Submission {
    const { state } = register.freshness()
    return { state: 'unsaved', because: state === 'loading' || state === 'fresh' ? 'fault' : state, requestId: null }
  }

  async function submitChunk(
    chunk: readonly Command[],
    pace: Pace,
    seen: Map<ActionId, Action>,
  ): Promise<readonly Submission[]> {
    const ground = await register.ground()
    if (!ground) return chunk.map(unsaved)
    const additions = chunk.filter((command) => command.kind === 'addAction')
    if (additions.length === chunk.length) await postAll(ground, additions, pace)
    const answers: Submission[] = []
    for (const command of chunk) {
      const held = command.kind === 'addAction' ? ground.snapshot().actions.get(command.id) : undefined
      if (!held) await pace.spend(unitsOf(command), ground.client.rest())
      const base = command.kind === 'addAction' ? undefined : seen.get(command.action)
      const answer: Submission = held ? { state: 'saved', action: held } : await submit(ground, command, base)
      // The next command about it was meant for what this one made of it.
      if (answer.state === 'saved' && base) seen.set(answer.action.id, answer.action)
      answers.push(answer)
    }
    return answers
  }

  return {
    async submitAll(commands, options = {}) {
      const pace = createPace(options)
      const seen = new Map(options.seen)
      const submissions: Submission[] = []
      for (const chunk of chunksOf(commands)) {
        const answers = options.signal?.aborted
          ? chunk.map(unsaved)
          : await settled(chunk, submitChunk(chunk, pace, seen))
        submissions.push(...answers)
        const minutes = pace.minutes()
        options.onProgress?.({
          done: submissions.filter((each) => each.state !== 'unsaved').length,
          total: commands.length,
          perMinute: minutes === 0 ? 0 : Math.round(submissions.length / minutes),
        })
        const lost = answers.find((answer) => answer.state === 'unsaved')
        if (lost) return [...submissions, ...commands.slice(submissions.length).map(() => lost)]
      }
      return submissions
    },
  }
}

/** The row is read and written, and each entry of its history is a row of its own; whatever else is one entry. */
function unitsOf(command: Command): number {
  const entries =
    command.kind === 'mergeEdition'
      ? command.updates.length + 1
      : command.kind === 'addAction'
        ? (command.imported?.updates.length ?? 0)
        : 1
  return UNITS_A_READ + UNITS_A_WRITE * (1 + entries)
}

/** Additions that follow one another go together; anything else goes alone. */
function chunksOf(commands: readonly Command[]): Command[][] {
  const chunks: Command[][] = []
  for (const command of commands) {
    const last = chunks.at(-1)
    const joins = command.kind === 'addAction' && last?.[0]?.kind === 'addAction' && last.length < CHUNK
    if (joins) last.push(command)
    else chunks.push([command])
  }
  return chunks
}

async function settled(
  chunk: readonly Command[],
  submitting: Promise<readonly Submission[]>,
): Promise<readonly Submission[]> {
  try {
    return await submitting
  } catch (fault) {
    if (!(fault instanceof GraphFault)) throw fault
    return chunk.map(() => ({ state: 'unsaved', because: stateOf(fault), requestId: fault.requestId }))
  }
}

/**
 * The commit rule for many at once: all histories, then the rows that acknowledge them. Whatever is refused or in doubt
 * here isn't learnt, and is settled one by one afterwards.
 */
async function postAll(ground: Ground, commands: readonly AddAction[], pace: Pace): Promise<void> {
  const snapshot = ground.snapshot()
  const planned = new Map(snapshot.actions)
  const actions: ActionContent[] = []
  const updates: { readonly update: UpdateContent; readonly reference: string }[] = []
  for (const command of commands) {
    if (snapshot.actions.has(command.id)) continue
    const decided = decide(command, { ...snapshot, actions: planned }, ground.context())
    if (!decided.ok) continue
    const created = decided.value.find((change) => change.kind === 'createAction')
    if (!created) continue
    const { action } = created
    planned.set(action.id, { ...action, version: '', createdBy: '', createdAt: '', modifiedAt: '' })
    actions.push(action)
    for (const change of decided.value) {
      if (change.kind === 'appendUpdate') updates.push({ update: change.update, reference: action.reference })
    }
  }

  const rows = updates.map(({ update, reference }) => makeUpdate(update, reference, snapshot))
  const made = await post(ground, 'updates', rows, pace)
  for (const row of rows) if (!made.has(row.Key)) await appendUpdate(ground.updates, row)
  const actionRows = actions.map((action) => makeActionRow(action, snapshot))
  ground.learn([...(await post(ground, 'actions', actionRows, pace)).values()])
}

/** Posts rows in batches; the rows that are surely made, by their key. */
async function post(
  ground: Ground,
  list: 'actions' | 'updates',
  rows: readonly { readonly Key: string }[],
  pace: Pace,
): Promise<ReadonlyMap<string, StoredRow>> {
  const made = new Map<string, StoredRow>()
  for (let from = 0; from < rows.length; from += CHUNK) {
    const some = rows.slice(from, from + CHUNK)
    await pace.spend(some.length * UNITS_A_WRITE, ground.client.rest())
    const answers = await ground.client.batch(some.map((row) => ground[list].requests.append({ ...row })))
    for (const answer of answers) {
      if (answer.status !== 201) continue
      const row = storedRow(answer.body)
      const key = row.fields['Key']
      if (typeof key === 'string') made.set(key, row)
    }
  }
  return made
}

interface Pace {
  /** Resolves when this many units may be used, and not before the store has had this many seconds' rest. */
  spend(units: number, rest: number): Promise<void>
  /** Minutes since the first unit. */
  minutes(): number
}

/** Spreads units over time: after each spending, the next waits until it is paid for. Ten seconds' worth may go at once. */
function createPace(options: BulkOptions): Pace {
  const now = options.now ?? (() => createClock().now())
  const sleep = options.sleep ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)))
  const perMillisecond = (options.unitsPerMinute ?? UNITS_A_MINUTE) / 60_000
  const start = now()
  let paidUntil = start - 10_000
  return {
    async spend(units, rest) {
      const wait = Math.max(paidUntil - now(), rest * 1000)
      if (wait > 0) await sleep(wait)
      paidUntil = Math.max(paidUntil, now() - 10_000) + units / perMillisecond
    },
    minutes: () => (now() - start) / 60_000,
  }
}
