/** Beside a heading that folds: to the right while what is under it is folded away, else down. */

import { makeStyles, mergeClasses } from '@fluentui/react-components'

const useStyles = makeStyles({
  mark: {
    flexShrink: '0',
    transitionProperty: 'transform',
    transitionDuration: '100ms',
    '@media (prefers-reduced-motion: reduce)': { transitionDuration: '0ms' },
  },
  unfolded: { transform: 'rotate(90deg)' },
})

export function FoldMark({ folded }: { readonly folded: boolean }) {
  const styles = useStyles()
  return (
    <svg
      className={mergeClasses(styles.mark, !folded && styles.unfolded)}
      width="12"
      height="12"
      viewBox="0 0 12 12"
      aria-hidden="true"
    >
      <path d="M4 2.5L8 6L4 9.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  )
}
