/** One guidance: first what holds now, and whether the reader has to say that it was read; then what is being prepared. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular, ArrowLeftRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import type { Guidance, GuidanceTold } from '../../contract/guidance.ts'
import type { Day } from '../../domain/day.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { PAGE_FOOT } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { Acknowledge } from './Acknowledge.tsx'
import { DeedForm } from './DeedForms.tsx'
import { DraftForm, type DraftPlace } from './DraftForm.tsx'
import { Earlier } from './Earlier.tsx'
import { useGuidanceStyles } from './guidancestyles.ts'
import { Making } from './Making.tsx'
import { titleOf } from './Paragraphs.tsx'
import { Position } from './Position.tsx'
import { Readings } from './Readings.tsx'
import { inTheMaking } from './shown.ts'

const useStyles = makeStyles({
  scroll: { flex: '1 1 0', minWidth: '0', minHeight: '0', overflowY: 'auto' },
  article: {
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    maxWidth: '56rem',
    gap: tokens.spacingVerticalXXL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${PAGE_FOOT}`,
  },
})

export interface GuidanceArticleProps {
  readonly place: DraftPlace
  readonly guidance: GuidanceTold
  readonly told: Guidance
  readonly today: Day
  /** Null where the list stands beside it. */
  readonly onBack: (() => void) | null
}

export function GuidanceArticle({ place, guidance, told, today, onBack }: GuidanceArticleProps) {
  const styles = useStyles()
  const shared = useGuidanceStyles()
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const [open, setOpen] = useState<'draft' | 'withdraw' | null>(null)
  const making = inTheMaking(guidance)
  const [newest] = guidance.versions
  const inForce = guidance.versions.find(({ standing }) => standing === 'inForce' || standing === 'toCome') ?? null
  const titled = guidance.versions.find(({ number }) => number === guidance.position?.number) ?? newest
  useEffect(() => heading.current?.focus(), [])
  const leave = (): void => setOpen(null)
  return (
    <div className={styles.scroll}>
      <article className={styles.article}>
        <div className={shared.block}>
          <div className={shared.line}>
            {onBack && (
              <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={onBack}>
                {words.say('guidance.all')}
              </Button>
            )}
            <span className={shared.grow} />
            <MarkingMark marking={told.group.marking} />
          </div>
          <h1 className={shared.title} ref={heading} tabIndex={-1}>
            {titled && titleOf(titled, words.language)}
          </h1>
          <Position guidance={guidance} />
          <Acknowledge place={place} guidance={guidance} organisations={told.organisations} />
        </div>
        {making && <Making key={making.number} place={place} version={making} told={told} />}
        {open === 'draft' && newest ? (
          <DraftForm
            place={place}
            number={newest.number + 1}
            version={null}
            before={newest}
            told={told}
            onLeave={leave}
            onDone={leave}
          />
        ) : open === 'withdraw' && inForce ? (
          <DeedForm place={place} deed={{ kind: 'withdraw' }} version={inForce} told={told} onLeave={leave} />
        ) : (told.mayDraft && !making) || inForce?.mayWithdraw ? (
          <div className={shared.foot}>
            {told.mayDraft && !making && newest && (
              <Button size="small" icon={<AddRegular />} onClick={() => setOpen('draft')}>
                {words.say('guidance.do.draft', { number: newest.number + 1 })}
              </Button>
            )}
            {inForce?.mayWithdraw && (
              <Button size="small" onClick={() => setOpen('withdraw')}>
                {words.say('guidance.do.withdraw')}
              </Button>
            )}
          </div>
        ) : null}
        <Readings guidance={guidance} organisations={told.organisations} today={today} />
        <Earlier guidance={guidance} organisations={told.organisations} />
      </article>
    </div>
  )
}
