/**
 * Every few minutes: what was decided and broke off is carried out, what nobody decided in time lapses, and what the
 * register says of decisions is compared with Control. What disagrees is put right, logged, and stands in the action's
 * history, where its coordinator sees it.
 */

import type { Action } from '../../domain/action.ts'
import { askedOf, lapsesOn } from '../../domain/approval.ts'
import type { PutRight } from '../../domain/command.ts'
import { restoreExtensions, wrongDue, wrongOutcome, type Correction, type KnownDecision } from '../../domain/outcome.ts'
import type { Decision, DirectoryEntry } from '../../sharepoint/control/rows.ts'
import { sweepAccess } from '../access/sweep.ts'
import { finishDecisions, settle } from '../approvals/decide.ts'
import { matterOf } from '../approvals/matter.ts'
import { finishDisposals } from '../audit/disposing.ts'
import { idOf } from '../ids.ts'
import { heldExtensions, lostExtensions, parseConfirmedLines } from '../importedextensions.ts'
import { traceOf } from '../log.ts'
import { finishLists } from '../meetings/confirm.ts'
import type { Office } from '../office.ts'
import { sweepPeople } from '../people/sweep.ts'
import { createLeaverLook } from '../people/leavers.ts'

export interface SweepReport {
  /** Decisions that had broken off. */
  readonly finished: number
  /** Subjects that nobody decided in time. */
  readonly lapsed: readonly string[]
  readonly corrected: readonly { readonly action: string; readonly what: Correction['what'] }[]
}

/** Longest time between two looks at a group (product: "Who writes what"). */
const EVERY_MS = 4 * 60_000
/** Corrections of one action in one look: a discharge, its extensions, its due. */
const MOST_CORRECTIONS = 3

/** Looks now and then again and again; returns what ends it, once it has finished looking. */
export function startSweeping(office: Office): () => Promise<void> {
  let isOver = false
  let looking: Promise<void> = Promise.resolve()
  const lookForLeavers = createLeaverLook(office)
  const look = (): void => {
    looking = sweepAll(office)
      .then(lookForLeavers)
      .catch((fault: unknown) => office.log({ level: 'error', event: 'sweepFault', ...traceOf(fault) }))
      .finally(() => {
        if (!isOver) timer = setTimeout(look, EVERY_MS)
      })
  }
  let timer = setTimeout(look, EVERY_MS)
  return async () => {
    isOver = true
    clearTimeout(timer)
    await looking
  }
}

async function sweepAll(office: Office): Promise<void> {
  await office.audit.recover()
  for (const group of await office.groups()) {
    const sweeping = sweepGroup(office, group)
      .then(() => sweepPeople(office, group))
      .then(() => sweepAccess(office, group))
      .then(() => finishDisposals(office, group))
    await sweeping.catch((fault: unknown) =>
      office.log({ level: 'error', event: 'sweepFault', group: group.key, ...traceOf(fault) }),
    )
  }
}

export async function sweepGroup(office: Office, group: DirectoryEntry): Promise<SweepReport> {
  const finished = (await finishDecisions(office, group)) + (await finishLists(office, group))
  const lapsed = await lapse(office, group)
  // Before the decisions: what is decided meanwhile is then known of, and not taken for invented.
  const { actions } = await office.registers.snapshot(group)
  const decisions = await (await office.control()).decisionsOf(group.key)
  const imports = decisions.filter(({ kind, verdict }) => kind === 'import' && verdict === 'approved')
  const confirmed = new Map(imports.map(({ id, words }) => [id, parseConfirmedLines(words)]))
  const known = new Map(
    decisions.map(({ id, kind, subject, verdict }): [string, KnownDecision] => {
      const actions = confirmed.get(id)
      return [id, { kind, subject, verdict, ...(actions ? { actions } : {}) }]
    }),
  )
  const corrected: { action: string; what: Correction['what'] }[] = []
  for (const { id } of actions.values()) {
    for (let count = 0; count < MOST_CORRECTIONS; count++) {
      const action = count === 0 ? actions.get(id) : await office.registers.action(group, id)
      if (!action) break
      const held = await heldExtensions(office, group, action, confirmed)
      const lost = await lostExtensions(office, group, action, confirmed)
      const correction =
        wrongOutcome(action, known, held) ??
        (lost.length > 0 ? restoreExtensions(action, lost) : await undone(office, group, action, decisions)) ??
        wrongDue(action)
      if (!correction) break
      if (!(await correct(office, group, action, correction))) break
      corrected.push({ action: id, what: correction.what })
    }
  }
  return { finished, lapsed, corrected }
}

async function lapse(office: Office, group: DirectoryEntry): Promise<readonly string[]> {
  const [{ actions }, chosen] = await Promise.all([
    office.registers.snapshot(group),
    office.records().then((records) => records.settings(group.key)),
  ])
  const lapsed: string[] = []
  const by = { tenantId: office.tenantId, objectId: office.serviceApp, name: 'Matters Arising' }
  for (const action of actions.values()) {
    for (const asked of askedOf(action)) {
      if (office.clock.today() <= lapsesOn(asked, chosen.value)) continue
      const matter = await matterOf(office, group, action, asked)
      if (!matter) continue
      const commandId = idOf('lapse', group.key, asked.subject, matter.hash)
      const settled = await settle(office, group, matter, { by, commandId, verdict: 'lapsed', reason: '' })
      if (settled.ok) lapsed.push(asked.subject)
    }
  }
  return lapsed
}

/** An approval that no longer stands in its action, though nobody reopened it. */
async function undone(
  office: Office,
  group: DirectoryEntry,
  action: Action,
  decisions: readonly Decision[],
): Promise<Correction | null> {
  const mine = decisions.filter(({ subject, verdict }) => verdict === 'approved' && subject.endsWith(`-${action.id}`))
  for (const { id, outcome } of mine) {
    if (!outcome || 'post' in outcome || 'list' in outcome) continue
    if ('extension' in outcome) {
      if (action.extensions.some(({ decision }) => decision === id)) continue
    } else if (action.discharge?.decision === id) continue
    // Only the history tells whether it was reopened since; void decisions never stood in it.
    const history = await office.registers.history(group, action.id)
    const at = history.findIndex(({ event }) => event?.values['decision'] === id)
    if (at === -1) continue
    if ('extension' in outcome) {
      return restoreExtensions(action, [outcome.extension])
    }
    const since = history.slice(0, at).map(({ event }) => event?.kind)
    if (since.some((kind) => kind === 'reopened' || kind === 'statusFromEdition')) continue
    return { what: 'discharge', fields: { status: 'discharged', discharge: outcome.discharge } }
  }
  return null
}

async function correct(
  office: Office,
  group: DirectoryEntry,
  action: Action,
  correction: Correction,
): Promise<boolean> {
  const command: PutRight = {
    kind: 'putRight',
    id: idOf('put', group.key, action.id, action.version),
    action: action.id,
    ...correction,
  }
  await office.audit.append({
    event: 'alteration',
    operation: 'outcome.restore',
    group: group.key,
    subject: action.id,
    by: null,
    ids: [correction.what, action.version],
  })
  const author = { person: { tenantId: office.tenantId, objectId: office.serviceApp, name: 'Matters Arising' } }
  const { state } = await office.registers.submitAs({ ...author, as: 'service' }, group, command)
  office.log({ level: 'warning', event: 'putRight', group: group.key, action: action.id, what: correction.what, state })
  return state === 'saved'
}
