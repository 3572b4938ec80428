/** The page of a room that scrolls as a whole: as wide in each, so that what one reads stays where it is from room to room. */

import { tokens } from '@fluentui/react-components'
import { PAGE_FOOT, type } from './scale.ts'

export const roomPage = {
  ...type.row,
  boxSizing: 'border-box',
  maxWidth: '76rem',
  margin: '0 auto',
  padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${PAGE_FOOT}`,
  color: tokens.colorNeutralForeground1,
  '@media (max-width: 640px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${PAGE_FOOT}` },
} as const
