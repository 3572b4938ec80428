/**
 * Files that go with an answer. They are put into the Work site's own library before the answer is sent; before any is,
 * its sender confirms that it holds no personal data of victims or suspects.
 */

import { Button, Checkbox, Field, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useRef, useState } from 'react'
import type { Marking } from '../../domain/group.ts'
import type { FileReference } from '../../domain/request.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

/** Throws where it couldn't be sent. */
export type Upload = (file: File) => Promise<FileReference>

/** Of the site's library: what was sent with answers, by request and organisation. */
export const FOLDER = 'Requests'

/** Larger ones take an upload in parts. */
const LARGEST_FILE = 4 * 1024 * 1024

const useStyles = makeStyles({
  files: { ...type.row, margin: '0', padding: '0', listStyleType: 'none' },
  file: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, overflowWrap: 'anywhere' },
  warning: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  input: { display: 'none' },
})

export interface FileFieldProps {
  readonly files: readonly FileReference[]
  readonly upload: Upload
  readonly marking: Marking
  readonly busy: boolean
  readonly onChange: (files: readonly FileReference[]) => void
}

export function FileField({ files, upload, marking, busy, onChange }: FileFieldProps) {
  const styles = useStyles()
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [sure, setSure] = useState(false)
  const [sending, setSending] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (chosen: readonly File[]): Promise<void> => {
    setProblem(null)
    const sent = [...files]
    for (const file of chosen) {
      if (file.size > LARGEST_FILE || file.size === 0) {
        setProblem(words.say('requests.files.size', { name: file.name, megabytes: LARGEST_FILE / 1024 / 1024 }))
        continue
      }
      setSending(file.name)
      try {
        sent.push(await upload(file))
        onChange([...sent])
      } catch {
        setProblem(words.say('requests.files.failed', { name: file.name }))
      }
    }
    setSending(null)
    if (input.current) input.current.value = ''
  }
  return (
    <Field label={words.say('requests.files')} validationMessage={problem}>
      <div className={styles.warning}>
        {files.length > 0 && (
          <ul className={styles.files}>
            {files.map((file) => (
              <li key={file.webUrl} className={styles.file}>
                {file.name}
                <Button
                  appearance="subtle"
                  size="small"
                  icon={<DismissRegular />}
                  aria-label={words.say('requests.files.remove', { name: file.name })}
                  onClick={() => onChange(files.filter((each) => each !== file))}
                />
              </li>
            ))}
          </ul>
        )}
        <Checkbox
          checked={sure}
          disabled={busy}
          label={words.say('requests.files.sure', { marking: marking.level })}
          onChange={(_, data) => setSure(data.checked === true)}
        />
        <Button disabledFocusable={!sure || busy || sending !== null} onClick={() => sure && input.current?.click()}>
          {sending === null ? words.say('requests.files.add') : words.say('requests.files.sending', { name: sending })}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          className={styles.input}
          tabIndex={-1}
          aria-hidden
          onChange={(event) => void send([...(event.target.files ?? [])])}
        />
      </div>
    </Field>
  )
}
