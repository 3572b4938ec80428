/** The review of a document under the answers given so far; the last one stands until the next is there. */

import { useEffect, useState } from 'react'
import type { MendAnswer } from '../../documents/problem.ts'
import type { DocumentProblem } from '../../documents/table.ts'
import type { Day } from '../../domain/day.ts'
import { useWords } from '../words.tsx'
import type { ColumnChoices } from './ColumnChoice.tsx'
import { openReader, type Source } from './reading.ts'
import type { Review } from './review.ts'

interface State {
  readonly review: Review | null
  readonly unreadable: DocumentProblem | null
  readonly fault: unknown
}

const NOTHING: State = { review: null, unreadable: null, fault: null }

/** Throws while drawing when the reader itself fails: the error boundary says so. */
export function useReview(
  source: Source,
  answers: readonly MendAnswer[],
  columns: ColumnChoices,
  day: Day | null,
  today: Day,
): Omit<State, 'fault'> {
  const { language } = useWords()
  const [reader] = useState(openReader)
  const [state, setState] = useState<State>(NOTHING)

  useEffect(() => () => reader.close(), [reader])

  useEffect(() => {
    let current = true
    const options = { language, mends: answers, columns, today, ...(day === null ? {} : { day }) }
    reader.read(source, options).then(
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
  }, [reader, source, answers, columns, day, today, language])

  if (state.fault !== null) throw state.fault
  return state
}
