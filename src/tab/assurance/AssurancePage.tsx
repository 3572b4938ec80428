/**
 * What the group's work answers of a framework: threats by pillars and how each cell stands, its paragraphs with what
 * answers them, what nothing answers, and the evidence as a file.
 */

import { Button, makeStyles, Select, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { named } from '../../documents/export/assurance.ts'
import { frameworksOf } from '../../domain/addedframework.ts'
import { matrixOf, type CoverageCell } from '../../domain/coverage.ts'
import { makeEvidenceName } from '../../documents/export/assurance.ts'
import { workOf, type WorkRef } from '../../domain/covering.ts'
import type { Framework, Paragraph } from '../../domain/framework.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { roomPage } from '../design/roompage.ts'
import { PHONE_WIDTH, type } from '../design/scale.ts'
import { useWidth } from '../design/size.ts'
import { useCollection } from '../outbox/useCollection.ts'
import { Opening } from '../shell/Opening.tsx'
import { Queries } from '../shell/queries.tsx'
import { RegisterRoom } from '../shell/RegisterRoom.tsx'
import type { RoomProps } from '../shell/room.ts'
import { useWords } from '../words.tsx'
import { CellDetail } from './CellDetail.tsx'
import { CoverageCards } from './CoverageCards.tsx'
import { CoverageGrid } from './CoverageGrid.tsx'
import { TakeOut } from '../exporting/TakeOut.tsx'
import { useGround, valuesOf } from './ground.ts'
import { OwnFramework } from './OwnFramework.tsx'
import { Uncovered } from './Uncovered.tsx'

const AddFramework = lazy(async () => ({ default: (await import('./AddFramework.tsx')).AddFramework }))

const useStyles = makeStyles({
  page: roomPage,
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...type.title, margin: '0', flexGrow: '1' },
  why: { ...type.row, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
})

export function AssurancePage(props: RoomProps) {
  const styles = useStyles()
  return (
    <RegisterRoom register={props.register} session={props.session} className={styles.page}>
      {(snapshot) => (
        <Queries>
          <Frameworks {...props} snapshot={snapshot} />
        </Queries>
      )}
    </RegisterRoom>
  )
}

/** Which framework is shown, or that one is being added. */
function Frameworks(props: RoomProps & { readonly snapshot: Snapshot }) {
  const { session, page, snapshot } = props
  const added = useCollection(session, page.siteId, 'frameworks')
  const [picked, setPicked] = useState<string | null>(null)
  const [isAdding, setIsAdding] = useState(false)
  const held = valuesOf(added)
  const all = useMemo(() => held && frameworksOf(held.values()), [held])
  const framework = all?.find(({ key }) => key === picked) ?? all?.[0]
  if (!all || !framework) return <Opening />
  if (isAdding) {
    return (
      <Suspense fallback={<Opening />}>
        <AddFramework
          framework={framework}
          frameworks={added}
          snapshot={snapshot}
          today={session.clock.today()}
          onClose={(key) => {
            setIsAdding(false)
            if (key !== null) setPicked(key)
          }}
        />
      </Suspense>
    )
  }
  return (
    <Loaded
      {...props}
      key={framework.key}
      framework={framework}
      all={all}
      added={added}
      onPick={setPicked}
      onAdd={() => setIsAdding(true)}
    />
  )
}

interface ShownProps extends RoomProps {
  readonly snapshot: Snapshot
  readonly framework: Framework
  readonly all: readonly Framework[]
  readonly added: ReturnType<typeof useCollection<'frameworks'>>
  readonly onPick: (key: string) => void
  readonly onAdd: () => void
}

function Loaded(props: ShownProps) {
  const { session, page, roles, snapshot, framework, all, added, onPick, onAdd, onOpenAction, onRoom } = props
  const words = useWords()
  const styles = useStyles()
  const coverages = useCollection(session, page.siteId, 'coverages')
  const today = session.clock.today()
  const [open, setOpen] = useState<Pick<Paragraph, 'under' | 'pillar'> | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const width = useWidth(root)
  /** Where focus goes back to. */
  const opener = useRef<Element | null>(null)
  const ground = useGround(props, snapshot)
  const held = valuesOf(coverages)
  const kept = useMemo(() => [...(held?.values() ?? [])], [held])
  const work = useMemo(() => ground && workOf(ground, today), [ground, today])
  const matrix = useMemo(() => ground && matrixOf(framework, kept, ground, today), [framework, kept, ground, today])
  const onOpen = useCallback(({ under, pillar }: Pick<CoverageCell, 'under' | 'pillar'>) => {
    opener.current = document.activeElement
    setOpen({ under, pillar })
  }, [])
  const isCoordinator = roles.includes('coordinator')
  const onOpenWork = ({ kind, key }: WorkRef): void => {
    if (kind === 'action') onOpenAction(key)
    else if (kind === 'workstream') onRoom('workstreams', key)
    else onRoom('requests', kind === 'return' ? `returns.${key}` : key)
  }
  const cell = open && matrix && [...matrix.cells, ...matrix.capabilities].find((each) => isAt(each, open))
  const Cells = width < PHONE_WIDTH ? CoverageCards : CoverageGrid
  return (
    <div ref={root}>
      {held && ground && work && matrix ? (
        <>
          <header className={styles.top}>
            <h1 className={styles.title}>{words.say('assurance.title')}</h1>
            <MarkingMark marking={snapshot.group.marking} />
            {all.length > 1 && (
              <Select
                size="small"
                aria-label={words.say('assurance.framework.pick')}
                value={framework.key}
                onChange={(_, { value }) => onPick(value)}
              >
                {all.map(({ key, title }) => (
                  <option key={key} value={key}>
                    {named(title, words)}
                  </option>
                ))}
              </Select>
            )}
            {isCoordinator && added.values && (
              <Button size="small" icon={<AddRegular />} onClick={onAdd}>
                {words.say('assurance.framework.add')}
              </Button>
            )}
            <TakeOut
              label={words.say('assurance.takeOut')}
              source={{ kind: 'evidence', framework, coverages: kept, ground, today }}
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
          <OwnFramework framework={framework} added={added} mayChange={isCoordinator} />
          <Cells matrix={matrix} open={open} onOpen={onOpen} />
          {cell && (
            <CellDetail
              key={`${cell.under} ${cell.pillar ?? ''}`}
              cell={cell}
              framework={framework}
              work={work}
              coverages={coverages}
              mayLink={isCoordinator}
              onOpenWork={onOpenWork}
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
