/**
 * When a post changes hands, the history of each open action that is put to it says so: once, on the day on which it
 * takes effect, in the name of whoever recorded it. Broken off, it goes on with the next look: what is there is there
 * once, by the ids of its commands.
 */

import type { HandOver } from '../../domain/peoplechange.ts'
import { isTakenBack, isWorkOf } from '../../domain/people.ts'
import { isSamePerson, type Appointment } from '../../domain/appointment.ts'
import type { Decision, DirectoryEntry } from '../../sharepoint/control/rows.ts'
import { openPosts } from '../../sharepoint/work/keptrows.ts'
import type { Office } from '../office.ts'
import { idOf } from '../ids.ts'

/** How many posts' hand-overs were noted. */
export async function noteHandOvers(office: Office, group: DirectoryEntry): Promise<number> {
  const open = await office.database.query<{ decision: string }>(
    'select decision from matters.hand_over where group_key = $1 and day <= $2 and not is_noted order by day, decision',
    [group.key, office.clock.today()],
  )
  if (open.length === 0) return 0
  const control = await office.control()
  const appointments = (await control.appointments(group.key)).map(({ value }) => value)
  let count = 0
  for (const { decision: id } of open) {
    const decision = await control.decision(id)
    const handOver = decision?.outcome && 'post' in decision.outcome ? decision.outcome.post.handOver : null
    const begun = handOver && appointments.find(({ key }) => key === handOver.appointment)
    // Taken back before its day, or changed since: it never happened so.
    if (decision && begun && didHappen(begun, handOver)) {
      if (!(await noteAll(office, group, { decision, handOver, begun, appointments }))) continue
      count += 1
    }
    await office.database.query('update matters.hand_over set is_noted = true where decision = $1', [id])
  }
  return count
}

function didHappen(begun: Appointment, { to, day }: HandOver): boolean {
  const isTheirs = to === null ? begun.holder === null : isSamePerson(begun.holder, to)
  return isTheirs && !isTakenBack(begun) && begun.from === day
}

/** False where some couldn't be written now: they come with the next look. */
async function noteAll(
  office: Office,
  group: DirectoryEntry,
  about: {
    readonly decision: Decision
    readonly handOver: HandOver
    readonly begun: Appointment
    readonly appointments: readonly Appointment[]
  },
): Promise<boolean> {
  const { decision, handOver, begun, appointments } = about
  const [{ actions }, posts] = await Promise.all([
    office.registers.current(group),
    openPosts(office.client, group.siteId).then((open) => open.all()),
  ])
  const title = posts.get(begun.post)?.value.title ?? begun.post
  let isWhole = true
  for (const action of actions.values()) {
    if (!isWorkOf(begun, action, appointments)) continue
    const { state } = await office.registers.submitAs({ person: decision.by, as: 'service' }, group, {
      kind: 'noteHandOver',
      id: idOf('handOver', decision.id, action.id),
      action: action.id,
      post: title,
      before: handOver.from?.name ?? null,
      after: handOver.to?.name ?? null,
      day: handOver.day,
    })
    // Refused: it has ended meanwhile, and needs no note.
    if (state === 'unsaved' || state === 'stale') isWhole = false
  }
  return isWhole
}
