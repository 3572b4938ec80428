/** Chooses a document to be read. */

import { Button, type ButtonProps } from '@fluentui/react-components'
import { useRef } from 'react'
import { useWords } from '../words.tsx'

/** What the readers of documents can read, by their names, since few systems know the types. */
const ACCEPT = '.docx,.docm,.xlsx,.xlsm,.csv,.tsv,.txt,.htm,.html'

export interface FileButtonProps extends Pick<ButtonProps, 'appearance' | 'disabledFocusable'> {
  readonly onFile: (file: File) => void
}

export function FileButton({ onFile, ...button }: FileButtonProps) {
  const words = useWords()
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...button} onClick={() => chooser.current?.click()}>
        {words.say('importing.choose')}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept={ACCEPT}
        style={{ display: 'none' }}
        aria-hidden="true"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
          // The same file again, mended, is another choice.
          event.target.value = ''
        }}
      />
    </>
  )
}
