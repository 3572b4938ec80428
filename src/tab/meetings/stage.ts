/** Where things stand on the big screen: left what is taken, below it what is written, at the right what was before. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { type } from '../design/scale.ts'

export const useStageStyles = makeStyles({
  stage: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(280px, 34%)',
    gridTemplateRows: 'minmax(0, 1fr)',
    flexGrow: '1',
    minHeight: '0',
    '@media (max-width: 900px), (max-height: 560px)': { display: 'block', minHeight: 'auto' },
  },
  left: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '0',
    minWidth: '0',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
    gap: tokens.spacingVerticalM,
    '@media (max-width: 900px)': { padding: tokens.spacingHorizontalL },
  },
  /** Gives way to what is written; that never moves. */
  upper: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: '1',
    gap: tokens.spacingVerticalL,
    minHeight: '0',
    overflowY: 'auto',
    '@media (max-width: 900px), (max-height: 560px)': { overflowY: 'visible' },
  },
  writing: { flexShrink: '0', maxHeight: '62%', overflowY: 'auto', ':empty': { display: 'none' } },
  composer: {
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow8,
    overflow: 'hidden',
    '& textarea': { fontSize: tokens.fontSizeBase400 },
  },
  right: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '0',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} 0`,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 900px), (max-height: 560px)': {
      padding: tokens.spacingHorizontalL,
      borderLeft: 'none',
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  heading: {
    ...type.row,
    fontWeight: tokens.fontWeightSemibold,
    margin: `0 0 ${tokens.spacingVerticalM}`,
    color: tokens.colorNeutralForeground2,
  },
  /** Larger than beside the grid: a room reads it. */
  history: {
    flexGrow: '1',
    minHeight: '0',
    overflowY: 'auto',
    '& ol p, & ol li div': {
      fontSize: tokens.fontSizeBase400,
      lineHeight: '22px',
      '@media (min-width: 1500px) and (min-height: 700px)': {
        fontSize: tokens.fontSizeBase500,
        lineHeight: tokens.lineHeightBase500,
      },
    },
    '@media (max-width: 900px), (max-height: 560px)': { overflowY: 'visible' },
  },
})
