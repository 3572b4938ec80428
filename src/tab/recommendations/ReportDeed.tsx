/** What is added to a report: where the force stands, a reply that is owed or was sent, a board that was told. */

import { Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { isDay, type Day } from '../../domain/day.ts'
import { parseDueWords } from '../../domain/duewords.ts'
import type { PublicationCommand } from '../../domain/publication.ts'
import { makeId } from '../shell/id.ts'
import { useWords } from '../words.tsx'
import { RoomForm } from './RoomForm.tsx'
import type { SendPublication } from './sending.ts'

export type Deed =
  | { readonly kind: 'statePosition' | 'oweReply' | 'tellBoard' }
  | { readonly kind: 'sendReply'; readonly reply: string }

export interface ReportDeedProps {
  readonly deed: Deed
  readonly publication: string
  readonly today: Day
  readonly onSend: SendPublication
  readonly onClose: () => void
}

export function ReportDeed({ deed, publication, today, onSend, onClose }: ReportDeedProps) {
  const words = useWords()
  const [id] = useState(makeId)
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const [when, setWhen] = useState<string>(deed.kind === 'oweReply' ? '' : today)
  const [wrong, setWrong] = useState<string | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const isOwed = deed.kind === 'oweReply'

  const commandOf = (): PublicationCommand | null => {
    const about = { id, key: publication }
    if (isOwed) {
      const due = parseDueWords(when, today)
      return due ? { kind: 'oweReply', ...about, due, to: name } : null
    }
    if (!isDay(when) || when > today) return null
    const said = { ...about, day: when, words: text }
    if (deed.kind === 'sendReply') return { kind: 'sendReply', ...said, reply: deed.reply }
    return deed.kind === 'tellBoard' ? { kind: 'tellBoard', ...said, board: name } : { kind: 'statePosition', ...said }
  }
  const send = async (): Promise<void> => {
    const command = commandOf()
    setWrong(command ? null : words.say(isOwed ? 'recommendations.form.due.wrong' : 'recommendations.form.wrongDay'))
    if (!command) return
    const problem = await onSend(command)
    setRefused(problem)
    if (problem === null) onClose()
  }

  return (
    <RoomForm refused={refused} onSave={send} onClose={onClose}>
      {(isOwed || deed.kind === 'tellBoard') && (
        <Field label={words.say(isOwed ? 'recommendations.form.to' : 'recommendations.form.board')} required>
          <Input value={name} maxLength={200} onChange={(_, { value }) => setName(value)} />
        </Field>
      )}
      {!isOwed && (
        <Field label={words.say(WORDS_OF[deed.kind])} required={deed.kind !== 'tellBoard'}>
          <Textarea value={text} resize="vertical" onChange={(_, { value }) => setText(value)} />
        </Field>
      )}
      <Field
        label={words.say(isOwed ? 'recommendations.form.due' : 'recommendations.form.day')}
        required
        validationMessage={wrong}
      >
        <Input
          type={isOwed ? 'text' : 'date'}
          value={when}
          {...(isOwed ? {} : { max: today })}
          onChange={(_, { value }) => setWhen(value)}
        />
      </Field>
    </RoomForm>
  )
}

const WORDS_OF = {
  statePosition: 'recommendations.form.position',
  sendReply: 'recommendations.form.what',
  tellBoard: 'recommendations.form.toldWords',
} as const
