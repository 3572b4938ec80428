import { describe, expect, test } from 'vitest'
import type { PublicationContent } from '../../../src/domain/publication.ts'
import type { WorkstreamContent } from '../../../src/domain/workstream.ts'
import type { QuarterContent } from '../../../src/domain/workstreamquarter.ts'
import { publicationKind } from '../../../src/sharepoint/work/publicationrows.ts'
import { quarterKind, workstreamKind } from '../../../src/sharepoint/work/workstreamrows.ts'
import { again } from './again.ts'

const BY = { tenantId: 't', objectId: 'o', name: 'Ada Vaughan' }
const SAID = { day: '2024-06-03', words: 'Both stores,\nand “all” of them', by: BY }

const REPORT: PublicationContent = {
  title: 'Lost property: who keeps it?',
  subtitle: 'And for how long',
  publishers: ['HMICFRS', 'HM Audit'],
  published: '2024-03',
  scope: 'joint',
  lead: [{ organisation: 'north' }, { name: 'ACC Vaughan' }],
  summary: 'There are 3.',
  earlier: 2,
  positions: [{ id: 'p', ...SAID }],
  replies: [
    { id: 'r', due: { kind: 'period', count: 6, unit: 'month', after: '2024-03-05', words: 'within six months' }, to: 'HMICFRS', sent: SAID },
    { id: 's', due: { kind: 'words', words: 'Immediate' }, to: 'HM Audit', sent: null },
  ],
  told: [{ id: 't', board: 'Police Authority Board', ...SAID }],
  notes: '¹ A note.',
  source: { words: 'Log of June', batch: 'b' },
} // prettier-ignore

const STREAM: WorkstreamContent = {
  number: '4.1',
  objective: 'Keep things found',
  title: `Label ${'the very long shelves and '.repeat(20)}boxes`,
  chiefOfficerLead: [{ post: 'chair' }],
  smtLead: [{ name: 'Supt. Pryce' }],
  chased: { quarter: '2024-Q2', day: '2024-09-01', by: BY },
  barriers: [
    { id: 'b', raised: SAID, mitigations: [{ id: 'm', ...SAID }], resolved: null },
    { id: 'c', raised: SAID, mitigations: [], resolved: SAID },
  ],
  ended: { day: '2025-01-01', reason: 'Done' },
  source: null,
}

const QUARTER: QuarterContent = {
  workstream: '4-1',
  quarter: '2024-Q2',
  status: 'On.',
  planned: 'Off.',
  versions: [{ id: 'v', status: 'On.', planned: 'Off.', day: '2024-09-02', by: BY }],
}

describe('rows keep everything', () => {
  test('of a report', () => {
    expect(again(publicationKind, REPORT)).toEqual({ content: REPORT, problems: [] })
    const bare = { ...REPORT, subtitle: '', publishers: [], published: null, scope: null, lead: [], summary: '', earlier: 0, positions: [], replies: [], told: [], notes: '', source: null } // prettier-ignore
    expect(again(publicationKind, bare)).toEqual({ content: bare, problems: [] })
  })

  test('of a work stream and of its quarters', () => {
    expect(again(workstreamKind, STREAM)).toEqual({ content: STREAM, problems: [] })
    expect(again(quarterKind, QUARTER)).toEqual({ content: QUARTER, problems: [] })
    expect(String(workstreamKind.make('k', STREAM)['Title']).length).toBeLessThanOrEqual(250)
  })

  test('what somebody broke is a problem with its place, and the rest is still there', () => {
    const { content, problems } = again(publicationKind, REPORT, { RepliesData: '[{"id":1}]', Scope: 'galactic' })
    expect(problems.map(({ column, code }) => [column, code])).toEqual([
      ['Scope', 'choiceUnknown'],
      ['RepliesData', 'dataBroken'],
    ])
    expect(content).toMatchObject({ title: REPORT.title, scope: null, replies: [], told: REPORT.told })
    expect(again(quarterKind, QUARTER, { Quarter: '' }).content).toBeNull()
  })
})
