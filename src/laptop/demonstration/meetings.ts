/**
 * The last and the next meeting of the demonstration's group: the one held and closed, with who came, what was said and
 * what became of its matters; the other planned, with an agenda, papers and a plan for later ones. Fictional throughout.
 */

import type { AgendaItem } from '../../domain/meetingagenda.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { matterKeyOf, type Handling, type MeetingMatter } from '../../domain/matters.ts'
import type { AttendanceEntry, MeetingContent } from '../../domain/meeting.ts'
import type { GraphClient } from '../../sharepoint/client.ts'
import { MEETINGS } from '../../sharepoint/lists.ts'
import { AGENDA, MATTERS } from '../../sharepoint/worklists.ts'
import { findLists, openTable } from '../../sharepoint/table.ts'
import { agendaKind, matterKind, meetingKind } from '../../sharepoint/work/meetingrows.ts'
import { columnsOf } from '../../sharepoint/work/settings.ts'
import { meetingDays, person, type DemonstrationGroup } from './groups.ts'
import { commandId, inWords } from './story.ts'

interface Told {
  readonly meetings: readonly MeetingContent[]
  readonly agenda: readonly AgendaItem[]
  readonly matters: readonly MeetingMatter[]
}

/** @param today the day that the demonstration is told from */
export function tellMeetings({ group, posts, meetings }: DemonstrationGroup, today: Day): Told {
  const days = meetingDays(today)
  const [before = today, last = today, next = today] = [days[6], days[7], days[8]]
  const keyOf = (day: Day): string => meetings.find((each) => each.day === day)?.key ?? `meeting-${day}`
  const secretary = person('coordinator')
  const came = posts
    .filter(({ key, holder }) => holder !== null && key !== 'auditor')
    .map(({ key, organisation, holder }): AttendanceEntry => ({
      id: key,
      organisation,
      post: key,
      name: holder?.name ?? '',
      state: key === 'spoc-coast' ? 'apologies' : 'present',
    }))
  const guest: AttendanceEntry = {
    id: 'demo-guest',
    organisation: null,
    post: null,
    name: person('guest').name,
    state: 'present',
  }
  const shared = { starts: '10:00', secretary, place: 'Training room 2, WMS ROCU, Shirley' }
  const held: MeetingContent = {
    key: keyOf(last),
    day: last,
    title: `Meeting of ${inWords(last)}`,
    status: 'closed',
    ...shared,
    ends: '12:15',
    link: '',
    attendance: [...came, guest],
    closedOn: last,
  }
  const coming: MeetingContent = {
    key: keyOf(next),
    day: next,
    title: `Meeting of ${inWords(next)}`,
    status: 'planned',
    ...shared,
    ends: '12:30',
    link: 'https://teams.microsoft.com/l/meetup-join/demonstration',
    attendance: came.filter(({ state }) => state === 'apologies'),
    closedOn: null,
  }
  const did = (tale: string, turn: number, how: Handling, words: string): MeetingMatter => {
    const action = commandId(group.key, tale)
    const deed = { id: commandId(group.key, tale, turn), how, words, on: last, by: secretary }
    return {
      key: matterKeyOf(held.key, action),
      meeting: held.key,
      action,
      deeds: [deed],
      confirmed: [],
    }
  }
  return {
    meetings: [held, coming],
    agenda: [
      ...agendaOfLast(held.key, before),
      ...agendaOfNext(coming.key, last, today),
      item('later-profiles', null, 1, 'Problem profiles: refresh once a year, or when one is out of date?'),
      item('later-transition', null, 2, 'From child to adult: who keeps a plan when somebody turns eighteen'),
    ],
    matters: [
      did('spoc-rocu', 2, 'retained', 'Interviews are planned. Keep for the next meeting.'),
      did(
        'phone-evidence',
        2,
        'retained',
        '41 of 64 within 24 hours. A third kiosk would do it: to come back with a case.',
      ),
      did('welsh-forms', 2, 'retained', 'Mae’r ail dudalen i’w symleiddio.'),
      did('monthly-table', 1, 'retained', 'The category is added from next month.'),
      did('peer-review', 1, 'retained', 'Cases are chosen; reviews begin in the second month.'),
      did('inspection', 1, 'retained', 'Three findings would hold here as well: a page on each.'),
    ],
  }
}

function agendaOfLast(meeting: string, before: Day): readonly AgendaItem[] {
  return [
    item('last-welcome', meeting, 1, 'Welcome and apologies', {
      discussion: 'The Chair welcomed Tom Ashworth of the partnership. Apologies came from Severnside.',
    }),
    item('last-minutes', meeting, 2, `Minutes of the meeting of ${inWords(before)}`, {
      decisions: [minuted('last-minutes-1', 'Agreed as a true record.')],
    }),
    item('last-matters', meeting, 3, 'Matters arising', { kind: 'matters' }),
    item('last-helpline', meeting, 4, 'A helpline for parents', {
      presenter: { post: 'spoc-vale' },
      discussion:
        'Severn Vale and North Mercia would share one number for a trial of six months. Evenings matter most: two in three of the calls that parents would have made were after six.\nTaff Vale asked whether the line could be bilingual from the first day.',
      decisions: [
        minuted('last-helpline-1', 'A trial of six months, by two forces, reported on after three.'),
        minuted('last-helpline-2', 'The name and the words on the website come back to this group first.'),
      ],
    }),
    item('last-vehicles', meeting, 5, 'Vehicles seen near homes', {
      presenter: { post: 'spoc-marches' },
      discussion: 'Each control room keeps its own list, and nobody sees that one car stands on three of them.',
      decisions: [minuted('last-vehicles-1', 'One list for five control rooms, weekly to begin with.')],
    }),
    item('last-other', meeting, 6, 'Any other business', {
      discussion: 'Members asked for the actions as a table in the minutes.',
    }),
  ]
}

function agendaOfNext(meeting: string, last: Day, today: Day): readonly AgendaItem[] {
  const sent = (to: string, days: number) => ({ to: { organisation: to }, on: addDays(today, -days), how: 'e-mail' })
  return [
    item('next-welcome', meeting, 1, 'Welcome and apologies'),
    item('next-minutes', meeting, 2, `Minutes of the meeting of ${inWords(last)}`),
    item('next-matters', meeting, 3, 'Matters arising', { kind: 'matters' }),
    item('next-nrm', meeting, 4, 'NRM data on children: the last quarter', {
      presenter: { post: 'spoc-north' },
      papers: [
        {
          id: 'next-nrm-paper',
          title: 'NRM referrals of children by force, last quarter',
          link: '',
          given: [sent('north-mercia', 4), sent('severn-vale', 4), sent('taff-vale', 2)],
        },
      ],
    }),
    item('next-flags', meeting, 5, 'One policy for flags on addresses', {
      presenter: { organisation: 'wms-rocu' },
      papers: [{ id: 'next-flags-paper', title: 'What five forces flag, side by side', link: '', given: [] }],
      takes: [commandId('csae-sgg', 'vehicles')],
    }),
    item('next-other', meeting, 6, 'Any other business'),
  ]
}

function minuted(id: string, words: string) {
  return { id: `demo-${id}`, words }
}

function item(
  key: string,
  meeting: string | null,
  place: number,
  title: string,
  more: Partial<AgendaItem> = {},
): AgendaItem {
  return {
    key: `demo-${key}`,
    meeting,
    kind: 'item',
    place,
    title,
    presenter: null,
    papers: [],
    discussion: '',
    decisions: [],
    takes: [],
    withdrawn: false,
    ...more,
  }
}

/** Writes them as rows, in the service's name. Done again, each is there once. */
export async function seedMeetings(
  client: GraphClient,
  siteId: string,
  telling: DemonstrationGroup,
  today: Day,
): Promise<void> {
  const { meetings, agenda, matters } = tellMeetings(telling, today)
  const ids = await findLists(client, siteId, [MEETINGS, AGENDA, MATTERS])
  const tableOf = (list: typeof MEETINGS) => openTable(client, siteId, ids.get(list) ?? '')
  const table = tableOf(MEETINGS)
  for (const meeting of meetings) {
    const [row] = await table.find('Key', meeting.key, columnsOf(MEETINGS))
    if (row) await table.patch(row, meetingKind.make(meeting.key, meeting))
  }
  await Promise.all(agenda.map((each) => tableOf(AGENDA).append(agendaKind.make(each.key, each))))
  await Promise.all(matters.map((each) => tableOf(MATTERS).append(matterKind.make(each.key, each))))
}
