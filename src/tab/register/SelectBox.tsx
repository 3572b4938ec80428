/**
 * The box by which a line is selected with the pointer; the keyboard's way is Space on the line itself, so the box is no
 * tab stop. Drawn here, because the browser's own doesn't follow the theme.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  box: {
    position: 'relative',
    appearance: 'none',
    flexShrink: '0',
    width: '24px',
    height: '24px',
    margin: '0',
    cursor: 'pointer',
    '::before': {
      content: '""',
      position: 'absolute',
      inset: '4px',
      boxSizing: 'border-box',
      border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
      borderRadius: tokens.borderRadiusSmall,
      backgroundColor: tokens.colorNeutralBackground1,
    },
    ':hover::before': { border: `1px solid ${tokens.colorCompoundBrandStroke}` },
    ':checked::before': {
      backgroundColor: tokens.colorCompoundBrandBackground,
      border: `1px solid ${tokens.colorCompoundBrandBackground}`,
    },
    ':checked::after': {
      content: '""',
      position: 'absolute',
      left: '9px',
      top: '6px',
      width: '4px',
      height: '8px',
      borderRight: `2px solid ${tokens.colorNeutralForegroundInverted}`,
      borderBottom: `2px solid ${tokens.colorNeutralForegroundInverted}`,
      transform: 'rotate(45deg)',
    },
    '@media (forced-colors: active)': {
      ':checked::before': { border: '1px solid CanvasText' },
      ':checked::after': { borderRight: '2px solid CanvasText', borderBottom: '2px solid CanvasText' },
    },
  },
  quiet: { opacity: '0' },
})

export interface SelectBoxProps {
  readonly label: string
  readonly checked: boolean
  /** Shown only where the pointer is: nothing is selected yet. */
  readonly quiet: boolean
}

/** The click is taken by the grid, which knows the keys that were held. */
export function SelectBox({ label, checked, quiet }: SelectBoxProps) {
  const styles = useStyles()
  return (
    <input
      type="checkbox"
      data-select=""
      tabIndex={-1}
      readOnly
      aria-label={label}
      checked={checked}
      className={mergeClasses(styles.box, quiet && styles.quiet)}
    />
  )
}
