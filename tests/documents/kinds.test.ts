/** Kinds of log that public bodies keep, each with a habit of its own that once was read wrongly, or not at all. */

import { describe, expect, test } from 'vitest'
import { readDue } from '../../src/documents/commands.ts'
import type { ImportProposal } from '../../src/documents/tracker.ts'
import { codesOf, propose, taken, type Cells } from './documentsworld.ts'
import { cell, open, paragraph, row, table, wordParts } from './officeworld.ts'
import { proposeImport } from '../../src/documents/tracker.ts'
import { createWords } from '../../src/words/words.ts'

const TODAY = '2026-11-24'
const log = (...rows: readonly Cells[]): ImportProposal => propose(rows, { today: TODAY })
const one = (headings: Cells, cells: Cells) => {
  const { actions, problems } = log(headings, cells)
  return { ...actions[0], problems }
}
/** The history of one update cell. */
const historyOf = (update: string) =>
  one(['No', 'Action', 'Update', 'Owner'], ['1/22', 'Plan', update, 'KK']).updates?.map(({ day, text }) => [day, text])

describe('entries of a history', () => {
  test.each<readonly [string, readonly (readonly [string, string])[]]>([
    ['12/05/23 - Circulated.\n09/06/23 - Agreed.', [['2023-05-12', 'Circulated.'], ['2023-06-09', 'Agreed.']]], // prettier-ignore
    ['[14/06/2022] Two forces [20/09/2022] no change', [['2022-06-14', 'Two forces'], ['2022-09-20', 'no change']]], // prettier-ignore
    ['KK 12/03/21 - booked\nHS 15/04/21 - done', [['2021-03-12', 'KK: booked'], ['2021-04-15', 'HS: done']]], // prettier-ignore
    ['30/01/2024 all received', [['2024-01-30', 'all received']]],
    ['31-Mar-23: sent', [['2023-03-31', 'sent']]],
    ['w/c 14/06/21: consulted', [['2021-06-14', 'consulted']]],
    ['4/5/2023 10:30: Draft with the chair', [['2023-05-04', '10:30: Draft with the chair']]],
    ['5 March 2020 Reports came in', [['2020-03-05', 'Reports came in']]],
  ])('%j', (update, history) => {
    expect(historyOf(update)).toEqual(history)
  })

  test.each([
    'By 5/3/2020 - all forces',
    '5/3/2020 is the deadline',
    '5 March 2020 is the deadline',
    '14 March - 20 forces',
  ])('%j is a sentence, or wants its year', (update) => {
    const { updates, problems } = one(['No', 'Action', 'Update'], ['1/22', 'Plan', update])
    expect(updates?.map(({ text }) => text)).not.toContain('is the deadline')
    expect(problems?.map(({ code }) => code)).toEqual([update.startsWith('14') ? 'yearInferred' : 'undatedUpdate'])
  })

  test('of a month or a quarter wait for their day, and don’t become part of the entry before', () => {
    const { updates, problems } = one(
      ['No', 'Action', 'Update'],
      ['1/22', 'Plan', '12/6/22: consulted\nJuly 22 - agreed\nQ3 22/23 - a second bid'],
    )
    expect(updates).toMatchObject([{ day: '2022-06-12', text: 'consulted' }])
    expect(problems).toMatchObject([
      { code: 'incompleteDate', mend: { day: '2022-07-01' }, lost: true },
      { code: 'incompleteDate', mend: { day: '2022-10-01' }, lost: true },
    ])
  })

  test('without a day are proposed the one that they name, or else the one above the table', () => {
    const rows = [
      'Action log as at 31 May 2024',
      'No\tAction\tUpdate',
      '1/24\tA\tEmailed to members on 20 March 2024.',
      '2/24\tB\tAwaited',
    ]
    const { problems } = propose(rows.join('\n'), { today: TODAY })
    expect(problems.map(({ mend }) => mend)).toEqual([
      { kind: 'setDay', day: '2024-03-20' },
      { kind: 'setDay', day: '2024-05-31' },
    ])
  })

  test('in a column for each meeting have the day of its heading', () => {
    const headings = ['No', 'Action', 'Update 05/03/2020', '4 June 2020', 'Sept 2020']
    const { updates, problems } = one(headings, ['1/20', 'Nominate', 'Three of five', 'All in', 'Closed by all'])
    expect(updates).toMatchObject([
      { day: '2020-03-05', text: 'Three of five' },
      { day: '2020-06-04', text: 'All in' },
    ])
    expect(problems).toMatchObject([{ code: 'incompleteDate', values: { date: 'Sept 2020' } }])
  })

  test('of two columns are not joined where only one has a day', () => {
    const { updates, problems } = one(['No', 'Action', 'Update', 'Comments'], ['1/20', 'A', '5/3/2020: Sent', 'Late'])
    expect(updates).toMatchObject([{ day: '2020-03-05', text: 'Sent' }])
    expect(problems).toMatchObject([{ code: 'undatedUpdate', values: { text: 'Late' } }])
  })
})

describe('headings', () => {
  const columnsOf = (headings: Cells, cells: Cells) => {
    const { reference, details, owners, due, status } = one(headings, cells)
    return { reference, details, owners: owners?.join(), due, status }
  }

  test('in both languages, as bodies of Wales write them', () => {
    const headings = ['Rhif / No', 'Cam gweithredu / Action', 'Perchennog / Owner', 'Dyddiad cau / Deadline', 'Statws / Status'] // prettier-ignore
    expect(columnsOf(headings, ['1/24', 'Rhannu / Share', 'Heddlu Gwent', '31/3/2024', 'Parhaus / Ongoing'])).toEqual({
      reference: '1/24',
      details: 'Rhannu / Share',
      owners: 'Heddlu Gwent',
      due: '31/3/2024',
      status: 'open',
    })
  })

  test.each<readonly [Cells, Cells, object]>([
    [['Action #', 'Description', 'Owner'], ['AP14', 'Review', 'DCI'], { reference: 'AP14', details: 'Review' }],
    [
      ['No', 'Action', 'Action by', 'By when'],
      ['1', 'Call', 'Clerk', 'May 2024'],
      { owners: 'Clerk', due: 'May 2024' },
    ],
    [['NO:', 'ACTION:', 'BY WHO:'], ['1', 'CALL', 'CLERK'], { owners: 'CLERK' }],
    [['Action', 'Lead', 'By', 'Update'], ['Plan', 'SM Hall', '31/12/22', ''], { owners: 'SM Hall', due: '31/12/22' }],
    [['Ref no.', 'Action', 'Assigned to', 'Date assigned'], ['101', 'Analyse', 'L&D', '5/1/2022'], { owners: 'L&D' }],
  ])('%j', (headings, cells, expected) => {
    expect(columnsOf(headings, cells)).toMatchObject(expected)
  })

  test('of a status at several meetings: the latest counts, the others are history', () => {
    const headings = ['Ref', 'Action', 'Owner', 'Status at 05/03/20', 'Status at 04/06/20']
    const { status, updates, problems } = one(headings, ['1/20', 'Circulate', 'KK', 'Open', 'Complete'])
    expect([status, problems]).toEqual(['discharged', []])
    expect(updates).toMatchObject([{ day: '2020-03-05', text: 'Open' }])
  })

  test('a row with days and one-word cells is no row of headings', () => {
    const { actions } = log(
      ['Type', 'ID', 'Description', 'Raised on', 'Owner', 'Due date', 'Date closed', 'Status'],
      ['Action', 'A1', 'Chase returns', '2024-01-10', 'KK', '2024-02-01', '2024-01-30', 'Closed'],
    )
    expect(actions).toMatchObject([{ reference: 'A1', status: 'closed', owners: ['KK'] }])
  })

  test('beside forms, one table an action', () => {
    const form = (...lines: readonly (readonly [string, string])[]) =>
      table(...lines.map(([heading, words]) => row([cell(heading), cell(words)])))
    const tables = open(
      wordParts(
        form(['Action number', '1'], ['Action', 'Publish terms'], ['Owner', 'SHROCU'], ['Due date', '1 May 2023']) +
          paragraph('') +
          form(['Action number', '2'], ['Action', 'Agree a chair'], ['Owner', 'All'], ['Status', 'Closed']),
      ),
    )
    const { actions } = proposeImport(tables, { words: createWords('en'), today: TODAY })
    expect(actions).toMatchObject([
      { row: 2, reference: '1', details: 'Publish terms', owners: ['SHROCU'], due: '1 May 2023', status: 'open' },
      { row: 5, reference: '2', details: 'Agree a chair', owners: ['All'], due: null, status: 'closed' },
    ])
  })

  test('a table of contents is no log', () => {
    const { actions, problems } = log(['Foreword', '2'], ['Introduction', '4'], ['Terrorism', '20'])
    expect(actions).toEqual([])
    expect(problems).toMatchObject([{ code: 'missingColumn', lost: true }])
  })
})

describe('numbers', () => {
  const numbered = (...numbers: readonly string[]) =>
    log(['Ref', 'Action', 'Owner'], ...numbers.map((number) => [number, 'Share', 'KK'])).problems

  test.each([
    ['QP/24/01', 'QP/24/02'],
    ['VKPP R1', 'VKPP R2'],
    ['23/24-05', '23/24-06'],
    ['2023/014', '2023/015'],
    ['4.2.1', '4.2.2'],
    ['A1', 'D1'],
    ['AP2', 'AP1'],
  ])('%s, %s are a log’s own', (...numbers) => {
    expect(numbered(...numbers).map(({ code }) => code)).toEqual(['ownNumbering'])
  })

  test('of letters and figures are missed as they are written', () => {
    expect(numbered('CSAE-001', 'CSAE-004').at(-1)?.values).toEqual({ count: 2, first: 'CSAE-002', last: 'CSAE-003' })
    expect(numbered('A1', 'A2', 'A1').map(({ code }) => code)).toEqual(['ownNumbering', 'restartedNumbers'])
  })
})

describe('owners and dues', () => {
  const HEADINGS = ['Item', 'Action', 'Owner & date']

  test.each<readonly [string, readonly string[], string | null]>([
    ['KK by 14/2/18', ['KK'], 'by 14/2/18'],
    ['ACC Marlowe, end Feb 2018', ['ACC Marlowe'], 'end Feb 2018'],
    ['Each force – by 28th February 2018', ['Each force'], 'by 28th February 2018'],
    ['HS/AB ongoing', ['HS', 'AB'], 'ongoing'],
    ['Insp April May', ['Insp April May'], null],
    ['PS 1234 Khan', ['PS 1234 Khan'], null],
    ['Team 5', ['Team 5'], null],
  ])('%j in one cell', (written, owners, due) => {
    const read = one(HEADINGS, ['3/18', 'Circulate', written])
    expect([read.owners, read.due]).toEqual([owners, due])
    expect(read.problems?.map(({ code }) => code)).toEqual(due === null ? [] : ['dueWithOwner'])
  })

  test('who says that they belong together has them so', () => {
    const rows = [HEADINGS, ['3', 'Circulate', 'KK by 14/2/18']]
    const { actions } = propose(rows, taken({ row: 2, code: 'dueWithOwner', answer: 'leave' }))
    expect(actions[0]).toMatchObject({ owners: ['KK by 14/2/18'], due: null })
  })

  test('days that a spreadsheet shows as numbers', () => {
    const rows = [
      ['Ref', 'Action', 'By when'],
      ['1/23', 'Finish', '45000'],
    ]
    const read = propose(rows)
    expect(read.actions[0]?.due).toBe('2023-03-15')
    expect(read.problems).toMatchObject([{ code: 'serialDay', column: 'By when', mend: { day: '2023-03-15' } }])
    const left = propose(rows, taken({ row: 2, code: 'serialDay', answer: 'leave' }))
    expect(left.actions[0]?.due).toBe('45000')
  })

  test('a due that was revised: the last counts, and the first is told', () => {
    const headings = ['Ref', 'Action', 'Original due date', 'Revised due date']
    const { actions, problems } = log(
      headings,
      ['C1', 'Review', '31/03/2022', '30/06/2022'],
      ['C2', 'Revise', '31/03/2022', ''],
      ['C3', 'Test', '31/03/2022\n30/09/2022', ''],
    )
    expect(actions.map(({ due }) => due)).toEqual(['30/06/2022', '31/03/2022', '30/09/2022'])
    expect(problems.filter(({ code }) => code === 'revisedDue')).toMatchObject([
      { row: 2, lost: true, values: { text: '31/03/2022', due: '30/06/2022' } },
      { row: 4, lost: true },
    ])
  })

  test.each<readonly [string, object]>([
    ['31-Mar-23', { kind: 'day', day: '2023-03-31' }],
    ['Mar-20', { kind: 'month', month: '2020-03' }],
    ['end FY21/22', { kind: 'month', month: '2022-03' }],
    ['end Feb 2018', { kind: 'month', month: '2018-02' }],
    ['Q2 FY24/25', { kind: 'quarter', year: 2024, quarter: 3 }],
    ['March 24', { kind: 'words' }],
    ['End of FY', { kind: 'words' }],
    ['TBC', { kind: 'words' }],
  ])('a due of %j', (written, due) => {
    expect(readDue(written)).toMatchObject(due)
  })

  test.each<readonly [string, readonly string[]]>([
    ['LMc / RP', ['LMc', 'RP']],
    ['LJ/All', ['LJ', 'All']],
    ['ACC Jones (WMP) / Supt Price (Staffs)', ['ACC Jones (WMP)', 'Supt Price (Staffs)']],
    ['Regional Co-ordinator / Finance', ['Regional Co-ordinator / Finance']],
  ])('%j', (written, owners) => {
    expect(one(['No', 'Action', 'Owner'], ['1/22', 'A', written]).owners).toEqual(owners)
  })
})

describe('a status', () => {
  test.each<readonly [string, string]>([
    ['Proposed for closure', 'dischargeProposed'],
    ['Complete – propose to close', 'dischargeProposed'],
    ['Not yet started', 'open'],
    ['Complete (12/03/22)', 'discharged'],
    ['GREEN – complete', 'discharged'],
    ['Wedi cwblhau / Completed', 'discharged'],
    ['Complete - 14 April', 'discharged'],
  ])('%j', (written, status) => {
    const read = one(['No', 'Action', 'Status'], ['1/22', 'A', written])
    expect([read.status, read.problems]).toEqual([status, []])
  })

  test('of green and a remark is asked about like green', () => {
    const read = propose([['No', 'Action', 'RAG'], ['1/22', 'A', 'GREEN – awaiting the inspectorate']]) // prettier-ignore
    expect(codesOf(read)).toEqual(['greenStatus'])
  })

  test('that says two things is neither of them', () => {
    const read = one(['No', 'Action', 'Status'], ['1/22', 'A', 'Open / Closed'])
    expect(read.problems).toMatchObject([{ code: 'unknownStatus' }])
  })
})

test('a line between meetings is proposed to no due and no status', () => {
  const { problems } = log(
    ['No', 'Action', 'Owner', 'Status'],
    ['1', 'Provide a doctor', 'ICB', 'Open'],
    ['Meeting of 20 April 2023', '', '', ''],
    ['2', 'Report', 'DCI', 'Open'],
  )
  expect(problems.find(({ code }) => code === 'strayText')).toMatchObject({
    row: 3,
    lost: true,
    mend: { to: 'details' },
  })
})
