/** The board’s report. */

import { Opening } from '../shell/Opening.tsx'

export function ReportPage() {
  return <Opening />
}
