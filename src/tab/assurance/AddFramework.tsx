/**
 * Adds a framework from a table: one to start from can be downloaded; the file is read on this device, what it holds and
 * what needs a look is shown, and only when nothing is missing and it has a title and an edition is it kept.
 */

import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { named } from '../../documents/export/assurance.ts'
import {
  FRAMEWORK_COLUMNS,
  isWhole,
  type FrameworkProblem,
  type ReadFramework,
} from '../../documents/frameworktable.ts'
import type { DocumentProblem } from '../../documents/table.ts'
import { addedKey } from '../../domain/addedframework.ts'
import type { Day } from '../../domain/day.ts'
import { parseDueWords } from '../../domain/duewords.ts'
import type { Framework } from '../../domain/framework.ts'
import type { Result } from '../../domain/result.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'
import { type } from '../design/scale.ts'
import { download } from '../exporting/making.ts'
import { askOnce } from '../importing/asking.ts'
import { LookList } from '../importing/LookList.tsx'
import { makeUnreadableWords, OneDocument } from '../importing/OneDocument.tsx'
import type { useCollection } from '../outbox/useCollection.ts'
import { PostedNotice } from '../requests/PostedNotice.tsx'
import { usePosting } from '../requests/posting.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  said: { ...type.reading, margin: '0' },
  form: { display: 'grid', gap: tokens.spacingVerticalM, maxWidth: '36rem' },
  save: { justifySelf: 'start' },
})

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface AddFrameworkProps {
  /** The one to start from. */
  readonly framework: Framework
  readonly frameworks: ReturnType<typeof useCollection<'frameworks'>>
  readonly snapshot: Snapshot
  readonly today: Day
  /** Key of the one that was added; null: none was. */
  readonly onClose: (added: string | null) => void
}

type State =
  | { readonly kind: 'asking' | 'reading' }
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'failed'; readonly fault: unknown; readonly file: File }
  | { readonly kind: 'read'; readonly file: string; readonly read: ReadFramework }

export function AddFramework({ framework, frameworks, snapshot, today, onClose }: AddFrameworkProps) {
  const words = useWords()
  const styles = useStyles()
  const [state, setState] = useState<State>({ kind: 'asking' })
  const take = async (file: File): Promise<void> => {
    setState({ kind: 'reading' })
    let read: Result<ReadFramework | null, DocumentProblem>
    try {
      read = await readTable(file)
    } catch (fault) {
      return setState({ kind: 'failed', fault, file })
    }
    if (!read.ok) return setState({ kind: 'unreadable', why: makeUnreadableWords(read.error, file.name, words) })
    if (read.value) return setState({ kind: 'read', file: file.name, read: read.value })
    setState({ kind: 'unreadable', why: words.say('assurance.framework.nothing', { name: file.name }) })
  }
  const start = async (): Promise<void> => {
    const { makeFrameworkBook } = await import('../../documents/export/frameworkbook.ts')
    const bytes = new Uint8Array(makeFrameworkBook(framework, { words, snapshot }))
    const name = words.say('assurance.framework.file', { framework: named(framework.title, words) })
    download(new Blob([bytes], { type: EXCEL }), name)
  }
  const read = state.kind === 'read' ? state.read : null
  return (
    <OneDocument
      back={words.say('assurance.framework.back')}
      title={words.say('assurance.framework.title')}
      how={words.say('assurance.framework.how')}
      at={state.kind}
      refused={state.kind === 'unreadable' ? state.why : null}
      said={<Button onClick={() => void start()}>{words.say('assurance.framework.start')}</Button>}
      onFile={(file) => void take(file)}
      onClose={() => onClose(null)}
    >
      {state.kind === 'failed' && <FaultNotice fault={state.fault} onAgain={() => void take(state.file)} />}
      {read && (
        <>
          <p className={styles.said} role="status">
            {words.say('assurance.framework.read', {
              paragraphs: read.table.paragraphs.length,
              threats: read.table.threats.length,
              pillars: read.table.pillars.length,
              capabilities: read.table.capabilities.length,
            })}
            {!isWhole(read) && ` ${words.say('assurance.framework.mend')}`}
          </p>
          {state.kind === 'read' && isWhole(read) && (
            <SaveForm {...state} frameworks={frameworks} today={today} onSaved={onClose} />
          )}
          <LookList
            problems={read.problems.map((problem) => ({ ...problem, message: problemWords(problem, words) }))}
            heading={words.say('assurance.framework.held')}
            lines={[...read.table.threats, ...read.table.capabilities].map(({ key, title }) => ({
              key,
              line: words.say('assurance.framework.line', {
                name: named(title, words),
                count: read.table.paragraphs.filter(({ under }) => under === key).length,
              }),
            }))}
          />
        </>
      )}
    </OneDocument>
  )
}

/** Throws when the worker can't be started or fails. */
async function readTable(file: File): Promise<Result<ReadFramework | null, DocumentProblem>> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const worker = new Worker(new URL('./framework.worker.ts', import.meta.url), { type: 'module' })
  return askOnce(worker, { name: file.name, bytes })
}

interface SaveFormProps extends Pick<AddFrameworkProps, 'frameworks' | 'today'> {
  readonly file: string
  readonly read: ReadFramework
  readonly onSaved: (key: string) => void
}

function SaveForm({ file, read, frameworks, today, onSaved }: SaveFormProps) {
  const words = useWords()
  const styles = useStyles()
  const [title, setTitle] = useState('')
  const [titleWelsh, setTitleWelsh] = useState('')
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)
  const posting = usePosting(frameworks.keeping)
  const save = async (): Promise<void> => {
    const due = parseDueWords(typed, today)
    const edition = due?.kind === 'month' ? due.month : null
    setIsWrong(edition === null)
    if (edition === null) return
    const en = title.trim()
    const key = addedKey(en, edition)
    const framework = { key, title: { en, cy: titleWelsh.trim() || en }, edition, ...read.table, context: [] }
    const seen = frameworks.values?.get(key)
    if (await posting.post({ kind: 'saveFramework', key, framework, source: file }, seen)) onSaved(key)
  }
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field label={words.say('assurance.framework.name')} required>
        <Input value={title} maxLength={250} onChange={(_, { value }) => setTitle(value)} />
      </Field>
      <Field label={words.say('assurance.framework.nameWelsh')} hint={words.say('assurance.framework.nameWelsh.hint')}>
        <Input value={titleWelsh} maxLength={250} lang="cy" onChange={(_, { value }) => setTitleWelsh(value)} />
      </Field>
      <Field
        label={words.say('assurance.framework.edition')}
        required
        hint={words.say('assurance.framework.edition.hint')}
        validationMessage={isWrong ? words.say('assurance.framework.edition.wrong') : null}
      >
        <Input value={typed} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <PostedNotice posted={posting.posted} />
      <Button
        type="submit"
        appearance="primary"
        className={styles.save}
        disabledFocusable={posting.posted.state === 'sending'}
      >
        {words.say('assurance.framework.save')}
      </Button>
    </form>
  )
}

/** A column is called as the table to start from calls it. */
function problemWords({ code, values }: FrameworkProblem, words: Words): string {
  const column = FRAMEWORK_COLUMNS.find((each) => each === values['column'])
  const shown = column ? { column: words.say(`assurance.framework.column.${column}`) } : {}
  return words.say(`assurance.framework.problem.${code}`, { ...values, ...shown })
}
