/** Who comes, by organisation and post: present, with apologies, or absent; and whoever comes without a post. */

import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  mergeClasses,
  Select,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import {
  ATTENDANCES,
  attendanceOf,
  type Attendance as State,
  type AttendanceEntry,
  type AttendanceLine,
} from '../../domain/meeting.ts'
import { focusRing, hiddenFromEyes, type } from '../design/scale.ts'
import { newCommandId } from '../register/sending.ts'
import { useWords } from '../words.tsx'
import type { KeptMeeting, Room } from './room.ts'
import { useRowSender } from './sendingrows.ts'

const useStyles = makeStyles({
  count: { ...type.label, margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground2 },
  table: { ...type.row, width: '100%', borderCollapse: 'collapse' },
  head: {
    ...type.label,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    overflowWrap: 'anywhere',
    '@media (max-width: 640px)': { display: 'block', padding: '0' },
  },
  head640: { '@media (max-width: 640px)': hiddenFromEyes },
  quiet: { color: tokens.colorNeutralForeground2 },
  states: { display: 'inline-flex', border: 'none', margin: '0', padding: '0' },
  state: {
    ...type.row,
    minHeight: '28px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    marginLeft: '-1px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':first-child': { borderRadius: `${tokens.borderRadiusMedium} 0 0 ${tokens.borderRadiusMedium}`, marginLeft: '0' },
    ':last-child': { borderRadius: `0 ${tokens.borderRadiusMedium} ${tokens.borderRadiusMedium} 0` },
    ':focus-visible': focusRing,
    ':disabled': { cursor: 'default', color: tokens.colorNeutralForeground3 },
  },
  chosen: {
    backgroundColor: tokens.colorCompoundBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
    ':disabled': { color: tokens.colorNeutralForegroundOnBrand },
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', color: 'HighlightText' },
  },
  other: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalL,
  },
})

export interface AttendanceProps {
  readonly room: Room
  readonly meeting: KeptMeeting
  readonly mayWrite: boolean
}

export function Attendance({ room, meeting, mayWrite }: AttendanceProps) {
  const { snapshot } = room
  const words = useWords()
  const styles = useStyles()
  const { send, trouble } = useRowSender(room.meetings.keeping)
  const [name, setName] = useState('')
  const [organisation, setOrganisation] = useState('')
  const lines = attendanceOf(meeting, snapshot)
  const countOf = (state: State): number => meeting.attendance.filter((entry) => entry.state === state).length
  const mark = (line: AttendanceLine, state: State): void => {
    const entry: AttendanceEntry = {
      id: line.id,
      organisation: line.organisation,
      post: line.post,
      name: line.name,
      state,
    }
    void send({ kind: 'setAttendance', key: meeting.key, entry, was: line.entry })
  }
  const add = async (): Promise<void> => {
    const id = newCommandId()
    const entry: AttendanceEntry = { id, organisation: organisation || null, post: null, name, state: 'present' }
    if (await send({ kind: 'setAttendance', key: meeting.key, entry, was: null })) setName('')
  }
  return (
    <>
      <p className={styles.count}>
        {words.say('meeting.attendance.count', { present: countOf('present'), apologies: countOf('apologies') })}
      </p>
      {trouble && (
        <MessageBar intent="warning">
          <MessageBarBody>
            {trouble.state === 'stale' ? words.say('meeting.trouble.stale') : words.refusal(trouble.refusal)}
          </MessageBarBody>
        </MessageBar>
      )}
      <table className={styles.table}>
        <thead className={styles.head640}>
          <tr>
            {(['organisation', 'post', 'name'] as const).map((column) => (
              <th key={column} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {words.say(`meeting.attendance.${column}`)}
              </th>
            ))}
            <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
              {words.say('meeting.attendance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const post = line.post === null ? undefined : snapshot.posts.get(line.post)
            const who = line.name || post?.title || ''
            return (
              <tr key={line.id} className={styles.row}>
                <td className={styles.cell}>
                  {line.organisation === null ? '' : snapshot.organisations.get(line.organisation)?.shortName}
                </td>
                <td className={mergeClasses(styles.cell, styles.quiet)}>{post?.title ?? ''}</td>
                <td className={styles.cell}>
                  {line.name || <span className={styles.quiet}>{words.say('meeting.attendance.vacant')}</span>}
                </td>
                <td className={styles.cell}>
                  <div
                    role="group"
                    className={styles.states}
                    aria-label={words.say('meeting.attendance.state', { name: who })}
                  >
                    {ATTENDANCES.map((state) => (
                      <button
                        key={state}
                        type="button"
                        className={mergeClasses(styles.state, line.entry?.state === state && styles.chosen)}
                        aria-pressed={line.entry?.state === state}
                        disabled={!mayWrite}
                        onClick={() => mark(line, state)}
                      >
                        {words.say(`meeting.attendance.${state}`)}
                      </button>
                    ))}
                  </div>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {mayWrite && (
        <div className={styles.other}>
          <Field label={words.say('meeting.attendance.other')}>
            <Input
              value={name}
              onChange={(_, { value }) => setName(value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') void add()
              }}
            />
          </Field>
          <Field label={words.say('meeting.attendance.organisation')}>
            <Select value={organisation} onChange={(_, { value }) => setOrganisation(value)}>
              <option value="">–</option>
              {[...snapshot.organisations.values()].map((each) => (
                <option key={each.key} value={each.key}>
                  {each.shortName}
                </option>
              ))}
            </Select>
          </Field>
          <Button onClick={() => void add()}>{words.say('meeting.attendance.add')}</Button>
        </div>
      )}
    </>
  )
}
