/** The form that makes a channel a group. Teams' own Save button sends it. */

import { Field, makeStyles, MessageBar, MessageBarBody, Radio, RadioGroup, tokens } from '@fluentui/react-components'
import { valibotResolver } from '@hookform/resolvers/valibot'
import { useEffect, useRef, useState } from 'react'
import { Controller, FormProvider, useForm } from 'react-hook-form'
import type { ChannelAnswer, GroupEntry } from '../../contract/endpoints.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import { MARKINGS } from '../../domain/group.ts'
import type { Session } from '../session.ts'
import { makeId } from '../shell/id.ts'
import { addressOfGroup } from '../shell/page.ts'
import { useWords } from '../words.tsx'
import { blankForm, groupFormShape, makeRequest, type GroupForm } from './groupform.ts'
import { OrganisationFields } from './OrganisationFields.tsx'
import { TextInput } from './TextInput.tsx'

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalXL },
  pair: {
    display: 'grid',
    alignItems: 'start',
    gap: tokens.spacingVerticalXL,
    columnGap: tokens.spacingHorizontalXXL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 17rem), 1fr))',
  },
})

export interface GroupFieldsProps {
  readonly session: Session
  readonly channel: NonNullable<Session['host']['channel']>
  readonly answer: ChannelAnswer
}

export function GroupFields({ session, channel, answer }: GroupFieldsProps) {
  const styles = useStyles()
  const words = useWords()
  const form = useForm({
    resolver: valibotResolver(groupFormShape),
    defaultValues: blankForm(answer.suggestion),
    mode: 'onTouched',
  })
  const { isValid } = form.formState
  const [saving, setSaving] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  /** One id for one intention: saving again after a lost answer makes no second group. */
  const [commandId] = useState(makeId)
  const { settings } = session.host

  const save = async (): Promise<{ group: string; contentUrl: string; name: string }> => {
    setSaving(true)
    setRefusal(null)
    try {
      if (!(await form.trigger())) throw new Error('the form isn’t complete')
      const group = await makeGroup(session, form.getValues(), channel, answer.suggestion.key, commandId)
      if ('code' in group) throw new Error(words.refusal(group))
      return { group: group.key, contentUrl: addressOfGroup(group), name: words.say('configure.tabName') }
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      setRefusal(words.say('configure.failed', { reason }))
      throw cause
    } finally {
      setSaving(false)
    }
  }

  // Teams keeps one handler: it always asks for the latest.
  const latest = useRef(save)
  useEffect(() => {
    latest.current = save
  })
  useEffect(() => settings.onSave(async () => latest.current()), [settings])
  useEffect(() => settings.setValid(isValid && !saving), [isValid, saving, settings])

  const { control } = form
  return (
    <FormProvider {...form}>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()} noValidate aria-busy={saving}>
        {saving && (
          <MessageBar politeness="assertive">
            <MessageBarBody>{words.say('configure.saving')}</MessageBarBody>
          </MessageBar>
        )}
        {refusal !== null && (
          <MessageBar intent="error" layout="multiline" politeness="assertive">
            <MessageBarBody>{refusal}</MessageBarBody>
          </MessageBar>
        )}
        <TextInput
          name="name"
          label={words.say('configure.name')}
          hint={words.say('configure.name.hint')}
          required
          longest={120}
        />
        <TextInput name="nameWelsh" label={words.say('configure.nameWelsh')} longest={120} lang="cy-GB" />
        <div className={styles.pair}>
          <Controller
            control={control}
            name="level"
            render={({ field }) => (
              <Field label={words.say('configure.marking')} hint={words.say('configure.marking.hint')}>
                <RadioGroup value={field.value} onChange={(_, data) => field.onChange(data.value)}>
                  {MARKINGS.map((level) => (
                    <Radio key={level} value={level} label={words.say(`configure.marking.${level}`)} />
                  ))}
                </RadioGroup>
              </Field>
            )}
          />
          <TextInput
            name="handling"
            label={words.say('configure.handling')}
            hint={words.say('configure.handling.hint')}
            longest={200}
          />
        </div>
        <Controller
          control={control}
          name="lateBy"
          render={({ field }) => (
            <Field label={words.say('configure.lateBy')}>
              <RadioGroup value={field.value} onChange={(_, data) => field.onChange(data.value)}>
                {(['current', 'first'] as const).map((choice) => (
                  <Radio
                    key={choice}
                    value={choice}
                    label={`${words.say(`configure.lateBy.${choice}`)}. ${words.say(`configure.lateBy.${choice}.hint`)}`}
                  />
                ))}
              </RadioGroup>
            </Field>
          )}
        />
        <OrganisationFields />
      </form>
    </FormProvider>
  )
}

/** Asks the service. A key that was taken meanwhile is suggested anew, once. */
async function makeGroup(
  { api }: Session,
  values: GroupForm,
  { teamId, channelId }: GroupFieldsProps['channel'],
  key: string,
  commandId: string,
): Promise<GroupEntry | ServiceRefusal> {
  const made = await api.makeGroup(makeRequest(values, { commandId, teamId, channelId, key }))
  if (made.ok) return made.value.group
  if (made.error.code !== 'groupKeyTaken') return made.error
  const now = await api.channel(teamId, channelId)
  if (!now.ok) return now.error
  const next = await api.makeGroup(
    makeRequest(values, { commandId: makeId(), teamId, channelId, key: now.value.suggestion.key }),
  )
  return next.ok ? next.value.group : next.error
}
