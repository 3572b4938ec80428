/** What a cell shows of itself: the shape and word of the worst of its actions and how much is covered, or why it is empty. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { placeName } from '../../documents/export/assurance.ts'
import type { CoverageCell } from '../../domain/coverage.ts'
import type { Framework } from '../../domain/framework.ts'
import type { Words } from '../../words/words.ts'
import { type } from '../design/scale.ts'
import { StatusShape } from '../design/StatusMark.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  face: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    textAlign: 'start',
  },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, ...type.row },
  words: { ...type.label, color: tokens.colorNeutralForeground2 },
  empty: { ...type.row, color: tokens.colorNeutralForeground1 },
  absent: { ...type.label, fontStyle: 'italic', color: tokens.colorNeutralForeground2 },
})

export function CellFace({ cell }: { readonly cell: CoverageCell }) {
  const words = useWords()
  const styles = useStyles()
  const { state, worst, covered, paragraphs } = cell
  if (state === 'notInFramework') return <span className={styles.absent}>{words.say('assurance.notInFramework')}</span>
  return (
    <span className={styles.face}>
      {worst === null ? (
        <span className={styles.empty}>{words.say('assurance.uncovered')}</span>
      ) : (
        <span className={styles.line}>
          <StatusShape colour={worst} side={14} />
          {words.say(`status.${worst}`)}
        </span>
      )}
      <span className={styles.words}>{words.say('assurance.of', { covered, all: paragraphs.length })}</span>
    </span>
  )
}

/** All of it as one sentence. */
export function cellSentence(cell: CoverageCell, framework: Framework, words: Words): string {
  const { state, worst, covered, paragraphs, items } = cell
  const place = placeName(framework, cell, words)
  if (state !== 'covered' || worst === null)
    return words.say(`assurance.cell.${coverless(cell)}`, { place, all: paragraphs.length })
  return words.say('assurance.cell.covered', {
    place,
    covered,
    all: paragraphs.length,
    count: items.length,
    colour: words.say(`status.${worst}`),
  })
}

function coverless({ state }: CoverageCell): 'notInFramework' | 'uncovered' {
  return state === 'notInFramework' ? state : 'uncovered'
}
