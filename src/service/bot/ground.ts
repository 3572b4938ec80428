/**
 * What handlers go by: registers as the service sees them, and what Control says of posts, settings and choices. Rights
 * are read after the press that they decide on, once for all who press at the same time; what only
 * decides how a card looks stands for a minute.
 */

import { mayActFor, type Posts } from '../../domain/addressee.ts'
import type { Action } from '../../domain/action.ts'
import { isSamePerson, personKey, type Appointment } from '../../domain/appointment.ts'
import type { CirculationContent } from '../../domain/circulation.ts'
import { isControlKind, type ControlMatter } from '../../domain/controlprompting.ts'
import type { Person } from '../../domain/group.ts'
import type { Prompt } from '../../domain/prompt.ts'
import { isAwayOn, PERSON_SETTINGS, type PersonSettings } from '../../domain/gathering.ts'
import { withoutLeavers } from '../../domain/people.ts'
import type { GroupSettings } from '../../domain/record.ts'
import type { RequestContent, ResponseContent } from '../../domain/request.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import type { Language } from '../../words/dates.ts'
import { createWords } from '../../words/words.ts'
import type { CardGround, CardPrompt, GivenAnswer } from '../cards/cardground.ts'
import { createLinks, type Links } from '../cards/links.ts'
import { rolesOf } from '../group.ts'
import type { Office } from '../office.ts'
import { readLeavers, type Leavers } from '../people/leavers.ts'
import { mayDo } from '../policy.ts'
import { mattersOf, NO_CONTROL, readWorkstreams } from '../prompts/matters.ts'
import { RIGHTS_PACE, together } from '../together.ts'

export interface KnownGroup {
  readonly group: DirectoryEntry
  readonly snapshot: Snapshot
  readonly settings: GroupSettings
  readonly requests: ReadonlyMap<string, RequestContent>
  readonly responses: ReadonlyMap<string, ResponseContent>
  readonly circulations: ReadonlyMap<string, CirculationContent>
  /** What is on Control alone and what work streams ask, by subject. */
  readonly matters: ReadonlyMap<string, ControlMatter>
}

export interface BotGround {
  /** Null for one that isn't there any more. */
  group(key: string): Promise<KnownGroup | null>
  /** What somebody chose, else what their Teams speaks. */
  language(person: Person, spoken: Language): Promise<Language>
  cards(
    prompts: readonly CardPrompt[],
    language: Language,
    answers: ReadonlyMap<string, GivenAnswer>,
  ): Promise<CardGround>
  links(): Promise<Links>
  appointments(group: string): Promise<readonly Appointment[]>
  /** Whether it is put to this person now, whatever was so when it was sent. */
  isPutTo(person: Person, prompt: Prompt, action: Action | null): Promise<boolean>
}

export interface BotGroundOptions {
  readonly office: Office
  readonly teams: string
  readonly teamsApp: string
  readonly tabOrigin: string
}

const LOOKS_STAND_FOR = 60_000
const NO_MATTERS: KnownGroup['matters'] = new Map()
const MOST_KEPT = 5000

export function createBotGround({ office, ...addresses }: BotGroundOptions): BotGround {
  const { clock } = office
  const appointments = together(RIGHTS_PACE, () => clock.now(), appointmentsOf)
  const settings = kept(
    LOOKS_STAND_FOR,
    async (group: string) => (await (await office.records()).settings(group)).value,
  )
  // All of them at once: when many press, each is somebody else.
  const people = kept<'all', ReadonlyMap<string, PersonSettings>>(LOOKS_STAND_FOR, async () =>
    (await office.records()).people(),
  )
  const leavers = kept<'all', Leavers>(LOOKS_STAND_FOR, () => readLeavers(office))
  // Whose a thing is decides here how a card looks; whether they may, the page that it opens asks.
  const postsSeen = kept(LOOKS_STAND_FOR, appointmentsOf)

  async function appointmentsOf(group: string): Promise<readonly Appointment[]> {
    return (await (await office.control()).appointments(group)).map(({ value }) => value)
  }

  /** One question at a time for each key; an answer stands for so long, counted from when it was asked. */
  function kept<Key extends string, Value>(
    milliseconds: number,
    read: (key: Key) => Promise<Value>,
  ): (key: Key) => Promise<Value> {
    const known = new Map<string, { readonly until: number; readonly value: Promise<Value> }>()
    office.onControlChanged(() => known.clear())
    return (key) => {
      const there = known.get(key)
      if (there && clock.now() < there.until) return there.value
      if (known.size >= MOST_KEPT) known.clear()
      const value = read(key)
      known.set(key, { until: clock.now() + milliseconds, value })
      value.catch(() => known.delete(key))
      return value
    }
  }

  async function group(key: string): Promise<KnownGroup | null> {
    const entry = (await office.groups()).find((each) => each.key === key)
    if (!entry) return null
    const [snapshot, chosenSettings, requests, responses, circulations, matters] = await Promise.all([
      office.registers.snapshot(entry),
      settings(key),
      office.collections.values(entry, 'requests'),
      office.collections.values(entry, 'responses'),
      office.collections.values(entry, 'circulations'),
      mattersIn(entry),
    ])
    return { group: entry, snapshot, settings: chosenSettings, requests, responses, circulations, matters }
  }

  /** As the prompts have it, put to the same people. */
  async function mattersIn(entry: DirectoryEntry): Promise<KnownGroup['matters']> {
    const [rows, workstreams] = await Promise.all([office.controlReading.of(entry), readWorkstreams(office, entry)])
    if (rows === NO_CONTROL && workstreams.workstreams.size === 0) return NO_MATTERS
    const [held, chosen, left, chosenSettings] = await Promise.all([
      postsSeen(entry.key),
      people('all'),
      leavers('all'),
      settings(entry.key),
    ])
    const today = clock.today()
    return mattersOf(rows, workstreams, {
      settings: chosenSettings,
      appointments: withoutLeavers(held, left.has),
      today,
      isAway: (person) => isAwayOn(chosen.get(personKey(person)) ?? PERSON_SETTINGS, today),
      hasLeft: left.has,
    })
  }

  async function links(): Promise<Links> {
    const groups = new Map((await office.groups()).map((each) => [each.key, each]))
    return createLinks({ ...addresses, placeOf: (key) => groups.get(key) ?? null })
  }

  async function isTheirs(person: Person, prompt: Prompt, mayAct: (by: Person) => boolean): Promise<boolean> {
    return prompt.as === 'passedTo' ? wasPassedTo(person, prompt, mayAct) : mayAct(person)
  }

  /** Of its organisation's post, or of whom that passed it on to, for as long as whoever passed it still has it. */
  async function isAskedOf(person: Person, { subject, as }: Prompt, entry: DirectoryEntry, posts: Posts) {
    const key = subject ?? ''
    const owners = [{ organisation: key.slice(key.lastIndexOf('.') + 1) }]
    if (as !== 'passedTo') return mayActFor(person, owners, posts)
    const passed = (await office.collections.values(entry, 'responses')).get(key)?.passed ?? null
    return passed !== null && isSamePerson(passed.to, person) && mayActFor(passed.from, owners, posts)
  }

  /** Whoever was passed it, for as long as whoever passed it still has it. */
  async function wasPassedTo(person: Person, { group: key, action: id }: Prompt, isTheirs: (by: Person) => boolean) {
    const passes = (await (await office.records()).passes(key)).filter(({ action }) => action === id)
    const latest = new Map(
      passes.toSorted((a, b) => (a.day < b.day ? -1 : 1)).map((pass) => [personKey(pass.by), pass]),
    )
    return [...latest.values()].some(({ by, to }) => isSamePerson(to, person) && isTheirs(by))
  }

  return {
    group,
    links,
    appointments,
    language: async (person, spoken) => (await people('all')).get(personKey(person))?.language ?? spoken,
    async cards(prompts, language, answers) {
      const keys = [...new Set(prompts.map((prompt) => prompt.group))]
      const found = await Promise.all(keys.map(group))
      return {
        words: createWords(language),
        today: clock.today(),
        links: await links(),
        groups: new Map(found.flatMap((each) => (each ? [[each.group.key, each] as const] : []))),
        answers,
      }
    },
    async isPutTo(person, prompt, action) {
      const entry = (await office.groups()).find(({ key }) => key === prompt.group)
      if (!entry) return false
      const [{ isReader }, held] = await Promise.all([
        office.readers.footing(person, entry),
        appointments(prompt.group),
      ])
      if (!isReader) return false
      const posts: Posts = { appointments: held, today: clock.today(), isAway: () => false }
      const roles = rolesOf(person, held, clock.today())
      const owners = action ? [...action.owners, ...action.parts.flatMap((part) => part.owners)] : []
      // The dialog that it opens asks who may; here it is enough to hold a post.
      const { kind } = prompt
      if (isControlKind(kind)) return roles.size > 0
      switch (kind) {
        case 'overdueChair':
          return roles.has('chair')
        case 'notOurs':
        case 'vacancy':
          return roles.has('coordinator')
        case 'listWanted':
        case 'listReminder':
        case 'approvalWanted':
        case 'approvalReminder':
          // The dialog that it opens asks who may decide; here it is enough to hold a post.
          return roles.size > 0
        case 'dischargeDecided':
        case 'extensionDecided':
        case 'returnCirculated':
          return true
        case 'responseNotOurs':
          return roles.has('coordinator')
        case 'returnLate':
          return roles.size > 0
        case 'responseWanted':
        case 'responseDue':
        case 'responseOverdue':
        case 'responseChased':
        case 'responseReturned':
          if (prompt.as === 'coordinator') return roles.has('coordinator')
          return mayDo('work.answer', 'card', roles, await isAskedOf(person, prompt, entry, posts))
        case 'signOffWanted':
          // The dialog that it opens asks who signs; here it is enough to hold a post.
          return roles.size > 0
        case 'assigned':
        case 'dueSoon':
        case 'dueToday':
        case 'overdue':
        case 'milestoneDue':
          if (prompt.as === 'coordinator') return roles.has('coordinator')
          return mayDo(
            'work.answer',
            'card',
            roles,
            await isTheirs(person, prompt, (by) => mayActFor(by, owners, posts)),
          )
      }
    },
  }
}
