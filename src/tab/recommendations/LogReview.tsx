/** What a log holds, before it is written: its reports with their counts by status, and what of it needs a look, each with its place. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { hasNews } from '../../documents/edition.ts'
import { PRINTED_STATUSES, type PrintedPublication, type PrintedStatus } from '../../documents/recommendation.ts'
import type { Colour } from '../../domain/action.ts'
import { type } from '../design/scale.ts'
import { StatusShape } from '../design/StatusMark.tsx'
import { LookList } from '../importing/LookList.tsx'
import { useWords } from '../words.tsx'
import type { Log } from './log.ts'

const useStyles = makeStyles({
  review: { display: 'grid', gap: tokens.spacingVerticalL, gridTemplateColumns: 'minmax(0, 1fr)' },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  said: { ...type.reading, margin: '0' },
  counts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  count: { ...type.label, display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
})

export interface LogReviewProps {
  readonly log: Log
  readonly document: string
  readonly onBring: () => void
}

export function LogReview({ log: { proposal, comparison }, document, onBring }: LogReviewProps) {
  const words = useWords()
  const styles = useStyles()
  const { publications, problems } = proposal
  const count = publications.reduce((sum, each) => sum + each.recommendations.length, 0)
  const fresh = comparison.fresh.flatMap(({ imported }) => imported.inspection?.imported ?? [])
  const moves = [...fresh, ...comparison.matched].reduce((sum, each) => sum + (each.moves?.length ?? 0), 0)
  const milestones = fresh.reduce((sum, each) => sum + (each.milestones?.length ?? 0), 0)
  const redated = comparison.matched.flatMap(({ action, due }) => (due ? [action.reference] : []))
  if (publications.length === 0) {
    return <p className={styles.said}>{words.say('recommendations.log.nothing', { document })}</p>
  }
  return (
    <div className={styles.review}>
      <div className={styles.top}>
        <p className={styles.said} role="status">
          {words.say('recommendations.log.read', { reports: publications.length, count, document })}
          {': '}
          {words.say('recommendations.log.fresh', {
            fresh: comparison.fresh.length,
            news: comparison.matched.filter(hasNews).length,
          })}
          .
        </p>
        <Button appearance="primary" onClick={onBring}>
          {words.say('importing.look.bring')}
        </Button>
      </div>
      {moves > 0 && <p className={styles.said}>{words.say('recommendations.log.moves', { moves, milestones })}</p>}
      {redated.length > 0 && (
        <p className={styles.said}>{words.say('recommendations.log.redated', { references: words.list(redated) })}</p>
      )}
      {comparison.doubtful.length > 0 && (
        <p className={styles.said}>
          {words.say('recommendations.log.doubtful', { count: comparison.doubtful.length })}
        </p>
      )}
      <LookList
        problems={problems}
        heading={words.say('recommendations.log.reports')}
        lines={publications.map((publication) => ({
          key: publication.row,
          line: (
            <>
              <div>{publication.title || words.say('recommendations.noReport')}</div>
              <Counts publication={publication} />
            </>
          ),
        }))}
      />
    </div>
  )
}

function Counts({ publication: { recommendations } }: { readonly publication: PrintedPublication }) {
  const words = useWords()
  const styles = useStyles()
  const of = (status: PrintedStatus): number => recommendations.filter((each) => each.status === status).length
  return (
    <div className={styles.counts}>
      <span className={styles.count}>{words.say('recommendations.of', { count: recommendations.length })}</span>
      {PRINTED_STATUSES.filter((status) => of(status) > 0).map((status) => (
        <span key={status} className={styles.count}>
          <StatusShape colour={shapeOf(status)} side={14} />
          {words.say(`report.colour.${status}`)} {words.number(of(status))}
        </span>
      ))}
    </div>
  )
}

function shapeOf(status: PrintedStatus): Colour {
  return status === 'NEW GREEN' ? 'GREEN' : status
}
