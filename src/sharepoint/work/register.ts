/**
 * A group's register over its SharePoint site: the seam `ActionRegister`. Opens with a delta token *before* it pages the
 * list, so that nothing is missed in between; then asks for changes, one request every fifteen seconds while somebody
 * looks and none otherwise. Recovers by itself from everything that passes.
 *
 *   const register = openActionRegister({ client, siteId, person, clock })
 *   register.subscribe(() => draw(register.snapshot(), register.freshness()))
 */

import type { Update } from '../../domain/action.ts'
import type { Command, ViewCommand } from '../../domain/command.ts'
import { canonical } from '../../domain/canonical.ts'
import type { Meeting, Organisation, Person } from '../../domain/group.ts'
import type { SavedView, ViewId } from '../../domain/savedview.ts'
import type { ActionRegister, Freshness, Snapshot, Submission } from '../../domain/snapshot.ts'
import type { DecisionContext } from '../../domain/step.ts'
import { instantOf, type Clock } from '../../words/clock.ts'
import type { GraphClient } from '../client.ts'
import { GraphFault } from '../fault.ts'
import { VIEWS } from '../lists.ts'
import type { StoredRow } from '../table.ts'
import type { RowProblem } from './cells.ts'
import type { Ground } from './commit.ts'
import { createHolding } from './holding.ts'
import { openSite, type Opening } from './opening.ts'
import { ACTION_COLUMNS } from './rows.ts'
import { parseSettings, SETTINGS_LISTS, type Settings } from './settings.ts'
import { readAll, type Tables } from './tables.ts'
import { createTurns, standingAfter, type Wait } from './turns.ts'
import type { ViewGround } from './views.ts'

export interface WorkRegister extends ActionRegister {
  /** Rows that somebody broke in SharePoint, or added there by hand. */
  problems(): readonly RowProblem[]
  /** What writing many needs; null until everything is here. */
  ground(): Promise<Ground | null>
  /** Takes in the meetings as whoever reads them all has just found them; the register itself looks seldom. */
  learnMeetings(meetings: Iterable<Meeting>): void
  /** The same for the organisations. */
  learnOrganisations(organisations: Iterable<Organisation>): void
}

export interface RegisterOptions {
  readonly client: GraphClient
  readonly siteId: string
  readonly person: Person
  readonly clock: Clock
  /** What the person is in the group; asked at each command. Only spares a refusal later (see DecisionContext). */
  readonly as?: () => DecisionContext['as']
  /** The application whose rows may say on whose behalf they were written. */
  readonly serviceAppId?: string
  readonly pollSeconds?: number
  /** Resolves after the time, or when the signal fires. */
  readonly wait?: Wait
  /** Waited for between two slices of rows: lets what else there is to do have its turn. */
  readonly breathe?: () => Promise<void>
}

/** Polls between two readings of the settings: five minutes at the usual pace. */
const SETTINGS_EVERY = 20
/** Seconds that opening waits for a busy store before it starts over; a poll doesn't wait, it comes again. */
const OPENING_PATIENCE = 20
/** Rows taken in at a time: a few milliseconds. */
const SLICE = 250
const NOTHING = { rows: [], deleted: [] }

export function openActionRegister(options: RegisterOptions): WorkRegister {
  const { client, siteId, person, clock, pollSeconds = 15, breathe = pause } = options
  const holding = createHolding()
  const listeners = new Set<() => void>()
  const turns = createTurns(turn, options.wait)
  const opening = { patience: OPENING_PATIENCE, signal: turns.signal }
  const polling = { patience: 0, signal: turns.signal }
  let tables: Tables | null = null
  let settings: Settings | null = null
  let settingsRows: readonly (readonly StoredRow[] | null)[] = []
  /** Counts what we learnt of the settings by ourselves: what was read meanwhile may be older. */
  let settingsLearnt = 0
  let settingsProblems: readonly RowProblem[] = []
  let link: string | null = null
  /** Items that we learnt by ourselves: one that is deleted before delta told of it, delta never mentions. */
  const made = new Set<string>()
  let asOf: string | null = null
  let isArriving = false
  let freshness: Freshness = { state: 'loading', rows: 0 }
  let taken: { readonly settings: Settings; readonly snapshot: Snapshot } | null = null
  let failures = 0
  // Not all tabs at once.
  let settingsIn = Math.ceil(Math.random() * SETTINGS_EVERY)
  let submitting: Promise<unknown> = Promise.resolve()

  function show(next: Freshness): void {
    freshness = next
    for (const listener of listeners) listener()
  }

  /**
   * The same object while nothing changed. While rows arrive it grows in doublings, so that all drawings of a growing
   * register together cost no more than one or two of the whole.
   */
  function takeSnapshot(): Snapshot | null {
    if (!settings) return null
    const shown = taken?.settings === settings ? taken.snapshot : null
    if (shown && isArriving && holding.size() < 2 * shown.actions.size) return shown
    const actions = holding.actions()
    if (taken?.settings !== settings || taken.snapshot.actions !== actions) {
      taken = { settings, snapshot: { ...settings, actions } }
    }
    return taken.snapshot
  }

  async function readSettings(from: Tables['settings']): Promise<void> {
    const learnt = settingsLearnt
    const rows = await readAll(from, polling)
    if (learnt === settingsLearnt && versionsOf(rows) !== versionsOf(settingsRows)) takeSettings(rows)
  }

  function takeSettings(rows: typeof settingsRows): void {
    const parsed = parseSettings(rows, person)
    if (!parsed.settings) throw new GraphFault({ status: 0, code: 'groupMissing', message: 'the site has no group' })
    settings = parsed.settings
    settingsRows = rows
    settingsProblems = parsed.problems
  }

  function learnView(id: ViewId, row: StoredRow | null): void {
    settingsLearnt += 1
    takeSettings(
      settingsRows.map((rows, index) => {
        if (rows === null || SETTINGS_LISTS[index] !== VIEWS) return rows
        const others = rows.filter((each) => each.fields['Key'] !== id)
        return row ? [...others, row] : others
      }),
    )
    show(freshness)
  }

  function learnMeetings(found: Iterable<Meeting>): void {
    const meetings = new Map(
      [...found].map(({ key, day, title, status }) => [key, { key, day, title, status } satisfies Meeting]),
    )
    learn({ meetings })
  }

  function learnOrganisations(found: Iterable<Organisation>): void {
    learn({ organisations: new Map([...found].map((each) => [each.key, each])) })
  }

  function learn(known: Partial<Pick<Settings, 'meetings' | 'organisations'>>): void {
    if (!settings) return
    const next = { ...settings, ...known }
    const said = ({ meetings, organisations }: Settings): string => canonical([[...meetings], [...organisations]])
    if (said(next) === said(settings)) return
    settingsLearnt += 1
    settings = next
    show(freshness)
  }

  /** Takes rows in by slices: whoever types or scrolls meanwhile has a turn between two of them. */
  async function take(rows: readonly StoredRow[]): Promise<void> {
    for (let from = 0; from < rows.length; from += SLICE) {
      if (from > 0) await breathe()
      turns.signal.throwIfAborted()
      holding.put(rows.slice(from, from + SLICE))
    }
  }

  /** All rows, and all that changed while they came. Quiet when something is shown already. */
  async function load(): Promise<void> {
    const site = await begin()
    const { actions } = site.tables
    const fresh = holding.startOver()
    await take(site.first)
    if (!site.isWhole) {
      isArriving = asOf === null
      if (site.first.length > 0) showArriving(site.first.length)
      let count = 0
      for await (const page of actions.pages(ACTION_COLUMNS, opening)) {
        await take(page)
        count += page.length
        showArriving(count)
      }
      isArriving = false
      showArriving(count)
    }
    // A list that came in one answer is as of then; what has happened since, the next poll tells.
    const changes = site.isWhole ? { ...NOTHING, link: site.link } : await actions.changes(site.link, opening)
    await take(changes.rows)
    fresh.keep()
    holding.remove(changes.deleted)
    link = changes.link
  }

  /** The first look at the site; at the actions alone, where the rest is known already. */
  async function begin(): Promise<Pick<Opening, 'tables' | 'link' | 'first' | 'isWhole'>> {
    if (tables && settings) {
      return { tables, link: await tables.actions.latest(ACTION_COLUMNS, opening), first: [], isWhole: false }
    }
    const site = await openSite(client, siteId, { ...opening, guess: failures === 0 })
    tables = site.tables
    takeSettings(site.settings)
    return site
  }

  function showArriving(rows: number): void {
    if (asOf === null) show({ state: 'loading', rows })
  }

  async function poll(from: Tables, since: string): Promise<void> {
    const unheard = [...made]
    const changes = await from.actions.changes(since, polling)
    await take(changes.rows)
    holding.remove(changes.deleted)
    link = changes.link
    const told = new Set([...changes.rows.map((row) => row.id), ...changes.deleted])
    for (const item of unheard) {
      if (!told.has(item) && !(await from.actions.get(item, ['Key'], polling))) holding.remove([item])
      made.delete(item)
    }
    settingsIn -= 1
    if (settingsIn > 0) return
    await readSettings(from.settings)
    settingsIn = SETTINGS_EVERY
  }

  /** One turn of the loop; the seconds until the next. */
  async function turn(): Promise<number> {
    try {
      if (tables && link !== null) await poll(tables, link)
      else await load()
      failures = 0
      asOf = instantOf(clock.now())
      show({ state: 'fresh', asOf })
      void preloadWriting()
      return Math.max(pollSeconds, client.rest())
    } catch (fault) {
      if (turns.signal.aborted) return 0
      isArriving = false
      failures += 1
      if (isLost(fault)) {
        link = null
        return failures === 1 ? 0 : pollSeconds
      }
      return settle(fault)
    }
  }

  /** A link that leads nowhere any more: too old, or by a name that the list had before somebody renamed it. */
  function isLost(fault: unknown): boolean {
    return fault instanceof GraphFault && (fault.status === 410 || (fault.status === 404 && link !== null))
  }

  function settle(fault: unknown): number {
    const standing = standingAfter(fault, { failures, pollSeconds, rest: client.rest(), asOf })
    if (standing.freshness.state === 'denied') forget()
    show(standing.freshness)
    return standing.seconds
  }

  /** Who may no longer read, keeps nothing. */
  function forget(): void {
    holding.clear()
    made.clear()
    tables = null
    settings = null
    settingsRows = []
    taken = null
    link = null
    asOf = null
  }

  async function ground(): Promise<(Ground & ViewGround) | null> {
    if (link === null) await turns.current()
    const [here, known] = [tables, takeSnapshot()]
    if (!here || !known || asOf === null) return null
    return {
      client,
      actions: here.actions,
      updates: here.updates,
      snapshot: () => takeSnapshot() ?? known,
      context: () => ({ actor: person, today: clock.today(), as: options.as?.() ?? 'member' }),
      itemOf: (action) => holding.itemOf(action),
      views: here.views,
      learnView,
      learn(rows) {
        const before = holding.actions()
        for (const row of rows) if (!holding.has(row.id)) made.add(row.id)
        const action = holding.put(rows)
        if (holding.actions() !== before) show(freshness)
        return action
      },
    }
  }

  /** One after the other: the next is decided on what the last one made. */
  function inTurn<Ending>(work: (here: Ground & ViewGround) => Promise<Ending>) {
    const next = submitting.then(async () => {
      const here = await ground()
      return here ? await work(here) : unsaved()
    })
    submitting = next.catch(() => undefined)
    return next
  }

  function unsaved(): Extract<Submission, { state: 'unsaved' }> {
    const because = freshness.state === 'loading' || freshness.state === 'fresh' ? 'fault' : freshness.state
    return { state: 'unsaved', because, requestId: freshness.state === 'fault' ? freshness.requestId : null }
  }

  turns.start()

  return {
    snapshot: takeSnapshot,
    freshness: () => freshness,
    problems: () => [...settingsProblems, ...holding.problems()],
    ground,
    learnMeetings,
    learnOrganisations,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    // The rules and how they are written come with the first who writes: nobody waits for them to read.
    submit: (command: Command, seen) =>
      inTurn(async (here) => (await import('./commit.ts')).submit(here, command, seen)),
    submitView: (command: ViewCommand, seen?: SavedView) =>
      inTurn(async (here) => (await import('./views.ts')).submitView(here, command, seen)),
    async history(action): Promise<readonly Update[]> {
      const here = await ground()
      if (!here) throw new GraphFault({ status: 0, code: 'unreachable', message: 'the register is not here yet' })
      return (await import('./history.ts')).readHistory(here, action, options.serviceAppId)
    },
    me: () => person,
    // A store that asked to wait is left alone, however often one asks.
    setVisible: (next) => turns.setVisible(next, freshness.state !== 'throttled'),
    close() {
      turns.close()
      listeners.clear()
    },
  }
}

/** While there is a connection. What can't be loaded fails where it is needed. */
function preloadWriting(): Promise<unknown> {
  return Promise.allSettled([import('./commit.ts'), import('./history.ts'), import('./views.ts')])
}

function versionsOf(rows: readonly (readonly StoredRow[] | null)[]): string {
  return rows.map((list) => list?.map((row) => `${row.id}@${row.version}`).join() ?? '').join(';')
}

/** Lets whatever else wants to run, run. */
function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } }
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve))
}
