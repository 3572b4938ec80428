/**
 * One action, opened beside the grid: details large, its facts, parts, links and history, and the composer at the foot.
 * Everything that may be done to it opens where it belongs, one form at a time.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { ActionId } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import type { Role } from '../../domain/group.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isOpen, isRecommendation } from '../../domain/status.ts'
import { WaitsHere } from '../decide/WaitsHere.tsx'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import type { Resumed } from '../outbox/takenback.ts'
import type { Unsent } from '../outbox/unsent.ts'
import { UnsentHere } from '../outbox/UnsentHere.tsx'
import { PieceList } from '../recommendations/PieceList.tsx'
import { usePieces } from '../recommendations/usepieces.ts'
import { useAsking } from '../shell/asking.ts'
import { useWords } from '../words.tsx'
import { ActingProvider, DeedButton, FormAt, useActing, useReveals } from './acting.tsx'
import { Composer } from './Composer.tsx'
import { DeedMenu } from './DeedMenu.tsx'
import { DueLine, hasDueLine } from './DueLine.tsx'
import { Facts } from './Facts.tsx'
import { History } from './History.tsx'
import { Links, useLinked } from './Links.tsx'
import { PanelHead, neighboursOf } from './PanelHead.tsx'
import { Parts } from './Parts.tsx'
import { useBeginning } from './beginning.tsx'
import type { Deed } from './deeds.ts'
import type { Drafts } from './drafts.ts'
import type { Entered } from './entering.ts'
import { keyIn } from './keys.ts'
import type { Row } from './rows.ts'
import type { Done } from './undo.ts'

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: '0',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  /** Short windows (400 % zoom) scroll all of it, composer included. */
  scroll: {
    flexGrow: '1',
    minHeight: '0',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    scrollPaddingBottom: '72px',
  },
  body: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: '1',
    gap: tokens.spacingVerticalXXL,
    padding: tokens.spacingHorizontalL,
  },
  lead: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS },
  details: {
    ...type.reading,
    flexGrow: '1',
    minWidth: '0',
    margin: '0',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  title: { display: 'flex', alignItems: 'center', minHeight: '24px', marginBottom: tokens.spacingVerticalXS },
  heading: {
    ...type.label,
    fontWeight: tokens.fontWeightSemibold,
    margin: '0',
    color: tokens.colorNeutralForeground2,
  },
  foot: {
    position: 'sticky',
    bottom: '0',
    zIndex: '1',
    '@media (max-height: 560px)': { position: 'static' },
  },
  begun: {
    padding: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalXS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
})

export interface PanelProps {
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly roles: readonly Role[]
  readonly row: Row
  readonly rows: readonly Row[]
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly drafts: Drafts
  /** True where the panel takes the grid's place: it goes "back" instead of closing. */
  readonly instead: boolean
  /** Another object each time the person goes into the panel: it takes the focus then. Null: they only look. */
  readonly entered: Entered | null
  /** What this person did last, to whatever action. */
  readonly done: Done | null
  readonly onUndo: () => void
  readonly onOpen: (id: ActionId | null, enter?: boolean) => void
  readonly onSaved: (done: Done) => void
  /** What was taken back and goes on where it was written. */
  readonly resumed: Resumed | null
  readonly onTakeBack: (item: Unsent) => void
}

export function Panel(props: PanelProps) {
  const { register, snapshot, row, rows, today, nextMeeting, drafts, instead, entered, done } = props
  const { onUndo, onOpen, onSaved, resumed, onTakeBack } = props
  const words = useWords()
  const styles = useStyles()
  const title = useRef<HTMLHeadingElement>(null)
  const writing = useRef<HTMLDivElement>(null)
  const { action } = row
  const { acting, meetings } = useBeginning(props, () => title.current?.focus({ preventScroll: true }))
  const linked = useLinked(action.id, snapshot)
  const breaks = isRecommendation(action) && isOpen(action)
  const { pieces, progress, standing } = usePieces(row, snapshot)
  const asking = useAsking()
  const { previous, next } = neighboursOf(row, rows)
  const shared = { register, snapshot, action, today, nextMeeting }
  const undo = done?.undo && done.action?.id === action.id ? { said: done.said, onUndo } : null

  useEffect(() => {
    if (entered === null) return
    const { into } = entered
    if (into === 'head') title.current?.focus({ preventScroll: true })
    else if (into === 'update') writing.current?.querySelector('textarea')?.focus()
    else acting.begin({ deed: into, about: null }, null)
    // The form is begun once, not each time that something is drawn.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [entered])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement
    if (event.defaultPrevented) return
    if (!event.currentTarget.contains(target) || target.closest('input, textarea, [role=listbox]')) return
    const name = keyIn('panel', event)
    if (name === 'write') {
      const field = writing.current?.querySelector('textarea')
      field?.focus()
      if (field) event.preventDefault()
      return
    }
    if (name === 'breakUp' && breaks && asking) {
      event.preventDefault()
      return asking.breakUp(action.id)
    }
    const to = name === 'next' ? next : name === 'previous' ? previous : undefined
    if (!to) return
    event.preventDefault()
    onOpen(to.action.id)
  }

  return (
    <ActingProvider acting={acting}>
      {/* J and K go on to the next and the previous action; there are buttons too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <aside
        className={styles.panel}
        aria-label={words.say('panel.label', { reference: action.reference })}
        onKeyDown={onKeyDown}
      >
        <PanelHead
          row={row}
          rows={rows}
          instead={instead}
          title={title}
          onOpen={onOpen}
          menu={
            <DeedMenu
              action={action.id}
              reference={action.reference}
              breaks={breaks}
              meeting={meetings[0]}
              undo={undo}
            />
          }
        />
        <div className={styles.scroll} key={action.id}>
          <div className={styles.body}>
            <UnsentHere register={register} snapshot={snapshot} action={action} today={today} onTakeBack={onTakeBack} />
            <WaitsHere action={action} me={register.me()} roles={props.roles} today={today} />
            <Lead>
              <PassageText text={action.details} />
            </Lead>
            <Facts row={row} standing={standing} snapshot={snapshot} today={today} onOpen={(id) => onOpen(id, true)} />
            {(hasDueLine(action) || acting.place === 'milestones') && (
              <Section name={words.say('acting.dueLine')} place="milestones" add="setMilestone">
                <DueLine action={action} today={today} nextMeeting={nextMeeting} />
              </Section>
            )}
            {(action.parts.length > 0 || acting.place === 'parts') && (
              <Section name={words.say('panel.parts')} place="parts" add="setPart">
                <Parts {...shared} onSaved={onSaved} />
              </Section>
            )}
            {(pieces.actions.length > 0 || pieces.elsewhere.length > 0) && (
              <Section name={words.say('acting.pieces')}>
                <PieceList
                  recommendation={action}
                  pieces={pieces}
                  progress={progress}
                  snapshot={snapshot}
                  today={today}
                  onOpen={(id) => onOpen(id, true)}
                />
              </Section>
            )}
            {(action.links.length > 0 || linked.length > 0 || acting.place === 'links') && (
              <Section name={words.say('acting.links')} place="links" add="addLink">
                <Links
                  action={action}
                  snapshot={snapshot}
                  linked={linked}
                  today={today}
                  onOpen={(id) => onOpen(id, true)}
                />
              </Section>
            )}
            <Section name={words.say('panel.history')}>
              <History register={register} snapshot={snapshot} action={action} today={today} />
            </Section>
          </div>
          <div ref={writing} className={styles.foot}>
            {acting.place === 'foot' && <div className={styles.begun}>{acting.form}</div>}
            {acting.place === null && (
              <Composer
                key={resumed?.turn}
                {...shared}
                drafts={drafts}
                onSaved={onSaved}
                onLeave={() => title.current?.focus({ preventScroll: true })}
              />
            )}
          </div>
        </div>
      </aside>
    </ActingProvider>
  )
}

/** What is to be done, large; its form takes its place. */
function Lead({ children }: { readonly children: ReactNode }) {
  const styles = useStyles()
  const reveals = useReveals()
  const acting = useActing()
  if (acting.place === 'details') return <div>{acting.form}</div>
  return (
    <div className={mergeClasses(styles.lead, reveals)}>
      <p className={styles.details}>{children}</p>
      <DeedButton deed="reword" />
    </div>
  )
}

interface SectionProps {
  readonly name: string
  /** Where the form opens that adds to it. */
  readonly place?: string
  readonly add?: Deed
  readonly children: ReactNode
}

function Section({ name, place = '', add, children }: SectionProps) {
  const styles = useStyles()
  const reveals = useReveals('section')
  return (
    <section className={add && reveals}>
      <div className={styles.title}>
        <h3 className={styles.heading}>{name}</h3>
        {add && <DeedButton deed={add} icon={<AddRegular />} />}
      </div>
      {children}
      <FormAt place={place} />
    </section>
  )
}
