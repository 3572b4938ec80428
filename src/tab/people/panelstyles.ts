/** How what opens beside the table looks: the same for a post and for a new one. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { type } from '../design/scale.ts'

export const usePanelStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    flex: '0 0 auto',
    width: '400px',
    maxWidth: '100%',
    boxSizing: 'border-box',
    minHeight: '0',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    // Beside the table there is no room: in its place.
    '@container people (max-width: 820px)': { width: '100%', borderLeftStyle: 'none' },
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  title: { ...type.title, flexGrow: '1', minWidth: '0', margin: '0', outlineStyle: 'none', overflowWrap: 'anywhere' },
})
