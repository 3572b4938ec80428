/**
 * The register of a group as a page: whole, behind a bar that says how fresh it is, or in its place why there is none.
 * Reads the snapshot in memory and never waits for the network for what is already known.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { ActionId, Update } from '../../domain/action.ts'
import type { Role } from '../../domain/group.ts'
import type { ViewId } from '../../domain/savedview.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Clock } from '../../words/clock.ts'
import { PHONE_WIDTH, type } from '../design/scale.ts'
import { useWidth } from '../design/size.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { MarksProvider } from '../outbox/UnsavedMark.tsx'
import { Register } from './Register.tsx'
import { FreshnessBar, MissingAction, Standstill } from './States.tsx'
import { oneByOne } from './bulking.tsx'
import type { SubmitAll } from './bulkrun.ts'
import { createDrafts } from './drafts.ts'
import { useArrivals } from './news.tsx'
import { useChanged, useFreshness, useSnapshot, useUnsent } from './registerstate.ts'
import type { Scope } from '../../domain/view.ts'

export interface RegisterViewProps {
  readonly register: OutboxRegister
  readonly clock: Clock
  /** The person's roles in this group: to show or hide, never to enforce. */
  readonly roles: readonly Role[]
  /** Id of the action whose panel is open. */
  readonly openAction: ActionId | null
  readonly onOpenAction: (id: ActionId | null) => void
  readonly onImport: () => void
  /** Shows how the group prompts and decides, to who may set it. */
  readonly onSettings?: () => void
  /** What it shows before anybody chooses: what is open, unless told. */
  readonly firstView?: Scope
  /** Shows the example, for a register with nothing in it. */
  readonly onExample?: () => void
  /** Every action's history, for who takes the register out; without it nobody can. */
  readonly histories?: () => Promise<ReadonlyMap<ActionId, readonly Update[]>>
  /** The kept view that a link asks for. */
  readonly openView?: ViewId | null
  /** Writes many commands at a pace that leaves room for others; without it they go one after the other. */
  readonly submitAll?: SubmitAll
  /** What signing in again is; without it the register just tries again. */
  readonly onSignIn?: () => void
}

const useStyles = makeStyles({
  root: {
    ...type.row,
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: '0',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  phone: { display: 'block', overflowY: 'auto', scrollPaddingBottom: '80px' },
})

export function RegisterView(props: RegisterViewProps) {
  const { register, clock, onSignIn } = props
  const styles = useStyles()
  const snapshot = useSnapshot(register)
  const freshness = useFreshness(register)
  const root = useRef<HTMLDivElement>(null)
  const width = useWidth(root)
  const today = clock.today()
  const submitAll = useMemo(() => props.submitAll ?? oneByOne(register), [props.submitAll, register])
  const unsent = useUnsent(register)
  const changed = useChanged(register)
  const arrivals = useArrivals(register, freshness.state === 'loading')
  const { glowing } = arrivals
  const glow = useMemo(() => (glowing.size === 0 ? changed : new Set([...changed, ...glowing])), [changed, glowing])
  const group = snapshot?.group.key ?? ''
  const drafts = useMemo(
    () => createDrafts(window.sessionStorage, register.me(), group, () => clock.now()),
    [register, group, clock],
  )
  const denied = freshness.state === 'denied'
  useEffect(() => {
    if (denied) drafts.clear()
  }, [denied, drafts])

  const retry = useCallback(() => register.setVisible(true), [register])
  const standing = { freshness, onRetry: retry, onSignIn: onSignIn ?? retry }
  const phone = width <= PHONE_WIDTH
  const wanted = snapshot && findAction(snapshot, props.openAction)
  const missing = props.openAction !== null && wanted === null && freshness.state === 'fresh'
  return (
    <div ref={root} className={mergeClasses(styles.root, phone && styles.phone)}>
      {snapshot === null || denied ? (
        <Standstill {...standing} />
      ) : (
        <>
          <FreshnessBar {...standing} today={today} />
          {missing && <MissingAction onDismiss={() => props.onOpenAction(null)} />}
          <MarksProvider unsent={unsent}>
            <Register
              {...props}
              submitAll={submitAll}
              openAction={wanted}
              snapshot={snapshot}
              loading={freshness.state === 'loading'}
              today={today}
              width={width}
              root={root}
              changed={glow}
              arrivals={arrivals}
              drafts={drafts}
            />
          </MarksProvider>
        </>
      )}
    </div>
  )
}

/** A link names an action by its id; people write its number. */
function findAction({ actions }: Snapshot, wanted: string | null): ActionId | null {
  if (wanted === null || actions.has(wanted)) return wanted
  for (const { id, reference } of actions.values()) if (reference === wanted) return id
  return null
}
