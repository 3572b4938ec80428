/** Where the table comes in: pasted, dropped, or chosen as a file. It is read on this device and goes nowhere. */

import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components'
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { Source } from './reading.ts'

const useStyles = makeStyles({
  step: { maxWidth: '44rem', margin: '0 auto', padding: '8px 24px 40px' },
  title: { ...type.title, margin: 0 },
  how: { ...type.reading, margin: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalXL}`, textWrap: 'pretty' },
  place: {
    padding: '20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  over: {
    backgroundColor: tokens.colorNeutralBackground2Hover,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  doors: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: tokens.spacingVerticalM },
  area: { minHeight: '9rem' },
  file: { display: 'none' },
})

/** Documents of one page are told apart by their number. */
let given = 0
const next = (): number => (given += 1)

export function SourceStep({ onSource }: { readonly onSource: (source: Source) => void }) {
  const styles = useStyles()
  const words = useWords()
  const [text, setText] = useState('')
  const [over, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)

  const takeFile = async (file: File): Promise<void> => {
    const content = new Uint8Array(await file.arrayBuffer())
    const type = /\.html?$/i.test(file.name) ? 'html' : 'unknown'
    onSource({ id: next(), name: file.name, content, type })
  }

  /** Word and Excel put the table on the clipboard as a page, which keeps cells with several paragraphs whole. */
  const takeClipboard = (event: ClipboardEvent): void => {
    const [file] = event.clipboardData.files
    const html = event.clipboardData.getData('text/html')
    const plain = event.clipboardData.getData('text/plain')
    if (/<table[\s>]/i.test(html)) onSource({ id: next(), name: null, content: html, type: 'html' })
    else if (plain.includes('\t')) onSource({ id: next(), name: null, content: plain, type: 'unknown' })
    else if (file) void takeFile(file)
    else return
    event.preventDefault()
  }

  const takeDropped = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) void takeFile(file)
  }

  return (
    <section className={styles.step}>
      <h1 className={styles.title}>{words.say('importing.title')}</h1>
      <p className={styles.how}>{words.say('importing.how')}</p>
      {/* A file can be dropped here; the button below is the other way. */}
      <div
        className={mergeClasses(styles.place, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={takeDropped}
      >
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
        <div className={styles.doors}>
          {text.trim() !== '' && (
            <Button
              appearance="primary"
              onClick={() => onSource({ id: next(), name: null, content: text, type: 'unknown' })}
            >
              {words.say('importing.read')}
            </Button>
          )}
          <Button onClick={() => chooser.current?.click()}>{words.say('importing.choose')}</Button>
          <input
            ref={chooser}
            type="file"
            accept=".txt,.tsv,.csv,.htm,.html,text/plain,text/html,text/csv,text/tab-separated-values"
            className={styles.file}
            aria-hidden="true"
            tabIndex={-1}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) void takeFile(file)
            }}
          />
        </div>
      </div>
    </section>
  )
}
