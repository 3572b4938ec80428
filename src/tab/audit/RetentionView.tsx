/** How many years each list of Control is kept, how much isn't kept any longer, and the way to dispose of that. */

import { Button, Input, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { auditEndpoints, type RetentionTold } from '../../contract/audit.ts'
import { RETENTION_YEARS, type RetainedList, type Retention } from '../../domain/retention.ts'
import { PAGE_FOOT, type } from '../design/scale.ts'
import type { Session } from '../session.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { useWords } from '../words.tsx'
import { useAsking, useKeptAsTold, useRetention } from './asking.ts'
import { DisposeDialog, type Due } from './DisposeDialog.tsx'

const useStyles = makeStyles({
  view: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '46rem',
    padding: `0 ${tokens.spacingHorizontalM} ${PAGE_FOOT}`,
  },
  why: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { ...type.row, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  years: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, ...type.row },
  input: { width: '4.5rem', minWidth: '0' },
  due: { ...type.row, color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex' },
})

export interface RetentionViewProps {
  readonly session: Session
  readonly group: string
}

export function RetentionView({ session, group }: RetentionViewProps) {
  const read = useRetention(session, group)
  if (read.isError && !read.data) {
    return <FaultNotice fault={read.error} onAgain={() => void read.refetch()} tokens={session.tokens} />
  }
  if (!read.data) return <Opening />
  // Somebody else's years aren't mixed with those typed here: with another version the form begins anew.
  return <Lists key={read.data.version} session={session} group={group} told={read.data} />
}

function Lists({ session, group, told }: RetentionViewProps & { readonly told: RetentionTold }) {
  const styles = useStyles()
  const words = useWords()
  const keep = useKeptAsTold(group)
  const { asking, ask } = useAsking<RetentionTold>()
  const [typed, setTyped] = useState<Partial<Record<RetainedList, string>>>({})
  const [due, setDue] = useState<Due | null>(null)
  const yearsOf = ({ list, years }: RetentionTold['lists'][number]): number => Number(typed[list] ?? years)
  const isGood = (years: number): boolean =>
    Number.isInteger(years) && years >= RETENTION_YEARS[0] && years <= RETENTION_YEARS[1]
  const isChanged = told.lists.some((each) => yearsOf(each) !== each.years)
  const save = async (): Promise<void> => {
    const years = Object.fromEntries(told.lists.map((each) => [each.list, yearsOf(each)])) as Record<
      RetainedList,
      number
    > satisfies Retention
    const request = { version: told.version, years }
    const answer = await ask(() => session.api.ask(auditEndpoints.setRetention, { key: group }, request))
    if (answer) keep(answer)
  }
  const problem =
    asking.state === 'refused'
      ? words.refusal(asking.refusal)
      : asking.state === 'unreachable'
        ? words.say('audit.unreachable')
        : null
  return (
    <form
      className={styles.view}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p className={styles.why}>
        {words.say('audit.retention.why')} {!told.mayChange && words.say('audit.retention.auditor')}
      </p>
      <ul className={styles.list}>
        {told.lists.map((each) => {
          const name = words.say(`audit.list.${each.list}`)
          const years = yearsOf(each)
          return (
            <li key={each.list} className={styles.row}>
              <span className={styles.name}>{name}</span>
              <span className={styles.years}>
                {told.mayChange && (
                  <Input
                    className={styles.input}
                    size="small"
                    type="number"
                    min={RETENTION_YEARS[0]}
                    max={RETENTION_YEARS[1]}
                    input={{ style: { minWidth: 0 } }}
                    aria-label={words.say('audit.retention.years', { list: name })}
                    aria-invalid={!isGood(years)}
                    value={typed[each.list] ?? String(each.years)}
                    onChange={(_, { value }) => setTyped({ ...typed, [each.list]: value })}
                  />
                )}
                {!told.mayChange && words.say('audit.retention.kept', { count: each.years })}
              </span>
              <span className={styles.due}>
                {words.say('audit.retention.due', { count: each.due, day: words.day(each.before) })}
              </span>
              {told.mayChange && each.due > 0 && (
                <Button size="small" onClick={() => setDue(each)}>
                  {words.say('audit.retention.dispose', { count: each.due })}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {problem !== null && (
        <MessageBar intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {told.mayChange && (
        <div className={styles.foot}>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={!isChanged || !told.lists.every((each) => isGood(yearsOf(each)))}
          >
            {words.say(asking.state === 'asking' ? 'audit.retention.saving' : 'audit.retention.save')}
          </Button>
        </div>
      )}
      {due && (
        <DisposeDialog
          session={session}
          group={group}
          due={due}
          onClose={() => setDue(null)}
          onDisposed={(now) => {
            setDue(null)
            keep(now)
          }}
        />
      )}
    </form>
  )
}
