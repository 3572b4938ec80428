/** The review of a document under the answers given so far; the last one stands until the next is there. */

import { useEffect, useState } from 'react'
import type { DocumentProblem } from '../../documents/table.ts'
import { useWords } from '../words.tsx'
import { openReader, type Known, type ReadOptions, type Source } from './reading.ts'
import type { Review } from './review.ts'

interface State {
  readonly review: Review | null
  readonly unreadable: DocumentProblem | null
  readonly fault: unknown
}

const NOTHING: State = { review: null, unreadable: null, fault: null }

/**
 * Throws while drawing when the reader itself fails: the error boundary says so.
 *
 * @param known null while the register isn't there yet
 * @param asked the same object until something else is asked
 */
export function useReview(
  source: Source,
  known: Known | null,
  asked: Omit<ReadOptions, 'language'>,
): Omit<State, 'fault'> {
  const { language } = useWords()
  const [reader] = useState(openReader)
  const [state, setState] = useState<State>(NOTHING)

  useEffect(() => () => reader.close(), [reader])

  useEffect(() => {
    if (known === null) return
    let current = true
    reader.read(source, known, { ...asked, language }).then(
      (result) => {
        if (!current) return
        setState(
          result.ok
            ? { review: result.value, unreadable: null, fault: null }
            : { review: null, unreadable: result.error, fault: null },
        )
      },
      (fault: unknown) => {
        if (current) setState({ ...NOTHING, fault })
      },
    )
    return () => {
      current = false
    }
  }, [reader, source, known, asked, language])

  if (state.fault !== null) throw state.fault
  return state
}
