/** What is asked of a person about something on Control, or of a work stream, in a dialog that a card or a page opens: each area has its own. */

import { lazy, Suspense, type ComponentType } from 'react'
import type { Session } from '../session.ts'
import { Opening } from '../shell/Opening.tsx'
import type { AskArea, Page } from '../shell/page.ts'
import { Queries } from '../shell/queries.tsx'
import type { AskProps } from './ask.ts'

const AREAS: Readonly<Record<AskArea, ComponentType<AskProps>>> = {
  access: lazy(async () => ({ default: (await import('../access/AskAccess.tsx')).AskAccess })),
  review: lazy(async () => ({ default: (await import('../access/AskReview.tsx')).AskReview })),
  guidance: lazy(async () => ({ default: (await import('../guidance/AskGuidance.tsx')).AskGuidance })),
  workstream: lazy(async () => ({ default: (await import('../workstreams/AskWorkstream.tsx')).AskWorkstream })),
  incident: lazy(async () => ({ default: (await import('../incidents/AskIncident.tsx')).AskIncident })),
}

export interface AskPageProps {
  readonly session: Session
  readonly page: Extract<Page, { kind: 'ask' }>
  readonly onClose: AskProps['onClose']
}

export function AskPage({ session, page, onClose }: AskPageProps) {
  const Area = AREAS[page.area]
  return (
    <Queries>
      <Suspense fallback={<Opening />}>
        <Area session={session} group={page.group} about={page.about} onClose={onClose} />
      </Suspense>
    </Queries>
  )
}
