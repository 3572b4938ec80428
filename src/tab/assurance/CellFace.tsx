/**
 * What a cell shows of itself: the shape and word of the worst of its work, how much is covered and that as a bar; or, more
 * quietly, that nothing covers it, or that there is nothing to cover. In the colour of what it stands on.
 */

import { makeStyles, tokens } from '@fluentui/react-components'
import { placeName } from '../../documents/export/assurance.ts'
import type { CoverageCell } from '../../domain/coverage.ts'
import type { Framework } from '../../domain/framework.ts'
import type { Words } from '../../words/words.ts'
import { type } from '../design/scale.ts'
import { StatusShape } from '../design/StatusMark.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  face: { display: 'grid', maxWidth: '12rem', textAlign: 'start' },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, ...type.row },
  words: type.label,
  // Legible on what is hatched.
  absent: {
    ...type.label,
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    fontStyle: 'italic',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  // A place that is kept free for a shape.
  place: {
    boxSizing: 'border-box',
    width: '12px',
    height: '12px',
    margin: '1px',
    flexShrink: '0',
    borderRadius: tokens.borderRadiusCircular,
    border: '1.5px dashed currentColor',
  },
  // Drawn with the words' own colour, so that it is seen wherever they are.
  bar: {
    boxSizing: 'border-box',
    height: '5px',
    marginTop: tokens.spacingVerticalXXS,
    borderRadius: tokens.borderRadiusCircular,
    border: '1px solid currentColor',
    overflow: 'hidden',
  },
  share: { display: 'block', height: '100%', backgroundColor: 'currentColor' },
})

export function CellFace({ cell }: { readonly cell: CoverageCell }) {
  const words = useWords()
  const styles = useStyles()
  const { state, worst, covered, paragraphs } = cell
  if (state === 'notInFramework') return <span className={styles.absent}>{words.say('assurance.notInFramework')}</span>
  return (
    <span className={styles.face}>
      {worst === null ? (
        <span className={styles.line}>
          <span className={styles.place} aria-hidden />
          {words.say('assurance.uncovered')}
        </span>
      ) : (
        <span className={styles.line}>
          <StatusShape colour={worst} side={14} />
          {words.say(`status.${worst}`)}
        </span>
      )}
      <span className={styles.words}>{words.say('assurance.of', { covered, all: paragraphs.length })}</span>
      {covered > 0 && (
        <span className={styles.bar} aria-hidden>
          <span className={styles.share} style={{ width: `${(100 * covered) / paragraphs.length}%` }} />
        </span>
      )}
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
