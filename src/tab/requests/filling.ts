/**
 * Figures of an answer that are known already: what a force told of incidents in the period of a return, counted by the
 * service. Offered to whoever answers, who looks them over and sends them; nobody types them twice.
 */

import { useEffect, useState } from 'react'
import { incidentEndpoints, type Figures } from '../../contract/incidents.ts'
import type { RequestContent } from '../../domain/request.ts'
import type { Session } from '../session.ts'

/** Null where the request has none, or they can't be had: then everything is typed, as ever. */
export type AskFigures = (request: RequestContent, organisation: string) => Promise<Figures | null>

export function figuresFrom({ api }: Session, group: string): AskFigures {
  return async ({ key, fields }, organisation) => {
    if (!fields.some(({ filledBy }) => filledBy !== undefined)) return null
    const answer = await api.ask(incidentEndpoints.incidentFigures, { key: group, request: key, organisation })
    return answer.ok && answer.value.from !== null ? answer.value : null
  }
}

export function useFigures(ask: AskFigures | null, request: RequestContent, organisation: string): Figures | null {
  const [figures, setFigures] = useState<Figures | null>(null)
  useEffect(() => {
    let current = true
    void ask?.(request, organisation).then(
      (told) => current && setFigures(told),
      // The answer can be given all the same.
      () => undefined,
    )
    return () => {
      current = false
    }
    // Asked once for a form: what one is filling in doesn't change under one's hand.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [request.key, organisation])
  return figures
}

/** As typed, by the field's key: whatever its author typed stands before it. */
export function typedBy(figures: Figures | null): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(figures?.values ?? {}).map(([key, value]) => [key, String(value)]))
}
