/** Inspection reports and what became of their recommendations. */

import { Opening } from '../shell/Opening.tsx'

export function RecommendationsPage() {
  return <Opening />
}
