/** What stands where the rows do: the rows, or what is said in their place. */

import type { ReactNode } from 'react'
import { LoadingState } from './States.tsx'
import type { Row } from './rows.ts'

interface CentreProps {
  readonly rows: readonly Row[]
  readonly empty: boolean
  readonly loading: boolean
  readonly noResult: ReactNode
  readonly emptyState: ReactNode
  readonly children: ReactNode
}

export function Centre({ rows, empty, loading, noResult, emptyState, children }: CentreProps) {
  if (rows.length > 0) return children
  if (empty && loading) return <LoadingState rows={0} />
  return empty ? emptyState : noResult
}
