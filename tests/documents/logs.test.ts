/** Logs as groups really keep them: no two alike, none tidy. What they say is read, and what is odd in them is told. */

import { describe, expect, test } from 'vitest'
import { proposeImport, type ImportProposal } from '../../src/documents/tracker.ts'
import { createWords } from '../../src/words/words.ts'
import { codesOf, propose, read, taken, type Cells } from './documentsworld.ts'

const TODAY = '2026-11-24'
const text = (...lines: readonly string[]): ImportProposal => propose(lines.join('\n'), { today: TODAY })
const told = ({ problems }: ImportProposal) => problems.map(({ row, code }) => `${row} ${code}`)
const brief = ({ actions }: ImportProposal) =>
  actions.map(({ reference, details, owners, status }) => [reference, details, owners.join(' + '), status].join(' | '))

describe('logs', () => {
  test('without numbers, with owners in lists and a column that says whether it is done', () => {
    const log = text(
      'Action\tOwner\tDate due\tComplete?',
      'Circulate the draft protocol\tKK/HS\tEnd of March 2020\tY',
      'Forces to nominate a lead\tAll\t31/4/2022\tN',
      'Arrange training\tA Smith, B Jones and C Brown\tASAP\t',
    )
    expect(brief(log)).toEqual([
      ' | Circulate the draft protocol | KK + HS | discharged',
      ' | Forces to nominate a lead | All | open',
      ' | Arrange training | A Smith + B Jones + C Brown | open',
    ])
    expect(log.actions.map((action) => action.due)).toEqual(['End of March 2020', '31/4/2022', 'ASAP'])
    expect(told(log)).toEqual(['2 noNumbers', '3 impossibleDue'])
  })

  test('with open and completed actions under headings of their own', () => {
    const log = text(
      'CSE Group – Action Log',
      '',
      'OPEN ACTIONS\t\t\t',
      'Ref\tAction\tUpdate\tLead',
      '12\tChase the returns\t5th March - Two forces outstanding\tROCU',
      '13\tDraft the profile\t\tAnalyst',
      'COMPLETED ACTIONS\t\t\t',
      '10\tBook the venue\t12/02/2020: Booked\tROCU',
      '11\tSend invitations\t12/02/2020: Sent. Complete\tROCU',
    )
    expect(log.actions.map((action) => [action.reference, action.status])).toEqual([
      ['12', 'open'],
      ['13', 'open'],
      ['10', 'discharged'],
      ['11', 'discharged'],
    ])
    expect(log.actions[0]?.updates).toMatchObject([{ day: '2020-03-05', text: 'Two forces outstanding' }])
    expect(told(log)).toEqual(['5 ownNumbering', '5 yearInferred', '7 statusFromHeading'])
  })

  test('with letters for colours', () => {
    const log = text(
      'No.\tAction Required\tRAG\tBy Whom\tBy When',
      '1.\tReview terms of reference\tG\tChair\tNext meeting',
      '2.\tShare the problem profile\tA\tROCU\tJune 2022',
      '3.\tAgree dip sample process\tR\teach force\tQ1 2022/23',
      '3.\tAppoint a deputy\tB\tDevon and Cornwall\t',
      '5.\tReport\tPurple\t\t',
    )
    expect(brief(log)).toEqual([
      '1. | Review terms of reference | Chair | open',
      '2. | Share the problem profile | ROCU | open',
      '3. | Agree dip sample process | each force | open',
      '3. | Appoint a deputy | Devon and Cornwall | discharged',
      '5. | Report |  | open',
    ])
    expect(told(log)).toEqual([
      '2 ownNumbering',
      '2 greenStatus',
      '5 duplicateReference',
      '6 skippedNumbers',
      '6 unknownStatus',
      '6 emptyOwner',
    ])
    const done = propose('No\tAction\tRAG\n1/20\tReview\tGreen', taken({ row: 2, code: 'greenStatus' }))
    expect(done.actions[0]?.status).toBe('discharged')
  })

  test('with a key that says what green means', () => {
    const rows = 'GREEN\tThe recommendation is implemented\nNo\tRecommendation\tStatus\n1/20\tReview\tGreen'
    expect(propose(rows).actions[0]?.status).toBe('discharged')
    expect(propose(rows.replace('implemented', 'on track')).actions[0]?.status).toBe('open')
    expect(codesOf(propose(rows))).toEqual(['strayText'])
  })

  test('with years that nobody wrote, and a status that the history contradicts', () => {
    const log = text(
      'Action No\tAction\tUpdate\tOwner\tStatus',
      '1/22\tWrite the plan\t"05/03 - drafted\n12/06 - agreed. ACTION: Discharged"\tKK\tClosed 12/06/22',
      '2/22\tShare it\t"14/11/21 KK: sent\n3 January: all have it"\tHS\tOngoing',
      '3/22\tEvaluate\t02/03/22 – Completed.\tHS\tOpen',
    )
    expect(log.actions.map((action) => action.updates.map((update) => update.day))).toEqual([
      ['2022-03-05', '2022-06-12'],
      ['2021-11-14', '2022-01-03'],
      ['2022-03-02'],
    ])
    expect(log.actions.map((action) => action.status)).toEqual(['closed', 'open', 'open'])
    expect(told(log)).toEqual(['2 yearInferred', '2 yearInferred', '3 yearInferred', '4 contradiction'])
    const [first] = log.problems
    expect(first).toMatchObject({ mend: { kind: 'setDay', day: '2022-03-05' }, lost: false })
  })

  test('an inferred year that a person doesn’t believe leaves the entry out, and says so', () => {
    const rows = [
      ['No', 'Action', 'Update'],
      ['1/22', 'Plan', '05/03 - drafted'],
    ]
    const left = propose(rows, { ...taken({ row: 2, code: 'yearInferred', answer: 'leave' }), today: TODAY })
    expect(left.actions[0]?.updates).toEqual([])
    expect(left.problems).toMatchObject([{ code: 'yearInferred', lost: true }])
  })

  test('without headings', () => {
    const log = text(
      "1\tEstablish a practitioners' forum for analysts\tKirsty Kay\t31/03/2021",
      '2\tAgree the data set for the quarterly return\tHoward Shaw\t30/04/2021',
      '3\tCirculate minutes of the previous meeting\tSecretary\t30/04/2021',
    )
    expect(log.actions).toMatchObject([
      { reference: '1', owners: ['Kirsty Kay'], due: '31/03/2021' },
      { reference: '2', owners: ['Howard Shaw'] },
      { reference: '3', owners: ['Secretary'] },
    ])
    expect(told(log)).toEqual(['1 ownNumbering'])
  })

  test('with two rows of headings, a day in a column of its own, and a row an update', () => {
    const log = text(
      '\tActions\t\tProgress\t',
      'Ref\tDescription\tLead\tDate\tUpdate',
      'A1\tMap the interview providers\tNM\t05/03/2020\tFour of six mapped',
      '\t\t\t12/06/2020\tAll mapped, one lapsed',
      'A2\tReview markers\tSV\tsoon\tNot begun',
    )
    expect(log.actions[0]?.updates).toEqual([
      { day: '2020-03-05', text: 'Four of six mapped', next: null, outcome: null },
      { day: '2020-06-12', text: 'All mapped, one lapsed', next: null, outcome: null },
    ])
    expect(told(log)).toEqual(['3 ownNumbering', '4 tornRow', '5 dayUnused', '5 undatedUpdate'])
    expect(log.problems.find((problem) => problem.code === 'dayUnused')).toMatchObject({ column: 'Date', lost: true })
  })

  test('in Welsh', () => {
    const log = text(
      'Rhif\tCam gweithredu\tDiweddariad\tPerchennog\tErbyn pryd',
      '1/21\tHeddluoedd i rannu eu proses\t5 Mawrth 2021: Cytunwyd. CAM GWEITHREDU: Cyflawnwyd\tDyfed-Powys\tdiwedd Mehefin 2021',
    )
    expect(log).toMatchObject({
      actions: [{ reference: '1/21', status: 'discharged', owners: ['Dyfed-Powys'], due: 'diwedd Mehefin 2021' }],
      problems: [],
    })
  })

  test('whose status is a paragraph', () => {
    const log = text(
      'Minute ref\tAction agreed\tResponsible\tTimescale\tCurrent status',
      "4.2\tTo circulate NPCC guidance\tWP\tend of February 2018\t12/2/2018: It was submitted in January, and is not yet agreed by Chiefs' Council.",
      '5.1\tEach force to draft a short report\tEach force\tBy end of February 2018\t12/2/2018: Reports came from two forces; others were chased by the coordinator.',
    )
    expect(log.actions.map((action) => action.updates[0]?.day)).toEqual(['2018-02-12', '2018-02-12'])
    expect(told(log)).toEqual(['1 headingProposed', '2 ownNumbering'])
  })

  test('with the day on which each ended', () => {
    const log = text(
      'No\tAction\tOwner\tDate closed',
      '1/20\tArrange a workshop\tNM\t12/6/20',
      '2/20\tShare the profile\tSV\t',
      '3/20\tReview\tSV\t31/6/20',
    )
    expect(log.actions.map((action) => [action.status, action.updates.length])).toEqual([
      ['discharged', 1],
      ['open', 0],
      ['open', 0],
    ])
    expect(log.actions[0]?.updates).toEqual([
      { day: '2020-06-12', text: 'Date closed: 12/6/20', next: null, outcome: 'discharge' },
    ])
    expect(told(log)).toEqual(['4 impossibleDate'])
  })

  test('whose numbers a spreadsheet took for dates', () => {
    const log = propose('Ref,Action,Owner\nJan-19,Record markers,NM\n19-Feb,Share,SV\n3/19,Review,SV\n')
    expect(log.actions.map((action) => action.reference)).toEqual(['1/19', '2/19', '3/19'])
    expect(told(log)).toEqual(['2 referenceDate', '3 referenceDate'])
    const kept = propose(
      'Ref,Action,Owner\nJan-19,Record markers,NM\n',
      taken({ row: 2, code: 'referenceDate', answer: 'leave' }),
    )
    expect(kept.actions[0]?.reference).toBe('Jan-19')
  })
})

describe('headings', () => {
  const columnsOf = (rows: readonly Cells[]) => propose(rows)

  test('over two columns name the number and the words', () => {
    const log = columnsOf([
      ['Recommendations', '', 'Status', 'Comment'],
      ['1', 'Forces should improve the quality of their intelligence.', 'AMBER', ''],
      ['2', 'The council should analyse the results of the trial.', 'WHITE', ''],
    ])
    expect(log.actions.map(({ reference, details }) => [reference, details.split(' ')[0]])).toEqual([
      ['1', 'Forces'],
      ['2', 'The'],
    ])
    expect(codesOf(log)).toEqual(['headingProposed', 'headingProposed', 'ownNumbering'])
  })

  test('may leave the number to the beginning of the words', () => {
    const rows = [
      ['Recommendations', 'Status', 'Comment'],
      ['1 Forces should improve.', 'AMBER', ''],
      ['2\nThe council should analyse.', 'WHITE', ''],
    ]
    expect(propose(rows).actions.map(({ reference, details }) => [reference, details])).toEqual([
      ['1', 'Forces should improve.'],
      ['2', 'The council should analyse.'],
    ])
    const left = propose(rows, taken({ row: 2, code: 'numberInDetails', answer: 'leave' }))
    expect(left.actions[0]?.details).toBe('1 Forces should improve.')
  })

  test('that none knows leave the words to their length', () => {
    const log = columnsOf([
      ['No', 'What we said we would do', 'Lead', 'Deadline'],
      ['1/20', 'Arrange a workshop for all of the practitioners', 'NM', 'May 2020'],
    ])
    expect(log.actions).toMatchObject([{ details: 'Arrange a workshop for all of the practitioners', owners: ['NM'] }])
    expect(codesOf(log)).toEqual(['headingProposed'])
  })

  test('that come again with prose between are another table', () => {
    const lines = [
      'No\tAction\tOwner',
      '1\tA workshop\tNM',
      '2\tA profile\tSV',
      'Part two: vulnerability',
      'No\tAction\tOwner',
      '1\tA review\tNM',
    ]
    const log = text(...lines)
    expect(log.actions.map((action) => action.reference)).toEqual(['1', '2', '1'])
    expect(told(log)).toEqual(['2 ownNumbering', '6 restartedNumbers'])
  })
})

describe('rows that a page tore', () => {
  const HEAD = ['No', 'Details', 'Update', 'Owner']
  const torn = (row: Cells, before = 'The framework should be robust,') =>
    propose([HEAD, ['1/20', before, '5/3/2020: Begun', 'NM'], HEAD, row, ['2/20', 'A profile', '', 'NM']])

  test.each<readonly [Cells, string]>([
    [['', 'and support the forces.', '', ''], 'The framework should be robust, and support the forces.'],
    [['', '• with care', '', ''], 'The framework should be robust,\n• with care'],
  ])('%j goes on', (row, details) => {
    const log = torn(row)
    expect(log.actions).toMatchObject([{ details }, { reference: '2/20' }])
    expect(log.problems).toMatchObject([{ row: 4, code: 'tornRow', values: { earlier: 2 } }])
  })

  test('one that says something new is an action', () => {
    expect(torn(['', 'Share the profile', '', 'NM'], 'Done.').actions).toHaveLength(3)
  })

  test('who says that it isn’t torn has it as a row of its own', () => {
    const rows = [HEAD, ['1/20', 'It should be robust,', '', 'NM'], HEAD, ['', 'and kept so', '', '']]
    expect(propose(rows, taken({ row: 4, code: 'tornRow', answer: 'leave' })).actions).toHaveLength(2)
  })
})

describe('owners', () => {
  const ownersOf = (owner: string, ...others: readonly string[]) =>
    propose([
      ['No', 'Details', 'Owner'],
      ['1/20', 'A', owner],
      ...others.map((other, index) => [`${index + 2}/20`, 'B', other]),
    ]).actions[0]?.owners

  test.each<readonly [string, readonly string[]]>([
    ['KK/HS', ['KK', 'HS']],
    ['KK / HS / AB', ['KK', 'HS', 'AB']],
    ['A Smith, B Jones and C Brown', ['A Smith', 'B Jones', 'C Brown']],
    ['NCA, ROCU & NPCC', ['NCA', 'ROCU', 'NPCC']],
    ['Ada Vaughan and Ben Ellis', ['Ada Vaughan', 'Ben Ellis']],
    ['All', ['All']],
    ['Each force', ['Each force']],
    ['Avon and Somerset', ['Avon and Somerset']],
    ['Devon & Cornwall', ['Devon & Cornwall']],
    ['T/Supt Ada Vaughan', ['T/Supt Ada Vaughan']],
    ['Head of Crime and Intelligence', ['Head of Crime and Intelligence']],
    ['CSE SPOC, West Mercia', ['CSE SPOC, West Mercia']],
    ['NM\nSV; WM', ['NM', 'SV', 'WM']],
  ])('%j', (written, owners) => {
    expect(ownersOf(written)).toEqual(owners)
  })

  test('who stands alone elsewhere is one in a list too', () => {
    expect(ownersOf('West Mercia and Warwickshire')).toEqual(['West Mercia and Warwickshire'])
    expect(ownersOf('West Mercia and Warwickshire', 'Warwickshire', 'West Mercia')).toEqual([
      'West Mercia',
      'Warwickshire',
    ])
  })
})

test('every problem of these has its sentence in Welsh', () => {
  const tables = read({ type: 'text', text: 'No\tAction\tRAG\tUpdate\n1\tA\tGreen\t5/3 - x\n3\tB\tG\tDone' })
  const english = proposeImport(tables, { words: createWords('en'), today: TODAY }).problems
  const welsh = proposeImport(tables, { words: createWords('cy'), today: TODAY }).problems
  expect(welsh.map((problem) => problem.code)).toEqual(english.map((problem) => problem.code))
  for (const [index, problem] of welsh.entries()) expect(problem.message).not.toBe(english[index]?.message)
})
