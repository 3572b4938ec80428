/**
 * The register is not the database: its own list of accounts is laid beside the register, and what differs is listed,
 * each with what to do about it. The list is read here, compared by the service, and kept by nobody.
 */

import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { accessEndpoints, type Reconcile, type ReconciliationTold, type ResourceTold } from '../../contract/access.ts'
import type { AccountList } from '../../documents/accountlist.ts'
import { focusRing, PAGE_FOOT, type } from '../design/scale.ts'
import { useSender } from '../decide/deciding.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { readAccounts } from './accounts.ts'
import type { Named } from './shown.ts'

const useStyles = makeStyles({
  view: {
    flex: '1 1 0',
    minHeight: '0',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `0 ${tokens.spacingHorizontalM} ${PAGE_FOOT}`,
  },
  lead: { ...type.row, margin: '0', maxWidth: '44rem', color: tokens.colorNeutralForeground2 },
  input: { display: 'none' },
  read: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    maxWidth: '44rem',
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  line: { ...type.row, margin: '0' },
  quiet: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  deeds: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  title: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalS} 0 0`, padding: '0' },
  difference: {
    ...type.row,
    maxWidth: '44rem',
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorNeutralStrokeAccessible}`,
    marginBottom: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
  what: { fontWeight: tokens.fontWeightSemibold },
  todo: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  fold: { ...type.row, minHeight: '24px', cursor: 'pointer', ':focus-visible': focusRing },
})

export interface AccountsViewProps {
  readonly session: Session
  readonly group: string
  readonly resource: ResourceTold
  /** Of this resource, the latest first. */
  readonly reconciliations: readonly ReconciliationTold[]
  readonly named: Named
  readonly onOpen: (nomination: string) => void
  readonly onDone: () => void
}

type Reading =
  | { readonly state: 'idle' | 'reading' }
  | { readonly state: 'read'; readonly name: string; readonly list: AccountList }
  | { readonly state: 'unreadable'; readonly words: string }

export function AccountsView(props: AccountsViewProps) {
  const { session, group, resource, reconciliations, named, onOpen, onDone } = props
  const styles = useStyles()
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [reading, setReading] = useState<Reading>({ state: 'idle' })
  const { deciding, decide, again } = useSender<Omit<Reconcile, 'commandId'>, ReconciliationTold>(async (request) => {
    const answer = await session.api.ask(accessEndpoints.reconcile, { key: group }, request)
    if (answer.ok) {
      setReading({ state: 'idle' })
      onDone()
    }
    return answer
  })
  const read = async (file: File): Promise<void> => {
    setReading({ state: 'reading' })
    try {
      const list = await readAccounts(file)
      if (list.ok) return setReading({ state: 'read', name: file.name, list: list.value })
      const { code, values } = list.error
      const said =
        code === 'noAccounts' || code === 'noTable'
          ? words.say('access.accounts.noAccounts', { name: file.name })
          : words.say(`documents.unreadable.${code}`, { name: file.name, ...values })
      setReading({ state: 'unreadable', words: said })
    } catch {
      setReading({ state: 'unreadable', words: words.say('access.accounts.fault') })
    } finally {
      if (input.current) input.current.value = ''
    }
  }
  const isSending = deciding.state === 'sending'
  const [latest, ...before] = reconciliations
  return (
    <div className={styles.view}>
      <p className={styles.lead}>{words.say('access.accounts.lead')}</p>
      {reading.state === 'read' ? (
        <div className={styles.read}>
          <p className={styles.title}>
            {words.say('access.accounts.read', { count: reading.list.accounts.length, name: reading.name })}
          </p>
          <p className={styles.line}>
            {words.say('access.accounts.headings', {
              account: reading.list.headings.account ?? '–',
              name: reading.list.headings.name ?? '–',
              state: reading.list.headings.state ?? '–',
            })}
          </p>
          {reading.list.headings.state === undefined && (
            <p className={styles.quiet}>{words.say('access.accounts.noState')}</p>
          )}
          {reading.list.unclear.length > 0 && (
            <p className={styles.quiet}>
              {words.say('access.accounts.unclear', {
                rows: words.list(reading.list.unclear.slice(0, 5).map(({ row, text }) => `${row} (“${text}”)`)),
                count: reading.list.unclear.length,
              })}
            </p>
          )}
          {(deciding.state === 'refused' || deciding.state === 'unclear') && (
            <MessageBar intent="warning" layout="multiline" politeness="assertive">
              <MessageBarBody>
                {deciding.state === 'refused' ? words.refusal(deciding.refusal) : words.say('access.unreachable')}
              </MessageBarBody>
            </MessageBar>
          )}
          <div className={styles.deeds}>
            <Button
              appearance="primary"
              disabledFocusable={isSending}
              onClick={() => {
                if (deciding.state === 'unclear') again()
                else if (!isSending) void decide({ resource: resource.key, accounts: [...reading.list.accounts] })
              }}
            >
              {words.say(isSending ? 'access.accounts.comparing' : 'access.accounts.compare')}
            </Button>
            <Button appearance="subtle" onClick={() => setReading({ state: 'idle' })}>
              {words.say('access.leave')}
            </Button>
          </div>
        </div>
      ) : (
        <div className={styles.deeds}>
          <Button
            appearance={latest ? 'secondary' : 'primary'}
            disabledFocusable={reading.state === 'reading'}
            onClick={() => reading.state !== 'reading' && input.current?.click()}
          >
            {words.say(reading.state === 'reading' ? 'access.accounts.reading' : 'access.accounts.choose')}
          </Button>
        </div>
      )}
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv,.txt,.tsv"
        className={styles.input}
        tabIndex={-1}
        aria-hidden
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) void read(file)
        }}
      />
      {reading.state === 'unreadable' && (
        <MessageBar intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>{reading.words}</MessageBarBody>
        </MessageBar>
      )}
      {latest ? (
        <Comparison reconciliation={latest} named={named} onOpen={onOpen} />
      ) : (
        <p className={styles.quiet}>{words.say('access.accounts.never')}</p>
      )}
      {before.map((each) => (
        <details key={each.key}>
          <summary className={styles.fold}>
            {words.say('access.accounts.before', {
              day: words.day(each.day),
              name: each.by,
              count: each.differences.length,
            })}
          </summary>
          <Comparison reconciliation={each} named={named} onOpen={onOpen} />
        </details>
      ))}
    </div>
  )
}

interface ComparisonProps {
  readonly reconciliation: ReconciliationTold
  readonly named: Named
  readonly onOpen: (nomination: string) => void
}

function Comparison({ reconciliation, named, onOpen }: ComparisonProps) {
  const styles = useStyles()
  const words = useWords()
  const { accounts, differences, others, day, by } = reconciliation
  return (
    <section>
      <h2 className={styles.title}>
        {differences.length === 0
          ? words.say('access.accounts.same', { count: accounts })
          : words.say('access.accounts.differ', { count: differences.length + others, accounts })}
      </h2>
      <p className={styles.quiet}>{words.say('access.accounts.last', { day: words.day(day), name: by })}</p>
      {differences.length > 0 && (
        <ul className={styles.list}>
          {differences.map((each, index) => (
            // Kept as it came out, and of two alike neither has a name of its own.
            <li key={index} className={styles.difference}>
              <span className={styles.what}>{each.name === '' ? each.account : each.name}</span>
              {each.account !== '' && each.name !== '' && ` (${each.account})`}
              {each.organisation !== null && ` · ${named(each.organisation)}`}
              <p className={styles.todo}>{words.say(`access.difference.${each.kind}`)}</p>
              {each.nomination !== null && (
                <Button size="small" onClick={() => onOpen(each.nomination ?? '')}>
                  {words.say('access.open', { name: each.name })}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {others > 0 && <p className={styles.quiet}>{words.say('access.accounts.others', { count: others })}</p>}
    </section>
  )
}
