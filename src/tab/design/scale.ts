/**
 * The one visual language, written down once. tests/tab/designlanguage.test.ts keeps everything else to it.
 *
 * Space is Fluent's own ramp, by name and never by number: `tokens.spacing…` XXS XS SNudge S MNudge M L XL XXL XXXL are
 * 2 4 6 8 10 12 16 20 24 32 px. S parts things that belong together, M what stands side by side, L a box from its
 * words, XXL one thought from the next; a page that is read ends with `PAGE_FOOT`.
 *
 * Type has six roles:
 *
 *   row      14/20  what people compare: grid, cards, facts
 *   label    12/16  names of columns and facts, times
 *   reading  16/24  what people read: an action's details, its history
 *   title    20/28  the reference of the action that is open
 *   stage    22/30 to 44/56 by the window's size: what a room reads from the end of a table; stageLong, where it is much
 *   beside   16/22 to 26/34 beside it: by whom, by when, its history
 *
 * Colour stands in theme.ts alone, by role: RED AMBER GREEN WHITE CLOSED for a status' shape, with its word always
 * beside it (StatusMark.tsx), two of them for words, three for what is withheld. Everything else is a token of Fluent's.
 *
 * Heights and widths are px on purpose where rows are virtual; text may still grow by the browser's zoom (tried at
 * 400 %). A target is at least 24 px each way; focus is drawn inside (`focusRing`), so that nothing that stays covers it.
 */

import { tokens } from '@fluentui/react-components'

export const ROW_HEIGHT = 36
/** Below the last line of a page that is read. */
export const PAGE_FOOT = '48px'
/** Up to this width there is one column, of cards. */
export const PHONE_WIDTH = 640
/** Below this the panel takes the place of the grid instead of standing beside it. */
export const BESIDE_WIDTH = 820
/** From here there is room for what is only good to know. */
export const ROOMY_WIDTH = 1200
/** From here the saved views stand at the left instead of above. */
export const VIEWS_WIDTH = 900

/** From here there is room for views, grid and panel side by side; below, the views make room for the panel. */
export const ALL_WIDTH = 1080

export const type = {
  row: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
  },
  label: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
  },
  reading: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase400,
    lineHeight: '24px',
    fontWeight: tokens.fontWeightRegular,
  },
  title: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  stage: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: '22px',
    lineHeight: '30px',
    fontWeight: tokens.fontWeightRegular,
    '@media (min-width: 1000px) and (min-height: 560px)': { fontSize: '32px', lineHeight: '42px' },
    '@media (min-width: 1500px) and (min-height: 700px)': { fontSize: '44px', lineHeight: '56px' },
  },
  /** So many words that they need the room. */
  stageLong: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightRegular,
    '@media (min-width: 1000px) and (min-height: 560px)': { fontSize: '24px', lineHeight: '32px' },
    '@media (min-width: 1500px) and (min-height: 700px)': { fontSize: '32px', lineHeight: '42px' },
  },
  beside: {
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase400,
    lineHeight: '22px',
    fontWeight: tokens.fontWeightRegular,
    '@media (min-width: 1000px) and (min-height: 560px)': {
      fontSize: tokens.fontSizeBase500,
      lineHeight: tokens.lineHeightBase500,
    },
    '@media (min-width: 1500px) and (min-height: 700px)': { fontSize: '26px', lineHeight: '34px' },
  },
} as const

/** As large as what it stands in. */
export const asLarge = { fontSize: 'inherit' } as const

/** Drawn inside its element, so that no scrolling edge cuts it and no sticky header hides it. */
export const focusRing = {
  outlineStyle: 'solid',
  outlineWidth: '2px',
  outlineColor: tokens.colorStrokeFocus2,
  outlineOffset: '-2px',
} as const

/** Read by a screen reader, seen by nobody. */
export const hiddenFromEyes = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const

/** One line, cut with an ellipsis. */
export const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: '0' } as const

/** Two lines at most, cut with an ellipsis. */
export const twoLines = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: '2',
  overflow: 'hidden',
  overflowWrap: 'anywhere',
} as const

/** Somebody else has just changed it. */
export const glow = {
  animationName: {
    from: { backgroundColor: tokens.colorBrandBackground2, color: tokens.colorNeutralForeground1 },
  },
  animationDuration: '2.4s',
  animationTimingFunction: 'ease-out',
  '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
} as const

/** A card that is pressed as a whole. */
export const cardButton = {
  ...type.row,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: tokens.spacingHorizontalXS,
  boxSizing: 'border-box',
  width: '100%',
  padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalM}`,
  textAlign: 'start',
  cursor: 'pointer',
  color: tokens.colorNeutralForeground1,
  backgroundColor: tokens.colorNeutralBackground1,
  border: `1px solid ${tokens.colorNeutralStroke2}`,
  borderRadius: tokens.borderRadiusLarge,
  ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
  ':focus-visible': focusRing,
} as const

/** A button of a bar that opens something, or is pressed. */
export const barButton = {
  ...type.row,
  display: 'inline-flex',
  alignItems: 'center',
  gap: tokens.spacingHorizontalSNudge,
  minHeight: '28px',
  padding: `0 ${tokens.spacingHorizontalS}`,
  '@media (max-width: 640px)': { padding: `0 ${tokens.spacingHorizontalXS}` },
  border: `1px solid ${tokens.colorTransparentStroke}`,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: 'transparent',
  color: tokens.colorNeutralForeground2,
  cursor: 'pointer',
  ':focus-visible': focusRing,
} as const
