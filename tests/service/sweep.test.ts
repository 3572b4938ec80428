import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '../../src/domain/day.ts'
import type { Office } from '../../src/service/office.ts'
import { sweepGroup } from '../../src/service/sweep/sweep.ts'
import type { DirectoryEntry } from '../../src/sharepoint/control/rows.ts'
import {
  actionNow,
  anAction,
  anExtension,
  anId,
  anOffice,
  aProposal,
  beginDeciding,
  decide,
  endDeciding,
  forge,
  forgetRegister,
  KEY,
  LATER,
  read,
  registerOf,
  say,
  world,
} from './deciders.ts'
import { TODAY } from './serviceworld.ts'

let office: Office
let group: DirectoryEntry
let today = TODAY

beforeAll(async () => {
  await beginDeciding()
  office = await anOffice(() => today)
  group = (await (await world.control()).findGroup(KEY))?.value as DirectoryEntry
})
afterAll(async () => {
  office.registers.close()
  await endDeciding()
})

/** The service looks once it has heard of the latest change. */
async function sweepFor(id: string): Promise<readonly string[]> {
  await office.registers.action(group, id)
  const { corrected } = await sweepGroup(office, group)
  return corrected.filter(({ action }) => action === id).map(({ what }) => what)
}

async function lastEvent(id: string): Promise<string | undefined> {
  forgetRegister('coordinator')
  return (await (await registerOf('coordinator')).history(id))[0]?.event?.kind
}

describe('what somebody wrote into the list by hand', () => {
  test('discharged: is open again, its history says so, and looking again finds nothing', async () => {
    const id = await anAction()
    await forge(id, () => ({ status: 'discharged' }))
    expect(await sweepFor(id)).toEqual(['discharge'])
    expect((await actionNow(id)).status).toBe('open')
    expect(await lastEvent(id)).toBe('putRight')
    expect(await sweepFor(id)).toEqual([])
  })

  test('a decision’s id that was none: what was proposed waits for its decision', async () => {
    const { id, subject } = await aProposal()
    await forge(id, ({ discharge }) => ({
      status: 'discharged',
      discharge: discharge && { ...discharge, decision: 'invented-decision' },
    }))
    expect(await sweepFor(id)).toEqual(['discharge'])
    expect((await read('chair', subject)).whyNot).toBeNull()
    expect((await decide('chair', subject)).status).toBe(200)
  })

  test('a due: moves by an extension alone', async () => {
    const id = await anAction()
    await forge(id, () => ({ due: LATER }))
    expect(await sweepFor(id)).toEqual(['due'])
    expect((await actionNow(id)).due).toMatchObject({ day: '2026-12-10' })
  })

  test('an extension that nobody granted goes, and one that was granted and taken away comes back', async () => {
    const { id, subject } = await anExtension()
    await decide('chair', subject)
    const { extensions } = await actionNow(id)
    await forge(id, (action) => ({ extensions: [], due: action.firstDue }))
    expect(await sweepFor(id)).toEqual(['extension'])
    const now = await actionNow(id)
    expect(now.extensions).toEqual(extensions)
    expect(now.due).toEqual(LATER)
  })

  test('open, though it was discharged: is discharged again; reopened by the coordinator it stays open', async () => {
    const { id, subject } = await aProposal()
    await decide('chair', subject)
    await forge(id, () => ({ status: 'open', discharge: null }))
    expect(await sweepFor(id)).toEqual(['discharge'])
    expect((await actionNow(id)).status).toBe('discharged')
    forgetRegister('coordinator')
    await say('coordinator', { kind: 'reopen', id: anId(), action: id, reason: 'It came back' })
    expect(await sweepFor(id)).toEqual([])
    expect((await actionNow(id)).status).toBe('open')
  })
})

test('what nobody decided in time lapses, once, and can be asked again', async () => {
  const { id, subject } = await aProposal()
  today = addDays(TODAY, 29)
  await office.registers.action(group, id)
  const first = await sweepGroup(office, group)
  expect(first.lapsed).toContain(subject)
  expect((await sweepGroup(office, group)).lapsed).toEqual([])
  today = TODAY
  expect((await actionNow(id)).status).toBe('open')
  expect(await lastEvent(id)).toBe('dischargeLapsed')
  forgetRegister('spoc-north')
  await say('spoc-north', { kind: 'proposeDischarge', id: anId(), action: id, evidence: 'Again.' })
  expect((await decide('chair', subject)).status).toBe(200)
})
