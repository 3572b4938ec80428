/**
 * A section of a paper on the screen: its words, its table, and where figures are compared a chart that stands for it. On
 * paper there are both.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DataBarVerticalRegular, TableRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react'
import { legendOf, type PaperSection } from '../../documents/export/paper.ts'
import type { ActionId } from '../../domain/action.ts'
import { Bone, Bones } from '../design/Bones.tsx'
import { type } from '../design/scale.ts'
import { useWidth } from '../design/size.ts'
import { useWords } from '../words.tsx'
import { PaperTableView } from './PaperTableView.tsx'
import { usePrinting } from './printing.ts'

const ReportChart = lazy(async () => ({ default: (await import('./ReportChart.tsx')).ReportChart }))

const useStyles = makeStyles({
  section: { marginTop: tokens.spacingVerticalXXL, '@media print': { breakInside: 'auto' } },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  heading: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: '0', flexGrow: '1' },
  words: { ...type.row, margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2 },
  onScreen: { '@media print': { display: 'none' } },
  chart: {
    minHeight: '260px',
    overflowX: 'auto',
    marginTop: tokens.spacingVerticalS,
    '@media print': { breakInside: 'avoid' },
  },
})

export interface PaperSectionViewProps {
  readonly section: PaperSection
  /** Of actions, by their references. */
  readonly ids: ReadonlyMap<string, ActionId>
  readonly onOpenAction: (action: ActionId) => void
}

export function PaperSectionView({ section, ids, onOpenAction }: PaperSectionViewProps) {
  const words = useWords()
  const styles = useStyles()
  const root = useRef<HTMLElement>(null)
  const width = useWidth(root)
  const isPrinting = usePrinting()
  const [asChart, setAsChart] = useState(true)
  const isOfColours = section.chart !== undefined && legendOf(section.chart).length > 0
  useLayoutEffect(() => {
    if (isOfColours && root.current && !tellsColoursApart(root.current)) setAsChart(false)
  }, [isOfColours])
  const { heading, chart, table } = section
  const isChart = chart !== undefined && asChart
  return (
    // Its table is the landmark, by the same name.
    <section ref={root} className={styles.section}>
      <div className={styles.line}>
        <h2 className={styles.heading}>{heading}</h2>
        {chart && (
          <Button
            className={styles.onScreen}
            size="small"
            appearance="subtle"
            icon={asChart ? <TableRegular /> : <DataBarVerticalRegular />}
            onClick={() => setAsChart(!asChart)}
          >
            {words.say(asChart ? 'report.table' : 'report.chart')}
          </Button>
        )}
      </div>
      {section.words.map((line) => (
        <p key={line} className={styles.words}>
          {line}
        </p>
      ))}
      {isChart && (
        <div className={styles.chart}>
          <Suspense
            fallback={
              <Bones label={words.say('report.chart.loading')}>
                <Bone width="100%" />
              </Bones>
            }
          >
            <ReportChart chart={chart} width={Math.max(280, width)} />
          </Suspense>
        </div>
      )}
      {table && (!isChart || isPrinting) && (
        <PaperTableView table={table} ids={ids} isPrinting={isPrinting} onOpenAction={onOpenAction} />
      )}
    </section>
  )
}

/** In high contrast no colour means anything: a bar of several says nothing, its table does. */
function tellsColoursApart(node: HTMLElement): boolean {
  const look = getComputedStyle(node)
  return look.getPropertyValue('--statusRED') !== look.getPropertyValue('--statusAMBER')
}
