/** The paragraphs of one cell, what each asks of whom, and the work that answers it. A coordinator links it here. */

import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { DismissRegular, LinkAddRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import { labelWords, named, overWords, partName, placeName, whyWords } from '../../documents/export/assurance.ts'
import { coverageKey, type CoverageCell, type CoveringItem, type ParagraphCover } from '../../domain/coverage.ts'
import { workKey, type Work, type WorkRef } from '../../domain/covering.ts'
import type { Framework } from '../../domain/framework.ts'
import { plainText } from '../../domain/passage.ts'
import { focusRing, type } from '../design/scale.ts'
import { StatusMark } from '../design/StatusMark.tsx'
import type { useCollection } from '../outbox/useCollection.ts'
import { makeId } from '../shell/id.ts'
import { useWords } from '../words.tsx'
import { LinkForm } from './LinkForm.tsx'

const useStyles = makeStyles({
  section: {
    marginTop: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    scrollMarginTop: tokens.spacingVerticalL,
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  title: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: '0', flexGrow: '1', outlineStyle: 'none' },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  paragraph: {
    display: 'grid',
    gridTemplateColumns: '4rem minmax(0, 1fr)',
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  number: { ...type.row, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  beside: { ...type.label, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  item: { padding: `${tokens.spacingVerticalXS} 0` },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  link: {
    ...type.row,
    minHeight: '24px',
    padding: '0',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': focusRing,
  },
  // Its words stand under the others.
  outdent: { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  uncovered: { ...type.label, color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
})

export interface CellDetailProps {
  readonly cell: CoverageCell
  readonly framework: Framework
  /** All that may be linked, by `workKey`. */
  readonly work: ReadonlyMap<string, Work>
  readonly coverages: ReturnType<typeof useCollection<'coverages'>>
  readonly mayLink: boolean
  readonly onOpenWork: (work: WorkRef) => void
  readonly onClose: () => void
}

export function CellDetail(props: CellDetailProps) {
  const { cell, framework, work, coverages, mayLink, onClose } = props
  const words = useWords()
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  const [linking, setLinking] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.parentElement?.parentElement?.scrollIntoView({ block: 'nearest' })
  }, [])
  const set = async (item: WorkRef, change: (numbers: readonly string[]) => readonly string[], evidence?: string) => {
    const key = coverageKey(framework.key, item)
    const seen = coverages.values?.get(key)
    const said = {
      framework: framework.key,
      item: { kind: item.kind, key: item.key },
      paragraphs: change(seen?.paragraphs ?? []),
      evidence: evidence ?? seen?.evidence ?? '',
    }
    setProblem(null)
    const kept = await coverages.keeping?.post({ kind: 'setCoverage', id: makeId(), key, ...said }, seen)
    if (kept?.state === 'refused') setProblem(words.refusal(kept.refusal))
    if (kept?.state === 'stale') setProblem(words.say('refusal.changedMeanwhile'))
    return kept?.state === 'saved' || kept?.state === 'unsaved'
  }
  return (
    <section className={styles.section} aria-labelledby="assurance-cell">
      <header className={styles.head}>
        <h2 className={styles.title} id="assurance-cell" ref={heading} tabIndex={-1}>
          {placeName(framework, cell, words)}
        </h2>
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={words.say('panel.close')}
          onClick={onClose}
        />
      </header>
      {problem !== null && (
        <MessageBar intent="warning">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {coverages.unsent.length > 0 && (
        <p className={styles.beside} role="status">
          {words.say('assurance.waits')}
        </p>
      )}
      <ul className={styles.list}>
        {cell.paragraphs.map((cover) => {
          const { number } = cover.paragraph
          return (
            <li key={number} className={styles.paragraph}>
              <span className={styles.number}>{number}</span>
              <div>
                <ParagraphWords cover={cover} framework={framework} />
                {cover.items.map((item) => (
                  <Item
                    key={workKey(item.work)}
                    {...props}
                    item={item}
                    number={number}
                    onUnlink={() => void set(item.work, (all) => all.filter((each) => each !== number))}
                  />
                ))}
                {linking === number ? (
                  <LinkForm
                    number={number}
                    work={work}
                    evidenceOf={(item) => coverages.values?.get(coverageKey(framework.key, item))?.evidence ?? ''}
                    onClose={() => setLinking(null)}
                    onLink={async (item, evidence) => {
                      if (await set(item, (all) => [...all, number], evidence)) setLinking(null)
                    }}
                  />
                ) : (
                  mayLink && (
                    <Button
                      size="small"
                      appearance="subtle"
                      className={styles.outdent}
                      icon={<LinkAddRegular />}
                      aria-label={words.say('assurance.link.to', { number })}
                      onClick={() => setLinking(number)}
                    >
                      {words.say('assurance.link')}
                    </Button>
                  )
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function ParagraphWords({ cover, framework }: { readonly cover: ParagraphCover; readonly framework: Framework }) {
  const words = useWords()
  const styles = useStyles()
  const { title, dutyHolder, tier } = cover.paragraph
  return (
    <>
      <div>{named(title, words)}</div>
      <div className={styles.beside}>
        {words.say('assurance.duty', {
          holder: partName(framework, dutyHolder, words),
          tier: words.say(`assurance.tier.${tier}`),
        })}
      </div>
      {!cover.isCovered && <div className={styles.uncovered}>{words.say('assurance.uncovered')}</div>}
    </>
  )
}

interface ItemProps extends CellDetailProps {
  readonly item: CoveringItem
  readonly number: string
  readonly onUnlink: () => void
}

function Item({ item: { work, coverage }, number, mayLink, onOpenWork, onUnlink }: ItemProps) {
  const words = useWords()
  const styles = useStyles()
  const name = plainText(named(work.name, words))
  const { colour, standing } = work.stands
  const about = [
    work.label === 'action' ? '' : labelWords(work.label, words),
    whyWords(work, words),
    overWords(work, words),
  ]
  return (
    <div className={styles.item}>
      <div className={styles.line}>
        <StatusMark standing={standing ?? { colour, override: null }} />
        <button type="button" className={styles.link} onClick={() => onOpenWork(work)}>
          {name}
        </button>
        {mayLink && (
          <Button
            size="small"
            appearance="subtle"
            className={styles.outdent}
            aria-label={words.say('assurance.unlink.of', { name, number })}
            onClick={onUnlink}
          >
            {words.say('assurance.unlink')}
          </Button>
        )}
      </div>
      <div className={styles.beside}>{about.filter((each) => each !== '').join(' · ')}</div>
      {coverage.evidence !== '' && <div>{coverage.evidence}</div>}
      <div className={styles.beside}>
        {words.say('assurance.by', { name: coverage.by.name, day: words.day(coverage.day) })}
      </div>
    </div>
  )
}
