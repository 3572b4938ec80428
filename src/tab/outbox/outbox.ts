/**
 * A register that never makes one wait: what its person does shows at once, laid over what the store last said, and is
 * sent when the store answers, in the order in which it was done. Hides sending, waiting and sending again. What it
 * never does: say "saved" before the store has, send anything twice (the command's id sees to that), or drop a word.
 *
 *   const outbox = createOutbox(register, { clock, as, storage: sessionStorage })
 *   const posting = await outbox.post(command, seen)
 *   if (posting.state === 'posted') posting.ended.then((submission) => …)
 */

import type { Action, ActionId, Update } from '../../domain/action.ts'
import { aboutOf, isOvertaken, type Command, type CommandId } from '../../domain/command.ts'
import type { foresee, Foresight } from '../../domain/foresight.ts'
import type { Refusal } from '../../domain/result.ts'
import type { ActionRegister, Snapshot, Submission } from '../../domain/snapshot.ts'
import type { DecisionContext } from '../../domain/step.ts'
import { instantOf, type Clock } from '../../words/clock.ts'
import { createDrafts, type Drafts } from '../register/drafts.ts'
import { createPump, waitFor } from './pump.ts'
import { isAhead, keepUnsent, ownChange, readUnsent, type Form, type Unsent } from './unsent.ts'

export type Posting =
  /** It shows; `ended` tells how it ended, or null when its author took it back. */
  | { readonly state: 'posted'; readonly action: Action; readonly ended: Promise<Submission | null> }
  /** It can't go on its way as it is: the words stay where they were written. */
  | Submission

/** An entry of a history that is not read yet. */
export interface EntryAhead {
  readonly update: Update
  /** Null: it is saved, and the history hasn't been read since. */
  readonly unsent: Unsent | null
}

export interface OutboxRegister extends ActionRegister {
  /** Shows a command at once and sends it. What the rules refuse of what is known here, the store is asked. */
  post(command: Command, seen?: Action, form?: Form): Promise<Posting>
  /** What isn't saved, in the order in which it was done; the same array until that changes. */
  unsent(): readonly Unsent[]
  /** What an action's history gains by it, newest first. */
  entriesAhead(action: ActionId): readonly EntryAhead[]
  /** Tries again now, all that waits. */
  sendNow(): void
  /** Sends what was overtaken, based on what is there now. */
  sendAnyway(command: CommandId): void
  /** Null where it is under way or may be saved already: the store has to be asked first. */
  takeBack(command: CommandId): Unsent | null
  /** This page changed the action a moment ago. */
  isOwn(action: ActionId): boolean
}

export interface OutboxOptions {
  readonly clock: Clock
  /** What the person is in the group, as for the register. */
  readonly as?: () => DecisionContext['as']
  /** Where what waits survives a reload, as far as its marking allows; null: nowhere. */
  readonly storage: Storage | null
  /** Resolves after the time, or when the signal fires. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** So long one's own change is no news to oneself. */
const OWN_MS = 2400

export function createOutbox(register: ActionRegister, options: OutboxOptions): OutboxRegister {
  const { clock } = options
  const listeners = new Set<() => void>()
  const endings = new Map<CommandId, PromiseWithResolvers<Submission | null>>()
  const attempts = new Map<CommandId, PromiseWithResolvers<Submission>>()
  /** Actions as the store has them, for those that are shown ahead of it. */
  const stored = new WeakMap<Action, Action>()
  const settled = new Map<CommandId, { readonly about: ActionId; readonly updates: readonly Update[] }>()
  const ownUntil = new Map<ActionId, number>()
  /** What is under way is laid over what it was sent from: the store's answer is never changed a second time. */
  let under: { readonly about: ActionId; readonly from: Action | undefined } | null = null
  let items: readonly Unsent[] = []
  let drafts: Drafts | null = null
  /** The rules, which nobody needs before they do something: with any item they are here. */
  let rules: typeof foresee | null = null
  let ahead: { readonly of: readonly unknown[]; readonly foresight: Foresight } | null = null

  const show = (): void => listeners.forEach((listener) => listener())
  const context = () => ({
    actor: register.me(),
    today: clock.today(),
    as: options.as?.() ?? ('member' as const),
    at: instantOf(clock.now()),
  })

  function replace(command: CommandId, next: Unsent | null): void {
    items = items.flatMap((item) => (item.command.id !== command ? [item] : next ? [next] : []))
    keepUnsent(drafts, command, next, register.snapshot())
  }

  function foresightOn(basis: Snapshot): Foresight {
    if (!rules || items.length === 0) return { snapshot: basis, outcomes: new Map() }
    const commands = items.filter(isAhead).map((item) => item.command)
    const of = [basis, under, ...commands]
    if (ahead?.of.length === of.length && of.every((each, index) => each === ahead?.of[index])) return ahead.foresight
    const foresight = rules(commands, under ? before(basis, under) : basis, context())
    for (const about of new Set(commands.map(aboutOf))) {
      const [shown, there] = [foresight.snapshot.actions.get(about), basis.actions.get(about)]
      if (shown && there && shown !== there) stored.set(shown, there)
    }
    ahead = { of, foresight }
    return foresight
  }

  function updatesOf(foresight: Foresight, item: Unsent): readonly Update[] {
    const outcome = foresight.outcomes.get(item.command.id)
    if (!outcome?.ok) return []
    return outcome.value.updates.map((update) => ({ ...update, author: register.me().name, enteredAt: item.since }))
  }

  async function learnRules(): Promise<typeof foresee> {
    rules ??= (await import('../../domain/foresight.ts')).foresee
    return rules
  }

  /** What was kept over a reload goes on once it is known whose group it is. */
  function restore(): void {
    const group = register.snapshot()?.group
    if (drafts || !group) return
    drafts = createDrafts(options.storage, register.me(), group.key, () => clock.now())
    const kept = readUnsent(drafts)
    if (kept.length === 0) return
    void learnRules().then(() => {
      items = [...kept, ...items]
      pump.start()
      show()
    })
  }

  const pump = createPump<Unsent, Submission>({
    items: () => items,
    aboutOf: ({ command }) => aboutOf(command),
    freshness: () => register.freshness(),
    wait: options.wait ?? waitFor,
    submit: (item) => register.submit(item.command, item.seen ?? undefined),
    mark(item, standing, inDoubt) {
      const about = aboutOf(item.command)
      if (standing.state === 'sending') under = { about, from: register.snapshot()?.actions.get(about) }
      else if (item.standing.state === 'sending') under = null
      replace(item.command.id, { ...item, standing, inDoubt })
      const attempt = attempts.get(item.command.id)
      if (standing.state === 'unsaved') attempt?.resolve(standing)
      if (standing.state === 'refused' || standing.state === 'stale') end(item, standing)
      show()
    },
    saved(item, submission) {
      const about = aboutOf(item.command)
      const basis = register.snapshot()
      const updates = basis ? updatesOf(foresightOn(basis), item) : []
      if (updates.length > 0) settled.set(item.command.id, { about, updates })
      under = null
      ownUntil.set(about, clock.now() + OWN_MS)
      replace(item.command.id, null)
      // What was written on top of it was meant for what it made of the action, and for nobody else's change.
      const own = rules ? ownChange(item, basis, context(), rules) : {}
      for (const later of items) {
        if (aboutOf(later.command) !== about || !later.seen) continue
        replace(later.command.id, { ...later, seen: { ...later.seen, ...own } })
      }
      end(item, submission)
      show()
    },
  })

  function end(item: Unsent, submission: Submission | null): void {
    const { id } = item.command
    if (submission) attempts.get(id)?.resolve(submission)
    // What was refused or overtaken can still be sent another way: it ends when it is saved or taken back.
    if (submission === null || submission.state === 'saved') {
      endings.get(id)?.resolve(submission)
      endings.delete(id)
    }
    attempts.delete(id)
  }

  function put(command: Command, seen: Action | null, form: Form | null): Promise<Submission | null> {
    const known = items.find((item) => item.command.id === command.id)
    const inDoubt = known?.inDoubt ?? false
    const since = known?.since ?? instantOf(clock.now())
    if (known?.standing.state !== 'sending') {
      const item: Unsent = { command, seen, form, since, standing: { state: 'queued' }, inDoubt }
      if (!known) items = [...items, item]
      replace(command.id, item)
    }
    const ending = endings.get(command.id) ?? Promise.withResolvers<Submission | null>()
    endings.set(command.id, ending)
    pump.start()
    show()
    return ending.promise
  }

  async function post(command: Command, seen?: Action, form?: Form): Promise<Posting> {
    restore()
    // Without waiting where they are here: what one does shows before anything else happens.
    const look = rules ?? (await learnRules())
    const basis = register.snapshot()
    if (!basis) return register.submit(command, seen)
    const about = aboutOf(command)
    const now = basis.actions.get(about)
    const base = (seen && (stored.get(seen) ?? seen)) ?? now
    const others = items.filter((item) => item.command.id !== command.id)
    const isFirst = !others.some((item) => aboutOf(item.command) === about)
    if (isFirst && base && now && isOvertaken(command, base, now)) return { state: 'stale', seen: base, now }
    const commands = others.filter(isAhead).map((item) => item.command)
    const outcome = look([...commands, command], basis, context()).outcomes.get(command.id)
    if (outcome?.ok) {
      // An action that isn't in the store yet has no version that anybody could have overtaken.
      const ended = put(command, command.kind === 'addAction' || !now ? null : (base ?? null), form ?? null)
      return { state: 'posted', action: outcome.value.action, ended }
    }
    const refusal: Refusal = outcome?.error ?? { code: 'actionUnknown' }
    if (!isFirst) return { state: 'refused', refusal }
    ownUntil.set(about, clock.now() + OWN_MS)
    const answer = await register.submit(command, base)
    return answer.state === 'unsaved' && !answer.inDoubt ? { state: 'refused', refusal } : answer
  }

  const stop = register.subscribe(() => {
    restore()
    // Once the rows are there, and while there is a connection. What can't be loaded fails where it is needed.
    if (!rules && register.freshness().state === 'fresh') learnRules().catch(() => {})
    pump.heed()
    show()
  })
  restore()

  return {
    snapshot() {
      const basis = register.snapshot()
      return basis && foresightOn(basis).snapshot
    },
    freshness: () => register.freshness(),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async submit(command, seen) {
      // Before it is sent: a quick answer must find who asked.
      const attempt = attempts.get(command.id) ?? Promise.withResolvers<Submission>()
      attempts.set(command.id, attempt)
      const posting = await post(command, seen)
      if (posting.state === 'posted') return attempt.promise
      attempts.delete(command.id)
      return posting
    },
    // A view is kept when it is saved: nothing of a person's words is in it.
    submitView: (command, seen) => register.submitView(command, seen),
    async history(action) {
      const updates = await register.history(action)
      const read = new Set(updates.map((update) => update.id))
      for (const [command, { about, updates: said }] of settled) {
        if (about === action && said.every((update) => read.has(update.id))) settled.delete(command)
      }
      return updates
    },
    me: () => register.me(),
    setVisible: (visible) => register.setVisible(visible),
    close() {
      stop()
      pump.stop()
      listeners.clear()
      register.close()
    },
    post,
    unsent: () => items,
    entriesAhead(action) {
      const basis = register.snapshot()
      const foresight = basis && foresightOn(basis)
      const saved = [...settled.values()].filter(({ about }) => about === action)
      return [
        ...saved.flatMap(({ updates }) => updates.map((update) => ({ update, unsent: null }))),
        ...items
          .filter((item) => aboutOf(item.command) === action)
          .flatMap((unsent) => (foresight ? updatesOf(foresight, unsent) : []).map((update) => ({ update, unsent }))),
      ].toReversed()
    },
    sendNow() {
      register.setVisible(true)
      pump.start({ again: true })
    },
    sendAnyway(command) {
      const item = items.find((each) => each.command.id === command)
      if (item?.standing.state !== 'stale') return
      replace(command, { ...item, seen: item.standing.now, standing: { state: 'queued' } })
      pump.start()
      show()
    },
    takeBack(command) {
      const item = items.find((each) => each.command.id === command)
      if (!item || item.standing.state === 'sending' || item.inDoubt) return null
      replace(command, null)
      end(item, null)
      pump.start()
      show()
      return item
    },
    isOwn: (action) =>
      (ownUntil.get(action) ?? 0) > clock.now() ||
      items.some(
        ({ command, standing }) =>
          aboutOf(command) === action && (standing.state === 'sending' || command.kind === 'addAction'),
      ),
  }
}

function before(
  basis: Snapshot,
  { about, from }: { readonly about: ActionId; readonly from: Action | undefined },
): Snapshot {
  if (basis.actions.get(about) === from) return basis
  const actions = new Map(basis.actions)
  if (from) actions.set(about, from)
  else actions.delete(about)
  return { ...basis, actions }
}
