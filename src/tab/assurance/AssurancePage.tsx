/**
 * What the group's work answers of a framework: threats by pillars and how each cell stands, its paragraphs with what
 * answers them, what nothing answers, and the evidence as a file.
 */

import { makeStyles, tokens } from '@fluentui/react-components'
import { useCallback, useMemo, useRef, useState } from 'react'
import { named } from '../../documents/export/assurance.ts'
import { matrixOf, type CoverageCell } from '../../domain/coverage.ts'
import { makeEvidenceName } from '../../documents/export/assurance.ts'
import type { Framework, Paragraph } from '../../domain/framework.ts'
import { FRAMEWORKS } from '../../domain/frameworks.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { PAGE_FOOT, PHONE_WIDTH, type } from '../design/scale.ts'
import { useWidth } from '../design/size.ts'
import { useCollection } from '../outbox/useCollection.ts'
import { Opening } from '../shell/Opening.tsx'
import { RegisterRoom } from '../shell/RegisterRoom.tsx'
import type { RoomProps } from '../shell/room.ts'
import { useWords } from '../words.tsx'
import { CellDetail } from './CellDetail.tsx'
import { CoverageCards } from './CoverageCards.tsx'
import { CoverageGrid } from './CoverageGrid.tsx'
import { TakeOut } from '../exporting/TakeOut.tsx'
import { Uncovered } from './Uncovered.tsx'

const useStyles = makeStyles({
  page: {
    ...type.row,
    boxSizing: 'border-box',
    maxWidth: '80rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${PAGE_FOOT}`,
    color: tokens.colorNeutralForeground1,
    '@media (max-width: 640px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${PAGE_FOOT}` },
  },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...type.title, margin: '0', flexGrow: '1' },
  why: { ...type.row, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
})

export function AssurancePage(props: RoomProps) {
  const styles = useStyles()
  const [framework] = FRAMEWORKS
  return (
    <RegisterRoom register={props.register} session={props.session} className={styles.page}>
      {(snapshot) => framework && <Loaded {...props} snapshot={snapshot} framework={framework} />}
    </RegisterRoom>
  )
}

interface ShownProps extends RoomProps {
  readonly snapshot: Snapshot
  readonly framework: Framework
}

function Loaded({ session, page, roles, snapshot, framework, onOpenAction }: ShownProps) {
  const words = useWords()
  const styles = useStyles()
  const coverages = useCollection(session, page.siteId, 'coverages')
  const today = session.clock.today()
  const [open, setOpen] = useState<Pick<Paragraph, 'under' | 'pillar'> | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const width = useWidth(root)
  /** Where focus goes back to. */
  const opener = useRef<Element | null>(null)
  const kept = useMemo(() => [...(coverages.values?.values() ?? [])], [coverages.values])
  const matrix = useMemo(() => matrixOf(framework, kept, snapshot, today), [framework, kept, snapshot, today])
  const onOpen = useCallback(({ under, pillar }: Pick<CoverageCell, 'under' | 'pillar'>) => {
    opener.current = document.activeElement
    setOpen({ under, pillar })
  }, [])
  // A list that a site doesn't have yet holds nothing.
  const isHere = coverages.values !== null || coverages.freshness.state === 'fault'
  const cell = open && [...matrix.cells, ...matrix.capabilities].find((each) => isAt(each, open))
  const Cells = width < PHONE_WIDTH ? CoverageCards : CoverageGrid
  return (
    <div ref={root}>
      {isHere ? (
        <>
          <header className={styles.top}>
            <h1 className={styles.title}>{words.say('assurance.title')}</h1>
            <MarkingMark marking={snapshot.group.marking} />
            <TakeOut
              label={words.say('assurance.takeOut')}
              source={{ kind: 'evidence', framework: framework.key, coverages: kept, snapshot, today }}
              name={(format) => makeEvidenceName(snapshot.group.key, framework.key, today, format)}
            />
          </header>
          <p className={styles.why}>
            {words.say('assurance.why', {
              covered: matrix.covered,
              all: framework.paragraphs.length,
              framework: named(framework.title, words),
            })}
          </p>
          <Cells matrix={matrix} open={open} onOpen={onOpen} />
          {cell && (
            <CellDetail
              key={`${cell.under} ${cell.pillar ?? ''}`}
              cell={cell}
              framework={framework}
              snapshot={snapshot}
              coverages={coverages}
              mayLink={roles.includes('coordinator')}
              onOpenAction={onOpenAction}
              onClose={() => {
                setOpen(null)
                if (opener.current instanceof HTMLElement) opener.current.focus()
              }}
            />
          )}
          <Uncovered matrix={matrix} onOpen={onOpen} />
        </>
      ) : (
        <Opening />
      )}
    </div>
  )
}

function isAt(
  { under, pillar }: Pick<Paragraph, 'under' | 'pillar'>,
  place: Pick<Paragraph, 'under' | 'pillar'>,
): boolean {
  return under === place.under && pillar === place.pillar
}
