/** A new post of an organisation, vacant until somebody is appointed; or one that stands in the lists, taken into use. */

import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  tokens,
} from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import type { People } from '../../contract/people.ts'
import { ROLES, type Organisation, type Role } from '../../domain/group.ts'
import { makeKey } from '../configure/groupform.ts'
import { type } from '../design/scale.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { useChange } from './changing.ts'
import { Escapes } from './Escapes.tsx'
import { usePanelStyles } from './panelstyles.ts'

const useStyles = makeStyles({
  form: { ...type.row, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  select: { '& select': { minWidth: '0', width: '100%' } },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface AddPostProps {
  readonly session: Session
  readonly group: string
  readonly people: People
  readonly organisations: ReadonlyMap<string, Organisation>
  /** What is known already of the gap that it fills. */
  readonly given: { readonly organisation?: string; readonly role?: Role }
  readonly onClose: () => void
  readonly onAdded: (post: string) => void
}

export function AddPost({ session, group, people, organisations, given, onClose, onAdded }: AddPostProps) {
  const panel = usePanelStyles()
  const styles = useStyles()
  const words = useWords()
  const name = useRef<HTMLInputElement>(null)
  const { changing, save, touch } = useChange(session, group)
  const all = [...organisations.values()].toSorted((a, b) => a.shortName.localeCompare(b.shortName))
  const [organisation, setOrganisation] = useState(given.organisation ?? all[0]?.key ?? '')
  const [role, setRole] = useState<Role>(given.role ?? 'spoc')
  const [title, setTitle] = useState(() => suggest(given, organisations, words.say('role.spoc')))
  const [isUntitled, setUntitled] = useState(false)
  const busy = changing.state === 'saving'
  useEffect(() => name.current?.focus(), [])

  const send = async (): Promise<void> => {
    if (busy) return
    if (title.trim() === '') return setUntitled(true)
    const key = makeKey(title, new Set(people.posts.map((post) => post.key)))
    if (await save(key, null, { kind: 'add', title: title.trim(), organisation, role })) onAdded(key)
  }
  const problem =
    changing.state === 'refused'
      ? words.refusal(changing.refusal)
      : changing.state === 'unreachable'
        ? words.say('people.unreachable')
        : null
  return (
    <Escapes onEscape={onClose}>
      <aside className={panel.panel} aria-label={words.say('people.add.title')}>
        <header className={panel.head}>
          <h2 className={panel.title}>{words.say('people.add.title')}</h2>
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={words.say('people.close')}
            onClick={onClose}
          />
        </header>
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <Field label={words.say('people.organisation')} className={styles.select}>
            <Select
              value={organisation}
              onChange={(_, data) => {
                touch()
                setOrganisation(data.value)
              }}
            >
              {all.map((each) => (
                <option key={each.key} value={each.key}>
                  {each.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label={words.say('people.add.role')}
            hint={words.say(`people.roleMeans.${role}`)}
            className={styles.select}
          >
            <Select
              value={role}
              onChange={(_, data) => {
                touch()
                setRole(ROLES.find((each) => each === data.value) ?? role)
              }}
            >
              {ROLES.map((each) => (
                <option key={each} value={each}>
                  {words.say(`role.${each}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label={words.say('people.add.name')}
            hint={words.say('people.add.name.hint')}
            validationMessage={isUntitled ? words.say('people.noTitle') : null}
          >
            <Input
              input={{ ref: name }}
              value={title}
              maxLength={120}
              autoComplete="off"
              readOnly={busy}
              onChange={(_, data) => {
                touch()
                setUntitled(false)
                setTitle(data.value)
              }}
            />
          </Field>
          {problem !== null && (
            <MessageBar intent="warning" layout="multiline" politeness="assertive">
              <MessageBarBody>{problem}</MessageBarBody>
            </MessageBar>
          )}
          <div className={styles.foot}>
            <Button type="submit" appearance="primary" disabledFocusable={busy}>
              {words.say(busy ? 'people.saving' : 'people.add.save')}
            </Button>
            <Button appearance="subtle" onClick={onClose}>
              {words.say('people.leave')}
            </Button>
          </div>
        </form>
      </aside>
    </Escapes>
  )
}

/** For the gap of a SPOC: what the others are called. */
function suggest(
  { organisation, role }: AddPostProps['given'],
  organisations: AddPostProps['organisations'],
  spoc: string,
): string {
  const found = organisation === undefined ? undefined : organisations.get(organisation)
  return found && role === 'spoc' ? `${spoc}, ${found.shortName}` : ''
}
