/**
 * Puts the demonstration into a tenant, through Graph, with the real client and each author's own token: groups made as
 * the service makes them, and every action raised and every update given by the person who did. Broken off and started
 * again, it carries on: all that it writes has keys.
 */

import { createHash } from 'node:crypto'
import { subjectOf } from '../../domain/approval.ts'
import { canonical } from '../../domain/canonical.ts'
import type { Command } from '../../domain/command.ts'
import type { Day } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import type { Submission } from '../../domain/snapshot.ts'
import type { DecisionContext } from '../../domain/step.ts'
import type { PersonKey } from '../../local/tenant.ts'
import type { GraphClient } from '../../sharepoint/client.ts'
import { openControl, type Control } from '../../sharepoint/control/control.ts'
import type { Decision } from '../../sharepoint/control/rows.ts'
import { openRecords, type Records } from '../../sharepoint/control/records.ts'
import { provisionGroup } from '../../sharepoint/provisioning/group.ts'
import { openActionRegister, type WorkRegister } from '../../sharepoint/work/register.ts'
import { createClock, type Clock } from '../../words/clock.ts'
import { personClient, serviceClient, type Sites, type Tenancy } from '../administration.ts'
import { seedAssurance } from './assurance.ts'
import { tellDisclosure } from './disclosure.ts'
import { formerAppointments } from './former.ts'
import { person } from './groups.ts'
import { tellGuidance } from './guidance.ts'
import { seedIncidents } from './incidents.ts'
import { seedMeetings } from './meetings.ts'
import { seedNominations } from './nominations.ts'
import { seedPublications } from './publications.ts'
import { tellRequests } from './requesting.ts'
import { seedReturns } from './returns.ts'
import { tellings, type Told, type Telling } from './telling.ts'
import { APPS, CONTROL_SITE_PATH } from './tenant.ts'
import { seedWorkstreams } from './workstreams.ts'

/** @param today the day that the demonstration is told from */
export async function seedDemonstration(
  tenancy: Tenancy,
  sites: Sites,
  today: Day,
  say: (line: string) => void,
): Promise<void> {
  const service = serviceClient(tenancy)
  const place = { client: service, siteId: sites.get(CONTROL_SITE_PATH) ?? '' }
  const [control, records] = await Promise.all([openControl(place), openRecords(place)])
  for (const telling of tellings(today)) {
    say(`Telling the story of ${telling.team.displayName}…`)
    const siteId = sites.get(telling.team.sitePath) ?? ''
    await provisionGroup(service, siteId, telling)
    await enterDirectory(control, telling, siteId, today)
    await choose(records, telling)
    await seedIncidents(service, sites.get(CONTROL_SITE_PATH) ?? '', telling, today)
    await tellStory(tenancy, control, telling, siteId)
    if (telling.group.key === 'ocag-access') {
      const appointments = (await control.appointments(telling.group.key)).map(({ value }) => value)
      await seedNominations(service, place.siteId, appointments, today)
    }
    if (telling.group.key !== 'csae-sgg') continue
    await tellRequests(tenancy, telling, siteId, today)
    await seedReturns(service, siteId, today)
    await seedPublications(service, siteId, today)
    await seedMeetings(service, siteId, telling, today)
    await seedWorkstreams(service, siteId, today)
    await seedAssurance(service, siteId, today)
    const appointments = (await control.appointments(telling.group.key)).map(({ value }) => value)
    await tellGuidance(place, telling.group.key, appointments, today)
    await tellDisclosure(place, telling.group.key, appointments, today)
  }
}

async function enterDirectory(control: Control, telling: Telling, siteId: string, today: Day): Promise<void> {
  const { group, team, rooms, posts } = telling
  const { lateBy: _, ...entry } = group
  const commandId = `demo-${group.key}-group`
  await control.addGroup({ ...entry, rooms, siteId, teamId: team.id, channelId: team.channels[1]?.id ?? '', commandId })
  for (const { key, organisation, role, holder, deputy, from, to } of posts) {
    const appointment = { post: key, organisation, role, holder, deputy, from, to }
    await control.appoint({ key: `${group.key}.${key}.${commandId}`, group: group.key, ...appointment })
  }
  for (const appointment of formerAppointments(group.key, today)) await control.appoint(appointment)
}

async function choose(records: Records, { group, settings }: Telling): Promise<void> {
  if (settings === null) return
  const known = await records.settings(group.key)
  if (known.row === null) await records.setSettings(group.key, known, settings)
}

/** Each author writes with a register of their own, whose clock stands on the day that is told. */
async function tellStory(tenancy: Tenancy, control: Control, telling: Telling, siteId: string): Promise<void> {
  const wall = createClock()
  let day = telling.told[0]?.day ?? ''
  const clock: Clock = { now: () => wall.now(), today: () => day }
  const registers = new Map<string, WorkRegister>()
  const registerOf = (key: string, who: Person, as: DecisionContext['as']): WorkRegister => {
    const known = registers.get(key)
    if (known) return known
    const client = key === 'service' ? serviceClient(tenancy) : tabClient(tenancy, key)
    const register = openActionRegister({ client, siteId, person: who, clock, as: () => as })
    register.setVisible(false)
    registers.set(key, register)
    return register
  }
  const coordinator = telling.posts.find(({ role }) => role === 'coordinator')?.holder?.objectId
  try {
    for (const told of telling.told) {
      day = told.day
      const who = person(told.by)
      const command = await withDecision(control, telling, told, who)
      const register =
        command.kind === 'recordDischarge'
          ? registerOf('service', { ...who, objectId: APPS.service, name: 'Matters Arising' }, 'service')
          : registerOf(told.by, who, who.objectId === coordinator ? 'coordinator' : 'member')
      expectSaved(await register.submit(command), told)
    }
  } finally {
    for (const register of registers.values()) register.close()
  }
}

/** What the chair decided stands on Control before its outcome stands on the row. */
async function withDecision(control: Control, telling: Telling, told: Told, by: Person): Promise<Command> {
  const { command, day } = told
  if (command.kind !== 'recordDischarge') return command
  const decision: Decision = {
    id: `${command.id}-decision`,
    kind: 'discharge',
    group: telling.group.key,
    subject: subjectOf('discharge', command.action),
    hash: createHash('sha256')
      .update(canonical({ subject: command.action, day }))
      .digest('base64url'),
    by,
    at: `${day}T12:00:00Z`,
    words: command.reason,
    verdict: 'approved',
    asked: null,
    outcome: null,
  }
  await control.record(decision)
  return { ...command, decision: decision.id }
}

function expectSaved(submission: Submission, { command, day }: Told): void {
  if (submission.state === 'saved') return
  throw new Error(`The demonstration's ${command.id} of ${day} was not saved: ${JSON.stringify(submission)}`)
}

function tabClient(tenancy: Tenancy, key: PersonKey): GraphClient {
  return personClient(tenancy, key, APPS.tab, ['Sites.Selected', 'User.ReadBasic.All'])
}
