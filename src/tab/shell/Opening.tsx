/** While a page is on its way: grey lines where its words will be, said aloud once. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalL}`,
  },
  line: {
    height: '20px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralStencil1,
    animationName: { from: { opacity: 1 }, '50%': { opacity: 0.5 }, to: { opacity: 1 } },
    animationDuration: '2s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
  words: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
})

const WIDTHS = ['34%', '92%', '86%', '90%', '78%', '88%', '60%']

export function Opening() {
  const styles = useStyles()
  const words = useWords()
  return (
    <output className={styles.page}>
      <span className={styles.words}>{words.say('shell.loading')}</span>
      {WIDTHS.map((width) => (
        <div key={width} className={styles.line} style={{ width }} aria-hidden />
      ))}
    </output>
  )
}
