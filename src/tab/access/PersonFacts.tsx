/** What is known of one person's access: for whom, which team, why, trained when, and on whose say it is. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { NominationTold } from '../../contract/access.ts'
import type { Day } from '../../domain/day.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { isOver, onWhoseSay } from './shown.ts'

const useStyles = makeStyles({
  facts: {
    ...type.row,
    display: 'grid',
    gridTemplateColumns: 'minmax(96px, auto) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    margin: '0',
  },
  term: {
    ...type.label,
    maxWidth: '9rem',
    color: tokens.colorNeutralForeground2,
    paddingTop: tokens.spacingVerticalXXS,
  },
  fact: { margin: '0', minWidth: '0', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  missing: { color: 'var(--statusTextAMBER)', fontWeight: tokens.fontWeightSemibold },
})

export interface PersonFactsProps {
  readonly nomination: NominationTold
  /** Names of the organisation and, where it isn't said beside it, of the resource. */
  readonly organisation: string
  readonly resource?: string
  readonly today: Day
}

export function PersonFacts({ nomination, organisation, resource, today }: PersonFactsProps) {
  const styles = useStyles()
  const words = useWords()
  const { team, reason, trained, account, runsOut, history } = nomination
  const { nominated, approver, assetOwner } = onWhoseSay(history)
  const said = (
    event: { readonly by: string; readonly day: Day; readonly words: string },
    isQuoted: boolean,
  ): string => {
    const told = words.say('access.fact.by', { name: event.by, day: words.day(event.day) })
    return isQuoted && event.words !== '' ? `${told}\n${event.words}` : told
  }
  const isMissing = trained === null && !isOver(nomination)
  return (
    <dl className={styles.facts}>
      <Fact term={words.say('access.fact.organisation')}>{organisation}</Fact>
      <Fact term={words.say('access.fact.team')}>{team}</Fact>
      {resource !== undefined && <Fact term={words.say('access.column.resource')}>{resource}</Fact>}
      <Fact term={words.say('access.fact.reason')}>
        <PassageText text={reason} />
      </Fact>
      <Fact term={words.say('access.fact.trained')}>
        <span className={mergeClasses(isMissing && styles.missing)}>
          {trained === null ? words.say('access.fact.untrained') : words.day(trained)}
        </span>
      </Fact>
      {nominated && <Fact term={words.say('access.fact.nominated')}>{said(nominated, false)}</Fact>}
      {approver && <Fact term={words.say('access.fact.approver')}>{said(approver, true)}</Fact>}
      {assetOwner && <Fact term={words.say('access.fact.assetOwner')}>{said(assetOwner, true)}</Fact>}
      {account !== '' && <Fact term={words.say('access.fact.account')}>{account}</Fact>}
      {runsOut !== null && (
        <Fact term={words.say('access.fact.runsOut')}>
          {words.say('access.fact.until', { day: words.day(runsOut), ago: words.relativeDay(runsOut, today) })}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.fact}>{children}</dd>
    </>
  )
}
