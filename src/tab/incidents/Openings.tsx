/** What was counted before the register: each number with its days and who counted; added and taken out by its keeper. */

import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { incidentEndpoints, type IncidentBook, type OpeningTold } from '../../contract/incidents.ts'
import { addDays } from '../../domain/day.ts'
import { type } from '../design/scale.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { useSender } from './booking.ts'
import type { Organisations } from '../../domain/incidenttable.ts'
import { useFormStyles } from './ProfileForm.tsx'
import { SendingNotice } from './SendingNotice.tsx'

const useStyles = makeStyles({
  openings: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0', flexGrow: '1' },
  quiet: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  list: { ...type.row, listStyleType: 'none', margin: '0', padding: '0' },
  opening: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '36px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: '1' },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(8rem, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
})

export interface OpeningsProps {
  readonly session: Session
  readonly group: string
  readonly book: IncidentBook
  readonly organisations: Organisations
}

export function Openings({ session, group, book, organisations }: OpeningsProps) {
  const words = useWords()
  const styles = useStyles()
  const [adding, setAdding] = useState(false)
  const { send, sending } = useSender(session, group)
  const openings = book.openings.filter(({ state }) => state === 'stands').toSorted(compareOpenings)
  if (openings.length === 0 && !book.isKeeper) return null
  const withdraw = ({ key, version }: OpeningTold): void => {
    const about = { key: group, opening: key }
    void send(incidentEndpoints.changeOpening, about, (commandId) => ({
      commandId,
      version,
      change: { kind: 'withdraw' as const },
    }))
  }
  return (
    <section className={styles.openings} aria-label={words.say('incidents.openings')}>
      <div className={styles.line}>
        <h2 className={styles.title}>{words.say('incidents.openings')}</h2>
        {book.isKeeper && !adding && (
          <Button size="small" icon={<AddRegular />} onClick={() => setAdding(true)}>
            {words.say('incidents.openings.add')}
          </Button>
        )}
      </div>
      <p className={styles.quiet}>{words.say('incidents.openings.why')}</p>
      {adding && (
        <OpeningForm session={session} group={group} organisations={organisations} onLeave={() => setAdding(false)} />
      )}
      <ul className={styles.list}>
        {openings.map((opening) => (
          <li key={opening.key} className={styles.opening}>
            <span className={styles.words}>
              {words.say('incidents.opening', {
                count: words.number(opening.count),
                where:
                  opening.organisation === null
                    ? words.say('incidents.nation', { nation: opening.nation })
                    : (organisations.get(opening.organisation)?.name ?? opening.organisation),
                from: words.day(opening.from),
                to: words.day(opening.to),
              })}
              {opening.basis !== '' && <p className={styles.quiet}>{opening.basis}</p>}
            </span>
            {book.isKeeper && (
              <Button size="small" appearance="subtle" onClick={() => withdraw(opening)}>
                {words.say('incidents.opening.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <SendingNotice sending={sending} fields={[]} />
    </section>
  )
}

function compareOpenings(a: OpeningTold, b: OpeningTold): number {
  return a.from === b.from ? b.count - a.count : a.from < b.from ? -1 : 1
}

/** In the list of forces: all of a nation. */
const NATION = 'nation:'

function OpeningForm(props: Pick<OpeningsProps, 'session' | 'group' | 'organisations'> & { onLeave: () => void }) {
  const { session, group, organisations, onLeave } = props
  const words = useWords()
  const styles = useStyles()
  const form = useFormStyles()
  const today = session.clock.today()
  const { sending, send, touch, command } = useSender(session, group)
  const [filled, setFilled] = useState({ where: '', from: '', to: addDays(today, -1), count: '', basis: '' })
  const [tried, setTried] = useState(false)
  const forces = [...organisations.values()].filter(({ kind }) => kind === 'force')
  const nations = [...new Set(forces.map(({ nation }) => nation).filter((nation) => nation !== ''))]
  const refusal = sending.state === 'refused' ? sending.refusal : null
  const busy = sending.state === 'sending'
  const problem = (field: keyof typeof filled): string | null => {
    if (tried && filled[field].trim() === '' && field !== 'basis') return words.say('refusal.valueMissing')
    const name = { where: 'organisation', from: 'from', to: 'to', count: 'count', basis: 'basis' }[field]
    return refusal?.field?.replace('change.content.', '') === name ? words.refusal(refusal) : null
  }
  const input = (field: 'from' | 'to' | 'count' | 'basis', kind: 'date' | 'text') => (
    <Field
      label={words.say(`incidents.opening.${field}`)}
      validationMessage={problem(field)}
      required={kind === 'date'}
    >
      <Input
        type={kind}
        inputMode={field === 'count' ? 'numeric' : undefined}
        style={{ minWidth: 0 }}
        autoComplete="off"
        value={filled[field]}
        onChange={(_, data) => {
          setFilled({ ...filled, [field]: data.value })
          touch()
        }}
      />
    </Field>
  )
  const save = async (): Promise<void> => {
    setTried(true)
    const { where, from, to, count, basis } = filled
    if (busy || [where, from, to, count].some((each) => each.trim() === '')) return
    const force = organisations.get(where)
    const nation = force?.nation ?? where.slice(NATION.length)
    const content = { organisation: force?.key ?? null, nation, from, to, count: Number(count), basis }
    const about = { key: group, opening: command() }
    const saved = await send(incidentEndpoints.changeOpening, about, (commandId) => ({
      commandId,
      version: null,
      change: { kind: 'set' as const, content },
    }))
    if (saved) onLeave()
  }
  return (
    <form
      className={form.form}
      aria-label={words.say('incidents.opening.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h3 className={form.title}>{words.say('incidents.opening.title')}</h3>
      <Field label={words.say('incidents.opening.where')} validationMessage={problem('where')} required>
        <Select
          value={filled.where}
          onChange={(_, data) => {
            setFilled({ ...filled, where: data.value })
            touch()
          }}
        >
          <option value="">{words.say('incidents.form.force.choose')}</option>
          {forces.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
          {nations.map((nation) => (
            <option key={nation} value={NATION + nation}>
              {words.say('incidents.opening.nation', { nation: words.say('incidents.nation', { nation }) })}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.pair}>
        {input('from', 'date')}
        {input('to', 'date')}
        {input('count', 'text')}
      </div>
      {input('basis', 'text')}
      <SendingNotice sending={sending} fields={['organisation', 'from', 'to', 'count', 'basis']} />
      <div className={form.foot}>
        <Button appearance="primary" type="submit" disabledFocusable={busy}>
          {words.say(busy ? 'incidents.form.sending' : 'incidents.opening.save')}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('incidents.form.leave')}
        </Button>
      </div>
    </form>
  )
}
