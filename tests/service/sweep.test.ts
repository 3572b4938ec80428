import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Action, ActionContent, ImportedExtension } from '../../src/domain/action.ts'
import { addDays } from '../../src/domain/day.ts'
import type { Due } from '../../src/domain/due.ts'
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
import { endpoints, TODAY } from './serviceworld.ts'

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

/** Brought in by the coordinator with two moves of its due; swept, confirmed and swept. */
async function anImport(): Promise<{ readonly id: string; readonly batch: string; readonly decision: string }> {
  const batch = anId()
  const month = (value: string): Due => ({ kind: 'month', month: value, words: value })
  const id = await anAction({
    due: month('2026-09'),
    origin: { kind: 'document', words: 'log.docx', batch },
    imported: {
      reference: `${(imports += 1)}/25`,
      status: 'open',
      updates: [],
      moves: ['2026-10', '2026-11'].map((to) => ({ to: month(to), reason: 'Staff', day: TODAY })),
    },
  })
  expect(await sweepFor(id)).toEqual([])
  const { answer } = await world.ask('coordinator', endpoints.confirmImport, { key: KEY, batch })
  expect(answer).toEqual({ confirmed: 0, extensions: 2 })
  forgetRegister('coordinator')
  forgetRegister('spoc-north')
  const [decision] = await (await world.control()).decisionsOn(batch)
  return { id, batch, decision: decision?.id ?? '' }
}
let imports = 0

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

  test('an extension on the word of a document that nobody with the right brought in', async () => {
    const typed = await anAction()
    const forged = ({ due }: Action, batch: string, more: Partial<ImportedExtension> = {}): Partial<ActionContent> => ({
      due: LATER,
      extensions: [
        { from: due, to: LATER, reason: 'x', basis: 'imported', batch, entry: 'invented-0001.0', askedBy: null, askedOn: null, decision: null, ...more },
      ],
    })
    await forge(typed, (action) => forged(action, 'a-batch-0001'))
    expect(await sweepFor(typed)).toEqual(['extension'])
    expect(await actionNow(typed)).toMatchObject({ due: { day: '2026-12-10' }, extensions: [] })
    expect(await lastEvent(typed)).toBe('putRight')

    // Nor does it help to write the entry oneself, or to copy the decision on an import from another row.
    const { id, decision, batch } = await anImport()
    await forge(typed, (action) => forged(action, batch, { decision }))
    expect(await sweepFor(typed)).toEqual(['extension'])
    const entry = `${id}.0`
    await forge(id, ({ extensions, ...action }) => ({
      due: LATER,
      extensions: [...extensions, ...(forged({ ...action, extensions }, batch, { decision, entry }).extensions ?? [])],
    }))
    expect(await sweepFor(id)).toEqual(['extension'])
    expect(await actionNow(id)).toMatchObject({ due: { month: '2026-11' }, extensions: [{ entry }, {}] })
  }) // prettier-ignore

  test('extensions of an import stand before it is confirmed and after; taken away, they come back in their order', async () => {
    const { id, decision } = await anImport()
    const { extensions } = await actionNow(id)
    expect(extensions).toMatchObject([{ decision }, { decision }])
    expect(await sweepFor(id)).toEqual([])
    const { subject } = await anExtension('spoc-north', id)
    expect((await decide('chair', subject)).status).toBe(200)
    const granted = (await actionNow(id)).extensions
    await forge(id, ({ firstDue }) => ({ extensions: granted.slice(1), due: firstDue }))
    await sweepFor(id)
    expect(await actionNow(id)).toMatchObject({ extensions: granted, due: LATER, firstDue: { month: '2026-09' } })
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
