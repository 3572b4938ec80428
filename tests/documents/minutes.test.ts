import { describe, expect, test } from 'vitest'
import { proposeMinutes, type MinutesProposal } from '../../src/documents/minutes.ts'
import { readProse } from '../../src/documents/prose.ts'
import type { DocumentBytes } from '../../src/documents/document.ts'
import { createWords } from '../../src/words/words.ts'

const TODAY = '2026-11-27'

function read(text: string | Uint8Array, type: DocumentBytes['type'] = 'text', day?: string): MinutesProposal {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const lines = readProse({ bytes, type: type ?? 'unknown' })
  if (!lines.ok) throw new Error(lines.error.code)
  return proposeMinutes(lines.value, { words: createWords('en'), today: TODAY, ...(day ? { day } : {}) })
}

const HELD = 'Notes of the meeting held on 14 January 2025\n\n'
const only = (text: string) =>
  read(HELD + text).actions.map(({ details, addressees, due, dueWords }) => ({ details, addressees, due, dueWords }))

describe('a sentence that says it is an action', () => {
  test.each([
    ['Action: Each force to list its gaps by the end of March 2025.', ['each force'], '2025-03-31'],
    ['**Action:** KK/HS to write to both chairs by 3 February.', ['KK', 'HS'], '2025-02-03'],
    ['ACTION 4/25 – DI Marlowe: to book the venue no later than 7/3/2025', ['DI Marlowe'], '2025-03-07'],
    ['Action for the Chair: write to the Home Office within four weeks', ['the Chair'], '2025-02-11'],
    ['AP2: All forces to report by close of play Friday 8 May 2026', ['all forces'], '2026-05-08'],
    ['[ACTION: AH to chase the nominations, ASAP]', ['AH'], null],
    ['JS took an action to circulate the slides before the next meeting.', ['JS'], null],
    ['It was agreed that KL would write to the publishers by 1 June 2025.', ['KL'], '2025-06-01'],
    ['Cam gweithredu: Pob heddlu i anfon y ffigurau erbyn diwedd Mawrth 2025', ['pob heddlu'], '2025-03-31'],
  ])('%s', (sentence, addressees, due) => {
    expect(only(sentence)).toMatchObject([{ addressees, due }])
  })

  test('may stand after what was said; with names alone it is what was said', () => {
    expect(only('The group asked for a comparison of providers. (Action: KK by 3 March 2025)')).toEqual([
      {
        details: 'The group asked for a comparison of providers by 3 March 2025',
        addressees: ['KK'],
        due: '2025-03-03',
        dueWords: 'by 3 March 2025',
      },
    ])
    expect(only('The template was too long.\nACTION PA/RS')).toMatchObject([
      { details: 'The template was too long.', addressees: ['PA', 'RS'] },
    ])
  })

  test('may hold several, one for each who is to do something', () => {
    const said =
      'Action: HS to write to both forces, with a copy to KK. This is urgent. All forces to answer; MM to chase.'
    expect(only(said).map(({ details, addressees }) => [details, addressees])).toEqual([
      ['HS to write to both forces, with a copy to KK. This is urgent.', ['HS']],
      ['All forces to answer', ['all forces']],
      ['MM to chase.', ['MM']],
    ])
  })

  test('is every line of a list under the heading, and no line after it', () => {
    const list =
      'Actions:\n\n- Circulate the terms – KK by 7/3/2025\n- Each SPOC to check the list\n\n4. Any other business\nNothing was raised.\n'
    expect(only(list)).toMatchObject([
      { details: 'Circulate the terms – KK by 7/3/2025', addressees: ['KK'], due: '2025-03-07' },
      { details: 'Each SPOC to check the list', addressees: ['each SPOC'], due: null },
    ])
  })

  test('goes on over lines that a program broke', () => {
    const broken =
      'Action: All forces to send the number of interviews to HS by the end of\nFebruary 2025, with reasons.'
    expect(only(broken)).toMatchObject([
      { due: '2025-02-28', details: expect.stringMatching(/with reasons\.$/) as string },
    ])
  })
})

test.each([
  'Action 3/24 was discharged. Actions from the last meeting: all complete.',
  'ACTION 4: None.',
  'Action: no further action',
  'Action: Discharged',
  'Action is needed from the Home Office on this.',
  'SJ will present at the next meeting. The chair thanked her for her action on this.',
  'It was agreed that the group meets monthly.',
  'Forces now needed to make the data available to staff.',
])('is none: %s', (sentence) => {
  expect(read(HELD + sentence)).toEqual({ actions: [], duties: [], problems: [] })
})

test('what everybody should go on doing is a standing duty', () => {
  expect(read(`${HELD}The search could not be relied on and forces should continue to tell her of incidents.`)).toEqual(
    {
      actions: [],
      duties: [{ row: 3, details: 'forces should continue to tell her of incidents', addressees: ['forces'] }],
      problems: [],
    },
  )
  expect(read('Dylai pob heddlu barhau i roi gwybod.').duties).toMatchObject([{ addressees: ['pob heddlu'] }])
})

describe('what needs a look is told, with its line', () => {
  test('a year that nobody said, which the register keeps as the day', () => {
    const { actions, problems } = read(`${HELD}Action: KK to report by 3 February.`)
    expect(actions).toMatchObject([{ dueWords: 'by 3 February', dueKept: '2025-02-03' }])
    expect(problems).toMatchObject([{ row: 3, code: 'yearInferred' }])
    expect(read('Action: KK to report by 3 February.', 'text', '2019-12-01').actions[0]?.due).toBe('2020-02-03')
  })

  test('a day that no calendar has, and nobody who is to do it', () => {
    const { actions, problems } = read(`${HELD}Action: book the venue by 31/2/2025.`)
    expect(actions).toMatchObject([{ due: null, addressees: [] }])
    expect(problems.map(({ code }) => code)).toEqual(['emptyOwner', 'impossibleDue'])
  })
})

test('a page, with its cells and emphasis, reads as the text does', () => {
  const page =
    '<html><body><p>Notes of 14 January 2025</p><table><tr><td><b>Action:</b> KK to write<br>by 7/3/2025</td><td>Nothing</td></tr></table></body></html>'
  expect(read(page, 'html').actions).toMatchObject([{ addressees: ['KK'], due: '2025-03-07' }])
})

test.each([
  ['nothing', new Uint8Array(), 'empty'],
  ['bytes', new Uint8Array([1, 0, 2, 0]), 'binary'],
  ['a broken package', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'damaged'],
])('%s is refused', (_what, bytes, code) => {
  expect(readProse({ bytes })).toMatchObject({ ok: false, error: { code } })
})
