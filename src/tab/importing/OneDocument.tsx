/**
 * A page on which one document is given, to be read on this device: chosen or dropped anywhere, with what it is doing
 * and what is wrong with it. What is shown of it once it was read stands below.
 */

import { Button, makeStyles, MessageBar, MessageBarBody, ProgressBar, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons'
import { useRef, type ReactNode } from 'react'
import type { DocumentProblem } from '../../documents/table.ts'
import type { Words } from '../../words/words.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { DropPlace } from './DropPlace.tsx'

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    minHeight: '50vh',
  },
  back: { justifySelf: 'start' },
  title: { ...type.title, margin: '0' },
  how: { ...type.reading, margin: '0', maxWidth: '44rem' },
  doors: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  file: { display: 'none' },
})

/** What the readers of documents can read, by their names, since few systems know the types. */
const ACCEPT = '.docx,.docm,.xlsx,.xlsm,.csv,.tsv,.txt,.htm,.html'

export interface OneDocumentProps {
  readonly back: string
  readonly title: string
  readonly how: string
  /** What it does now, in words; null: nothing, and a document can be given. */
  readonly doing: string | null
  /** The way back is barred: something is being written. */
  readonly isWriting: boolean
  /** What is wrong, in a sentence. */
  readonly refused: string | null
  /** There is a document already: another may be chosen, but that isn't what one is here for any more. */
  readonly isRead: boolean
  /** Beside the button: what has to be said of the document. */
  readonly said?: ReactNode
  readonly onFile: (file: File) => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

export function OneDocument(props: OneDocumentProps) {
  const { back, title, how, doing, isWriting, refused, isRead, said, onFile, onClose, children } = props
  const words = useWords()
  const styles = useStyles()
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <DropPlace onFile={doing === null ? onFile : null}>
      <div className={styles.page}>
        <Button
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          className={styles.back}
          disabledFocusable={isWriting}
          onClick={onClose}
        >
          {back}
        </Button>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.how}>{how}</p>
        <div className={styles.doors}>
          <Button
            appearance={isRead ? 'secondary' : 'primary'}
            disabledFocusable={doing !== null}
            onClick={() => chooser.current?.click()}
          >
            {words.say('importing.choose')}
          </Button>
          <input
            ref={chooser}
            type="file"
            accept={ACCEPT}
            className={styles.file}
            aria-hidden="true"
            tabIndex={-1}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) onFile(file)
              // The same file again, mended, is another choice.
              event.target.value = ''
            }}
          />
          {said}
        </div>
        {doing !== null && <ProgressBar aria-label={doing} />}
        {refused !== null && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{refused}</MessageBarBody>
          </MessageBar>
        )}
        {children}
      </div>
    </DropPlace>
  )
}

/** Why nothing of a document can be brought in. */
export function makeUnreadableWords({ code, values }: DocumentProblem, name: string, words: Words): string {
  return `${words.say('importing.unreadable')} ${words.say(`documents.unreadable.${code}`, { name, ...values })}`
}
