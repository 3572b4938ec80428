/** What the action that is open was broken into, and what its status says because of it. */

import { useMemo } from 'react'
import { explained, piecesIn, progressOf, type Pieces, type Progress } from '../../domain/pieces.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isRecommendation, type Standing } from '../../domain/status.ts'
import type { Row } from '../register/rows.ts'

const NONE: Pieces = { actions: [], elsewhere: [] }

/** Of what is no recommendation, nothing. */
export function usePieces(
  { action, standing }: Pick<Row, 'action' | 'standing'>,
  { actions }: Snapshot,
): { readonly pieces: Pieces; readonly progress: Progress; readonly standing: Standing } {
  const found = useMemo(() => {
    const pieces = isRecommendation(action) ? piecesIn({ actions })(action) : NONE
    return { pieces, progress: progressOf(action, pieces) }
  }, [action, actions])
  return { ...found, standing: explained(standing, action, found.progress) }
}
