import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBlocks } from '../../src/documents/blocks.ts'
import { compareEdition } from '../../src/documents/edition.ts'
import { makeEditionCommands } from '../../src/documents/editioncommands.ts'
import { actionsOfInspections, makePublication } from '../../src/documents/inspectionactions.ts'
import { proposeRecommendations } from '../../src/documents/recommendations.ts'
import type { Action, ActionId, Update } from '../../src/domain/action.ts'
import type { AddAction, Command } from '../../src/domain/command.ts'
import { piecesIn, progressOf } from '../../src/domain/pieces.ts'
import { decidePublication, type PublicationContent } from '../../src/domain/publication.ts'
import { REPORT_COLOURS } from '../../src/domain/report.ts'
import { standingOf } from '../../src/domain/status.ts'
import { tellPublications } from '../../src/laptop/demonstration/publications.ts'
import {
  ELSEWHERE,
  emptyLine,
  linesOfForces,
  linesOfParts,
  openParts,
  writeLine,
} from '../../src/tab/recommendations/breaking.ts'
import { filterReports, NO_REPORT, showReports, type ShownReport } from '../../src/tab/recommendations/shown.ts'
import { createWords } from '../../src/words/words.ts'
import { EMPTY, PAT, TODAY } from '../domain/domainworld.ts'
import { createMemoryRegister, type MemoryRegister } from './memoryregister.ts'

const ADDITION: AddAction = {
  kind: 'addAction',
  id: 'added-action',
  details: 'Label the shelves',
  actionKind: 'action',
  owners: [],
  parts: [],
  due: null,
  origin: { kind: 'typed' },
}

const EDITION = '2026-09-01'
const HEADINGS = 'Recommendations & Areas for Improvement\t\tStatus\tDue Date\tComment'
const LOG = [
  'Lost property: who keeps it?',
  'A national report by HM Audit',
  'Published 5th March 2024',
  'There are 4 recommendations for the force, 1 is completed and 3 in progress.',
  HEADINGS,
  '1\tRecommendation The force should label its shelves.\tRED\tJune 2024\tNobody has begun.',
  '2\tRecommendation By 30 June 2024, the Home Office should say who pays for it.\tWHITE\tJune 2024\tIt has been asked.',
  '3\tArea for improvement The force should count what it keeps.\tAMBER\tJanuary 2026\tTwo stores are counted.',
  '',
  'Found bicycles',
  'A force report by HM Audit',
  'Published 1 April 2025',
  HEADINGS,
  '1\tRecommendation The force should oil them.\tAMBER\tDecember 2027\tUnder way.',
].join('\n')

interface World {
  readonly register: MemoryRegister
  readonly publications: Map<string, PublicationContent>
  readonly show: (since?: string) => Promise<readonly ShownReport[]>
  readonly does: (command: Command) => void
}

/** A register into which the log came. */
async function bring(): Promise<World> {
  const register = createMemoryRegister(EMPTY, PAT, TODAY, 'coordinator')
  const publications = new Map<string, PublicationContent>()
  const does = (command: Command): void => register.elsewhere(command, PAT, TODAY)
  const blocks = readBlocks({ bytes: new TextEncoder().encode(LOG) })
  if (!blocks.ok) throw new Error(blocks.error.code)
  const words = createWords('en')
  const proposal = proposeRecommendations(blocks.value, { words, today: TODAY, day: EDITION })
  const source = { words: 'the log', batch: 'batch' }
  for (const printed of proposal.publications) {
    const command = { ...makePublication(printed, { day: EDITION, source }), id: `id-${printed.row}` }
    const context = { actor: PAT, today: TODAY, as: 'coordinator', snapshot: EMPTY } as const
    const decided = decidePublication(command, null, context)
    if (!decided.ok) throw new Error(decided.error.code)
    publications.set(command.key, decided.value)
  }
  const actions = actionsOfInspections(proposal, 'the log')
  const names = { organisations: [], posts: [] }
  let made = 0
  const makeId = async (): Promise<string> => `recommended-${made++}`
  const told = { ...names, batch: 'batch', document: 'the log', reason: '', makeId }
  const commands = await makeEditionCommands(compareEdition(actions, [], { ...names, today: TODAY }), told)
  for (const command of commands) register.elsewhere(command, PAT, EDITION, 'coordinator')
  const show: World['show'] = async (since) => {
    const snapshot = register.snapshot() ?? EMPTY
    const histories = new Map<ActionId, readonly Update[]>()
    for (const id of snapshot.actions.keys()) histories.set(id, await register.history(id))
    return showReports({ snapshot, publications, histories, today: TODAY, since: since ?? null })
  }
  return { register, publications, show, does }
}

describe('what a log recommends', () => {
  test('stands once, under its report, the newest first, with its number, status, and where it stands', async () => {
    const [bicycles, property, ...others] = await (await bring()).show()
    expect(others).toEqual([])
    expect(bicycles?.content?.title).toBe('Found bicycles')
    expect(
      property?.rows.map(({ action, colour, positions }) => [action.origin.number, colour, positions[0]?.text]),
    ).toEqual([
      ['1', 'RED', 'Nobody has begun.'],
      ['2', 'WHITE', 'It has been asked.'],
      ['3', 'AMBER', 'Two stores are counted.'],
    ])
    expect(property?.rows[1]?.awaited?.target).toMatchObject({ body: 'Home Office', what: 'say who pays for it' })
    // Whom each asks is kept, whoever is waited for.
    expect(property?.rows.map(({ action: { origin } }) => [origin.addressee, origin.deadline])).toEqual([
      ['The force', 'own'],
      ['the Home Office', 'report'],
      ['The force', 'own'],
    ])
    // The log prints AMBER, and by the rule it is late: both are kept.
    expect(property?.rows[2]?.standing).toMatchObject({ colour: 'AMBER', rule: 'RED', why: { code: 'late' } })
  })

  test('stands in the order of its printed numbers, where these are its own', async () => {
    const world = await bring()
    const publication = (await world.show()).find(({ content }) => content?.title === 'Found bicycles')?.key ?? ''
    const numbers = async () => {
      const report = (await world.show()).find(({ key }) => key === publication)
      return report?.rows.map(({ action }) => action.origin.number ?? null)
    }
    const add = (id: string, number?: string): void =>
      world.does({
        ...ADDITION,
        id,
        actionKind: 'recommendation',
        origin: { kind: 'typed', publication, ...(number === undefined ? {} : { number }) },
      })
    add('recommended-ten', '10')
    add('recommended-none')
    add('recommended-two', '2a')
    expect(await numbers()).toEqual(['1', '2a', '10', null])
    add('recommended-again', '1')
    expect(await numbers()).toEqual(['1', '10', null, '2a', '1'])
  })

  test('is what its report counts: what is shown and what was complete before', async () => {
    const world = await bring()
    const claim = async () => (await world.show()).find(({ claim }) => claim !== null)?.claim
    expect(await claim()).toEqual({ claimed: 4, shown: 3, earlier: 1, others: 1, agrees: 'whole' })
    const [key, content] = [...world.publications].find(([, { earlier }]) => earlier === 1) ?? ['', null]
    if (!content) throw new Error('it counts nothing')
    world.publications.set(key, { ...content, summary: 'There are 3 recommendations for the force.' })
    expect(await claim()).toMatchObject({ claimed: 3, agrees: 'withoutOthers' })
    world.publications.set(key, { ...content, summary: 'There are 9 recommendations for the force.' })
    expect(await claim()).toMatchObject({ claimed: 9, agrees: 'no' })
  })

  test('whose report isn’t kept here is shown all the same, last', async () => {
    const world = await bring()
    const [first] = [...world.publications.keys()]
    world.publications.delete(first ?? '')
    const reports = await world.show()
    expect(reports.map(({ key, rows }) => [key === null, rows.length])).toEqual([
      [false, 1],
      [true, 3],
    ])
    expect(filterReports(reports, { report: NO_REPORT, colour: null }).of).toBe(3)
  })

  test('is as far as the actions that it was broken into', async () => {
    const world = await bring()
    const add = (id: string, details: string): void =>
      world.does({
        kind: 'addAction',
        id,
        details,
        actionKind: 'action',
        owners: [],
        parts: [],
        due: null,
        origin: { kind: 'typed' },
      })
    add('buy-labels', 'Buy labels')
    add('count-stores', 'Count the third store')
    world.does({
      kind: 'addLink',
      id: 'linked-1',
      action: 'buy-labels',
      link: { kind: 'continues', target: { action: 'recommended-0' } },
    })
    world.does({
      kind: 'addLink',
      id: 'linked-2',
      action: 'recommended-0',
      link: { kind: 'waitsFor', target: { action: 'count-stores' } },
    })
    world.does({
      kind: 'addLink',
      id: 'linked-3',
      action: 'recommended-0',
      link: { kind: 'alignedWith', target: { group: 'Stores group', reference: '4/26' } },
    })
    const first = async () => {
      const rows = (await world.show()).flatMap((report) => report.rows)
      const row = rows.find(({ action }) => action.id === 'recommended-0')
      return { progress: row?.progress, pieces: row?.pieces.actions.map(({ id }) => id), rows: rows.length }
    }
    expect(await first()).toEqual({
      progress: { done: 0, of: 3, open: ['5/26', '6/26', 'Stores group 4/26'] },
      pieces: ['buy-labels', 'count-stores'],
      rows: 4,
    })
    world.does({ kind: 'proposeDischarge', id: 'proposed-1', action: 'buy-labels', evidence: 'Bought.' })
    world.does({
      kind: 'recordDischarge',
      id: 'decided-1',
      action: 'buy-labels',
      decision: 'x',
      approved: true,
      reason: '',
    })
    expect((await first()).progress).toMatchObject({ done: 1, of: 3 })
  })

  test('is new green only when it ended since the board was told', async () => {
    const world = await bring()
    world.does({ kind: 'proposeDischarge', id: 'proposed-1', action: 'recommended-0', evidence: 'Labelled.' })
    world.does({
      kind: 'recordDischarge',
      id: 'decided-1',
      action: 'recommended-0',
      decision: 'x',
      approved: true,
      reason: '',
    })
    const colour = async (since?: string) =>
      (await world.show(since)).flatMap(({ rows }) => rows).find(({ action }) => action.id === 'recommended-0')?.colour
    const colours = [await colour(), await colour('2026-10-01'), await colour(TODAY)]
    expect(colours).toEqual(['GREEN', 'NEW GREEN', 'GREEN'])
  })
})

test('whatever is filtered, the counts by status add up to all, and what is shown is what its count says', async () => {
  const reports = await (await bring()).show()
  const keys = ['', ...reports.map(({ key }) => key ?? NO_REPORT)]
  fc.assert(
    fc.property(
      fc.constantFrom(...keys),
      fc.option(fc.constantFrom(...REPORT_COLOURS), { nil: null }),
      (report, colour) => {
        const { counts, of, shown, reports: left } = filterReports(reports, { report, colour })
        expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(of)
        expect(shown).toBe(colour === null ? of : counts.get(colour))
        expect(left.flatMap(({ rows }) => rows)).toHaveLength(shown)
      },
    ),
  )
})

test('the demonstration’s reports count what its story holds', () => {
  for (const day of ['2024-02-29', '2026-01-01', TODAY]) {
    const claims = [...tellPublications(day).values()].map(({ replies, positions }) => [
      replies.length,
      positions.length,
    ])
    expect(claims).toEqual([
      [1, 2],
      [1, 0],
    ])
  }
})

describe('a recommendation is broken into actions', () => {
  const part = (letter: string) => ({
    letter,
    details: `Bullet ${letter}`,
    owners: [],
    due: null,
    status: 'open' as const,
  })
  let made = 0
  const anId = (): string => `breaking-${made++}`
  const aHand = (snapshot = EMPTY) => {
    const register = createMemoryRegister(snapshot, PAT, TODAY)
    return { register, writing: { submit: register.submit, takeBack: () => null } }
  }
  const aRecommendation = () => {
    const { register, writing } = aHand()
    const parts = [part('a'), part('b')]
    const marking = { level: 'OFFICIAL-SENSITIVE' } as const
    register.elsewhere({ ...ADDITION, id: 'recommended', actionKind: 'recommendation', parts, marking }, PAT, TODAY)
    const theirs = aHand({ ...EMPTY, group: { ...EMPTY.group, key: 'missing', name: 'Missing Children' } })
    const now = () => register.snapshot()?.actions.get('recommended') as Action
    const ground = {
      recommendation: now(),
      snapshot: register.snapshot() ?? EMPTY,
      today: TODAY,
      register: writing,
      groups: [{ key: 'missing', name: 'Missing Children', siteId: 'their-site' }],
      openRegister: () => theirs.writing,
    }
    const progress = () => progressOf(now(), piecesIn(register.snapshot() ?? EMPTY)(now()))
    return { register, theirs: theirs.register, ground, now, progress }
  }

  test('for each force and each open part, the parts once', async () => {
    const { ground, progress, register } = aRecommendation()
    const { recommendation } = ground
    const blank = emptyLine(recommendation, TODAY, anId)
    const forces = linesOfForces([blank], ground, anId)
    expect(forces.map(({ details, owners }) => [details, owners])).toEqual([
      [recommendation.details, [{ post: 'north-spoc' }]],
    ])
    expect(linesOfForces(forces, ground, anId)).toEqual(forces)
    const letters = openParts(recommendation, [], forces)
    const lines = linesOfParts(forces, letters, ground, anId)
    expect(lines.map(({ part: letter }) => letter)).toEqual([null, 'a', 'b'])
    expect(openParts(recommendation, [], lines)).toEqual([])
    for (const line of lines) expect(await writeLine(line, ground)).toMatchObject({ failed: null })
    // Three actions, two of which are its two bullets.
    expect(progress()).toMatchObject({ done: 0, of: 3 })
    const pieces = [...(register.snapshot()?.actions.values() ?? [])].filter(({ kind }) => kind === 'action')
    expect(pieces.map(({ marking }) => marking?.level)).toEqual(Array(3).fill('OFFICIAL-SENSITIVE'))
    expect(openParts(recommendation, pieces, [])).toEqual([])
  })

  test('in another group: the action there names it, and the link here names the action; what failed between is made up', async () => {
    const { ground, theirs, register, now, progress } = aRecommendation()
    const line = { ...emptyLine(ground.recommendation, TODAY, anId), details: 'Ask the homes', group: 'missing' }
    register.answerNext(() => ({ state: 'unsaved', because: 'offline', requestId: null }))
    const cut = await writeLine(line, ground)
    expect(cut).toMatchObject({ written: null, failed: { state: 'unsaved' } })
    // The store knows a command that it has had; here it is asked no more than that.
    const [there] = [...(theirs.snapshot()?.actions.values() ?? [])]
    if (!there) throw new Error('it was not written')
    theirs.answerNext(() => ({ state: 'saved', action: there }))
    expect(await writeLine(cut, ground)).toMatchObject({ written: 'Missing Children 1/26', failed: null })
    expect(theirs.submitted.map(({ id }) => id)).toEqual([line.id, line.id])
    expect(there.origin).toMatchObject({ recommendation: 'recommended', words: `${EMPTY.group.name} 1/26` })
    expect(now().links.map(({ target }) => target)).toEqual([{ group: 'Missing Children', reference: '1/26' }])
    expect(progress()).toMatchObject({ open: ['Missing Children 1/26'] })
  })

  test('where nobody here can write, it is referred with its words, and waits for the answer', async () => {
    const { ground, now } = aRecommendation()
    const line = {
      ...emptyLine(ground.recommendation, TODAY, anId),
      details: 'Ask them',
      group: ELSEWHERE,
      name: 'Board',
    }
    expect(await writeLine({ ...line, name: ' ' }, ground)).toMatchObject({
      written: null,
      failed: { state: 'refused', refusal: { field: 'link.body' } },
    })
    expect(await writeLine(line, ground)).toMatchObject({ written: 'Board' })
    expect(now().links).toMatchObject([{ kind: 'referredTo', target: { body: 'Board', what: 'Ask them' } }])
    expect(standingOf(now(), { today: TODAY, nextMeeting: null, lateBy: 'first' }).rule).toBe('WHITE')
  })
})
