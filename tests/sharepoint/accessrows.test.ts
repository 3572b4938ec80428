import { describe, expect, test } from 'vitest'
import type { NominationContent } from '../../src/domain/access.ts'
import type { ReconciliationContent } from '../../src/domain/accessreconciling.ts'
import type { ResourceContent } from '../../src/domain/accessresource.ts'
import type { ReviewContent } from '../../src/domain/accessreview.ts'
import {
  nominationKind,
  reconciliationKind,
  resourceKind,
  reviewKind,
} from '../../src/sharepoint/control/accessrows.ts'
import type { List } from '../../src/sharepoint/lists.ts'
import { readCells, type Cells, type RowProblem } from '../../src/sharepoint/work/cells.ts'
import type { KeyedValues } from '../../src/sharepoint/work/rows.ts'

const person = { tenantId: 't', objectId: 'p', name: 'Pat "O’Neill" Lowe' }
const happened = { id: 'c1', day: '2026-11-01', at: '2026-11-01T09:00:00.000Z', by: person }

const RESOURCE: ResourceContent = {
  group: 'g',
  key: 'ocag-database',
  name: 'OCAG database',
  nameWelsh: '',
  teams: ['POLIT', 'Intelligence'],
  reviews: { first: '2026-09-01', months: 3, dueAfter: 14 },
}
const decision = { words: '', appointment: 'a', hash: 'h', post: null }
const NOMINATION: NominationContent = {
  group: 'g',
  resource: 'ocag-database',
  person,
  events: [
    {
      ...happened,
      kind: 'nominated',
      organisation: 'vale',
      team: 'POLIT',
      reason: 'Two\nlines',
      trained: null,
      post: null,
    },
    { ...happened, kind: 'decided', as: 'approver', verdict: 'approved', ...decision },
    { ...happened, kind: 'decided', as: 'assetOwner', verdict: 'refused', ...decision, post: 'spoc' },
    { ...happened, kind: 'opened', account: 'pat.lowe' },
    { ...happened, by: null, kind: 'suspended', because: 'left', words: '' },
    { ...happened, kind: 'askedBack', words: 'Back' },
    { ...happened, kind: 'revoked', words: '' },
    { ...happened, kind: 'closed' },
  ],
}
const REVIEW: ReviewContent = {
  group: 'g',
  resource: 'ocag-database',
  organisation: 'vale',
  scheduled: '2026-11-01',
  opens: '2026-11-02',
  due: '2026-11-16',
  people: [{ nomination: 'n', person }],
  given: [
    {
      ...happened,
      appointment: 'a',
      people: [{ nomination: 'n', answer: 'keep', words: '' }],
      availability: 'On paper',
    },
  ],
}
const RECONCILIATION: ReconciliationContent = {
  group: 'g',
  resource: 'ocag-database',
  day: '2026-11-02',
  by: person,
  accounts: 3,
  agreed: 2,
  others: 0,
  differences: [{ kind: 'unknown', account: '=x9', name: 'Nobody', nomination: null, organisation: null }],
}

function cellsOf(list: List, values: KeyedValues, problems: RowProblem[] = []): Cells {
  const fields = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  const row = { id: '1', version: 'v', createdBy: '', createdAt: '', modifiedAt: '', fields }
  return readCells(row as never, list, problems)
}

describe('rows of the access register', () => {
  test('hold all that there is to a resource, a nomination, a review and a reconciliation', () => {
    expect(resourceKind.parse(cellsOf(resourceKind.list, resourceKind.make('k', RESOURCE)), 'k')).toEqual(RESOURCE)
    expect(nominationKind.parse(cellsOf(nominationKind.list, nominationKind.make('k', NOMINATION)), 'k')).toEqual(
      NOMINATION,
    )
    expect(reviewKind.parse(cellsOf(reviewKind.list, reviewKind.make('k', REVIEW)), 'k')).toEqual(REVIEW)
    const compared = reconciliationKind.make('k', RECONCILIATION)
    expect(reconciliationKind.parse(cellsOf(reconciliationKind.list, compared), 'k')).toEqual(RECONCILIATION)
  })

  test('that somebody broke give nobody access, and say where they are broken', () => {
    const whole = nominationKind.make('k', NOMINATION)
    const events = String(whole['EventsData'])
    for (const broken of ['', '[', events.replace('"approved"', '"granted"'), events.replace('2026-11-01"', 'soon"')]) {
      const problems: RowProblem[] = []
      const cells = cellsOf(nominationKind.list, { ...whole, EventsData: broken }, problems)
      expect(nominationKind.parse(cells, 'k')).toBeNull()
      if (broken !== '') expect(problems.map(({ column }) => column)).toEqual(['EventsData'])
    }
  })
})
