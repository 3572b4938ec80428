/** What the page says when there is no register to show, or not quite: one sentence and one next step each. */

import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Day } from '../../domain/day.ts'
import type { Freshness } from '../../domain/snapshot.ts'
import type { Scope } from '../../domain/view.ts'
import { dayOfInstant, timeOfInstant } from '../../words/clock.ts'
import { Bone, Bones } from '../design/Bones.tsx'
import { CopyButton } from '../design/CopyButton.tsx'
import { ROW_HEIGHT, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { useCountdown } from './waiting.ts'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    height: '100%',
    minHeight: '240px',
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    color: tokens.colorNeutralForeground1,
    boxSizing: 'border-box',
  },
  title: { ...type.title, margin: '0' },
  text: { ...type.row, margin: '0', maxWidth: '52ch', color: tokens.colorNeutralForeground2 },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    userSelect: 'all',
    overflowWrap: 'anywhere',
  },
  steps: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: tokens.spacingHorizontalS },
  wait: { fontVariantNumeric: 'tabular-nums' },
  skeleton: { padding: tokens.spacingHorizontalS },
  skeletonRow: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, height: `${ROW_HEIGHT}px` },
  loading: { ...type.label, margin: '0', padding: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
})

export function LoadingState({ rows }: { readonly rows: number }) {
  const words = useWords()
  const styles = useStyles()
  return (
    <Bones className={styles.skeleton} label={words.say('register.state.loading')}>
      {Array.from({ length: 9 }, (_, index) => (
        <div key={index} className={styles.skeletonRow}>
          <Bone />
          <Bone width="48px" />
          <Bone width={`${62 - ((index * 17) % 38)}%`} />
          <Bone width="12%" />
        </div>
      ))}
      {rows > 0 && <p className={styles.loading}>{words.say('register.state.loadingRows', { rows })}</p>}
    </Bones>
  )
}

export interface NoResultProps {
  readonly scope: Scope
  /** Something is left out by a facet. */
  readonly filtered: boolean
  readonly query: string
  readonly onShowAll: () => void
}

export function NoResult({ scope, filtered, query, onShowAll }: NoResultProps) {
  const words = useWords()
  const searching = query.trim() !== ''
  const text = searching
    ? words.say('register.none.search', { query: query.trim() })
    : words.say(filtered ? 'register.none.filtered' : `register.none.${scope}`)
  return (
    <Page title={text}>
      {(scope !== 'all' || filtered) && (
        <Button onClick={onShowAll}>
          {words.say(searching ? 'register.none.searchAll' : 'register.none.showAll')}
        </Button>
      )}
    </Page>
  )
}

export interface StandstillProps {
  readonly freshness: Freshness
  readonly onRetry: () => void
  readonly onSignIn: () => void
}

/** Nothing to show: why, and what to do. */
export function Standstill({ freshness, onRetry, onSignIn }: StandstillProps) {
  const words = useWords()
  const styles = useStyles()
  switch (freshness.state) {
    case 'loading':
      return <LoadingState rows={freshness.rows} />
    case 'fresh':
      return <LoadingState rows={0} />
    case 'denied':
      return (
        <Page title={words.say('register.state.denied')} text={words.say('register.state.deniedText')}>
          <Button onClick={onRetry}>{words.say('register.state.retry')}</Button>
        </Page>
      )
    case 'signIn':
      return (
        <Page title={words.say('register.state.signIn')} text={words.say('register.state.signInText')}>
          <Button appearance="primary" onClick={onSignIn}>
            {words.say('register.state.signInDo')}
          </Button>
        </Page>
      )
    case 'throttled':
      return <Page title={words.say('register.state.busy')} text={<Wait since={freshness} />} />
    case 'offline':
      return (
        <Page title={words.say('register.state.offlineEmpty')}>
          <Button onClick={onRetry}>{words.say('register.state.retry')}</Button>
        </Page>
      )
    case 'fault':
      return (
        <Page title={words.say('register.state.fault')} text={words.say('register.state.faultText')}>
          <span className={styles.code}>{freshness.requestId ?? words.say('register.state.noRequestId')}</span>
          <div className={styles.steps}>
            <Button appearance="primary" onClick={onRetry}>
              {words.say('register.state.retry')}
            </Button>
            <CopyNumber requestId={freshness.requestId} />
          </div>
        </Page>
      )
  }
}

/** A register is shown, but it is not fresh: a bar above it. */
export function FreshnessBar({ freshness, today, onRetry, onSignIn }: StandstillProps & { readonly today: Day }) {
  const words = useWords()
  const retry = (
    <Button size="small" onClick={onRetry}>
      {words.say('register.state.retry')}
    </Button>
  )
  switch (freshness.state) {
    case 'fresh':
    case 'denied':
      return null
    case 'loading':
      return <Bar text={words.say('register.state.loadingRows', { rows: freshness.rows })} />
    case 'throttled':
      return <Bar text={<Wait since={freshness} />} />
    case 'offline': {
      const day = freshness.asOf === null ? null : dayOfInstant(freshness.asOf)
      const time = freshness.asOf === null ? null : timeOfInstant(freshness.asOf)
      if (day === null || time === null) return <Bar text={words.say('register.state.offlineEmpty')}>{retry}</Bar>
      const told = day === today ? time : `${words.shortDay(day, today)} ${time}`
      return <Bar text={words.say('register.state.offline', { time: told })}>{retry}</Bar>
    }
    case 'signIn':
      return (
        <Bar text={words.say('register.state.signInText')}>
          <Button size="small" onClick={onSignIn}>
            {words.say('register.state.signInDo')}
          </Button>
        </Bar>
      )
    case 'fault': {
      const requestId = freshness.requestId ?? words.say('register.state.noRequestId')
      return (
        <Bar text={words.say('register.state.faultBar', { requestId })}>
          {retry}
          <CopyNumber requestId={freshness.requestId} size="small" />
        </Bar>
      )
    }
  }
}

/** A link led to an action that isn't among those that this person may read. */
export function MissingAction({ onDismiss }: { readonly onDismiss: () => void }) {
  const words = useWords()
  return (
    <Bar text={words.say('register.state.actionMissing')}>
      <Button size="small" onClick={onDismiss}>
        {words.say('register.state.actionMissingDo')}
      </Button>
    </Bar>
  )
}

/** Runs down before one's eyes; a screen reader hears it once and not each second. */
function Wait({ since }: { readonly since: { readonly seconds: number } }) {
  const words = useWords()
  const styles = useStyles()
  const left = useCountdown(since)
  const told =
    left >= LONG_SECONDS
      ? words.say('register.state.throttledLong', { minutes: Math.ceil(left / 60) })
      : words.say('register.state.throttled', { seconds: left })
  return (
    <span role="timer" aria-live="off" className={styles.wait}>
      {left === 0 ? words.say('register.state.throttledOver') : told}
    </span>
  )
}

/** From here seconds say nothing. */
const LONG_SECONDS = 120

function CopyNumber({ requestId, size }: { readonly requestId: string | null; readonly size?: 'small' }) {
  const words = useWords()
  if (requestId === null) return null
  return (
    <CopyButton
      kind="text"
      text={requestId}
      label={words.say('register.state.copyNumber')}
      {...(size ? { size } : {})}
    />
  )
}

function Bar({ text, children }: { readonly text: ReactNode; readonly children?: ReactNode }) {
  return (
    <MessageBar intent={children ? 'warning' : 'info'} layout="auto">
      <MessageBarBody>{text}</MessageBarBody>
      {children && <MessageBarActions>{children}</MessageBarActions>}
    </MessageBar>
  )
}

function Page({ title, text, children }: { title: string; text?: ReactNode; children?: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{title}</h2>
      {text && <p className={styles.text}>{text}</p>}
      {children}
    </div>
  )
}
