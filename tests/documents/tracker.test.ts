import { describe, expect, test } from 'vitest'
import { recogniseColumns } from '../../src/documents/columns.ts'
import { plainText } from '../../src/domain/passage.ts'
import { codesOf, HEADINGS, propose, proposeRow, tableOf, taken, type Cells } from './documentsworld.ts'

const FORCE = 'North Mercia'

describe('columns', () => {
  const columnsOf = (...rows: Cells[]) => recogniseColumns(tableOf(rows))

  test.each([
    [['No', 'Details', 'Update', 'Owner'], 'reference details update owner'],
    [
      ['Ref.', 'Action required', 'Progress since last meeting', 'Action owner', 'By when', 'RAG'],
      'reference details update owner due status',
    ],
    [['Rhif', 'Cam gweithredu', 'Diweddariad', 'Perchennog', 'Dyddiad cau'], 'reference details update owner due'],
    [['#', 'Issue', 'Action', 'Lead', 'Comments', 'Date raised'], 'reference details details owner update ignore'],
    [
      ['Recommendations & Areas for Improvement', '', 'Status', 'Due Date', 'Comment'],
      'details ignore status due update',
    ],
  ])('%s', (headings, expected) => {
    expect(columnsOf(headings).columns.join(' ')).toBe(expected)
  })

  test('headings are found below a title row and above the first action', () => {
    expect(columnsOf(['Log', '', ''], ['No', 'Details', 'Owner'], ['1/24', 'No details yet', FORCE]).headerRow).toBe(2)
  })

  test('without headings, what stands in the columns tells', () => {
    const recognised = columnsOf(
      ['1/24', 'A workshop for the practitioners of every force', '7/2/2024: A date was agreed.', FORCE],
      ['2/24', 'Nominations for the debriefs are to be submitted', '7/2/2024: None was received.', 'All forces'],
    )
    expect(recognised).toMatchObject({ headerRow: null, columns: ['reference', 'details', 'update', 'owner'] })
  })

  test('a table of anything else is no tracker', () => {
    const { actions, problems } = propose([
      ['Green', 'Implemented'],
      ['Amber', 'Under way'],
    ])
    expect(actions).toEqual([])
    expect(problems).toMatchObject([{ code: 'missingColumn', lost: true }])
  })

  test('a person may say what the columns are', () => {
    const rows = [
      ['Ada', 'Hold a workshop'],
      ['Ben', 'Share the profile'],
    ]
    expect(propose(rows, { columns: [['owner', 'details']] }).actions).toMatchObject([
      { owners: ['Ada'], details: 'Hold a workshop' },
      { owners: ['Ben'], details: 'Share the profile' },
    ])
  })

  test('what the register has no column for is reported with its heading, and kept as the source', () => {
    const { actions, problems } = propose([
      ['No', 'Details', 'Risk'],
      ['1/24', 'A workshop', 'High'],
    ])
    expect(problems).toMatchObject([{ row: 1, column: 'Risk', code: 'unknownColumn', lost: true }])
    expect(actions[0]?.source).toContain('High')
  })

  test('a column that a person leaves out is no problem', () => {
    const rows = [
      ['No', 'Details', 'Risk'],
      ['1/24', 'A workshop', 'High'],
    ]
    expect(codesOf(propose(rows, { columns: [['reference', 'details', 'ignore']] }))).toEqual([])
  })

  test('a heading may be called anything', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const { actions } = propose([
      ['No', 'Details', ...names],
      ['1/24', 'A workshop', 'a', 'b', 'c', 'd'],
    ])
    expect(actions).toMatchObject([{ reference: '1/24', details: 'A workshop' }])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('headings that come again on every page are no action', () => {
    const row = ['1/24', 'A workshop', '', FORCE]
    expect(propose([HEADINGS, row, HEADINGS, ['2/24', 'A profile', '', FORCE]]).actions).toHaveLength(2)
  })

  test('other headings begin another table', () => {
    const { actions } = propose([
      HEADINGS,
      ['1/24', 'A workshop', '', FORCE],
      ['Owner', 'No', 'Details', 'Update'],
      [FORCE, '2/24', 'A profile', ''],
    ])
    expect(actions[1]).toMatchObject({ reference: '2/24', details: 'A profile', owners: [FORCE] })
  })
})

describe('updates', () => {
  const updatesOf = (cell: string) => proposeRow(['1/24', 'A workshop', cell, FORCE]).actions[0]?.updates

  test('a day is in the order of the United Kingdom', () => {
    expect(updatesOf('5/3/2020: Done')?.[0]?.day).toBe('2020-03-05')
  })

  test.each([
    '05/03/2020: x',
    '05.03.20 - x',
    '5-3-2020 – x',
    '2020-03-05: x',
    '5 March 2020: x',
    '5th Mar 2020 - x',
    'Thursday 5 March 2020: x',
    '5 Mawrth 2020: x',
    '[5/3/2020] x'.replace('x', 'X'),
    'Update 5/3/20: x',
    '• 5/3/2020: x',
    '5/3/2020\nx',
  ])('%j is an update of 5 March 2020', (cell) => {
    expect(updatesOf(cell)).toMatchObject([{ day: '2020-03-05', text: expect.stringMatching(/^x$/iu) }])
  })

  test('one cell may hold several, each with its own next step', () => {
    expect(
      updatesOf('5/3/2020: One. ACTION: Two. 11/6/2020: Three.\n3 September 2020: Four. ACTION: Discharged'),
    ).toEqual([
      { day: '2020-03-05', text: 'One.', next: 'Two.', outcome: 'next' },
      { day: '2020-06-11', text: 'Three.', next: null, outcome: null },
      { day: '2020-09-03', text: 'Four.', next: null, outcome: 'discharge' },
    ])
  })

  test('a day inside a sentence begins no update', () => {
    expect(updatesOf('5/3/2020: Forces report by 1/6/2020 at the latest, and on 2/6/2020: the region.')).toHaveLength(1)
    expect(updatesOf('5/3/2020: Agreed.\n1 June 2020 is when forces report.')).toHaveLength(1)
  })

  test.each([
    ['Discharged', 'discharge', null],
    ['Discharge.', 'discharge', null],
    ['Action discharged', 'discharge', null],
    ['To retain for next SGG', 'retain', 'To retain for next SGG'],
    ['Retained', 'retain', 'Retained'],
    ['Carry forward to the next meeting', 'retain', 'Carry forward to the next meeting'],
    ['To keep until TDGs are formed', 'next', 'To keep until TDGs are formed'],
    ['To retain the services of the analyst', 'next', 'To retain the services of the analyst'],
    ['Discharge once the policy is agreed', 'next', 'Discharge once the policy is agreed'],
  ])('ACTION: %s', (words, outcome, next) => {
    expect(updatesOf(`5/3/2020: Text. ACTION: ${words}`)).toEqual([{ day: '2020-03-05', text: 'Text.', next, outcome }])
  })

  test('the word "action" in a sentence is a word', () => {
    expect(updatesOf('5/3/2020: This action was developed in action: it works')?.[0]?.next).toBeNull()
  })

  test('the latest update tells the status, in whatever order they stand', () => {
    const statusOf = (cell: string) => proposeRow(['1/24', 'A workshop', cell, FORCE]).actions[0]?.status
    expect(statusOf('5/3/2020: One. ACTION: Discharged')).toBe('discharged')
    expect(statusOf('11/6/2020: Two. ACTION: Discharged\n5/3/2020: One. ACTION: More')).toBe('discharged')
  })

  test('an action that goes on after its discharge is open, and reported', () => {
    const proposal = proposeRow([
      '1/24',
      'A workshop',
      '5/3/2020: ACTION: Discharged\n11/6/2020: More. ACTION: Again',
      FORCE,
    ])
    expect(proposal.actions[0]?.status).toBe('open')
    expect(proposal.problems).toMatchObject([{ row: 2, column: 'Update', code: 'contradiction' }])
  })

  test.each([
    ['31/2/2020: Done', 'impossibleDate', undefined],
    ['3/25/2020: Done', 'impossibleDate', '2020-03-25'],
    ['March 2020: Done', 'incompleteDate', '2020-03-01'],
    ['Nobody has answered yet.', 'undatedUpdate', undefined],
  ])('%j is reported and waits for a day', (cell, code, day) => {
    const { actions, problems } = proposeRow(['1/24', 'A workshop', cell, FORCE])
    expect(actions[0]?.updates).toEqual([])
    expect(problems).toMatchObject([{ row: 2, column: 'Update', code, lost: true }])
    expect(problems[0]?.mend).toEqual(day === undefined ? undefined : { kind: 'setDay', day })
    expect(problems[0]?.message).toContain(cell.replace(/^\S+ ?\d*: /u, ''))
  })

  test('a day to come is reported: nobody can have said it yet', () => {
    const { actions, problems } = proposeRow(['1/24', 'A workshop', '5/3/2020: Done', FORCE], { today: '2020-03-04' })
    expect(actions[0]?.updates).toEqual([])
    expect(problems).toMatchObject([{ code: 'futureDate', lost: true }])
  })

  test('words without a day are proposed that of the others, and come in with it once taken', () => {
    const rows: Cells[] = [
      HEADINGS,
      ['1/24', 'A workshop', '7/2/2024: Agreed.', FORCE],
      ['2/24', 'A profile', 'Still waiting. ACTION: Chase', FORCE],
    ]
    expect(propose(rows).problems).toMatchObject([
      { code: 'undatedUpdate', mend: { kind: 'setDay', day: '2024-02-07' } },
    ])
    const mended = propose(rows, taken({ row: 3, code: 'undatedUpdate' }))
    expect(mended.problems).toEqual([])
    expect(mended.actions[1]?.updates).toEqual([
      { day: '2024-02-07', text: 'Still waiting.', next: 'Chase', outcome: 'next' },
    ])
  })
})

describe('parts', () => {
  const partsOf = (details: string) => {
    const [action] = proposeRow(['1/24', details, '', FORCE]).actions
    return [action?.details, ...(action?.parts ?? []).map(({ letter, details }) => `${letter}: ${details}`)]
  }

  test.each([
    ['Lead; (a) One (b) Two', ['Lead', 'a: One', 'b: Two']],
    ['Lead\n1. One; and\n2. Two', ['Lead', '1: One; and', '2: Two']],
    ['Lead: (i) one; (ii) two; (iii) three', ['Lead:', 'i: one', 'ii: two', 'iii: three']],
    ['Lead\na) One\nb) Two', ['Lead', 'a: One', 'b: Two']],
    ['Lead (1) One (2) Two', ['Lead (1) One (2) Two']],
    ['Lead: (1) one (2) Two; (2) two', ['Lead:', '1: one (2) Two', '2: two']],
    ['See 1/19(a) and 1/19(b) before', ['See 1/19(a) and 1/19(b) before']],
    ['As in (a) above and (b) below', ['As in (a) above and (b) below']],
    ['Lead (a) One', ['Lead (a) One']],
    ['Buy version 1. The next, version 2. Then rest', ['Buy version 1. The next, version 2. Then rest']],
    ['(a) One (b) Two', ['(a) One (b) Two']],
  ])('%j', (details, expected) => {
    expect(partsOf(details)).toEqual(expected)
  })
})

describe('withheld words', () => {
  test.each([
    ['Sensitive and irrelevant', 'whole', '⟦Sensitive and irrelevant⟧'],
    ['[REDACTED]', 'whole', '⟦[REDACTED]⟧'],
    ['Section 31', false, 'Section 31'],
    ['[s.31(1)(a)]', 'whole', '⟦[s.31(1)(a)]⟧'],
    ['█████ ███', 'whole', '⟦█████ ███⟧'],
    ['Speak to ████ first', 'partly', 'Speak to ⟦████⟧ first'],
    ['Speak to [redacted] first', 'partly', 'Speak to ⟦[redacted]⟧ first'],
    ['Organise a meeting\nWithheld', 'partly', 'Organise a meeting\n⟦Withheld⟧'],
    ["Wedi'i olygu", 'whole', "⟦Wedi'i olygu⟧"],
    ['Share the sensitive and irrelevant list', false, 'Share the sensitive and irrelevant list'],
  ])('%j', (details, redacted, marked) => {
    expect(proposeRow(['1/24', details, '', FORCE]).actions).toMatchObject([
      { reference: '1/24', redacted, details: marked },
    ])
  })

  test('a group may have its own words for it', () => {
    const options = { withheldWords: ['Removed by the disclosure unit'] }
    expect(proposeRow(['1/24', 'REMOVED by the Disclosure Unit.', '', ''], options).actions[0]?.redacted).toBe('whole')
  })

  test('a wholly withheld row needs no owner; an action of which an update is withheld is partly withheld', () => {
    expect(codesOf(proposeRow(['1/24', 'Redacted', '', '']))).toEqual([])
    const update = proposeRow(['1/24', 'A workshop', '5/3/2020: Redacted', FORCE])
    expect(update.actions).toMatchObject([{ redacted: 'partly', updates: [{ text: '⟦Redacted⟧' }] }])
    const both = proposeRow(['1/24', 'Redacted', '5/3/2020: Redacted', ''])
    expect(both.actions[0]?.redacted).toBe('whole')
    const part = proposeRow(['1/24', 'Lead (a) Redacted (b) To be read', '', FORCE])
    expect(part.actions).toMatchObject([{ redacted: 'partly', parts: [{ details: '⟦Redacted⟧' }, {}] }])
  })

  test('the words that stand in the place of others are never taken for an owner', () => {
    const { actions } = proposeRow(['1/24', 'A workshop', 'Redacted', ''])
    expect(actions).toMatchObject([{ owners: [], redacted: 'partly' }])
  })
})

describe('slipped cells', () => {
  test.each([FORCE, 'SHROCU', 'All Forces', 'T/Supt Ada Vaughan'])('%s under "Update" is the owner', (owner) => {
    const { actions, problems } = proposeRow(['1/24', 'A workshop', owner, ''])
    expect(actions).toMatchObject([{ owners: [owner], updates: [] }])
    expect(problems).toMatchObject([{ row: 2, column: 'Update', code: 'slippedCell', lost: false }])
  })

  test.each(['Ongoing', 'No update', 'Complete', 'Awaiting North Mercia', 'Chased twice.', 'TBC'])(
    '%s under "Update" is an update',
    (words) => {
      expect(codesOf(proposeRow(['1/24', 'A workshop', words, '']))).toEqual(['undatedUpdate', 'emptyOwner'])
    },
  )

  test('a dated update under "Owner" is the update', () => {
    const { actions, problems } = proposeRow(['1/24', 'A workshop', '', '5/3/2020: Agreed.'])
    expect(actions[0]?.updates).toMatchObject([{ day: '2020-03-05' }])
    expect(codesOf({ actions, problems })).toContain('slippedCell')
  })

  test('who leaves a cell where it was, has it as it was', () => {
    const left = proposeRow(['1/24', 'A workshop', FORCE, ''], taken({ row: 2, code: 'slippedCell', answer: 'leave' }))
    expect(left.actions[0]?.owners).toEqual([])
    expect(codesOf(left)).toEqual(['slippedCell', 'undatedUpdate', 'emptyOwner'])
  })
})

describe('numbers', () => {
  const rowsOf = (...references: string[]): Cells[] => [
    HEADINGS,
    ...references.map((reference) => [reference, 'A workshop', '', FORCE]),
  ]

  test('a number given twice is reported where it stands the second time', () => {
    const { actions, problems } = propose(rowsOf('1/24', '2/24', '1/24'))
    expect(actions.map((action) => action.reference)).toEqual(['1/24', '2/24', '1/24'])
    expect(problems).toMatchObject([
      { row: 4, column: 'No', code: 'duplicateReference', mend: { kind: 'setReference', reference: '3/24' } },
    ])
  })

  test('it gets the next free one when a person says so', () => {
    const { actions, problems } = propose(rowsOf('1/24', '1/24', '1/24'), {
      mends: [3, 4].map((row) => ({ row, code: 'duplicateReference' as const })),
    })
    expect(actions.map((action) => action.reference)).toEqual(['1/24', '2/24', '3/24'])
    expect(problems).toEqual([])
  })

  test('skipped numbers are reported once for each gap', () => {
    const { problems } = propose(rowsOf('2/24', '3/24', '7/24', '9/24', '1/25'))
    expect(problems.map(({ row, message }) => [row, message])).toEqual([
      [4, 'The numbers 4/24 to 6/24 are missing before this one.'],
      [5, 'The number 8/24 is missing before this one.'],
    ])
  })

  test('a number of another form, and none at all, are reported with the next free one', () => {
    const { problems } = propose(rowsOf('1/24', 'A7', ''))
    expect(problems.map(({ row, code, mend }) => [row, code, mend])).toEqual([
      [3, 'referenceForm', { kind: 'setReference', reference: '2/24' }],
      [4, 'missingReference', { kind: 'setReference', reference: '2/24' }],
    ])
  })

  test('numbers are read whatever their spaces and years', () => {
    expect(propose(rowsOf('1 / 2024', ' 2/24')).actions.map((action) => action.reference)).toEqual(['1/24', '2/24'])
  })
})

describe('what a person should look at', () => {
  test('no owner, no details', () => {
    expect(proposeRow(['1/24', '', '', '']).problems).toMatchObject([
      { column: 'Details', code: 'missingDetails' },
      { column: 'Owner', code: 'emptyOwner' },
    ])
  })

  test('a line that stands alone is proposed as the end of the row before', () => {
    const rows: Cells[] = [HEADINGS, ['1/24', 'A workshop', '', FORCE], ['and its minutes', '', '', '']]
    expect(propose(rows).problems).toMatchObject([{ row: 3, code: 'strayText', lost: true, mend: { to: 'owner' } }])
    const joined = propose(rows, taken({ row: 3, code: 'strayText' }))
    expect(joined.problems).toEqual([])
    expect(joined.actions[0]?.owners).toEqual([FORCE, 'and its minutes'])
  })

  test('a cell beyond the headings', () => {
    expect(proposeRow(['1/24', 'A workshop', '', FORCE, 'see e-mail']).problems).toMatchObject([
      { row: 2, column: 'E', code: 'extraCell', values: { text: 'see e-mail' }, lost: true },
    ])
  })

  test.each([
    ['Open', 'open', []],
    ['Complete', 'discharged', []],
    ['CLOSED', 'closed', []],
    ['Amber', 'open', []],
    ['Purple', 'open', ['unknownStatus']],
  ])('a status column that says %s', (words, status, codes) => {
    const proposal = propose([
      ['No', 'Details', 'Status'],
      ['1/24', 'A workshop', words],
    ])
    expect(proposal.actions[0]?.status).toBe(status)
    expect(codesOf(proposal)).toEqual(codes)
  })

  test.each([
    ['Open', '5/3/2020: ACTION: Discharged', 'discharged'],
    ['Complete', '5/3/2020: Text. ACTION: A workshop', 'discharged'],
  ])('a status (%s) that contradicts the history (%s)', (words, update, status) => {
    const proposal = propose([
      ['No', 'Details', 'Status', 'Update'],
      ['1/24', 'A workshop', words, update],
    ])
    expect(proposal.actions[0]?.status).toBe(status)
    expect(codesOf(proposal)).toEqual(['contradiction'])
  })

  test('a text that no list can hold', () => {
    const { problems } = proposeRow(['1/24', 'word '.repeat(13_000), '', FORCE])
    expect(problems).toMatchObject([{ column: 'Details', code: 'textTooLong' }])
  })

  test('problems stand in the order of the source', () => {
    const { problems } = propose([
      HEADINGS,
      ['1/24', 'A workshop', FORCE, ''],
      ['3/24', '', '', ''],
      ['5/24', 'x', 'soon', FORCE],
    ])
    const rows = problems.map((problem) => problem.row)
    expect(rows).toEqual(rows.toSorted((a, b) => a - b))
    expect(new Set(rows)).toEqual(new Set([2, 3, 4]))
  })

  test('a message quotes a long text by its beginning, and no markers', () => {
    const { problems } = proposeRow(['1/24', 'A workshop', `Nobody has answered ${'again '.repeat(200)}`, FORCE])
    expect(problems[0]?.message.length).toBeLessThan(250)
    expect(plainText(problems[0]?.message ?? '')).toBe(problems[0]?.message)
  })
})
