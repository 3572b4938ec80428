/** How the parts of a request for disclosure look: blocks, quiet lines, forms, and the table of the copy. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { focusRing, PHONE_WIDTH, type } from '../design/scale.ts'

const PHONE = `@media (max-width: ${PHONE_WIDTH}px)`

export const useDisclosureStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  block: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: '0' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...type.title, margin: '0', flexGrow: '1', outlineStyle: 'none', overflowWrap: 'anywhere' },
  heading: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: '0', flexGrow: '1', outlineStyle: 'none' },
  quiet: {
    ...type.row,
    margin: '0',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    maxWidth: '44rem',
  },
  said: { ...type.row, margin: '0', whiteSpace: 'pre-line', overflowWrap: 'anywhere', maxWidth: '44rem' },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  item: { padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  grow: { flexGrow: '1', minWidth: '12rem', overflowWrap: 'anywhere' },
  named: { ...type.row },
  form: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '44rem',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    '& select': { minWidth: '0', width: '100%' },
  },
  open: {
    ...type.row,
    fontWeight: tokens.fontWeightSemibold,
    minHeight: '24px',
    padding: '0',
    border: 'none',
    textAlign: 'start',
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': focusRing,
  },
  late: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  scroll: { overflowX: 'auto', ':focus-visible': focusRing },
  table: {
    ...type.row,
    borderCollapse: 'collapse',
    width: '100%',
    minWidth: '44rem',
    // A row is a card there: nobody reads along a line that is wider than their hand.
    [PHONE]: {
      display: 'block',
      minWidth: '0',
      '& tbody, & tr, & td, & th': { display: 'block' },
      '& thead': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
      '& tr': { borderBottom: `1px solid ${tokens.colorNeutralStroke1}`, padding: `${tokens.spacingVerticalS} 0` },
      '& td, & th': { borderBottom: 'none', padding: `${tokens.spacingVerticalXXS} 0` },
      '& td:empty': { display: 'none' },
      '& td[data-heading]::before': {
        ...type.label,
        content: 'attr(data-heading)',
        display: 'block',
        color: tokens.colorNeutralForeground2,
      },
    },
  },
  head: {
    ...type.label,
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'pre-line',
    // Short words keep their column as wide as they are.
    overflowWrap: 'break-word',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  number: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  keep: { whiteSpace: 'nowrap' },
  // Struck through as well: colour is never alone.
  gone: {
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground5,
    textDecorationLine: 'line-through',
  },
  instead: { backgroundColor: tokens.colorNeutralBackground5, color: tokens.colorNeutralForeground1 },
  choices: { display: 'flex', flexDirection: 'column', maxHeight: '22rem', overflowY: 'auto' },
  hash: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
})
