/** The answer to "why?", beside the status that was asked; loaded when one is first asked. */

import { Tooltip } from '@fluentui/react-components'
import type { Standing } from '../../domain/status.ts'
import { whyOf } from '../../words/standing.ts'
import { useWords } from '../words.tsx'

export function WhyTooltip({ standing, target }: { readonly standing: Standing; readonly target: HTMLElement }) {
  return (
    <Tooltip
      visible
      withArrow
      relationship="inaccessible"
      content={whyOf(standing, useWords())}
      positioning={{ target, position: 'below', align: 'start' }}
    >
      <span />
    </Tooltip>
  )
}
