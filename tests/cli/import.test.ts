import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runMatters } from '../../src/cli/matters.ts'
import { healthOf } from '../../src/domain/health.ts'
import { openCollection } from '../../src/sharepoint/work/collection.ts'
import { publicationKind } from '../../src/sharepoint/work/publicationrows.ts'
import { FICTIONAL, makePastedText, makeWordHtml, realTracker } from '../documents/documentsworld.ts'
import { aWorld, until, type World } from '../sharepoint/world.ts'

interface Ran {
  readonly exitCode: number
  readonly out: string
  readonly errors: string
}

async function matters(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  answer: string | null = null,
): Promise<Ran> {
  let out = ''
  let errors = ''
  const exitCode = await runMatters(words, {
    env,
    write: (text) => {
      out += text
    },
    writeError: (text) => {
      errors += text
    },
    ask: () => Promise.resolve(answer),
  })
  return { exitCode, out, errors }
}

const folder = mkdtempSync(join(tmpdir(), 'matters-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function aFile(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const tracker = aFile('log.txt', makePastedText(FICTIONAL))

describe('a dry run', () => {
  const dryRun = (file: string, ...flags: string[]) =>
    matters(['import', file, '--group', 'any', '--dry-run', ...flags])

  test('of recommendations has each report with what it asks for, and takes the day of the edition', async () => {
    const log = [
      'Lost property',
      'A national report by HMICFRS',
      'Published 5th March 2024',
      'There are 2 recommendations for the force, 1 is complete.',
      'Recommendations & Areas for Improvement\t\tStatus\tDue Date\tComment',
      '4a\tRecommendation Forces should label:• [1]shelves; and • [2]boxes.\tAMBER\tTo be set\tBullet 1 [completed]',
    ]
    const file = aFile('recommendations.txt', log.join('\n'))
    const { exitCode, out } = await dryRun(file, '--kind', 'recommendations', '--json', '--day', '2024-06-03')
    expect([exitCode, JSON.parse(out)]).toMatchObject([
      0,
      {
        day: '2024-06-03',
        publications: [
          {
            title: 'Lost property',
            publishers: ['HMICFRS'],
            published: '2024-03-05',
            reconciliation: { claimed: 2, shown: 1, earlier: 1, agrees: true },
            recommendations: [
              {
                number: '4a',
                kind: 'recommendation',
                status: 'AMBER',
                dues: [{ words: 'To be set' }],
                comments: [{ day: null, text: 'Bullet 1 [completed]' }],
                parts: [
                  { mark: '1', done: true },
                  { mark: '2', done: false },
                ],
              },
            ],
          },
        ],
        problems: [],
      },
    ])
    const readable = await dryRun(file, '--kind', 'recommendations')
    expect(readable.out).toMatch(/^1 report, 1 recommendation · 1 row to look at · 0 not brought in$/mu)
    expect(readable.out).toContain('2 = 1 + 1')
  })

  test('of work streams has each, and says what it lacks', async () => {
    const file = aFile('plan.txt', '2.1\nWork Stream: To label the shelves\nCurrent status: Ordered.\n')
    const { exitCode, out } = await dryRun(file, '--kind', 'workstreams', '--json')
    const { workstreams, problems } = JSON.parse(out) as { workstreams: unknown[]; problems: { code: string }[] }
    expect(exitCode).toBe(0)
    expect(workstreams).toEqual([
      {
        row: 1,
        number: '2.1',
        objective: null,
        workStream: 'To label the shelves',
        chiefOfficerLead: null,
        smtLead: null,
        status: 'Ordered.',
        planned: null,
        barriers: null,
        period: null,
      },
    ])
    expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'workstreamField'))
    expect((await dryRun(file, '--kind', 'workstreams')).out).toMatch(/^1 work stream · /mu)
    expect((await dryRun(aFile('letter.txt', 'Dear all\n'), '--kind', 'workstreams')).exitCode).toBe(2)
  })

  test('as JSON it has exactly the promised shape, and needs nothing around it', async () => {
    const { exitCode, out, errors } = await dryRun(tracker, '--json')
    expect([exitCode, errors]).toEqual([0, ''])
    expect(JSON.parse(out)).toEqual({
      actions: [
        {
          reference: '1/24',
          details: 'Recording of markers differs',
          parts: [
            { letter: 'a', details: 'Forces to share their process' },
            { letter: 'b', details: 'To add it to the discovery day' },
          ],
          updates: [
            {
              day: '2024-02-07',
              text: 'Errors are high & training is slow.',
              next: 'A workshop in <June>',
              outcome: 'next',
            },
          ],
          owners: ['SHROCU'],
          status: 'open',
          redacted: false,
        },
        {
          reference: '2/24',
          details: 'Sensitive and irrelevant',
          parts: [],
          updates: [],
          owners: [],
          status: 'open',
          redacted: 'whole',
        },
        {
          reference: '3/24',
          details: 'A speaker for the group',
          parts: [],
          updates: [],
          owners: ['North Mercia'],
          status: 'open',
          redacted: false,
        },
        {
          reference: '4/24',
          details: 'Work with schools',
          parts: [
            { letter: '1', details: 'Find what there is; and' },
            { letter: '2', details: 'See who has it' },
          ],
          updates: [{ day: '2024-02-07', text: 'It was sent round.', next: null, outcome: 'discharge' }],
          owners: ['SHROCU Ada Vaughan'],
          status: 'discharged',
          redacted: false,
        },
      ],
      problems: [
        {
          sheet: null,
          row: 4,
          column: 'Update',
          code: 'slippedCell',
          message: expect.stringContaining('“North Mercia” stands under Update, and Owner is empty.'),
        },
      ],
    })
  })

  test('a saved web page says the same', async () => {
    const page = await dryRun(aFile('log.htm', makeWordHtml(FICTIONAL)), '--json')
    expect(page.out).toBe((await dryRun(tracker, '--json')).out)
  })

  test('for people it is a table, then the problems, then one line that counts', async () => {
    const { exitCode, out } = await dryRun(tracker)
    expect(exitCode).toBe(0)
    expect(out).toContain('1/24  open        SHROCU')
    expect(out).toContain('row 4, Update: “North Mercia” stands under Update')
    expect(out.trimEnd().endsWith('4 actions · 1 row to look at · 0 not brought in')).toBe(true)
  })

  test('mends are taken, and a day given, when that is said', async () => {
    const file = aFile('undated.txt', 'No\tDetails\tUpdate\tOwner\n1/24\tA workshop\tNobody answered.\tSHROCU\n')
    expect(JSON.parse((await dryRun(file, '--json')).out)).toMatchObject({ actions: [{ updates: [] }], problems: [{}] })
    expect(JSON.parse((await dryRun(file, '--json', '--day', '2024-02-07', '--mend')).out)).toMatchObject({
      actions: [{ updates: [{ day: '2024-02-07', text: 'Nobody answered.' }] }],
      problems: [],
    })
  })

  test.skipIf(!realTracker.isThere)(
    'the real tracker: twelve actions, and an end with 0 despite its problems',
    async () => {
      const { exitCode, out } = await dryRun(realTracker.path, '--json')
      const { actions, problems } = JSON.parse(out) as { actions: unknown[]; problems: { row: number; code: string }[] }
      expect([exitCode, actions.length]).toEqual([0, 12])
      expect(problems.filter(({ code }) => code === 'slippedCell').map(({ row }) => row)).toEqual([17, 18])
    },
  )

  test.each([
    ['nowhere.txt', null, 'nowhere.txt isn’t there'],
    ['empty.txt', '', 'empty.txt is empty.'],
    ['letter.txt', 'Dear all,\nplease see below.\n', 'letter.txt holds no table'],
    [
      'colours.txt',
      'Green\tImplemented\nAmber\tUnder way\n',
      'colours.txt holds a table, but none of an action tracker',
    ],
    [
      'picture.png',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]),
      'picture.png is PNG, which can’t be read',
    ],
    ['log.docx', Buffer.from([0x50, 0x4b, 3, 4, 0]), 'log.docx is damaged or cut off'],
  ])('%s can’t be read: one sentence, nothing else, and an end with 2', async (name, content, sentence) => {
    const file = content === null ? join(folder, name) : aFile(name, content)
    const { exitCode, out, errors } = await dryRun(file, '--json')
    expect([exitCode, out]).toEqual([2, ''])
    expect(errors).toContain(sentence)
    expect(errors.trimEnd().split('\n')).toHaveLength(1)
  })
})

const MINUTES = `Notes of 14 January 2025

Action: KK to write by 7/3/2025; All forces to answer.

It could not be relied on and forces should continue to tell her.
`

describe('an import', () => {
  let world: World
  const store = async (key: string, more: Readonly<Record<string, string>> = {}) => ({
    MATTERS_GRAPH_BASE: world.graph.url,
    MATTERS_TOKEN: await world.token(key),
    MATTERS_SITE: 'local.sharepoint.com/sites/csae-sgg',
    ...more,
  })
  const referencesIn = async (): Promise<string[]> => {
    const register = world.register('coordinator')
    await until(register, 'fresh')
    return [...(register.snapshot()?.actions.values() ?? [])].map((action) => action.reference).toSorted()
  }
  beforeEach(async () => {
    world = await aWorld()
  })
  afterEach(() => world.close())

  test('what is missing from the environment is named, all of it', async () => {
    const { exitCode, errors } = await matters(['import', tracker, '--group', 'csae-sgg', '--yes'])
    expect(exitCode).toBe(1)
    expect(errors).toContain('MATTERS_TOKEN')
    expect(errors).toContain('MATTERS_SITE')
  })

  test('nothing is written before somebody said yes', async () => {
    for (const answer of [null, '', 'n']) {
      const { exitCode, errors } = await matters(
        ['import', tracker, '--group', 'csae-sgg'],
        await store('coordinator'),
        answer,
      )
      expect(exitCode).toBe(1)
      expect(errors).toContain('Nothing was written.')
    }
    expect(await referencesIn()).toEqual([])
  })

  test('a site of another group is left alone', async () => {
    const { exitCode, errors } = await matters(
      ['import', tracker, '--group', 'ocag', '--yes'],
      await store('coordinator'),
    )
    expect(exitCode).toBe(1)
    expect(errors).toContain('This site holds the group csae-sgg, not ocag.')
    expect(await referencesIn()).toEqual([])
  })

  test('who may not open the site is told so', async () => {
    const { exitCode, errors } = await matters(
      ['import', tracker, '--group', 'csae-sgg', '--yes'],
      await store('outsider'),
    )
    expect(exitCode).toBe(1)
    expect(errors).toMatch(/isn't open to this token|denied/u)
  })

  test('it brings every action in, once, however often it is run', async () => {
    const words = ['import', tracker, '--group', 'csae-sgg', '--yes', '--json']
    const first = await matters(words, await store('coordinator'))
    expect(first.errors).toContain('4 of 4')
    expect(JSON.parse(first.out)).toMatchObject({ saved: 4, refused: [], unsaved: 0, confirmed: null })
    const again = await matters(words, await store('coordinator', { MATTERS_SITE: world.siteId }))
    expect(JSON.parse(again.out)).toMatchObject({ saved: 4, refused: [], unsaved: 0 })
    expect(await referencesIn()).toEqual(['1/24', '2/24', '3/24', '4/24'])
  })

  test('what minutes say is an action comes in once, under numbers of the register', async () => {
    const words = ['import', aFile('minutes.txt', MINUTES), '--kind', 'minutes', '--group', 'csae-sgg']
    const dry = await matters([...words, '--dry-run', '--json'])
    expect(JSON.parse(dry.out)).toEqual({
      actions: [
        { row: 3, details: 'KK to write by 7/3/2025', addressees: ['KK'], due: '2025-03-07', dueWords: 'by 7/3/2025' },
        { row: 3, details: 'All forces to answer.', addressees: ['all forces'], due: null, dueWords: null },
      ],
      duties: [{ row: 5, details: 'forces should continue to tell her', addressees: ['forces'] }],
      problems: [],
    })
    for (const fresh of [2, 0]) {
      const { out } = await matters([...words, '--yes', '--json'], await store('coordinator'))
      expect(JSON.parse(out)).toMatchObject({ saved: 2, fresh, refused: [], vanished: [], unsaved: 0 })
    }
    expect(await referencesIn()).toHaveLength(2)
  })

  test('recommendations come in under their reports, once, and a further edition adds what is new', async () => {
    const headings = 'Recommendations & Areas for Improvement\t\tStatus\tDue Date\tComment'
    const report = (title: string): string => `${title}\nA national report by HMICFRS\nPublished 5th March 2024\n`
    const edition = (position: string, moves = ''): string =>
      [
        report('Lost property'),
        'There are 3 recommendations for the force, 1 is complete.',
        headings,
        '1\tRecommendation Forces should label:• [1]every shelf in the stores; and • [2]every box.\tRED\tMay 2024 for a first look [completed]<br>Extended to July 2024\tBullet 1 [completed]',
        `2\tArea for improvement By May 2024, the Home Office should count bicycles.\tWHITE\tMay 2024<br>Extended to July 2024 until they have a shed [Reported to PAB]${moves}\t${position}`,
        report('Found bicycles'),
        headings,
        '1\tRecommendation Chief constables should return umbrellas to whoever lost them.\tNEW GREEN\tMay 2024\tAll returned.',
      ].join('\n')
    const bring = async (text: string, day: string) =>
      matters(
        [
          'import',
          aFile('hm.txt', text),
          '--kind',
          'recommendations',
          '--group',
          'csae-sgg',
          '--yes',
          '--json',
          '--day',
          day,
        ],
        await store('coordinator'),
      )
    const first = await bring(edition('They are counting.'), '2024-06-03')
    expect([first.exitCode, first.errors]).toEqual([0, expect.stringContaining('2 reports are in csae-sgg.')])
    expect(JSON.parse(first.out)).toMatchObject({ saved: 3, fresh: 3, refused: [], unsaved: 0 })

    const register = world.register('coordinator')
    await until(register, 'fresh')
    const actions = [...(register.snapshot()?.actions.values() ?? [])].toSorted((a, b) =>
      a.details < b.details ? -1 : 1,
    )
    expect(actions).toMatchObject([
      {
        kind: 'areaForImprovement',
        origin: { words: 'Lost property', number: '2', publication: 'lost-property' },
        links: [{ kind: 'waitsFor', target: { body: 'Home Office', what: 'count bicycles' } }],
        override: null,
        status: 'open',
        firstDue: { month: '2024-05' },
        due: { month: '2024-07' },
        extensions: [
          {
            basis: 'imported',
            askedBy: null,
            askedOn: null,
            decision: null,
            reason: 'until they have a shed',
            to: { words: 'Extended to July 2024 until they have a shed [Reported to PAB]' },
          },
        ],
      },
      { kind: 'recommendation', origin: { number: '1', publication: 'found-bicycles' }, status: 'discharged' },
      {
        kind: 'recommendation',
        parts: [
          { letter: '1', status: 'done' },
          { letter: '2', status: 'open' },
        ],
        due: { kind: 'month', month: '2024-07' },
        milestones: [{ purpose: 'for a first look', done: '2024-06-03' }],
        override: { colour: 'RED', reason: 'RED in hm.txt' },
      },
    ])
    const publications = openCollection({
      client: world.client('coordinator'),
      siteId: world.siteId,
      kind: publicationKind,
      person: world.person('coordinator'),
      clock: world.clock,
      snapshot: () => register.snapshot(),
    })
    await expect.poll(() => publications.values()?.size).toBe(2)
    expect(publications.values()?.get('lost-property')).toMatchObject({ published: '2024-03-05', earlier: 1 })
    publications.close()

    expect(JSON.parse((await bring(edition('They are counting.'), '2024-09-02')).out)).toMatchObject({
      saved: 3,
      fresh: 0,
      news: 0,
    })
    const later = await bring(edition('The count is over, and nobody knows.'), '2024-09-02')
    expect(JSON.parse(later.out)).toMatchObject({ saved: 3, fresh: 0, news: 1, refused: [] })
    const moved = edition('The count is over, and nobody knows.', '<br>Now October 2024')
    for (const news of [1, 0]) {
      expect(JSON.parse((await bring(moved, '2024-10-07')).out)).toMatchObject({ fresh: 0, news, redated: [] })
    }
    register.setVisible(true)
    const bicycles = () =>
      [...(register.snapshot()?.actions.values() ?? [])].find(({ origin }) => origin.number === '2')
    await expect.poll(() => bicycles()?.extensions.map(({ to }) => to.words)).toHaveLength(2)
    expect(bicycles()).toMatchObject({ firstDue: { month: '2024-05' }, due: { words: 'Now October 2024' } })
    const known = register.snapshot()
    expect(known && healthOf(known, '2024-10-07').slips[0]).toMatchObject({ extensions: 2, days: 153 })
  }, 20_000)

  test('work streams come in once; another quarter adds where they stand, and a barrier stays one', async () => {
    const plan = (status: string): string =>
      `4.1\nWork Stream: To label the shelves\nSMT Lead: Supt. Pryce\nCurrent status: ${status}\nNewly identified barriers: The glue\n4.2\nWork Stream: To count\nCurrent status: ${status}\n`
    const bring = async (status: string, day: string): Promise<unknown> => {
      const file = aFile('plan.txt', plan(status))
      const words = ['import', file, '--kind', 'workstreams', '--group', 'csae-sgg', '--yes', '--day', day]
      const { exitCode, out, errors } = await matters(words, await store('coordinator'))
      return exitCode === 0 ? JSON.parse(out) : errors
    }
    expect(await bring('Ordered.', '2026-05-01')).toMatchObject({ workstreams: 2, fresh: 2, news: 2, barriers: 1 })
    expect(await bring('Ordered.', '2026-05-01')).toMatchObject({ workstreams: 2, fresh: 0, news: 0, barriers: 0 })
    expect(await bring('Labelled.', '2026-08-01')).toMatchObject({ fresh: 0, news: 2, barriers: 0 })
  }, 20_000)

  test('recommendations are asked for the day of their edition', async () => {
    const file = aFile('undated.txt', 'Lost property\nA force report by HMICFRS\nPublished 5th March 2024\n')
    const words = ['import', file, '--kind', 'recommendations', '--group', 'csae-sgg', '--yes']
    const { exitCode, errors } = await matters(words, await store('coordinator'))
    expect([exitCode, errors]).toEqual([1, expect.stringContaining('--day')])
  })

  test('a further edition adds only what is new, and says what it no longer has', async () => {
    const head = 'No\tDetails\tUpdate\n1/24\tA workshop on markers\t'
    const first = aFile('first.txt', `${head}7/2/2024: Begun.\n2/24\tA profile\t\n`)
    const words = (file: string) => ['import', file, '--group', 'csae-sgg', '--yes']
    await matters(words(first), await store('coordinator'))
    const next = aFile(
      'next.txt',
      `${head}"7/2/2024: Begun.\n7/5/2024: It was held. ACTION: Discharged"\n3/24\tSchools\t\n`,
    )
    const second = await matters([...words(next), '--json'], await store('coordinator'))
    expect(JSON.parse(second.out)).toMatchObject({ saved: 2, fresh: 1, news: 1, vanished: ['2/24'], refused: [] })
    expect(await referencesIn()).toEqual(['1/24', '2/24', '3/24'])
    const again = await matters(words(next), await store('coordinator'))
    expect(again.out).toContain('Of these 0 are new, and 0 have news.')
    expect(again.out).toContain('Not in this document, and left as they are: 2/24.')
    expect(again.exitCode).toBe(0)
  })

  test('what a further edition says otherwise is told, and stays as it is here', async () => {
    const head = 'No\tDetails\tUpdate\tOwner\n'
    const first = '1/24\tA workshop for the practitioners\t7/2/2024: Held. ACTION: Discharged\tSHROCU\n'
    const next = `1/24\tA regional workshop for the practitioners\t7/2/2024: Held. ACTION: Discharged
7/5/2024: Not all came.\tNorth Mercia\n`
      .replace('7/2', '"7/2')
      .replace('came.', 'came."')
    const bring = async (name: string, rows: string) =>
      matters(['import', aFile(name, head + rows), '--group', 'csae-sgg', '--yes'], await store('coordinator'))
    await bring('before.txt', first)
    const { out, exitCode } = await bring('after.txt', next)
    expect(out).toContain('Of these 0 are new, and 1 have news.')
    expect(out).toContain('In other words in this document: 1/24.')
    expect(out).toContain('With other owners in this document: 1/24.')
    expect(out).toContain('Ended here, but open in this document: 1/24.')
    expect(exitCode).toBe(0)
  })

  test('a number that is taken is refused in words, and the end says so', async () => {
    await matters(['import', tracker, '--group', 'csae-sgg', '--yes'], await store('coordinator'))
    const other = aFile('other.txt', 'No\tDetails\n1/24\tAnother workshop\n5/24\tA profile\n')
    const { exitCode, out } = await matters(
      ['import', other, '--group', 'csae-sgg', '--yes'],
      await store('coordinator'),
    )
    expect(exitCode).toBe(1)
    expect(out).toContain('1 action is in csae-sgg.')
    expect(out).toContain("1/24 isn't:")
  })
})
