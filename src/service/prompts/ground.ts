/**
 * What prompting goes by, group by group: the register as the service sees it, and what Control says of posts, choices,
 * what was passed on, what waits for a decision and what was decided. Control is read again after a minute, and at
 * once after a change that this instance made there itself; what it never changes (a decision, who asked) once.
 */

import { isAwayOn, PERSON_SETTINGS, type PersonSettings } from '../../domain/gathering.ts'
import type { Pass, Posts } from '../../domain/addressee.ts'
import { askedOf, lapsesOn } from '../../domain/approval.ts'
import { personKey, type Appointment } from '../../domain/appointment.ts'
import { dueControlPrompts, type ControlMatter } from '../../domain/controlprompting.ts'
import { addDays, type Day } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import { withoutLeavers } from '../../domain/people.ts'
import type { Prompt } from '../../domain/prompt.ts'
import { duePrompts, type Awaited, type DecidedOn, type Disowned, type PromptGround } from '../../domain/prompting.ts'
import { dueReturnPrompts } from '../../domain/returnprompting.ts'
import type { ReturnContent } from '../../domain/return.ts'
import type { CirculationContent } from '../../domain/circulation.ts'
import type { GroupSettings } from '../../domain/record.ts'
import type { RequestContent, ResponseContent } from '../../domain/request.ts'
import { dueResponsePrompts } from '../../domain/requestprompting.ts'
import type { WorkstreamRows } from '../../domain/workstreamprompting.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Decision, DirectoryEntry } from '../../sharepoint/control/rows.ts'
import type { PassRecord } from '../../sharepoint/control/settingsrows.ts'
import { dayOfInstant } from '../../words/clock.ts'
import { readLeavers } from '../people/leavers.ts'
import { listsOf, type PutList } from '../meetings/lists.ts'
import { matterOf, partsOfSubject, type Matter } from '../approvals/matter.ts'
import type { Office } from '../office.ts'
import { approvers, awaitedLists, isOfOwnList, isSitting } from './awaiting.ts'
import { mattersOf, readControl, readWorkstreams, type ControlRows } from './matters.ts'

export interface GroupGround {
  readonly group: DirectoryEntry
  readonly settings: GroupSettings
  readonly snapshot: Snapshot
  /** What is put to several organisations, and what each answered; by key. */
  readonly requests: ReadonlyMap<string, RequestContent>
  readonly responses: ReadonlyMap<string, ResponseContent>
  /** What recurs of it, and what went back to everybody. */
  readonly returns: ReadonlyMap<string, ReturnContent>
  readonly circulations: ReadonlyMap<string, CirculationContent>
  /** What is on Control alone and what work streams ask, by subject. */
  readonly matters: ReadonlyMap<string, ControlMatter>
  readonly today: Day
  /** What holds today, by its key. */
  readonly due: ReadonlyMap<string, Prompt>
  /** Subjects of the lists that wait for the chair. */
  readonly lists: ReadonlySet<string>
}

export interface Grounds {
  /** Throws a GraphFault where Graph doesn't answer. */
  of(group: DirectoryEntry): Promise<GroupGround>
  person(who: string): Promise<PersonSettings>
  /** Reads all of Control again when next asked. */
  forget(): void
}

/** What was put to the organisations, once or again and again. */
type Put = Pick<GroupGround, 'requests' | 'responses' | 'returns' | 'circulations'> & WorkstreamRows

/** What Control said. */
interface Said {
  readonly appointments: readonly Appointment[]
  readonly settings: GroupSettings
  readonly passes: readonly Pass[]
  readonly disowned: readonly Disowned[]
  readonly decided: readonly DecidedOn[]
  /** What meetings decided aloud, as it was put before the chair. */
  readonly lists: readonly PutList[]
  /** Who has left, by `personKey`. */
  readonly left: readonly string[]
  /** Of access, guidance and the like. */
  readonly control: ControlRows
}

interface Kept<Value> {
  readonly until: number
  readonly value: Promise<Value>
}

const STANDS_FOR = 60_000
const PUT = ['requests', 'responses', 'returns', 'circulations', 'workstreams', 'quarters'] as const
const NOTHING = { requests: new Map(), responses: new Map(), returns: new Map(), circulations: new Map() }
/** Days for which a decision is news to whoever asked, and one more. */
const NEWS_DAYS = 15

export function createGrounds(office: Office): Grounds {
  const said = new Map<string, Kept<Said>>()
  const decisions = new Map<string, Decision>()
  const matters = new Map<string, Matter>()
  const last = new Map<string, GroupGround & WorkstreamRows & { readonly said: Said; readonly people: People }>()
  let people: Kept<People> | null = null

  function keep<Value>(known: Kept<Value> | null | undefined, read: () => Promise<Value>): Kept<Value> {
    if (known && office.clock.now() < known.until) return known
    return { until: office.clock.now() + STANDS_FOR, value: read() }
  }

  async function readPeople(): Promise<People> {
    const before = people
    people = keep(people, async () =>
      unlessSame(before?.value, await (await office.records()).people(), (each) => JSON.stringify([...each])),
    )
    return people.value.catch((fault: unknown) => {
      people = null
      throw fault
    })
  }

  async function readSaid(group: DirectoryEntry): Promise<Said> {
    const before = said.get(group.key)
    const kept = keep(before, async () => unlessSame(before?.value, await ask(group), JSON.stringify))
    said.set(group.key, kept)
    return kept.value.catch((fault: unknown) => {
      said.delete(group.key)
      throw fault
    })
  }

  async function ask(group: DirectoryEntry): Promise<Said> {
    const [control, records] = await Promise.all([office.control(), office.records()])
    const [appointments, settings, passed, lists, left, rows] = await Promise.all([
      control.appointments(group.key),
      records.settings(group.key),
      records.passes(group.key),
      listsOf(office, group.key),
      readLeavers(office),
      readControl(office, group),
    ])
    return {
      appointments: appointments.map(({ value }) => value),
      settings: settings.value,
      passes: await passesOf(group, passed),
      disowned: passed
        .filter(({ kind }) => kind === 'notOurs')
        .map(({ action, by, owners, day }) => ({ action, by, owners, day })),
      decided: await readDecided(group.key, lists),
      lists,
      left: left.keys,
      control: rows,
    }
  }

  /** To people who may still read the group, the latest of each. */
  async function passesOf(group: DirectoryEntry, records: readonly PassRecord[]): Promise<readonly Pass[]> {
    const latest = new Map<string, Pass>()
    for (const { action, by, to, day } of records.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
      if (to && day <= office.clock.today()) latest.set(`${action}|${personKey(by)}`, { action, from: by, to })
    }
    const may = await Promise.all([...latest.values()].map(({ to }) => office.readers.isReader(to, group)))
    return [...latest.values()].filter((_, index) => may[index])
  }

  /** Whom a response was passed on to is read from a row that members can edit: they must still be able to read it. */
  async function toReaders(group: DirectoryEntry, prompts: readonly Prompt[]): Promise<readonly Prompt[]> {
    const may = await Promise.all(
      prompts.map(async ({ as, to }) => as !== 'passedTo' || (await office.readers.isReader(to, group))),
    )
    return prompts.filter((_, index) => may[index])
  }

  /** The same maps while nothing changed; what was worked out from them goes on holding. */
  async function readPut(group: DirectoryEntry): Promise<Put> {
    const { collections } = office
    const [requests, responses, returns, circulations, workstreams] = await Promise.all([
      collections.values(group, 'requests'),
      collections.values(group, 'responses'),
      collections.values(group, 'returns'),
      collections.values(group, 'circulations'),
      readWorkstreams(office, group),
    ])
    return {
      requests: requests.size === 0 ? NOTHING.requests : requests,
      responses: responses.size === 0 ? NOTHING.responses : responses,
      returns: returns.size === 0 ? NOTHING.returns : returns,
      circulations: circulations.size === 0 ? NOTHING.circulations : circulations,
      ...workstreams,
    }
  }

  /** Which there are, the database knows; what they say, Control. */
  async function readDecided(group: string, lists: readonly PutList[]): Promise<readonly DecidedOn[]> {
    const ids = await office.database.query<{ id: string }>(
      `select id from matters.decision
       where group_key = $1 and state = 'projected' and at > now() - make_interval(days => $2)`,
      [group, NEWS_DAYS],
    )
    const found = await Promise.all(ids.map(({ id }) => readDecision(id)))
    return found.flatMap((decision) => {
      const day = decision && dayOfInstant(decision.at)
      if (!decision?.asked?.by || day === null || day === undefined) return []
      if (isOfOwnList(decision, lists)) return []
      const { kind, action } = partsOfSubject(decision.subject)
      return [{ id: decision.id, kind, subject: decision.subject, action, askedBy: decision.asked.by, day }]
    })
  }

  async function readDecision(id: string): Promise<Decision | null> {
    const known = decisions.get(id)
    if (known) return known
    const decision = await (await office.control()).decision(id)
    if (decision) decisions.set(id, decision)
    return decision
  }

  /** Only what was really asked, as SharePoint has it: a row that was forged prompts nobody. */
  async function readAwaited(group: DirectoryEntry, snapshot: Snapshot, from: Said, posts: Posts): Promise<Awaited[]> {
    const awaited: Awaited[] = []
    for (const action of snapshot.actions.values()) {
      for (const asked of askedOf(action)) {
        if (lapsesOn(asked, from.settings) < posts.today) continue
        const key = `${group.key}|${asked.ask}|${asked.content}`
        const matter = matters.get(key) ?? (await matterOf(office, group, action, asked))
        if (!matter) continue
        matters.set(key, matter)
        if (isSitting(asked, matter.askedBy, snapshot, posts)) continue
        awaited.push({
          subject: asked.subject,
          action: action.id,
          hash: matter.hash,
          askedOn: asked.askedOn,
          approvers: approvers(asked, matter.askedBy, from.settings, posts),
        })
      }
    }
    return awaited
  }

  return {
    async of(group) {
      const [snapshot, from, chosen, put] = await Promise.all([
        office.registers.snapshot(group),
        readSaid(group),
        readPeople(),
        readPut(group),
      ])
      const today = office.clock.today()
      const known = (): GroupGround | null => {
        const there = last.get(group.key)
        const isSame = there?.snapshot === snapshot && there.today === today
        const isPut = PUT.every((name) => there?.[name] === put[name])
        return isSame && isPut && there.said === from && there.people === chosen ? there : null
      }
      const there = known()
      if (there) return there
      const isAway = (person: Person): boolean => isAwayOn(chosen.get(personKey(person)) ?? PERSON_SETTINGS, today)
      const left = new Set(from.left)
      const hasLeft = (person: Person): boolean => left.has(personKey(person))
      // Their work falls to whoever stands in, then to the coordinator.
      const posts: Posts = { appointments: withoutLeavers(from.appointments, hasLeft), today, isAway }
      const awaited = await readAwaited(group, snapshot, from, posts)
      const about = { ...posts, ...put, group: group.key, settings: from.settings }
      const asked = await toReaders(group, dueResponsePrompts({ ...about, requests: put.requests.values() }))
      // Of all who asked meanwhile, the first one works it out.
      const worked = known()
      if (worked) return worked
      const ground: PromptGround = {
        ...posts,
        snapshot,
        settings: from.settings,
        passes: from.passes.filter(({ to }) => !hasLeft(to)),
        disowned: from.disowned,
        awaited,
        lists: awaitedLists(from.lists, from.settings, awaited, posts),
        // News for whoever asked, while they still hold something here or may read it.
        decided: from.decided.filter(({ day }) => day >= addDays(today, -NEWS_DAYS)),
      }
      const told = dueReturnPrompts({ ...about, requests: put.requests.values() })
      const matters = mattersOf(from.control, put, { ...posts, hasLeft, settings: from.settings })
      const confidential = dueControlPrompts(group.key, matters, today)
      const prompts = [...duePrompts(ground), ...asked, ...told, ...confidential].filter(({ to }) => !hasLeft(to))
      const due = new Map(prompts.map((prompt) => [prompt.key, prompt]))
      const lists = new Set(ground.lists.map(({ subject }) => subject))
      const facts = { group, settings: from.settings, snapshot, ...put, matters, today, due, lists }
      const made = { ...facts, said: from, people: chosen }
      last.set(group.key, made)
      return made
    },
    person: async (who) => (await readPeople()).get(who) ?? PERSON_SETTINGS,
    forget() {
      said.clear()
      people = null
    },
  }
}

type People = ReadonlyMap<string, PersonSettings>

/** What was known before, where nothing has changed: all that was worked out from it goes on holding. */
async function unlessSame<Value>(
  before: Promise<Value> | undefined,
  now: Value,
  textOf: (value: Value) => string,
): Promise<Value> {
  const known = await before?.catch(() => undefined)
  return known !== undefined && textOf(known) === textOf(now) ? known : now
}
