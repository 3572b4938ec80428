import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBlocks } from '../../src/documents/blocks.ts'
import { makeCommands } from '../../src/documents/commands.ts'
import { compareEdition, hasNews } from '../../src/documents/edition.ts'
import { actionsOfInspections } from '../../src/documents/inspectionactions.ts'
import type { PrintedRecommendation, RecommendationsProposal } from '../../src/documents/recommendation.ts'
import { proposeRecommendations } from '../../src/documents/recommendations.ts'
import type { ImportedAction } from '../../src/documents/tracker.ts'
import type { Due } from '../../src/domain/due.ts'
import { createWords } from '../../src/words/words.ts'
import { carryOut, EMPTY_REGISTER } from '../domain/domainworld.ts'
import { pack, paragraph, row as wordRow, table, wordParts } from './officeworld.ts'

const REAL = fileURLToPath(new URL('../../../shared/real/hmicfrs-recommendations-2021.txt', import.meta.url))
const RUNS = process.env['MATTERS_PROVE'] ? 5000 : 200
const TODAY = '2026-11-27'

function read(source: string | Uint8Array, day?: string): RecommendationsProposal {
  const blocks = readBlocks({ bytes: typeof source === 'string' ? new TextEncoder().encode(source) : source })
  if (!blocks.ok) throw new Error(blocks.error.code)
  return proposeRecommendations(blocks.value, { words: createWords('en'), today: TODAY, ...(day ? { day } : {}) })
}

const HEADINGS = 'Recommendations & Areas for Improvement\t\tStatus\tDue Date\tComment'
const REPORT = 'Lost property: who keeps it?\n\nA national report by HMICFRS\nPublished 5th March 2024\n\n'

function log(...rows: readonly (readonly string[])[]): string {
  return `${REPORT}${[HEADINGS, ...rows.map((row) => row.join('\t'))].join('\n')}\n`
}

function only(...cells: readonly string[]): PrintedRecommendation {
  const found = read(log(['1', ...cells]), '2024-06-03').publications.flatMap((each) => each.recommendations)
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} recommendations`)
  return found[0]
}

const codes = (proposal: RecommendationsProposal): string[] => proposal.problems.map(({ code }) => code)
const asked = (text = 'Recommendation The force should label its shelves.'): string => text

describe('a report', () => {
  test('begins with its title, who published it, and when', () => {
    const text = `Lost property\n\nWho keeps it, and for how long\n\nA joint national report by HMICFRS, HM Audit and the Independent Office for Lost Things\nPublished October 2023\n\n${HEADINGS}\n1\t${asked()}\tAMBER\tJune 2024\tUnder way.\n`
    expect(read(text).publications).toMatchObject([
      {
        title: 'Lost property',
        subtitle: 'Who keeps it, and for how long',
        publishers: ['HMICFRS', 'HM Audit', 'Independent Office for Lost Things'],
        scope: 'joint',
        published: '2023-10',
      },
    ])
  })

  test('may state a position without any recommendation, and is told from the one after it', () => {
    const text = `${REPORT}There are no actions for the force at this time.\n\nThe stores of both forces have been joined since May and\n\nare searched together.\n\nFound bicycles\n\nA force report by HMICFRS\nPublished 1 April 2024\n\n${HEADINGS}\n1\t${asked()}\tGREEN\tJune 2024\tDone.\n`
    expect(read(text).publications).toMatchObject([
      {
        claims: { own: 0 },
        position: 'The stores of both forces have been joined since May and are searched together.',
        recommendations: [],
      },
      { title: 'Found bicycles', scope: 'force', position: null, recommendations: [{ status: 'GREEN' }] },
    ])
  })

  test('has what it claims beside what it shows and what was complete before', () => {
    const claiming = (claim: string): RecommendationsProposal =>
      read(`${REPORT}${claim}\n\n${HEADINGS}\n1\t${asked()}\tRED\tJune 2024\tLate.\n`)
    const agreeing = claiming(
      'There are 9 recommendations, 4 of which are for forces; 2 are complete, 1 closed and 1 in progress.',
    )
    expect(agreeing.publications[0]?.reconciliation).toEqual({ claimed: 4, shown: 1, earlier: 3, agrees: true })
    expect(codes(agreeing)).not.toContain('claimDiffers')
    expect(codes(claiming('There are 4 recommendations for the force; 2 are complete.'))).toContain('claimDiffers')
  })

  test('that says two days of publication, or counts twice, is told of', () => {
    const text = `${REPORT}This report was published 6th March 2023. There are 2 recommendations for the force and are to be progressed.\n\nThere are 2 recommendations for the force; 1 is complete, 1 is in progress.\n\n${HEADINGS}\n1\t${asked()}\tAMBER\tJune 2024\tSo.\n`
    expect(codes(read(text))).toEqual(expect.arrayContaining(['publishedContradicts', 'claimsContradict']))
  })

  test('says by when it wants an answer', () => {
    const text = log(['1', 'Recommendation Provide an update to His Majesty’s Chief Inspector within six months of the date of publication.', 'AMBER', 'September 2024', 'So.']) // prettier-ignore
    expect(read(text).publications[0]?.replies).toMatchObject([
      { due: { kind: 'period', count: 6, unit: 'month', after: '2024-03-05' } },
    ])
  })
})

describe('the number and the kind', () => {
  test.each([
    ['4a', 'Recommendation The force should look.', '4a', 'recommendation'],
    ['', '7 Area for improvement The force should look.', '7', 'areaForImprovement'],
    ['', '<p>10</p> <p><u>Cause of concern</u> Things get lost.</p>', '10', 'causeOfConcern'],
    ['', 'Areas for improvement The force should look.', null, 'areaForImprovement'],
  ])('%j %j', (first, text, number, kind) => {
    const [publication] = read(log([first, text, 'AMBER', 'June 2024', 'So.'])).publications
    expect(publication?.recommendations).toMatchObject([
      { number, kind, text: expect.not.stringMatching(/^\d|area/iu) },
    ])
  })

  test('that are missing are told, with what the numbers around them say', () => {
    const row = (number: string): string[] => [number, asked(), 'AMBER', 'June 2024', 'So.']
    const found = read(log(row('3'), row(''), row('5'))).problems.filter(({ code }) => code === 'numberMissing')
    expect(found).toMatchObject([{ row: 8, values: { perhaps: '4' } }])
  })
})

describe('rows torn by the end of a page', () => {
  test('are one, in every column', () => {
    const proposal = read(
      `${log(['1', 'Recommendation The force should label', 'NEW GREEN', 'November', 'Labels were or'])}\n¹ A note.\n\n\tRecommendations & Areas for Improvement\tStatus\tDue Date\tComment\n\tits shelves.\t\t2023 for a first look Now May 2024\tdered in March.\n`,
    )
    expect(proposal.publications).toMatchObject([
      {
        notes: ['¹ A note.'],
        recommendations: [
          {
            text: 'The force should label its shelves.',
            status: 'NEW GREEN',
            dues: [{ words: 'November 2023 for a first look' }, { words: 'Now May 2024', kind: 'extension' }],
            comments: [{ text: 'Labels were or dered in March.' }],
          },
        ],
      },
    ])
    expect(codes(proposal)).toContain('tornRow')
  })

  test('a torn word is mended, and words that are missing are told', () => {
    const proposal = read(
      `${log(['1', asked(), 'RED', 'June 2024', 'Wait until it is embe'])}${HEADINGS}\n\t\t\t\tddd ed.\n${HEADINGS}\n\t\t\t\ttouch with us.\n`,
    )
    expect(proposal.publications[0]?.recommendations[0]?.comments).toEqual([
      { day: null, text: 'Wait until it is embeddd ed. touch with us.' },
    ])
    expect(codes(proposal)).toEqual(expect.arrayContaining(['tornWord', 'wordsMissing']))
  })

  test('statuses beside bullets are theirs, where the words say whose', () => {
    const text = `${REPORT}Recommendations & Areas for Improvement\tStatus\tDue Date\tComment\t\n2 Recommendation Forces should:• [1]count; and • [2]list.\tAMBER\tJune 2024\tGREEN\tBullet 1 - counted.\n\t\tNow July 2024\t\tGREEN\n`
    const proposal = read(text)
    expect(proposal.publications[0]?.recommendations).toMatchObject([
      {
        status: 'AMBER',
        lead: 'Forces should:',
        parts: [
          { mark: '1', text: 'count; and', status: 'GREEN', done: true },
          { mark: '2', text: 'list.', status: null, done: false },
        ],
        dues: [{ words: 'June 2024' }, { words: 'Now July 2024' }],
      },
    ])
    expect(codes(proposal)).toEqual(expect.arrayContaining(['statusSlipped', 'statusOfNoPart']))
  })
})

describe('dues', () => {
  const dues = (cell: string, text = asked()) =>
    only(text, 'AMBER', cell, 'So.').dues.map(({ kind, words, due }) => [kind, words, due?.kind ?? null])

  test.each([
    ['To be set', [['due', 'To be set', 'words']]],
    ['Immediate and June 2024', [['due', 'Immediate', 'words'], ['due', 'and June 2024', 'month']]],
    ['No date set by HMICFRS', [['none', 'No date set by HMICFRS', null]]],
    ['5 March 2024', [['due', '5 March 2024', 'day']]],
    ['Now pending publication of the review', [['extension', 'Now pending publication of the review', 'until']]],
    ['<p>February 2024 for initial review [completed]</p><p>June 2024 for the revision</p>', [['milestone', 'February 2024 for initial review [completed]', 'month'], ['due', 'June 2024 for the revision', 'month']]],
    ['March 2024 Extended to May 2024 Now extended to July 2024', [['due', 'March 2024', 'month'], ['extension', 'Extended to May 2024', 'month'], ['extension', 'Now extended to July 2024', 'month']]],
  ] as const)('%s', (cell, expected) => {
    expect(dues(cell)).toEqual(expected)
  }) // prettier-ignore

  test('keep the reason of a move, the board that was told, and what is not firm', () => {
    const cell =
      '<p>May 2024 [subject to review]</p><p>Extended to July 2024 but need to be reviewed [Reported to the Board]</p>'
    expect(only(asked(), 'AMBER', cell, 'So.').dues).toMatchObject([
      { due: { kind: 'month', month: '2024-05', provisional: 'subject to review' } },
      { kind: 'extension', reason: 'but need to be reviewed', reportedTo: 'Board' },
    ])
  })

  test.each([
    ['May 2024', '2024-05', [], []],
    ['May 2024 Extended to July 2024 Now August 2024', '2024-05', ['2024-07', '2024-08'], []],
    ['May 2024, June 2024 Now August 2024', '2024-06', ['2024-08'], ['May 2024']],
    ['<p>May 2024 for a first look [completed]</p><p>June 2024 for the rest</p>', '2024-06', [], []],
    ['Extended to July 2024', '2024-07', [], ['dueUnplaced']],
    ['<p>May 2024 Now July 2024</p><p>August 2024 for the last shelf</p>', '2024-05', ['2024-07'], ['August 2024 for the last shelf', 'dueUnplaced']],
    ['May 2024 for an initial response Now July 2024', '2024-05', ['2024-07'], ['stageMoved']],
  ] as const)('%s: what was moved, and what nothing tells', (cell, first, moves, rest) => {
    const row = ['1', asked(), 'AMBER', cell, 'So.']
    const proposal = read(log(row), '2024-06-03')
    const [action] = actionsOfInspections(proposal, 'log.txt')
    const monthOf = (due: Due | null | undefined): unknown => (due?.kind === 'month' ? due.month : due)
    expect([monthOf(action?.inspection?.due), action?.inspection?.imported.moves?.map(({ to }) => monthOf(to))]).toEqual([first, moves])
    const words = (action?.updates ?? []).map(({ text }) => text).filter((text) => text !== 'So.')
    const told = codes(proposal).filter((code) => code === 'dueUnplaced' || code === 'stageMoved')
    expect([...words, ...told]).toEqual(rest)
  }) // prettier-ignore

  test('a further edition tells of the moves that are new, however each is written, and guesses none', () => {
    const brought = (cell: string) => actionsOfInspections(read(log(['1', asked(), 'AMBER', cell, 'So.']), '2024-06-03'), 'log.txt')
    const [first] = makeCommands(brought('May 2024 Now July 2024'), { batch: 'b', document: 'log.txt', organisations: [], makeId: () => 'action-0001' })
    if (!first) throw new Error('nothing was read')
    const { snapshot, history } = carryOut(EMPTY_REGISTER, { ...first, imported: { status: 'open', updates: [], ...first.imported, reference: '1/24' } }).register
    const entries = [...snapshot.actions.values()].map((action) => ({ action, history: history.get(action.id) ?? [] }))
    const newsOf = (cell: string): unknown => {
      const [match] = compareEdition(brought(cell), entries, { organisations: [], today: TODAY }).matched
      return [match?.moves.map(({ to }) => to.words), match?.due?.to.words ?? null, match && hasNews(match)]
    }
    expect(newsOf('May 2024 Now July 2024')).toEqual([[], null, false])
    expect(newsOf('May 2024 Extended to 31 July 2024 Now October 2024')).toEqual([['Now October 2024'], null, true])
    expect(newsOf('May 2024 Now October 2024')).toEqual([[], 'Now October 2024', false])
  }) // prettier-ignore

  test('say whose deadline each is', () => {
    const text = 'Recommendation By 31 May 2024, the force should label its shelves.'
    const cell = '<p>May 2024</p><p>Extended to July 2024</p><p>Now August 2024 for the College of Policing</p>'
    expect(only(text, 'AMBER', cell, 'So.').dues.map(({ setBy, body }) => [setBy, body])).toEqual([
      ['report', null],
      ['own', null],
      ['body', 'College of Policing'],
    ])
  })

  test('that contradict what the report asks, go backwards, or can’t be, are told', () => {
    const asks = 'Recommendation Within three months, the force should look.'
    const row = (text: string, due: string, comment = 'So.') => codes(read(log(['1', text, 'AMBER', due, comment])))
    expect(row(asks, 'August 2024')).toContain('deadlineDiffers')
    expect(row(asks, 'June 2024')).not.toContain('deadlineDiffers')
    expect(row(asked(), 'June 2024 Now May 2024')).toContain('extensionNotLater')
    expect(row(asked(), 'May 2024, June 2024')).toContain('severalDues')
    expect(row(asked(), 'May 2024', 'Rolled out in April 20244.')).toContain('noSuchDay')
    expect(row(asked(), '', '')).toEqual(expect.arrayContaining(['dueMissing', 'positionMissing']))
  })
})

describe('whom it is for', () => {
  test.each([
    ['Recommendation By 31 May 2024, chief constables should look.', 'So.', 'own', null],
    ['Area for improvement On a national, regional and local basis, the police should look.', 'So.', 'own', null],
    ['Recommendation By May 2024, on behalf of HM Government, the Home Office should look.', 'So.', 'other', 'Home Office'],
    ['Recommendation The NPCC lead for SOC, with the Home Office, should look.', 'So.', 'other', 'NPCC lead for SOC'],
    ['Recommendation Forces should look.', 'This action is for the College of Policing.', 'other', 'College of Policing'],
    ['Recommendation Forces should look.', 'Held at WHITE pending a response from TfL – so we wait.', 'own', 'TfL'],
  ] as const)('%s %s', (text, comment, whose, body) => {
    expect(only(text, 'WHITE', 'June 2024', comment).addressee).toMatchObject({ whose, body })
  }) // prettier-ignore

  test('what is awaited of them is what they should do', () => {
    const text = 'Recommendation By May 2024, the Home Office should lead a review. It should be short.'
    expect(only(text, 'WHITE', 'May 2024', 'So.').addressee.awaited).toBe('lead a review')
  })
})

describe('the rule’s answer stands beside the document’s', () => {
  test.each([
    ['AMBER', 'May 2024', asked(), 'RED', 'RED'],
    ['RED', 'May 2024 Now July 2024', asked(), 'AMBER', 'RED'],
    ['WHITE', 'May 2024', asked(), 'RED', 'RED'],
    ['WHITE', 'May 2024', 'Recommendation The Home Office should look.', 'WHITE', 'WHITE'],
    ['NEW GREEN', 'May 2024', asked(), 'GREEN', 'GREEN'],
    ['CLOSED', 'May 2024', asked(), 'CLOSED', 'CLOSED'],
  ])('%s, due %s', (status, due, text, colour, byFirstDue) => {
    const recommendation = only(text, status, due, 'So.')
    const differs = colour !== status.replace('NEW ', '')
    expect(recommendation).toMatchObject({ status, rule: { colour, byFirstDue, differs } })
    const proposal = read(log(['1', text, status, due, 'So.']), '2024-06-03')
    expect(codes(proposal).includes('ruleDiffers')).toBe(differs)
  })

  test('the edition’s day is asked for, and proposed until it is told', () => {
    const text = log(['1', asked(), 'AMBER', 'June 2024', 'A meeting was held on 9 May 2024.'])
    expect(read(text)).toMatchObject({ day: '2024-05-09' })
    expect(read(text).problems).toMatchObject([{ code: 'editionDay', mend: { kind: 'setDay', day: '2024-05-09' } }])
    expect(read(text, '2024-05-20').problems).toEqual([])
  })
})

test('a comment with dated entries is a position with versions', () => {
  const comment = '<p>5 March 2024: Labels ordered.</p><p>They are blue.</p><p>3/4/2024 - Labels came.</p>'
  expect(only(asked(), 'AMBER', 'June 2024', comment).comments).toEqual([
    { day: '2024-03-05', text: 'Labels ordered.\nThey are blue.' },
    { day: '2024-04-03', text: 'Labels came.' },
  ])
})

test('Word and a web page give what the text gives', () => {
  const rows = [
    ['1', 'Recommendation Forces should label their shelves.', 'AMBER', 'June 2024', 'Under way.'],
    [
      '',
      'Area for improvement The Home Office should look.',
      'WHITE',
      'To be set',
      'This action is for the Home Office.',
    ],
  ]
  const words = ['Lost property', 'A national report by HMICFRS', 'Published 5th March 2024', 'There are 2 recommendations for the force.'] // prettier-ignore
  const headings = HEADINGS.split('\t')
  const contentOf = ({ publications }: RecommendationsProposal): unknown =>
    publications.map(({ title, published, claims, recommendations }) => [
      title,
      published,
      claims,
      recommendations.map((each) => ({ ...each, row: 0 })),
    ])
  const text = [...words, ...[headings, ...rows].map((row) => row.join('\t'))].join('\n')
  const page = `<html><body>${words.map((line) => `<p>${line}</p>`).join('')}<table>${[headings, ...rows].map((row) => `<tr>${row.map((each) => `<td>${each}</td>`).join('')}</tr>`).join('')}</table></body></html>`
  const lines = words.map((line) => paragraph(line)).join('')
  const word = pack(wordParts(lines + table(...[headings, ...rows].map((cells) => wordRow(cells)))))
  expect(contentOf(read(text))).toMatchObject([
    ['Lost property', '2024-03-05', { own: 2 }, [{ number: '1' }, { number: null }]],
  ])
  expect(contentOf(read(page))).toEqual(contentOf(read(text)))
  expect(contentOf(read(word))).toEqual(contentOf(read(text)))
})

const word = fc.stringMatching(/^[a-z]{3,8}$/u).map((letters) => `w${letters}`)
const words = fc.array(word, { maxLength: 5 }).map((all) => all.join(' '))
const piece = fc.constantFrom('GREEN', 'NEW GREEN', 'June 2024', 'Now May 2024', '[completed]', 'Recommendation ', '3', '• ', '5/3/2024: ', 'should', 'for the force', '') // prettier-ignore
const anyCell = fc.array(fc.oneof(words, piece), { maxLength: 4 }).map((pieces) => pieces.join(' '))
const anyRow = fc.array(anyCell, { minLength: 5, maxLength: 6 })
const anyLine = fc.oneof(words, fc.constant('A force report by HMICFRS'), fc.constant('Published May 2024'))
const anyBlock = fc.oneof(
  anyRow.map((cells) => cells.join('\t')),
  anyLine,
  fc.constant(HEADINGS),
)

/** Everything that came of a document. */
const saidBy = ({ problems, ...proposal }: RecommendationsProposal): string =>
  JSON.stringify([proposal, problems.map(({ values }) => values)])

test('every word of a document is in what came of it, or in a problem', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 12 }), (lines) => {
      const text = `${REPORT}${lines.join('\n')}`
      const said = saidBy(read(text))
      expect((text.match(/\bw[a-z]{3,8}\b/gu) ?? []).filter((each) => !said.includes(each))).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

describe.skipIf(!existsSync(REAL))('the recommendations to one force, 2021', () => {
  const text = (): string => readFileSync(REAL, 'utf8')
  const proposal = read(existsSync(REAL) ? text() : REPORT, existsSync(REAL) ? '2021-05-12' : undefined)
  const all = proposal.publications.flatMap(({ recommendations }) => recommendations)
  const at = (row: number): PrintedRecommendation | undefined => all.find((each) => each.row === row)

  test('seventeen reports with fifty-one recommendations, counted by status', () => {
    const statuses = ['RED', 'AMBER', 'NEW GREEN', 'WHITE', 'CLOSED'] as const
    const count = (each: readonly PrintedRecommendation[]): number[] =>
      statuses.map((status) => each.filter((one) => one.status === status).length)
    expect(proposal.publications.map(({ recommendations }) => recommendations.length)).toEqual([
      16, 7, 4, 2, 6, 1, 2, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1,
    ])
    expect(count(all)).toEqual([5, 11, 7, 27, 1])
    expect(all.filter(({ number }) => number === null).map(({ row }) => row)).toEqual([39, 40, 92, 98])
    expect(all.map(({ number }) => number)).toContain('4a')
  })

  test('every report has its title, its publishers and when it was published', () => {
    const odd = proposal.publications.filter(
      ({ title, published, publishers, scope }) => !title || !published || publishers.length === 0 || !scope,
    )
    expect(odd).toEqual([])
    expect(proposal.publications[2]).toMatchObject({
      publishers: ['HMICFRS', 'College of Policing', 'Independent Office for Police Conduct'],
      scope: 'joint',
      published: '2020-12-17',
      replies: [{ due: { kind: 'period', count: 6, unit: 'month' } }],
    })
    expect(proposal.publications[1]?.position).toMatch(/^Should a London ROCU[\s\S]*regional responsibility\.$/u)
  })

  test('what each claims agrees with what it shows and what was complete before', () => {
    expect(proposal.publications.map(({ reconciliation: each }) => each && [each.claimed, each.shown, each.earlier])).toEqual([
      [5, 5, 0], [0, 0, 0], [4, 4, 0], [2, 2, 0], [10, 6, 4], [6, 1, 5], [3, 2, 1], [4, 2, 2], [6, 1, 5],
      [6, 2, 4], [5, 1, 4], [11, 2, 9], [18, 1, 17], [22, 1, 21], [3, 1, 2], [8, 1, 7], [4, 1, 3],
    ]) // prettier-ignore
  })

  test('dues keep their history over the ends of pages', () => {
    expect(at(275)?.dues.map(({ words }) => words)).toEqual([
      'December 2019 to align with the HMICFRS return visit',
      'Now extended to July 2020, subject to review, to align with Transform',
      'Now October 2020 to aligned with Transform subject to review',
      'Now March 2021',
    ])
    expect(at(92)?.dues).toMatchObject([
      { kind: 'milestone', purpose: 'for initial review', done: true },
      { kind: 'due', words: 'June 2021 for the revision and publication of force SOP' },
    ])
    expect(at(188)?.dues).toMatchObject([{ setBy: 'report' }, { due: { kind: 'until' } }])
    expect(at(245)?.dues.filter(({ reportedTo }) => reportedTo === 'PAB')).toHaveLength(1)
  })

  test('thirty-eight moves are extensions, eight dues on the way are milestones, and nothing else is either', () => {
    const actions = actionsOfInspections(proposal, 'log.txt')
    const movesOf = ({ inspection }: ImportedAction) => inspection?.imported.moves ?? []
    const milestones = actions.flatMap(({ inspection }) => inspection?.imported.milestones ?? [])
    expect([actions.flatMap(movesOf).length, actions.filter((each) => movesOf(each).length > 0).length]).toEqual([38, 19])
    expect([milestones.length, milestones.filter(({ done }) => done !== null).length]).toEqual([8, 5])
    const told = (row: number): unknown => {
      const action = actions.find((each) => each.row === row)
      const monthOf = (due: Due | null | undefined): unknown => (due?.kind === 'month' ? due.month : due)
      return [monthOf(action?.inspection?.due), ...(action ? movesOf(action) : []).map(({ to, reason }) => [monthOf(to), reason])]
    }
    expect(told(233)).toEqual([
      '2020-01', ['2020-11', ''], ['2021-02', 'for review'], ['2021-07', 'pending appointment of a force Victim Champion'],
    ])
    // Reached, and the next is another piece of work: nothing moved.
    expect(told(92)).toEqual(['2021-06'])
    // The report's own deadline stands before the first that was moved, and nothing says that it was.
    expect(told(262)).toEqual(['2020-03', ['2020-11', ''], ['2021-01', '']])
    expect(actions.find(({ row }) => row === 262)?.updates[0]?.text).toBe('September 2019')
  }) // prettier-ignore

  test('where another body must act it is named, with what is awaited', () => {
    expect(at(132)?.addressee).toMatchObject({ whose: 'own', body: 'TfL', awaited: 'response' })
    expect(at(135)?.addressee).toMatchObject({ whose: 'other', body: 'College of Policing' })
    expect(at(233)?.addressee).toMatchObject({ whose: 'own', body: null })
  })

  test('nothing but torn rows, contradictions and what is missing is told, each in its place', () => {
    const told = proposal.problems.filter(({ code }) => code !== 'tornRow').map(({ row, code }) => `${row} ${code}`)
    expect(told.filter((each) => !each.endsWith('ruleDiffers'))).toEqual([
      '39 numberMissing', '40 numberMissing', '92 numberMissing', '98 numberMissing', '141 stageMoved', '154 deadlineDiffers',
      '172 positionMissing', '191 stageMoved', '201 statusSlipped', '201 statusOfNoPart', '201 statusOfNoPart', '202 statusSlipped',
      '203 statusSlipped', '206 wordsMissing', '223 tornWord', '249 noSuchDay', '262 severalDues',
      '301 deadlineDiffers', '306 publishedContradicts', '306 claimsContradict',
    ]) // prettier-ignore
    expect(told.filter((each) => each.endsWith('ruleDiffers'))).toHaveLength(9)
    expect(proposal.problems.filter(({ lost }) => lost)).toEqual([])
  })

  test('no word of it is lost', () => {
    const said = saidBy(proposal).replaceAll(/\\[nt"]/gu, ' ')
    const blocks = readBlocks({ bytes: new TextEncoder().encode(text()) })
    const cells = blocks.ok ? blocks.value.blocks.flatMap((block) => block.cells) : []
    const heading = /^(?:Recommendations & Areas for Improvement|Status|Due Date|Comment)$|^Published /u
    const words = cells.flatMap((each) => each.replace(heading, '').match(/[\p{L}\p{N}]+/gu) ?? [])
    expect(words.length).toBeGreaterThan(8000)
    expect([...new Set(words.filter((each) => !said.includes(each)))]).toEqual([])
  })
})
