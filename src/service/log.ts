/**
 * One line of JSON for each thing worth knowing. Ids, codes, counts and times only: never a token, a name, or a word
 * that anybody wrote. The message of a fault may quote any of them, so of a fault only its kind and place are kept.
 */

import { GraphFault } from '../sharepoint/fault.ts'
import { instantOf, type Clock } from '../words/clock.ts'

export interface Entry {
  readonly level: 'info' | 'warning' | 'error'
  /** What happened, one word or two: `request`, `tokenRefused`, `started`. */
  readonly event: string
  readonly [field: string]: string | number | boolean | null | readonly string[] | undefined
}

export interface Log {
  (entry: Entry): void
}

/** @param write is given each line without its end */
export function createLog(clock: Clock, write: (line: string) => void): Log {
  return (entry) => write(JSON.stringify({ at: instantOf(clock.now()), ...entry }))
}

/** What may be said of a fault. */
export function traceOf(fault: unknown): Record<string, string | number | null> {
  if (!(fault instanceof Error)) return { fault: typeof fault }
  const frames = (fault.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  return {
    fault: fault.name,
    ...(fault instanceof GraphFault
      ? { graphStatus: fault.status, graphCode: fault.code, graphRequest: fault.requestId }
      : {}),
    stack: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' | '),
    ...(fault.cause instanceof Error ? { cause: fault.cause.name } : {}),
  }
}
