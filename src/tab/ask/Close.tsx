/** The way out of a dialog that is done; none where the page stands alone. */

import { Button } from '@fluentui/react-components'
import type { DialogResult } from '../shell/teams.ts'
import { useWords } from '../words.tsx'

export interface CloseProps {
  readonly onClose: ((said: DialogResult | null) => void) | null
  /** The subject that was settled: its card says so. */
  readonly settled: string
}

export function Close({ onClose, settled }: CloseProps) {
  const words = useWords()
  if (onClose === null) return null
  return (
    <Button appearance="primary" size="large" onClick={() => onClose({ settled })}>
      {words.say('decide.close')}
    </Button>
  )
}
