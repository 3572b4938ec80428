/** What is left of a thing once it was written as a row of its list and read back, for tests that nothing is lost. */

import { expect } from 'vitest'
import type { List } from '../../../src/sharepoint/lists.ts'
import { readCells, type RowProblem } from '../../../src/sharepoint/work/cells.ts'
import type { CollectionKind } from '../../../src/sharepoint/work/collection.ts'

/** What SharePoint would hold, read again. */
export function again<Content extends object>(
  kind: Pick<CollectionKind<Content, never>, 'list' | 'make' | 'parse'>,
  content: Content,
  broken: Readonly<Record<string, string>> = {},
): { readonly content: Content | null; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = []
  const values = kind.make('k', content)
  expect(Object.keys(values).filter((name) => !hasColumn(kind.list, name))).toEqual([])
  const fields = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  const row = {
    id: '1',
    version: 'v',
    createdBy: '',
    createdById: null,
    createdByApplication: null,
    createdAt: '',
    modifiedAt: '',
    fields: { ...fields, ...broken },
  }
  return { content: kind.parse(readCells(row, kind.list, problems), 'k'), problems }
}

const hasColumn = (list: List, name: string): boolean =>
  name === 'Title' || list.columns.some((column) => column.name === name)
