/**
 * What people are asked or told of things that have a dialog of their own: of what is on Control alone, and of work
 * streams. An area (access, its reviews, guidance, a work stream's quarter) says what each of its things asks of whom;
 * here that becomes prompts, and what a card may say of them: one line and one button, which opens the area's own dialog.
 * No person's name gets from here into a chat, and of what is on Control nothing that anybody wrote but its title.
 *
 * A further kind: its line in PROMPT_KINDS and in CONTROL_PROMPTS, its sentence in src/words/*\/bot.ts, and an area that
 * asks it.
 */

import { addresseesOf, type Addressee, type Posts } from './addressee.ts'
import { isInForce, isSamePerson, personKey, type Appointment } from './appointment.ts'
import type { Day } from './day.ts'
import type { Person, SwitchedRoom } from './group.ts'
import { withoutLeavers } from './people.ts'
import { remindersBy, vacancyPrompt, type Prompt, type PromptKind } from './prompt.ts'

/** Which dialog of the tab is opened: `?page=ask&area=…`. A subject begins with one of these, a hyphen, and its key. */
export const CONTROL_AREAS = ['access', 'review', 'guidance', 'workstream'] as const
export type ControlArea = (typeof CONTROL_AREAS)[number]

/** The room that it is in. */
export const ROOM_OF_AREA = {
  access: 'access',
  review: 'access',
  guidance: 'guidance',
  workstream: 'workstreams',
} as const satisfies Record<ControlArea, SwitchedRoom>

/** `asks`: what its button says; null: it only tells. */
export const CONTROL_PROMPTS = {
  reviewWarning: { asks: 'answer' },
  accountToClose: { asks: 'confirm' },
  accessWanted: { asks: 'decide' },
  guidanceWanted: { asks: 'decide' },
  accountToOpen: { asks: 'confirm' },
  reviewWanted: { asks: 'answer' },
  quarterOverdue: { asks: 'answer' },
  quarterChased: { asks: 'answer' },
  quarterDue: { asks: 'answer' },
  quarterWanted: { asks: 'answer' },
  guidanceToRead: { asks: 'read' },
  accessSuspended: { asks: null },
} as const satisfies Partial<Record<PromptKind, { readonly asks: 'answer' | 'confirm' | 'decide' | 'read' | null }>>
export type ControlPromptKind = keyof typeof CONTROL_PROMPTS
export const CONTROL_PROMPT_KINDS = Object.keys(CONTROL_PROMPTS) as readonly ControlPromptKind[]

/** Those that ask for something that is on Control alone. */
export const CONTROL_ASKS = [
  'reviewWarning',
  'accountToClose',
  'accessWanted',
  'guidanceWanted',
  'accountToOpen',
  'reviewWanted',
  'guidanceToRead',
] as const satisfies readonly ControlPromptKind[]
export type ControlAskKind = (typeof CONTROL_ASKS)[number]

export function isControlKind(kind: PromptKind): kind is ControlPromptKind {
  return Object.hasOwn(CONTROL_PROMPTS, kind)
}

/** What became of what a prompt asked, once it asks it no more: `bot.stands.*` has the sentences. */
export const CONTROL_STANDINGS = [
  'over',
  'approved',
  'refused',
  'opened',
  'closed',
  'answered',
  'suspended',
  'agreed',
  'sentBack',
  'read',
  'said',
] as const
export type ControlStanding = (typeof CONTROL_STANDINGS)[number]

/** One thing of Control, as prompts and cards speak of it. */
export interface ControlMatter {
  readonly subject: string
  /** What it may be called below the group's threshold: never by a person's name. */
  readonly title: string
  /** Empty where it has none. */
  readonly titleWelsh: string
  /** By when; null: no day was set. */
  readonly due: Day | null
  /** All that is asked or told of it today. */
  readonly asks: readonly ControlAsk[]
  /** `over` where nothing is said of a kind: it waits no more, for whatever reason. */
  readonly stands: Partial<Readonly<Record<ControlPromptKind, ControlStanding>>>
}

export interface ControlAsk {
  readonly kind: ControlPromptKind
  readonly to: readonly Addressee[]
  /** Another one is asked again: another round, another version. */
  readonly occurrence: string
  /** Since when. */
  readonly since: Day
  /** Said again every three working days until it is done. */
  readonly isReminded?: boolean
}

/** What the present says, besides the things themselves. */
export interface ControlPresent extends Posts {
  readonly hasLeft: (person: Person) => boolean
  /** The domain has no hash of its own. */
  readonly hash: (content: string) => string
}

/** Every prompt that holds today. */
export function dueControlPrompts(
  group: string,
  matters: ReadonlyMap<string, ControlMatter>,
  today: Day,
): readonly Prompt[] {
  return [...matters.values()].flatMap((matter) =>
    matter.asks.flatMap((ask) => ask.to.flatMap((to) => promptsTo(to, ask, matter, { group, today }))),
  )
}

function promptsTo(
  to: Addressee,
  { kind, occurrence, since, isReminded }: ControlAsk,
  { subject, due }: ControlMatter,
  about: { readonly group: string; readonly today: Day },
): readonly Prompt[] {
  const key = [kind, about.group, subject, occurrence, personKey(to.person)].join('|')
  const first: Prompt = {
    key,
    kind,
    group: about.group,
    action: null,
    part: null,
    milestone: null,
    subject,
    to: to.person,
    post: to.post,
    as: to.as,
    day: due ?? since,
  }
  const reminders = isReminded ? remindersBy(since, about.today) : 0
  return [
    first,
    ...(reminders === 0 ? [] : [{ ...first, key: `${key}|${reminders}` }]),
    ...(to.vacant === null ? [] : [vacancyPrompt(about, to)]),
  ]
}

/** Whether what a prompt said still holds: it is still asked of this person. */
export function isStillSaid({ asks }: ControlMatter, { kind, to }: Pick<Prompt, 'kind' | 'to'>): boolean {
  return asks.some((ask) => ask.kind === kind && ask.to.some(({ person }) => isSamePerson(person, to)))
}

/** Area and key of what a prompt is about; null: not of Control. */
export function partsOfControl(subject: string): { readonly area: ControlArea; readonly key: string } | null {
  const area = CONTROL_AREAS.find((each) => subject.startsWith(`${each}-`))
  return area ? { area, key: subject.slice(area.length + 1) } : null
}

/**
 * Whom something is put to that is for certain posts: the holder of each, then the deputy, then the coordinator. Whoever
 * may not is passed over as if they were away. No such post: the coordinator.
 */
export function askedOf(
  wanted: Partial<Pick<Appointment, 'role' | 'organisation' | 'post'>>,
  posts: Posts,
  mayNot: (person: Person) => boolean = () => false,
): readonly Addressee[] {
  const { role, organisation, post } = wanted
  const held = posts.appointments.filter(
    (each) =>
      isInForce(each, posts.today) &&
      (role === undefined || each.role === role) &&
      (organisation === undefined || each.organisation === organisation) &&
      (post === undefined || each.post === post),
  )
  const owners = [...new Set(held.map((each) => each.post))].map((each) => ({ post: each }))
  const found = addresseesOf(owners, { ...posts, appointments: withoutLeavers(posts.appointments, mayNot) })
  return found.map((each) => (isVacant(each.vacant, posts) ? each : { ...each, vacant: null }))
}

function isVacant(post: string | null, { appointments, today }: Posts): boolean {
  const held = appointments.filter((each) => each.post === post && isInForce(each, today))
  return post !== null && held.every(({ holder, deputy }) => !holder && !deputy)
}
