/** Where a coordinator sets a return up, or changes it: what is asked of whom, when, and what becomes of it. */

import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { valibotResolver } from '@hookform/resolvers/valibot'
import { useEffect, useRef, useState } from 'react'
import { Controller, FormProvider, useForm, type FieldPathByValue } from 'react-hook-form'
import type { Stored } from '../../domain/collection.ts'
import type { Day } from '../../domain/day.ts'
import { FREQUENCIES } from '../../domain/period.ts'
import type { ReturnCommand, ReturnContent } from '../../domain/return.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { WordKey } from '../../words/words.ts'
import { PAGE_FOOT, type } from '../design/scale.ts'
import { newCommandId } from '../register/sending.ts'
import { useWords } from '../words.tsx'
import { EndReturn } from './EndReturn.tsx'
import { FieldsEditor } from './FieldsEditor.tsx'
import {
  blankReturn,
  fillReturn,
  LAST_DATE,
  MOST_DAYS,
  readReturn,
  returnFormShape,
  type ReturnForm,
} from './returnform.ts'

const useStyles = makeStyles({
  page: { maxWidth: '44rem', padding: `0 0 ${PAGE_FOOT}` },
  title: { ...type.title, margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXS}`, outlineStyle: 'none' },
  why: { ...type.row, margin: `0 0 ${tokens.spacingVerticalL}`, color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  pair: {
    display: 'grid',
    alignItems: 'start',
    gap: tokens.spacingVerticalL,
    columnGap: tokens.spacingHorizontalXXL,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 16rem), 1fr))',
  },
  checks: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 13rem), 1fr))',
    alignItems: 'start',
    border: 'none',
    margin: '0',
    padding: '0',
  },
  legend: { ...type.row, padding: '0', marginBottom: tokens.spacingVerticalXS },
  wrong: { ...type.label, margin: '0', color: 'var(--statusTextRED)' },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

export interface ReturnEditorProps {
  /** Null: a new one. */
  readonly edited: { readonly key: string; readonly content: ReturnContent & Stored } | null
  readonly snapshot: Snapshot
  readonly today: Day
  /** The group is told of incidents. */
  readonly countsIncidents: boolean
  /** Resolves with what was refused, in words; null: it is kept, or on its way. */
  readonly onSend: (command: ReturnCommand, seen: ReturnContent | undefined) => Promise<string | null>
  /** @param key of what was saved; null: nothing was */
  readonly onLeave: (key: string | null) => void
}

export function ReturnEditor({ edited, snapshot, today, countsIncidents, onSend, onLeave }: ReturnEditorProps) {
  const words = useWords()
  const styles = useStyles()
  const [ids] = useState(() => ({ id: newCommandId(), key: edited?.key ?? newCommandId() }))
  const [problem, setProblem] = useState<string | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const form = useForm<ReturnForm>({
    resolver: valibotResolver(returnFormShape),
    defaultValues: edited ? fillReturn(edited.content) : blankReturn([...snapshot.organisations.keys()], today),
    mode: 'onTouched',
  })
  const { control, formState, watch } = form
  const [opens, escalation, circulation] = watch(['opens', 'escalation', 'circulation'])
  useEffect(() => heading.current?.focus(), [])

  const say = (message: string | undefined, most = MOST_DAYS): string | null => {
    if (message === undefined) return null
    return words.say(message as WordKey, { from: most === LAST_DATE ? 1 : 0, to: most })
  }
  const send = async (command: ReturnCommand): Promise<void> => {
    setProblem(null)
    const refused = await onSend(command, edited?.content)
    if (refused === null) onLeave(command.key)
    else setProblem(refused)
  }
  const save = form.handleSubmit((filled) =>
    send({ kind: 'saveReturn', id: ids.id, key: ids.key, content: readReturn(filled) }),
  )

  const input = (
    name: FieldPathByValue<ReturnForm, string>,
    label: string,
    more: { type?: 'date'; most?: number; lang?: string } = {},
  ) => (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <Field label={label} validationMessage={say(fieldState.error?.message, more.most)}>
          <Input
            ref={field.ref}
            value={field.value}
            type={more.type ?? 'text'}
            lang={more.lang}
            inputMode={more.most === undefined ? undefined : 'numeric'}
            autoComplete="off"
            // A field of a narrow grid must not be wider than its column.
            style={{ minWidth: 0 }}
            onBlur={field.onBlur}
            onChange={(_, data) => field.onChange(data.value)}
          />
        </Field>
      )}
    />
  )
  const select = (
    name: FieldPathByValue<ReturnForm, string>,
    label: string,
    options: readonly (readonly [value: string, words: string])[],
  ) => (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <Field label={label}>
          <Select ref={field.ref} value={field.value} onChange={(_, data) => field.onChange(data.value)}>
            {options.map(([value, said]) => (
              <option key={value} value={value}>
                {said}
              </option>
            ))}
          </Select>
        </Field>
      )}
    />
  )
  const year = today.slice(0, 4)
  const above = [...snapshot.posts.values()].filter((post) => post.role !== 'spoc')

  return (
    <article className={styles.page}>
      <h2 className={styles.title} ref={heading} tabIndex={-1}>
        {edited ? words.say('returns.editor.change', { title: edited.content.title }) : words.say('returns.editor.new')}
      </h2>
      {edited && <p className={styles.why}>{words.say('returns.editor.why')}</p>}
      <FormProvider {...form}>
        <form className={styles.form} noValidate onSubmit={(event) => void save(event)}>
          <div className={styles.pair}>
            {input('title', words.say('returns.editor.name'))}
            {input('titleWelsh', words.say('returns.editor.nameWelsh'), { lang: 'cy' })}
          </div>
          <Controller
            control={control}
            name="words"
            render={({ field }) => (
              <Field label={words.say('returns.editor.words')}>
                <Textarea
                  ref={field.ref}
                  value={field.value}
                  resize="vertical"
                  onChange={(_, data) => field.onChange(data.value)}
                />
              </Field>
            )}
          />
          <Controller
            control={control}
            name="organisations"
            render={({ field, fieldState }) => (
              <fieldset className={styles.checks}>
                <legend className={styles.legend}>{words.say('returns.editor.organisations')}</legend>
                {[...snapshot.organisations.values()].map(({ key, name }) => (
                  <Checkbox
                    key={key}
                    label={name}
                    checked={field.value.includes(key)}
                    onChange={(_, { checked }) =>
                      field.onChange(
                        checked === true ? [...field.value, key] : field.value.filter((each) => each !== key),
                      )
                    }
                  />
                ))}
                {fieldState.error && (
                  <p className={styles.wrong} role="alert">
                    {say(fieldState.error.message)}
                  </p>
                )}
              </fieldset>
            )}
          />
          <div className={styles.pair}>
            {select(
              'frequency',
              words.say('returns.editor.frequency'),
              FREQUENCIES.map((each) => [each, words.say(`returns.frequency.${each}`)]),
            )}
            {select(
              'yearStart',
              words.say('returns.editor.yearStart'),
              MONTHS.map((month) => [
                String(month),
                words.month(`${year}-${String(month).padStart(2, '0')}`).replace(` ${year}`, ''),
              ]),
            )}
            {input('from', words.say('returns.editor.from'), { type: 'date' })}
          </div>
          <div className={styles.pair}>
            {select('opens', words.say('returns.editor.opens'), [
              ['after', words.say('returns.editor.opens.after')],
              ['on', words.say('returns.editor.opens.on')],
            ])}
            {input('opensAfter', words.say(opens === 'on' ? 'returns.editor.date' : 'returns.editor.days'), {
              most: opens === 'on' ? LAST_DATE : MOST_DAYS,
            })}
            {input('dueAfter', words.say('returns.editor.dueAfter'), { most: MOST_DAYS })}
          </div>
          <FieldsEditor countsIncidents={countsIncidents} />
          <div className={styles.pair}>
            {select('escalation', words.say('returns.editor.escalation'), [
              ['none', words.say('returns.editor.escalation.none')],
              ['role:approver', words.say('returns.editor.escalation.approver')],
              ['role:chair', words.say('returns.editor.escalation.chair')],
              ...above.map(
                ({ key, title }) =>
                  [`post:${key}`, words.say('returns.editor.escalation.post', { post: title })] as const,
              ),
            ])}
            {escalation !== 'none' &&
              input('escalationAfter', words.say('returns.editor.escalation.after'), { most: MOST_DAYS })}
          </div>
          <div className={styles.pair}>
            {select('circulation', words.say('returns.editor.circulation'), [
              ['none', words.say('returns.editor.circulation.none')],
              ['afterDue', words.say('returns.editor.circulation.afterDue')],
              ['monthly', words.say('returns.editor.circulation.monthly')],
            ])}
            {circulation !== 'none' &&
              input(
                'circulationDays',
                words.say(circulation === 'monthly' ? 'returns.editor.date' : 'returns.editor.days'),
                { most: circulation === 'monthly' ? LAST_DATE : MOST_DAYS },
              )}
          </div>
          <Controller
            control={control}
            name="signOff"
            render={({ field }) => (
              <Checkbox
                label={words.say('returns.editor.signOff')}
                checked={field.value}
                onChange={(_, { checked }) => field.onChange(checked === true)}
              />
            )}
          />
          {problem !== null && (
            <MessageBar intent="warning" layout="multiline" politeness="assertive">
              <MessageBarBody>{problem}</MessageBarBody>
            </MessageBar>
          )}
          <div className={styles.foot}>
            <Button type="submit" appearance="primary" disabledFocusable={formState.isSubmitting}>
              {words.say(formState.isSubmitting ? 'returns.editor.saving' : 'returns.editor.save')}
            </Button>
            <Button appearance="subtle" onClick={() => onLeave(null)}>
              {words.say('returns.cancel')}
            </Button>
          </div>
        </form>
      </FormProvider>
      {edited && <EndReturn content={edited.content} returnKey={edited.key} onSend={send} />}
    </article>
  )
}
