/** Takes a file that is dropped anywhere on what it holds, and says so while one is held over it. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { useState, type DragEvent, type ReactNode } from 'react'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  place: { position: 'relative', height: '100%' },
  over: {
    ...type.title,
    position: 'absolute',
    inset: '8px',
    zIndex: 10,
    display: 'grid',
    placeItems: 'center',
    borderRadius: tokens.borderRadiusXLarge,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    opacity: 0.95,
    pointerEvents: 'none',
  },
})

export interface DropPlaceProps {
  /** Null: nothing can be dropped here now. */
  readonly onFile: ((file: File) => void) | null
  readonly children: ReactNode
}

export function DropPlace({ onFile, children }: DropPlaceProps) {
  const styles = useStyles()
  const words = useWords()
  const [over, setOver] = useState(false)
  const holdsFile = (event: DragEvent): boolean => onFile !== null && event.dataTransfer.types.includes('Files')
  const leave = (event: DragEvent): void => {
    const into = event.relatedTarget
    if (!(into instanceof Node && event.currentTarget.contains(into))) setOver(false)
  }
  return (
    // A file can be dropped here; there is a button for it as well.
    <div
      className={styles.place}
      onDragOver={(event) => {
        if (!holdsFile(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={leave}
      onDrop={(event) => {
        if (!holdsFile(event)) return
        event.preventDefault()
        setOver(false)
        const [file] = event.dataTransfer.files
        if (file) onFile?.(file)
      }}
    >
      {children}
      {over && <div className={styles.over}>{words.say('register.drop')}</div>}
    </div>
  )
}
