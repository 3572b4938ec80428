/** The page on which one thing is asked, a phone's first: what it is, and at the foot, within the thumb's reach, the answer. */

import { tokens } from '@fluentui/react-components'
import { type } from './scale.ts'

export const askedPage = {
  display: 'flex',
  flexDirection: 'column',
  minHeight: '100%',
  maxWidth: '44rem',
  margin: '0 auto',
} as const

export const askedBody = {
  display: 'flex',
  flexDirection: 'column',
  flexGrow: '1',
  gap: tokens.spacingVerticalL,
  padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
} as const

/** Whose group it is, beside its marking. */
export const askedTop = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: tokens.spacingHorizontalS,
} as const

export const askedGroup = {
  ...type.label,
  flex: '1 1 8rem',
  margin: '0',
  color: tokens.colorNeutralForeground2,
} as const

export const askedFoot = {
  position: 'sticky',
  bottom: '0',
  zIndex: '1',
  display: 'flex',
  flexDirection: 'column',
  gap: tokens.spacingVerticalM,
  padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  backgroundColor: tokens.colorNeutralBackground1,
  // Short windows (400 % zoom) have no room for anything that stays.
  '@media (max-height: 560px)': { position: 'static' },
} as const
