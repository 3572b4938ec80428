/** What a document holds beside what of it needs a look, each with its place in it: what needs a look is never far below. */

import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Problem } from '../../documents/problem.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 26rem), 1fr))',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`,
    alignItems: 'start',
  },
  heading: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: `0 0 ${tokens.spacingVerticalS}` },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  line: {
    ...type.row,
    padding: `${tokens.spacingVerticalSNudge} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  place: { ...type.label, color: tokens.colorNeutralForeground2 },
})

export interface LookListProps {
  readonly problems: readonly (Pick<Problem, 'sheet' | 'row' | 'message'> & { readonly code: string })[]
  /** What the document holds, a heading over it and a line each. */
  readonly heading: string
  readonly lines: readonly { readonly key: string | number; readonly line: ReactNode }[]
}

export function LookList({ problems, heading, lines }: LookListProps) {
  const words = useWords()
  const styles = useStyles()
  return (
    <div className={styles.both}>
      <section>
        <h2 className={styles.heading}>{words.say('importing.look', { count: problems.length })}</h2>
        <ul className={styles.list}>
          {problems.map(({ sheet, row, code, message }, index) => (
            <li key={`${code} ${index}`} className={styles.line}>
              <div className={styles.place}>
                {sheet === null
                  ? words.say('importing.look.row', { row })
                  : words.say('importing.look.sheet', { sheet, row })}
              </div>
              {message}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2 className={styles.heading}>{heading}</h2>
        <ul className={styles.list}>
          {lines.map(({ key, line }) => (
            <li key={key} className={styles.line}>
              {line}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
