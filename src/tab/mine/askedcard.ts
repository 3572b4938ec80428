/** A card of what is asked of one that is no action: what of it is known, and below what it is called. */

import { tokens } from '@fluentui/react-components'
import { cardButton, twoLines } from '../design/scale.ts'

export const askedCard = {
  card: cardButton,
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  title: { ...twoLines, fontWeight: tokens.fontWeightSemibold },
  due: { color: tokens.colorNeutralForeground2 },
  late: { color: 'var(--statusTextRED)' },
} as const
