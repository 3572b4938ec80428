/** One thing that is said of a work stream, under its name; or that nothing is. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { type } from '../design/scale.ts'

const useStyles = makeStyles({
  name: { ...type.label, fontWeight: tokens.fontWeightSemibold, margin: '0', color: tokens.colorNeutralForeground2 },
  words: { ...type.row, margin: `${tokens.spacingVerticalXXS} 0 0`, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  none: { ...type.row, margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2 },
})

export interface PartProps {
  readonly as: 'h2' | 'h4'
  readonly name: string
  readonly words: string | null
  readonly none: string
}

export function Part({ as: Heading, name, words, none }: PartProps) {
  const styles = useStyles()
  return (
    <div>
      <Heading className={styles.name}>{name}</Heading>
      {words === null || words === '' ? <p className={styles.none}>{none}</p> : <p className={styles.words}>{words}</p>}
    </div>
  )
}
