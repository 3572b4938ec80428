/**
 * A page on which one document is given, to be read on this device: chosen or dropped anywhere, with what it is doing
 * and what is wrong with it. What is shown of it once it was read stands below.
 */

import { Button, makeStyles, MessageBar, MessageBarBody, ProgressBar, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { DocumentProblem } from '../../documents/table.ts'
import type { Words } from '../../words/words.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { DropPlace } from './DropPlace.tsx'
import { FileButton } from './FileButton.tsx'

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
})

export interface OneDocumentProps {
  readonly back: string
  readonly title: string
  readonly how: string
  readonly at: 'asking' | 'reading' | 'unreadable' | 'failed' | 'read' | 'bringing'
  /** What is said while what was read is written, where it is written here: then there is no way back. */
  readonly bringing?: string
  /** What is wrong, in a sentence. */
  readonly refused: string | null
  /** Beside the button: what has to be said of the document. */
  readonly said?: ReactNode
  readonly onFile: (file: File) => void
  readonly onClose: () => void
  readonly children?: ReactNode
}

export function OneDocument(props: OneDocumentProps) {
  const { back, title, how, at, bringing, refused, said, onFile, onClose, children } = props
  const words = useWords()
  const styles = useStyles()
  const isBringing = at === 'bringing'
  const isRead = at === 'read' || isBringing
  const doing = isBringing ? (bringing ?? '') : at === 'reading' ? words.say('importing.reading') : null
  return (
    <DropPlace onFile={doing === null ? onFile : null}>
      <div className={styles.page}>
        <Button
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          className={styles.back}
          disabledFocusable={isBringing}
          onClick={onClose}
        >
          {back}
        </Button>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.how}>{how}</p>
        <div className={styles.doors}>
          <FileButton
            appearance={isRead ? 'secondary' : 'primary'}
            disabledFocusable={doing !== null}
            onFile={onFile}
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
