import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBlocks } from '../../src/documents/blocks.ts'
import { proposeWorkstreams, WORKSTREAM_FIELDS, type WorkstreamsProposal } from '../../src/documents/workstreams.ts'
import { createWords } from '../../src/words/words.ts'
import { pack, paragraph, row, table, wordParts } from './officeworld.ts'

const REAL = fileURLToPath(new URL('../../../shared/real/policing-plan-quarterly-2015.txt', import.meta.url))
const RUNS = process.env['MATTERS_PROVE'] ? 5000 : 200

function read(source: string | Uint8Array): WorkstreamsProposal {
  const blocks = readBlocks({ bytes: typeof source === 'string' ? new TextEncoder().encode(source) : source })
  if (!blocks.ok) throw new Error(blocks.error.code)
  return proposeWorkstreams(blocks.value, { words: createWords('en') })
}

const codes = ({ problems }: WorkstreamsProposal): (readonly [string, unknown])[] =>
  problems.map(({ code, values }) => [code, values?.['field'] ?? values?.['text'] ?? values?.['date']])

const PLAN = `4. Keep Things Found
4.1
Policing Objective: Keep Things Found
Work Stream: To label the shelves
of every store
Chief Officer Lead: ACC Ada Vaughan
SMT Lead: Supt. Owen Pryce
Current status: Labels were ordered.
Issues: none of note were met.
Progress planned for next quarter: Put them on.
Newly identified barriers/risks/issues and any mitigating factors: The glue; tape is used instead.
4.2
Policing Objective: Keep Things Found
Work Stream: To count the bicycles
Current status (July-September 2024): Counted on 5/11/2024.
Progress Planned for Next Quarter: Count again.
`

test('work streams stand under numbered objectives, with leads, status, plans and barriers', () => {
  const { workstreams, objectives } = read(PLAN)
  expect(objectives).toEqual([{ number: '4', title: 'Keep Things Found' }])
  expect(workstreams).toMatchObject([
    {
      number: '4.1',
      objective: 'Keep Things Found',
      workStream: 'To label the shelves of every store',
      chiefOfficerLead: 'ACC Ada Vaughan',
      smtLead: 'Supt. Owen Pryce',
      planned: 'Put them on.',
    },
    { number: '4.2', chiefOfficerLead: null, smtLead: null, barriers: null, period: 'July-September 2024' },
  ])
})

test('what the document lacks is null and told, and so is what contradicts itself', () => {
  expect(codes(read(PLAN.slice(PLAN.indexOf('4.2'))))).toEqual([
    ['workstreamField', 'chiefOfficerLead'],
    ['workstreamField', 'smtLead'],
    ['workstreamField', 'barriers'],
    ['periodContradicts', '5/11/2024'],
  ])
  expect(codes(read('Work Stream: To look\nCurrent status: Looked.\n'))).toContainEqual([
    'workstreamUnnumbered',
    'To look',
  ])
  expect(codes(read(PLAN.replace('Policing Objective: Keep', 'Policing Objective: Retain')))).toContainEqual([
    'objectiveDiffers',
    'Retain Things Found',
  ])
})

test('one that has no number begins where a label comes again', () => {
  const { workstreams } = read('Work Stream: One\nCurrent status: So.\nWork Stream: Two\nCurrent status: Not so.\n')
  expect(workstreams).toMatchObject([
    { number: null, workStream: 'One', status: 'So.' },
    { number: null, workStream: 'Two', status: 'Not so.' },
  ])
})

describe('as a table', () => {
  const fields = [
    'Work Stream',
    'Chief Officer Lead',
    'SMT Lead',
    'Current status',
    'Progress planned for next quarter',
  ]
  const values = ['To label the shelves', 'ACC Ada Vaughan', 'Supt. Owen Pryce', 'Ordered.', 'Put them on.']
  const expected = [
    {
      number: '4.1',
      workStream: values[0],
      chiefOfficerLead: values[1],
      smtLead: values[2],
      status: values[3],
      planned: values[4],
    },
  ]

  test('of labels and what they say', () => {
    const rows = fields.map((field, index) => row([field, values[index] ?? '']))
    expect(read(pack(wordParts(paragraph('4.1') + table(...rows)))).workstreams).toMatchObject(expected)
  })

  test('with a row a work stream', () => {
    const page = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    const html = `<html><body><table>${page(['No', ...fields])}${page(['4.1', ...values])}</table></body></html>`
    expect(read(html).workstreams).toMatchObject(expected)
    expect(read([['No', ...fields], ['4.1', ...values]].map((cells) => cells.join('\t')).join('\n')).workstreams).toMatchObject(expected) // prettier-ignore
  })
})

const word = fc.stringMatching(/^[a-z]{3,8}$/u).map((letters) => `w${letters}`)
const label = fc.constantFrom('Work Stream: ', 'Current status: ', 'SMT Lead: ', 'Policing Objective: ', 'Progress planned for next quarter: ', '') // prettier-ignore
const line = fc.oneof(
  fc.tuple(label, fc.array(word, { maxLength: 4 })).map(([first, words]) => `${first}${words.join(' ')}`),
  fc.constantFrom('4.1', '4. Keep', 'Work Stream\tCurrent status\tSMT Lead'),
  fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => words.join('\t')),
)

test('every word of a document is in what came of it, or in a problem', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 10 }), (lines) => {
      const text = `x\n${lines.join('\n')}`
      const { problems, ...proposal } = read(text)
      const said = JSON.stringify([proposal, problems.map(({ values }) => values)])
      expect((text.match(/\bw[a-z]{3,8}\b/gu) ?? []).filter((each) => !said.includes(each))).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

describe.skipIf(!existsSync(REAL))('the quarterly document of one force, 2015', () => {
  const text = (): string => readFileSync(REAL, 'utf8')

  test('has six work streams; what each lacks is told', () => {
    const proposal = read(text())
    const lacking = proposal.workstreams.map((each) => [each.number, WORKSTREAM_FIELDS.filter((field) => each[field] === null)]) // prettier-ignore
    expect(lacking).toEqual([
      [null, ['objective', 'barriers']],
      ['2.5', ['barriers']],
      ['3.1', ['chiefOfficerLead', 'smtLead']],
      ['3.2', ['workStream', 'chiefOfficerLead', 'smtLead', 'barriers']],
      ['3.3', ['barriers']],
      ['3.4', ['chiefOfficerLead', 'smtLead']],
    ])
    expect(proposal.problems.filter(({ code }) => code === 'workstreamField')).toHaveLength(12)
    expect(codes(proposal).filter(([code]) => code !== 'workstreamField').map(([code]) => code)).toEqual([
      'workstreamUnnumbered',
      'objectiveDiffers',
      'periodContradicts',
    ]) // prettier-ignore
  })

  test('no word of it is lost', () => {
    const { problems, ...proposal } = read(text())
    const said = JSON.stringify([proposal, problems.map(({ values }) => values)]).replaceAll(/\\[nt"]/gu, ' ')
    const labels =
      /^(?:Work Stream|Chief Officer Lead|SMT Lead|Current status|Progress planned for next quarter|Policing Objective|Newly identified barriers\/risks\/issues and any mitigating factors)\b/iu
    const lines = text()
      .split('\n')
      .map((each) => each.replace(labels, ''))
    const words = lines.flatMap((each) => each.match(/[\p{L}\p{N}]+/gu) ?? [])
    expect(words.length).toBeGreaterThan(1900)
    expect([...new Set(words.filter((each) => !said.includes(each)))]).toEqual([])
  })
})
