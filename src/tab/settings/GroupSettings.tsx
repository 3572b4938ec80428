/** How a group prompts and decides, as its coordinator or chair sets it; and whom no message reached. */

import { Checkbox, Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type * as v from 'valibot'
import { approvalEndpoints, SETTING_LIMITS } from '../../contract/approvals.ts'
import type { ActionId } from '../../domain/action.ts'
import type { Role, SwitchedRoom } from '../../domain/group.ts'
import { WORDS_UP_TO } from '../../domain/record.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Session } from '../session.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { Queries } from '../shell/queries.tsx'
import { useWords } from '../words.tsx'
import { HourSelect } from './HourSelect.tsx'
import { SettingsPage } from './SettingsPage.tsx'
import { RoomSwitches } from './RoomSwitches.tsx'
import { Unreached } from './Unreached.tsx'
import { useChoice, type Choice } from './choice.ts'

type Settings = v.InferOutput<NonNullable<(typeof approvalEndpoints)['setSettings']['request']>>['value']

export interface GroupSettingsProps {
  readonly session: Session
  readonly group: string
  readonly roles: readonly Role[]
  /** Its posts and actions, where they are known. */
  readonly snapshot: Snapshot | null
  /** What is switched on in its channel. */
  readonly rooms: readonly SwitchedRoom[]
  readonly onRooms: (rooms: readonly SwitchedRoom[]) => void
  readonly onBack: () => void
  readonly onOpen: (action: ActionId) => void
}

export function GroupSettings(props: GroupSettingsProps) {
  return (
    <Queries>
      <Loaded {...props} />
    </Queries>
  )
}

function Loaded(props: GroupSettingsProps) {
  const { api, tokens } = props.session
  const choice = useChoice<Settings>(['settings', props.group], {
    read: () => api.ask(approvalEndpoints.settings, { key: props.group }),
    write: (chosen) => api.ask(approvalEndpoints.setSettings, { key: props.group }, chosen),
  })
  const { read } = choice
  if (read.isPending) return <Opening />
  if (read.isError) return <FaultNotice fault={read.error} onAgain={() => void read.refetch()} tokens={tokens} />
  return <Form {...props} choice={choice} value={read.data.value} />
}

interface FormProps extends GroupSettingsProps {
  readonly choice: Choice<Settings>
  readonly value: Settings
}

function Form({ session, group, roles, snapshot, rooms, onRooms, onBack, onOpen, choice, value }: FormProps) {
  const words = useWords()
  const [filled, setFilled] = useState<Filled>(() => fill(value))
  const [wrong, setWrong] = useState<readonly NumberField[]>([])
  const change = (fields: Partial<Filled>): void => {
    choice.touch()
    setWrong([])
    setFilled({ ...filled, ...fields })
  }
  const save = (): void => {
    const read = readFilled(filled)
    setWrong(read.wrong)
    if (read.value) void choice.save(read.value)
  }
  const number = (name: NumberField, hint?: string) => (
    <Field
      label={words.say(`settings.${name}`)}
      hint={hint ?? null}
      validationMessage={
        wrong.includes(name)
          ? words.say('settings.number', { from: SETTING_LIMITS[name][0], to: SETTING_LIMITS[name][1] })
          : null
      }
    >
      <Input
        value={filled[name]}
        inputMode="numeric"
        autoComplete="off"
        onChange={(_, data) => change({ [name]: data.value })}
      />
    </Field>
  )
  return (
    <SettingsPage
      title={words.say('settings.group.title')}
      why={words.say('settings.group.why')}
      onBack={onBack}
      onSave={save}
      saving={choice.saving}
      after={
        <>
          <RoomSwitches session={session} group={group} rooms={rooms} onRooms={onRooms} />
          {roles.includes('coordinator') && (
            <Unreached session={session} group={group} snapshot={snapshot} onOpen={onOpen} />
          )}
        </>
      }
    >
      <HourSelect label={words.say('settings.at')} value={filled.at} onChange={(at) => at !== null && change({ at })} />
      {number('daysBefore')}
      {number('chairAfterWeeks', words.say('settings.chairAfterWeeks.hint'))}
      {number('lapsesAfter')}
      {rooms.includes('workstreams') && (
        <>
          {number('quarterOpens', words.say('settings.quarterOpens.hint'))}
          {number('quarterDue')}
        </>
      )}
      <Field label={words.say('settings.higher')} hint={words.say('settings.higher.hint')}>
        <Select value={filled.post} onChange={(_, data) => change({ post: data.value })}>
          <option value="">{words.say('settings.higher.none')}</option>
          {postsOf(snapshot, filled.post).map(([key, title]) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      {filled.post !== '' && number('fromExtension')}
      <Field label={words.say('settings.wordsUpTo')} hint={words.say('settings.wordsUpTo.hint')}>
        <Select
          value={filled.wordsUpTo}
          onChange={(_, data) =>
            change({ wordsUpTo: WORDS_UP_TO.find((each) => each === data.value) ?? filled.wordsUpTo })
          }
        >
          {WORDS_UP_TO.map((each) => (
            <option key={each} value={each}>
              {each === 'none' ? words.say('settings.wordsUpTo.none') : each}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        label={words.say('settings.digest')}
        checked={filled.digest}
        onChange={(_, { checked }) => change({ digest: checked === true })}
      />
    </SettingsPage>
  )
}

type NumberField = keyof typeof SETTING_LIMITS

/** As it stands in the form: numbers as typed. */
type Filled = Pick<Settings, 'at' | 'wordsUpTo' | 'digest'> & Record<NumberField | 'post', string>

function fill({ at, wordsUpTo, digest, chairAfterWeeks, higher, ...numbers }: Settings): Filled {
  return {
    at,
    wordsUpTo,
    digest,
    daysBefore: String(numbers.daysBefore),
    chairAfterWeeks: chairAfterWeeks === null ? '' : String(chairAfterWeeks),
    lapsesAfter: String(numbers.lapsesAfter),
    quarterOpens: String(numbers.quarterOpens),
    quarterDue: String(numbers.quarterDue),
    fromExtension: String(higher?.fromExtension ?? 2),
    post: higher?.post ?? '',
  }
}

function readFilled(filled: Filled): { readonly value: Settings | null; readonly wrong: readonly NumberField[] } {
  const { at, wordsUpTo, digest, post } = filled
  const read = (name: NumberField): number => (/^\s*\d+\s*$/.test(filled[name]) ? Number(filled[name]) : Number.NaN)
  const isGood = (name: NumberField): boolean =>
    read(name) >= SETTING_LIMITS[name][0] && read(name) <= SETTING_LIMITS[name][1]
  const never = filled.chairAfterWeeks.trim() === ''
  const asked: readonly NumberField[] = [
    'daysBefore',
    'lapsesAfter',
    'quarterOpens',
    'quarterDue',
    ...(never ? [] : (['chairAfterWeeks'] as const)),
    ...(post === '' ? [] : (['fromExtension'] as const)),
  ]
  const wrong = asked.filter((name) => !isGood(name))
  if (wrong.length > 0) return { value: null, wrong }
  return {
    wrong,
    value: {
      at,
      wordsUpTo,
      digest,
      daysBefore: read('daysBefore'),
      lapsesAfter: read('lapsesAfter'),
      quarterOpens: read('quarterOpens'),
      quarterDue: read('quarterDue'),
      chairAfterWeeks: never ? null : read('chairAfterWeeks'),
      higher: post === '' ? null : { fromExtension: read('fromExtension'), post },
    },
  }
}

/** Keys and titles; a post that is set stays to be chosen, whatever is known of it. */
function postsOf(snapshot: Snapshot | null, chosen: string): readonly (readonly [string, string])[] {
  const posts = [...(snapshot?.posts.values() ?? [])].map(({ key, title }) => [key, title] as const)
  return chosen === '' || posts.some(([key]) => key === chosen) ? posts : [...posts, [chosen, chosen]]
}
