/**
 * What every screen of the meetings stands on: the group's register, and the meetings, agendas and matters of its site,
 * each as it now shows, with what this person did and isn't saved yet laid over it. Hides that the store keeps them in
 * four lists.
 */

import { useMemo } from 'react'
import type { CollectionCommand, Stored } from '../../domain/collection.ts'
import type { Day } from '../../domain/day.ts'
import type { Role } from '../../domain/group.ts'
import { mattersArising, type AnsweredRequest, type Arising } from '../../domain/mattersarising.ts'
import type { MatterCommand, MeetingMatter } from '../../domain/matters.ts'
import type { MeetingCommand, MeetingContent } from '../../domain/meeting.ts'
import { agendaOf, type AgendaCommand, type AgendaItem, type Numbered } from '../../domain/meetingagenda.ts'
import { answeredOf } from '../../domain/request.ts'
import type { Freshness, Snapshot } from '../../domain/snapshot.ts'
import type { Keeping, Unkept } from '../outbox/keeping.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { useCollection, type Shown } from '../outbox/useCollection.ts'
import type { Drafts } from '../register/drafts.ts'
import type { Session } from '../session.ts'
import type { Page } from '../shell/page.ts'

export type KeptMeeting = MeetingContent & Stored
export type KeptItem = AgendaItem & Stored

export interface RoomProps {
  readonly session: Session
  readonly page: Extract<Page, { kind: 'channel' }>
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly roles: readonly Role[]
  readonly today: Day
  readonly drafts: Drafts
}

/** A collection that has been read. */
export interface Opened<Content extends object, Command extends CollectionCommand> {
  readonly keeping: Keeping<Content, Command>
  readonly values: ReadonlyMap<string, Content & Stored>
  readonly unsent: readonly Unkept<Content, Command>[]
}

/** Its snapshot has the meetings as they now show. */
export interface Room extends RoomProps {
  readonly meetings: Opened<MeetingContent, MeetingCommand>
  readonly agenda: Opened<AgendaItem, AgendaCommand>
  readonly matters: Opened<MeetingMatter, MatterCommand>
  readonly answered: readonly AnsweredRequest[]
}

/** The room, or how it stands while it isn't there. */
export function useRoom(props: RoomProps): { readonly room: Room | null; readonly freshness: Freshness } {
  const { session, page, snapshot } = props
  const meetings = useCollection(session, page.siteId, 'meetings')
  const agenda = useCollection(session, page.siteId, 'agenda')
  const matters = useCollection(session, page.siteId, 'matters')
  // What was asked of the organisations: a matter is there without it, too.
  const requests = useCollection(session, page.siteId, 'requests').values
  const responses = useCollection(session, page.siteId, 'responses').values
  const answered = useMemo(
    () => (requests && responses ? answeredOf(requests.values(), responses) : []),
    [requests, responses],
  )
  const withMeetings = useMemo(
    () => (meetings.values ? { ...snapshot, meetings: meetings.values } : snapshot),
    [snapshot, meetings.values],
  )
  const opened = { meetings: openedOf(meetings), agenda: openedOf(agenda), matters: openedOf(matters) }
  const freshness = worstOf([meetings.freshness, agenda.freshness, matters.freshness])
  if (!opened.meetings || !opened.agenda || !opened.matters) return { room: null, freshness }
  const held = { meetings: opened.meetings, agenda: opened.agenda, matters: opened.matters }
  return { room: { ...props, ...held, snapshot: withMeetings, answered }, freshness }
}

export interface Held {
  readonly meeting: KeptMeeting
  readonly agenda: readonly Numbered<KeptItem>[]
  readonly arising: readonly Arising[]
}

/** One meeting with all that belongs to it; null where there is none of that key. */
export function useMeeting(room: Room, key: string): Held | null {
  const { snapshot, answered } = room
  const meeting = room.meetings.values.get(key) ?? null
  const items = room.agenda.values
  const dealt = room.matters.values
  const agenda = useMemo(() => agendaOf(items.values(), key), [items, key])
  const arising = useMemo(
    () =>
      meeting ? mattersArising({ meeting, agenda: items.values(), matters: dealt.values(), snapshot, answered }) : [],
    [meeting, items, dealt, snapshot, answered],
  )
  return useMemo(() => (meeting ? { meeting, agenda, arising } : null), [meeting, agenda, arising])
}

function openedOf<Content extends object, Command extends CollectionCommand>({
  keeping,
  values,
  unsent,
}: Shown<Content, Command>): Opened<Content, Command> | null {
  return keeping && values ? { keeping, values, unsent } : null
}

/** What people have to know first. */
function worstOf(all: readonly [Freshness, ...Freshness[]]): Freshness {
  return (
    all.find(({ state }) => state !== 'fresh' && state !== 'loading') ??
    all.find(({ state }) => state === 'loading') ??
    all[0]
  )
}
