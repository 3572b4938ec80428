/** One action of those that a recommendation is broken into, while it is written: what, whose, by when, in which group. */

import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { CheckmarkCircleRegular, DismissRegular } from '@fluentui/react-icons'
import { useSyncExternalStore } from 'react'
import type { Day } from '../../domain/day.ts'
import { ownerWords } from '../../domain/owner.ts'
import { plainText } from '../../domain/passage.ts'
import type { ActionRegister, Snapshot } from '../../domain/snapshot.ts'
import { oneLine, type } from '../design/scale.ts'
import { DueField } from '../register/DueField.tsx'
import { OwnerPicker } from '../register/OwnerPicker.tsx'
import { useWords } from '../words.tsx'
import { ELSEWHERE, HERE, isInDoubt, type Line, type OtherGroup } from './breaking.ts'

const useStyles = makeStyles({
  line: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: '0',
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: '24px' },
  name: { ...type.label, margin: '0', fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  pair: {
    display: 'grid',
    alignItems: 'start',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'minmax(0, 4fr) minmax(0, 3fr) minmax(0, 3fr)',
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  written: {
    ...type.row,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '24px',
    color: tokens.colorNeutralForeground2,
  },
  as: { flexShrink: '0', fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  details: oneLine,
})

export interface BreakLineProps {
  readonly line: Line
  /** From 1. */
  readonly number: number
  readonly snapshot: Snapshot
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly groups: readonly OtherGroup[]
  readonly openRegister: (siteId: string) => ActionRegister
  readonly isBusy: boolean
  /** Null: it is the only one. */
  readonly onRemove: (() => void) | null
  readonly onChange: (fields: Partial<Line>) => void
}

export function BreakLine(props: BreakLineProps) {
  const { line, number, snapshot, groups, isBusy, onRemove, onChange } = props
  const words = useWords()
  const styles = useStyles()
  const title = words.say('recommendations.break.line', { number })
  if (line.written !== null) {
    return (
      <li className={styles.written}>
        <CheckmarkCircleRegular aria-hidden />
        <span className={styles.as}>{words.say('recommendations.break.written', { reference: line.written })}</span>
        <span className={styles.details}>
          {[line.owners.map((owner) => ownerWords(owner, snapshot)).join(', '), plainText(line.details)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </li>
    )
  }
  const { failed } = line
  const isLocked = isBusy || isInDoubt(line)
  const problemOf = (...fields: readonly string[]): string | undefined =>
    failed?.state === 'refused' && fields.includes(failed.refusal.field ?? '')
      ? words.refusal(failed.refusal)
      : undefined
  return (
    <li>
      <fieldset className={styles.line}>
        <div className={styles.head}>
          <legend className={styles.name}>
            {line.part === null ? title : words.say('recommendations.break.line.part', { number, letter: line.part })}
          </legend>
          {onRemove && (
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={words.say('recommendations.break.remove', { number })}
              disabledFocusable={isLocked}
              onClick={onRemove}
            />
          )}
        </div>
        <Field label={words.say('add.details')} required validationMessage={problemOf('details', 'link.what') ?? null}>
          <Textarea
            value={line.details}
            rows={2}
            resize="vertical"
            readOnly={isLocked}
            onChange={(_, { value }) => onChange({ details: value })}
          />
        </Field>
        <div className={styles.pair}>
          {line.group !== ELSEWHERE && <Whose {...props} isLocked={isLocked} problemOf={problemOf} />}
          <Field label={words.say('recommendations.break.where')}>
            <Select
              value={line.group}
              disabled={isLocked}
              // The longest name must not widen it.
              root={{ style: { minWidth: 0 } }}
              select={{ style: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } }}
              onChange={(_, { value }) => onChange({ group: value, owners: [] })}
            >
              <option value={HERE}>{words.say('recommendations.break.here')}</option>
              {groups.map(({ key, name }) => (
                <option key={key} value={key}>
                  {name}
                </option>
              ))}
              <option value={ELSEWHERE}>{words.say('recommendations.break.elsewhere')}</option>
            </Select>
          </Field>
          {line.group === ELSEWHERE && (
            <Field
              label={words.say('recommendations.break.name')}
              hint={words.say('recommendations.break.name.hint')}
              required
              validationMessage={problemOf('link.body') ?? null}
            >
              <Input
                value={line.name}
                readOnly={isLocked}
                style={{ minWidth: 0 }}
                onChange={(_, { value }) => onChange({ name: value })}
              />
            </Field>
          )}
        </div>
        {failed && (failed.state !== 'refused' || !SHOWN.has(failed.refusal.field ?? '')) && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {failed.state === 'refused'
                ? words.refusal(failed.refusal)
                : failed.state === 'stale'
                  ? words.say('recommendations.stale')
                  : isInDoubt(line)
                    ? words.say('recommendations.break.doubt')
                    : words.say(`composer.unsaved.${failed.because}`, {
                        requestId: failed.requestId ?? words.say('register.state.noRequestId'),
                      })}
            </MessageBarBody>
          </MessageBar>
        )}
      </fieldset>
    </li>
  )
}

/** Fields that say themselves why they are refused. */
const SHOWN: ReadonlySet<string> = new Set(['details', 'owners', 'due', 'link.what', 'link.body'])

interface WhoseProps extends BreakLineProps {
  readonly isLocked: boolean
  readonly problemOf: (field: string) => string | undefined
}

/** Owner and due: posts and organisations are those of the group that it is written in. */
function Whose({
  line,
  snapshot,
  today,
  nextMeeting,
  groups,
  openRegister,
  isLocked,
  problemOf,
  onChange,
}: WhoseProps) {
  const words = useWords()
  const group = groups.find(({ key }) => key === line.group)
  const register = group ? openRegister(group.siteId) : null
  const theirs = useSyncExternalStore(register?.subscribe ?? NEVER, () => register?.snapshot() ?? null)
  const among = register ? theirs : snapshot
  return (
    <>
      {among ? (
        <OwnerPicker
          label={words.say('add.owners')}
          snapshot={among}
          owners={line.owners}
          disabled={isLocked}
          problem={problemOf('owners')}
          onChange={(owners) => onChange({ owners })}
        />
      ) : (
        <p role="status">
          {register?.freshness().state === 'denied'
            ? words.say('recommendations.break.denied')
            : words.say('recommendations.break.opening')}
        </p>
      )}
      <DueField
        label={words.say('add.due')}
        value={line.due}
        today={today}
        nextMeeting={nextMeeting}
        disabled={isLocked}
        problem={problemOf('due')}
        onChange={(due) => onChange({ due })}
      />
    </>
  )
}

const NEVER = () => () => {}
