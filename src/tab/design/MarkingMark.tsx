/** A protective marking as it stands at the top of what it is of: its level, and who it is for. */

import { makeStyles, tokens } from '@fluentui/react-components'
import type { Marking } from '../../domain/group.ts'
import { type } from './scale.ts'

const useStyles = makeStyles({
  marking: {
    ...type.label,
    fontWeight: tokens.fontWeightSemibold,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorNeutralForeground1,
  },
  handling: { fontWeight: tokens.fontWeightRegular },
})

export interface MarkingMarkProps {
  readonly marking: Marking
  readonly title?: string
}

export function MarkingMark({ marking: { level, handling }, title }: MarkingMarkProps) {
  const styles = useStyles()
  return (
    <span className={styles.marking} title={title}>
      {level}
      {handling && <span className={styles.handling}> {handling}</span>}
    </span>
  )
}
