/** How the parts of one guidance look: blocks with a heading, quiet lines, and forms. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { focusRing, type } from '../design/scale.ts'

export const useGuidanceStyles = makeStyles({
  block: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: '0' },
  heading: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0', outlineStyle: 'none' },
  title: { ...type.title, margin: '0', outlineStyle: 'none', overflowWrap: 'anywhere', textWrap: 'balance' },
  quiet: {
    ...type.row,
    margin: '0',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    maxWidth: '44rem',
  },
  said: { ...type.row, margin: '0', whiteSpace: 'pre-line', overflowWrap: 'anywhere', maxWidth: '44rem' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  grow: { flexGrow: '1' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: '0',
    padding: '0',
  },
  fold: {
    ...type.row,
    fontWeight: tokens.fontWeightSemibold,
    minHeight: '24px',
    cursor: 'pointer',
    ':focus-visible': focusRing,
  },
  folded: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalS}`,
  },
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  form: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '44rem',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  select: { '& select': { minWidth: '0', width: '100%' } },
})
