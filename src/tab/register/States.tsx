/** What the page says when there is no register to show, or not quite: one sentence and one next step each. */

import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Skeleton,
  SkeletonItem,
  tokens,
} from '@fluentui/react-components'
import { AddRegular, ClipboardPasteRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { Day } from '../../domain/day.ts'
import type { Freshness } from '../../domain/snapshot.ts'
import type { Scope } from '../../domain/view.ts'
import { dayOfInstant, timeOfInstant } from '../../words/clock.ts'
import { focusRing, ROW_HEIGHT, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

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
  code: { fontFamily: tokens.fontFamilyMonospace, userSelect: 'all', overflowWrap: 'anywhere' },
  doors: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    maxWidth: '560px',
    marginTop: tokens.spacingVerticalM,
  },
  door: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalL,
    textAlign: 'left',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      border: `1px solid ${tokens.colorCompoundBrandStroke}`,
      color: tokens.colorNeutralForeground1Hover,
    },
    ':focus-visible': focusRing,
  },
  icon: { fontSize: '24px', lineHeight: '24px' },
  doorName: { fontWeight: tokens.fontWeightSemibold },
  doorText: { ...type.label },
  skeleton: { padding: tokens.spacingHorizontalS },
  skeletonRow: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM, height: `${ROW_HEIGHT}px` },
  loading: { ...type.label, margin: '0', padding: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
})

export function LoadingState({ rows }: { readonly rows: number }) {
  const words = useWords()
  const styles = useStyles()
  return (
    <Skeleton className={styles.skeleton} aria-label={words.say('register.state.loading')}>
      {Array.from({ length: 9 }, (_, index) => (
        <div key={index} className={styles.skeletonRow}>
          <SkeletonItem shape="circle" size={16} />
          <SkeletonItem size={12} style={{ width: '48px' }} />
          <SkeletonItem size={12} style={{ width: `${62 - ((index * 17) % 38)}%` }} />
          <SkeletonItem size={12} style={{ width: '12%' }} />
        </div>
      ))}
      {rows > 0 && <p className={styles.loading}>{words.say('register.state.loadingRows', { rows })}</p>}
    </Skeleton>
  )
}

/** Two doors into an empty register; bringing in a tracker is a coordinator's. */
export function EmptyState({ onImport, onAdd }: { onImport: (() => void) | null; onAdd: () => void }) {
  const words = useWords()
  const styles = useStyles()
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{words.say('register.empty.title')}</h2>
      <p className={styles.text}>{words.say('register.empty.text')}</p>
      <div className={styles.doors}>
        {onImport && (
          <button type="button" className={styles.door} onClick={onImport}>
            <ClipboardPasteRegular className={styles.icon} />
            <span className={styles.doorName}>{words.say('register.empty.import')}</span>
            <span className={styles.doorText}>{words.say('register.empty.importText')}</span>
          </button>
        )}
        <button type="button" className={styles.door} onClick={onAdd}>
          <AddRegular className={styles.icon} />
          <span className={styles.doorName}>{words.say('register.empty.add')}</span>
          <span className={styles.doorText}>{words.say('register.empty.addText')}</span>
        </button>
      </div>
    </div>
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
      return <Page title={words.say('register.state.denied')} text={words.say('register.state.deniedText')} />
    case 'signIn':
      return (
        <Page title={words.say('register.state.signIn')} text={words.say('register.state.signInText')}>
          <Button appearance="primary" onClick={onSignIn}>
            {words.say('register.state.signInDo')}
          </Button>
        </Page>
      )
    case 'throttled':
      return <Page title={words.say('register.state.throttled', { seconds: freshness.seconds })} />
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
          <Button onClick={onRetry}>{words.say('register.state.retry')}</Button>
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
      return <Bar text={words.say('register.state.throttled', { seconds: freshness.seconds })} />
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
      return <Bar text={words.say('register.state.faultBar', { requestId })}>{retry}</Bar>
    }
  }
}

function Bar({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <MessageBar intent={children ? 'warning' : 'info'} layout="auto">
      <MessageBarBody>{text}</MessageBarBody>
      {children && <MessageBarActions>{children}</MessageBarActions>}
    </MessageBar>
  )
}

function Page({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  const styles = useStyles()
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{title}</h2>
      {text && <p className={styles.text}>{text}</p>}
      {children}
    </div>
  )
}
