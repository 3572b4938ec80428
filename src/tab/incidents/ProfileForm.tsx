/** A profile, made or changed; or that its group is no longer active. */

import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { incidentEndpoints, type ChangeProfile, type ProfileTold } from '../../contract/incidents.ts'
import { findPersonalData } from '../../domain/personaldata.ts'
import { isPageAddress, RISK_LEVELS, type RiskLevel } from '../../domain/profile.ts'
import { type } from '../design/scale.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { useSender } from './booking.ts'
import { Chips } from './Chips.tsx'
import { SendingNotice } from './SendingNotice.tsx'

export const useFormStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '40rem',
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

interface Filled {
  readonly name: string
  readonly aliases: string
  readonly area: string
  readonly links: string
  readonly risk: RiskLevel
  readonly redLines: string
  readonly reason: string
}

const FIELDS = ['name', 'aliases', 'area', 'links', 'redLines', 'reason'] as const

export interface ProfileFormProps {
  readonly session: Session
  readonly group: string
  /** Null: a new one. */
  readonly profile: ProfileTold | null
  readonly onLeave: () => void
}

export function ProfileForm({ session, group, profile, onLeave }: ProfileFormProps) {
  const words = useWords()
  const styles = useFormStyles()
  const today = session.clock.today()
  const { sending, send, touch, command } = useSender(session, group)
  const [filled, setFilled] = useState(() => fill(profile))
  const [ending, setEnding] = useState(false)
  const [tried, setTried] = useState(false)
  const busy = sending.state === 'sending'
  const refusal = sending.state === 'refused' ? sending.refusal : null

  const change = (more: Partial<Filled>): void => {
    if (busy) return
    setFilled({ ...filled, ...more })
    touch()
  }
  const own = (field: (typeof FIELDS)[number]): string | null => {
    if (field === 'name' && tried && filled.name.trim() === '') return words.say('refusal.textMissing')
    if (field === 'links') {
      return linesOf(filled.links).every(isPageAddress) ? null : words.say('incidents.profile.links.wrong')
    }
    const found = findPersonalData(filled[field], today)
    return found && words.say('refusal.personalData', { kind: found.kind })
  }
  const problem = (field: (typeof FIELDS)[number]): string | null =>
    own(field) ?? (refusal?.field === field ? words.refusal(refusal) : null)
  const save = async (what: ChangeProfile): Promise<void> => {
    setTried(true)
    const isSound = what.kind !== 'save' || (filled.name.trim() !== '' && FIELDS.every((field) => own(field) === null))
    if (busy || !isSound) return
    const about = { key: group, profile: profile?.key ?? command() }
    const version = profile?.version ?? null
    const saved = await send(incidentEndpoints.changeProfile, about, (commandId) => ({
      commandId,
      version,
      change: what,
    }))
    if (saved) onLeave()
  }
  const text = (field: 'aliases' | 'area' | 'links' | 'redLines', hint?: string) => (
    <Field label={words.say(`incidents.profile.${field}`)} hint={hint ?? null} validationMessage={problem(field)}>
      <Textarea value={filled[field]} resize="vertical" onChange={(_, data) => change({ [field]: data.value })} />
    </Field>
  )
  const title = profile
    ? words.say('incidents.profile.title.edit', { name: profile.name })
    : words.say('incidents.profile.title')
  return (
    <form
      className={styles.form}
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save(ending ? { kind: 'end', reason: filled.reason } : { kind: 'save', content: read(filled) })
      }}
    >
      <h2 className={styles.title}>{title}</h2>
      {ending ? (
        <Field label={words.say('incidents.profile.end.reason')} validationMessage={problem('reason')} required>
          <Input value={filled.reason} autoComplete="off" onChange={(_, data) => change({ reason: data.value })} />
        </Field>
      ) : (
        <>
          <Field label={words.say('incidents.profile.name')} validationMessage={problem('name')} required>
            <Input
              value={filled.name}
              maxLength={120}
              autoComplete="off"
              onChange={(_, data) => change({ name: data.value })}
            />
          </Field>
          <Chips
            label={words.say('incidents.profile.risk')}
            options={RISK_LEVELS}
            value={filled.risk}
            wordOf={(level) => words.say(`incidents.profile.risk.${level}`)}
            onPick={(level) => change({ risk: level })}
          />
          {text('area')}
          {text('redLines')}
          {text('aliases', words.say('incidents.profile.lines.hint'))}
          {text('links', words.say('incidents.profile.links.hint'))}
        </>
      )}
      <SendingNotice sending={sending} fields={FIELDS} />
      <div className={styles.foot}>
        <Button appearance="primary" type="submit" disabledFocusable={busy}>
          {words.say(
            busy ? 'incidents.form.sending' : ending ? 'incidents.profile.end.send' : 'incidents.profile.save',
          )}
        </Button>
        <Button appearance="subtle" onClick={ending ? () => setEnding(false) : onLeave}>
          {words.say('incidents.form.leave')}
        </Button>
        {profile && !ending && (
          <Button
            onClick={() => (profile.ended ? void save({ kind: 'resume' }) : setEnding(true))}
            disabledFocusable={busy}
          >
            {words.say(profile.ended ? 'incidents.profile.resume' : 'incidents.profile.end')}
          </Button>
        )}
      </div>
    </form>
  )
}

function fill(profile: ProfileTold | null): Filled {
  return {
    name: profile?.name ?? '',
    aliases: (profile?.aliases ?? []).join('\n'),
    area: profile?.area ?? '',
    links: (profile?.links ?? []).join('\n'),
    risk: profile?.risk ?? 'medium',
    redLines: profile?.redLines ?? '',
    reason: '',
  }
}

function read({ name, aliases, area, links, risk, redLines }: Filled) {
  return { name, aliases: linesOf(aliases), area, links: linesOf(links), risk, redLines }
}

function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => line.trim() || [])
}
