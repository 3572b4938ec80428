/** The group's organisations beside the table: a further one is added, or what is said of one changed. */

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
import { AddRegular, DismissRegular, EditRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import { peopleEndpoints } from '../../contract/people.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import { ORGANISATION_KINDS, type Organisation } from '../../domain/group.ts'
import { makeKey } from '../configure/groupform.ts'
import { type } from '../design/scale.ts'
import type { RoomProps } from '../shell/room.ts'
import { useWords } from '../words.tsx'
import { Escapes } from './Escapes.tsx'
import { usePanelStyles } from './panelstyles.ts'

const useStyles = makeStyles({
  why: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  row: {
    ...type.row,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flexGrow: '1', minWidth: '0', overflowWrap: 'anywhere' },
  aside: { ...type.label, display: 'block', color: tokens.colorNeutralForeground2 },
  form: { ...type.row, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  select: { '& select': { minWidth: '0', width: '100%' } },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface OrganisationsPanelProps extends Pick<RoomProps, 'session' | 'page'> {
  readonly organisations: ReadonlyMap<string, Organisation>
  readonly onClose: () => void
}

const BLANK: Organisation = {
  key: '',
  name: '',
  shortName: '',
  aliases: [],
  kind: 'force',
  nation: '',
  region: '',
}

export function OrganisationsPanel({ session, page, organisations, onClose }: OrganisationsPanelProps) {
  const panel = usePanelStyles()
  const styles = useStyles()
  const words = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  /** As it was seen; with no key: a new one. */
  const [seen, setSeen] = useState<Organisation | null>(null)
  useEffect(() => {
    if (seen === null) title.current?.focus()
  }, [seen])
  const all = [...organisations.values()].toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <Escapes onEscape={() => (seen ? setSeen(null) : onClose())}>
      <aside className={panel.panel} aria-label={words.say('people.organisations.title')}>
        <header className={panel.head}>
          <h2 className={panel.title} ref={title} tabIndex={-1}>
            {words.say('people.organisations.title')}
          </h2>
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={words.say('people.close')}
            onClick={onClose}
          />
        </header>
        {seen ? (
          <OrganisationForm
            key={seen.key}
            session={session}
            page={page}
            seen={seen}
            taken={new Set(organisations.keys())}
            onLeave={() => setSeen(null)}
          />
        ) : (
          <>
            <p className={styles.why}>{words.say('people.organisations.why')}</p>
            <ul className={styles.list}>
              {all.map((each) => (
                <li key={each.key} className={styles.row}>
                  <span className={styles.name}>
                    {each.name}
                    <span className={styles.aside}>
                      {[each.shortName, words.say(`configure.organisation.kind.${each.kind}`), each.region, each.nation]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                  <Button
                    appearance="subtle"
                    icon={<EditRegular />}
                    aria-label={words.say('configure.organisation.change', { name: each.name })}
                    onClick={() => setSeen(each)}
                  />
                </li>
              ))}
            </ul>
            <div>
              <Button icon={<AddRegular />} onClick={() => setSeen(BLANK)}>
                {words.say('people.organisations.add')}
              </Button>
            </div>
          </>
        )}
      </aside>
    </Escapes>
  )
}

type Sending =
  | { readonly state: 'idle' | 'saving' | 'unreachable' | 'nameless' }
  | { readonly state: 'refused'; readonly refusal: ServiceRefusal }

function OrganisationForm({
  session,
  page,
  seen,
  taken,
  onLeave,
}: Pick<OrganisationsPanelProps, 'session' | 'page'> & {
  readonly seen: Organisation
  readonly taken: ReadonlySet<string>
  readonly onLeave: () => void
}) {
  const styles = useStyles()
  const words = useWords()
  const name = useRef<HTMLInputElement>(null)
  const [filled, setFilled] = useState(seen)
  const [aliases, setAliases] = useState(seen.aliases.join('\n'))
  const [sending, setSending] = useState<Sending>({ state: 'idle' })
  const busy = sending.state === 'saving'
  useEffect(() => name.current?.focus(), [])

  const send = async (): Promise<void> => {
    if (busy) return
    if (filled.name.trim() === '') {
      name.current?.focus()
      return setSending({ state: 'nameless' })
    }
    setSending({ state: 'saving' })
    const organisation: Organisation = {
      ...filled,
      key: seen.key || makeKey(filled.name, taken),
      shortName: filled.shortName.trim() || filled.name.trim().slice(0, 40),
      aliases: aliases
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    }
    try {
      const about = { key: page.group }
      const request = { seen: seen.key === '' ? null : seen, organisation }
      const answer = await session.api.ask(peopleEndpoints.putOrganisation, about, request)
      if (!answer.ok) return setSending({ state: 'refused', refusal: answer.error })
      session.learnOrganisations(page.siteId, answer.value.organisations)
      onLeave()
    } catch {
      setSending({ state: 'unreachable' })
    }
  }
  const line = (field: 'shortName' | 'nation' | 'region', longest: number, hint?: string) => (
    <Field label={words.say(`configure.organisation.${field}`)} hint={hint ?? null}>
      <Input
        value={filled[field]}
        maxLength={longest}
        autoComplete="off"
        readOnly={busy}
        onChange={(_, data) => setFilled({ ...filled, [field]: data.value })}
      />
    </Field>
  )
  const problem =
    sending.state === 'refused'
      ? words.refusal(sending.refusal)
      : sending.state === 'unreachable'
        ? words.say('people.unreachable')
        : null
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Field
        label={words.say('configure.organisation.name')}
        validationMessage={sending.state === 'nameless' ? words.say('people.organisations.noName') : null}
      >
        <Input
          input={{ ref: name }}
          value={filled.name}
          maxLength={120}
          autoComplete="off"
          readOnly={busy}
          onChange={(_, data) => {
            setSending({ state: 'idle' })
            setFilled({ ...filled, name: data.value })
          }}
        />
      </Field>
      {line('shortName', 40, words.say('people.organisations.shortName.hint'))}
      <Field label={words.say('people.organisations.aliases')} hint={words.say('people.organisations.aliases.hint')}>
        <Textarea value={aliases} rows={3} readOnly={busy} onChange={(_, data) => setAliases(data.value)} />
      </Field>
      <Field label={words.say('configure.organisation.kind')} className={styles.select}>
        <Select
          value={filled.kind}
          onChange={(_, data) =>
            setFilled({ ...filled, kind: ORGANISATION_KINDS.find((each) => each === data.value) ?? filled.kind })
          }
        >
          {ORGANISATION_KINDS.map((each) => (
            <option key={each} value={each}>
              {words.say(`configure.organisation.kind.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {line('nation', 60)}
      {line('region', 60)}
      {problem !== null && (
        <MessageBar intent="warning" layout="multiline" politeness="assertive">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.foot}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {words.say(busy ? 'people.saving' : 'people.organisations.save')}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('people.leave')}
        </Button>
      </div>
    </form>
  )
}
