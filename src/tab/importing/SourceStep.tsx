/** Where the table comes in: pasted, or chosen as a file. It is read on this device and goes nowhere. */

import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useState, type ClipboardEvent } from 'react'
import { PAGE_FOOT, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { FileButton } from './FileButton.tsx'
import { makeSource, readClipboard } from './given.ts'
import type { Source } from './reading.ts'

const useStyles = makeStyles({
  step: {
    maxWidth: '44rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL} ${PAGE_FOOT}`,
  },
  title: { ...type.title, margin: 0 },
  how: { ...type.reading, margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXL}`, textWrap: 'pretty' },
  place: {
    padding: tokens.spacingHorizontalXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  doors: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginBottom: tokens.spacingVerticalM },
  area: { minHeight: '9rem' },
})

export interface SourceStepProps {
  readonly onSource: (source: Source) => void
  readonly onFile: (file: File) => void
}

export function SourceStep({ onSource, onFile }: SourceStepProps) {
  const styles = useStyles()
  const words = useWords()
  const [text, setText] = useState('')

  const takeClipboard = (event: ClipboardEvent): void => {
    const source = readClipboard(event.clipboardData)
    if (source === null) return
    event.preventDefault()
    void Promise.resolve(source).then(onSource)
  }

  return (
    <section className={styles.step}>
      <h1 className={styles.title}>{words.say('importing.title')}</h1>
      <p className={styles.how}>{words.say('importing.how')}</p>
      <div className={styles.place}>
        <div className={styles.doors}>
          <FileButton appearance="primary" onFile={onFile} />
        </div>
        <Field label={words.say('importing.paste')} hint={words.say('importing.paste.hint')}>
          <Textarea
            value={text}
            onChange={(_, data) => setText(data.value)}
            onPaste={takeClipboard}
            textarea={{ className: styles.area }}
            resize="vertical"
            spellCheck={false}
            // The one thing that is done on this page.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
          />
        </Field>
        {text.trim() !== '' && (
          <Button onClick={() => onSource(makeSource(text))}>{words.say('importing.read')}</Button>
        )}
      </div>
    </section>
  )
}
