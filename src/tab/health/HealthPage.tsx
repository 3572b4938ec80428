/**
 * What needs putting right in the register, for whoever chairs the group. Figures first, each leading to its part of the
 * page; every line leads to the action, the post or the organisation that it is about.
 */

import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo, type ReactNode } from 'react'
import { healthOf, type Health } from '../../domain/health.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { roomPage } from '../design/roompage.ts'
import { focusRing, type } from '../design/scale.ts'
import { RegisterRoom } from '../shell/RegisterRoom.tsx'
import type { RoomProps } from '../shell/room.ts'
import { useWords } from '../words.tsx'
import { ActionLines, LinesButton } from './ActionLines.tsx'
import { BarRow } from './BarRow.tsx'

const useStyles = makeStyles({
  page: roomPage,
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...type.title, margin: '0', flexGrow: '1' },
  why: { ...type.row, margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2 },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(8.5rem, 1fr))',
    maxWidth: '52rem',
    gap: tokens.spacingHorizontalS,
    listStyleType: 'none',
    margin: `${tokens.spacingVerticalL} 0 0`,
    padding: '0',
  },
  figure: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
  },
  count: { ...type.title, fontVariantNumeric: 'tabular-nums' },
  what: type.label,
  parts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 28rem), 1fr))',
    columnGap: tokens.spacingHorizontalXXXL,
    rowGap: tokens.spacingVerticalXXL,
    marginTop: tokens.spacingVerticalXXL,
    alignItems: 'start',
  },
  part: { minWidth: '0', scrollMarginTop: tokens.spacingVerticalL },
  heading: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  lines: { listStyleType: 'none', margin: `${tokens.spacingVerticalS} 0 0`, padding: '0' },
  none: { ...type.row, margin: `${tokens.spacingVerticalS} 0 0`, color: tokens.colorNeutralForeground2 },
  line: { padding: `${tokens.spacingVerticalS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  beside: { ...type.label, color: tokens.colorNeutralForeground2 },
})

export function HealthPage(props: RoomProps) {
  const styles = useStyles()
  return (
    <RegisterRoom register={props.register} session={props.session} className={styles.page}>
      {(snapshot) => <Shown {...props} snapshot={snapshot} />}
    </RegisterRoom>
  )
}

const FIGURES = ['late', 'slips', 'contradictions', 'vacancies', 'silent'] as const
type Figure = (typeof FIGURES)[number]

function countsOf({ load, slips, contradictions, vacancies, silent }: Health): Readonly<Record<Figure, number>> {
  return {
    late: new Set(load.flatMap(({ late }) => late)).size,
    slips: slips.length,
    contradictions: contradictions.length,
    vacancies: vacancies.length,
    silent: silent.length,
  }
}

function Shown({ session, snapshot, onOpenAction, onRoom }: RoomProps & { readonly snapshot: Snapshot }) {
  const words = useWords()
  const styles = useStyles()
  const today = session.clock.today()
  const health = useMemo(() => healthOf(snapshot, today), [snapshot, today])
  if (snapshot.actions.size === 0) {
    return (
      <>
        <h1 className={styles.title}>{words.say('health.title')}</h1>
        <p className={styles.why}>{words.say('health.empty')}</p>
      </>
    )
  }
  const counts = countsOf(health)
  const isWell = FIGURES.every((figure) => counts[figure] === 0)
  const lines = { snapshot, onOpenAction }
  return (
    <>
      <div className={styles.top}>
        <h1 className={styles.title}>{words.say('health.title')}</h1>
        <MarkingMark marking={snapshot.group.marking} />
      </div>
      <p className={styles.why}>{words.say(isWell ? 'health.well' : 'health.why')}</p>
      <nav aria-label={words.say('health.jump')}>
        <ul className={styles.figures}>
          {FIGURES.map((figure) => (
            <li key={figure}>
              <a
                className={styles.figure}
                href={`#health-${figure === 'late' ? 'load' : figure}`}
                onClick={(event) => {
                  // The address is Teams' own; only the page moves.
                  event.preventDefault()
                  const part = document.getElementById(`health-${figure === 'late' ? 'load' : figure}`)
                  part?.scrollIntoView({ block: 'start' })
                  part?.focus({ preventScroll: true })
                }}
              >
                <span className={styles.count}>{words.number(counts[figure])}</span>
                <span className={styles.what}>{words.say(`health.figure.${figure}`, { count: counts[figure] })}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.parts}>
        <LoadPart health={health} {...lines} />
        <AgesPart health={health} {...lines} />
        <Part name="slips" why isEmpty={health.slips.length === 0}>
          <ActionLines
            {...lines}
            lines={health.slips.map(({ action, days, extensions }) => ({
              action,
              beside: [
                words.say('health.slips.days', { span: words.span(days) }),
                ...(extensions > 0 ? [words.say('health.slips.extended', { count: extensions })] : []),
              ].join(' · '),
            }))}
          />
        </Part>
        <Part name="contradictions" isEmpty={health.contradictions.length === 0}>
          <ActionLines
            {...lines}
            lines={health.contradictions.map(({ action, kind }) => ({
              action,
              beside: words.say(`health.contradiction.${kind}`),
            }))}
          />
        </Part>
        <Part name="vacancies" isEmpty={health.vacancies.length === 0}>
          <ul className={styles.lines}>
            {health.vacancies.map(({ post, actions }) => (
              <li key={post.key} className={styles.line}>
                <LinesButton
                  label={post.title}
                  hint={words.say('health.vacancies.open')}
                  onClick={() => onRoom('people', post.key)}
                />
                <div className={styles.beside}>
                  {[
                    snapshot.organisations.get(post.organisation)?.shortName ?? '',
                    words.say('health.vacancies.line', { count: actions.length }),
                    post.deputy ? words.say('people.standsIn', { name: post.deputy.name }) : '',
                  ]
                    .filter((each) => each)
                    .join(' · ')}
                </div>
              </li>
            ))}
          </ul>
        </Part>
        <Part name="silent" why isEmpty={health.silent.length === 0}>
          {health.silent.map(({ organisation, actions, last }) => (
            <BarRow
              key={organisation.key}
              label={organisation.shortName}
              value={
                last === null
                  ? words.say('health.silent.never')
                  : words.say('health.silent.since', { day: words.day(last) })
              }
              sentence={words.say('health.actions', { count: actions.length })}
              bars={[]}
            >
              <ActionLines {...lines} lines={actions.map((action) => ({ action, beside: null }))} />
            </BarRow>
          ))}
        </Part>
      </div>
    </>
  )
}

interface PartProps {
  readonly name: 'load' | 'ages' | 'slips' | 'contradictions' | 'vacancies' | 'silent'
  /** Whether there is a line that says what is counted. */
  readonly why?: boolean
  readonly isEmpty?: boolean
  readonly children: ReactNode
}

function Part({ name, why = false, isEmpty = false, children }: PartProps) {
  const words = useWords()
  const styles = useStyles()
  const reason = why && !isEmpty && (name === 'load' || name === 'ages' || name === 'slips' || name === 'silent')
  return (
    <section className={styles.part} id={`health-${name}`} tabIndex={-1} aria-labelledby={`health-${name}-title`}>
      <h2 className={styles.heading} id={`health-${name}-title`}>
        {words.say(`health.${name}`)}
      </h2>
      {reason && <p className={styles.why}>{words.say(`health.${name}.why`)}</p>}
      {isEmpty && name !== 'load' && name !== 'ages' ? (
        <p className={styles.none}>{words.say(`health.${name}.none`)}</p>
      ) : (
        children
      )}
    </section>
  )
}

interface BarsProps {
  readonly health: Health
  readonly snapshot: Snapshot
  readonly onOpenAction: RoomProps['onOpenAction']
}

function LoadPart({ health: { load }, snapshot, onOpenAction }: BarsProps) {
  const words = useWords()
  const most = Math.max(1, ...load.map(({ open }) => open.length))
  return (
    <Part name="load" why>
      {load.map(({ organisation, open, late }) => {
        const name =
          organisation === ''
            ? words.say('health.load.nobody')
            : (snapshot.organisations.get(organisation)?.shortName ?? organisation)
        const counts = { open: open.length, late: late.length }
        return (
          <BarRow
            key={organisation}
            label={name}
            value={words.say(open.length === 0 ? 'health.load.none' : 'health.load.counts', counts)}
            sentence={words.say('health.load.line', { name, ...counts })}
            bars={[
              { colour: 'RED', share: late.length / most },
              { colour: 'AMBER', share: (open.length - late.length) / most },
            ]}
          >
            {open.length > 0 && (
              <ActionLines
                snapshot={snapshot}
                onOpenAction={onOpenAction}
                // Late ones first.
                lines={[...late, ...open.filter((id) => !late.includes(id))].map((action) => ({
                  action,
                  beside: null,
                }))}
              />
            )}
          </BarRow>
        )
      })}
    </Part>
  )
}

function AgesPart({ health: { ages }, snapshot, onOpenAction }: BarsProps) {
  const words = useWords()
  const most = Math.max(1, ...ages.map(({ actions }) => actions.length))
  return (
    <Part name="ages" why>
      {ages.map(({ from, below, actions }) => {
        const band =
          below === null
            ? words.say('health.ages.above')
            : words.say(from === 0 ? 'health.ages.below' : 'health.ages.between', { from, below })
        return (
          <BarRow
            key={from}
            label={band}
            value={words.number(actions.length)}
            sentence={words.say('health.ages.line', { band, count: actions.length })}
            bars={[{ colour: 'WHITE', share: actions.length / most }]}
          >
            {actions.length > 0 && (
              <ActionLines
                snapshot={snapshot}
                onOpenAction={onOpenAction}
                lines={actions.map((action) => ({ action, beside: null }))}
              />
            )}
          </BarRow>
        )
      })}
    </Part>
  )
}
