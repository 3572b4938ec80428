/** Copies a text, and says for a moment that it did; a screen reader hears it too. */

import { Button, makeStyles, type ButtonProps } from '@fluentui/react-components'
import { CheckmarkRegular, CopyRegular, LinkRegular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import { copyText } from '../shell/clipboard.ts'
import { useWords } from '../words.tsx'
import { hiddenFromEyes } from './scale.ts'

const useStyles = makeStyles({ hidden: hiddenFromEyes })

const TOLD_MILLISECONDS = 2500

export interface CopyButtonProps {
  readonly text: string
  readonly label: string
  readonly kind: 'text' | 'link'
  readonly size?: NonNullable<ButtonProps['size']>
}

export function CopyButton({ text, label, kind, size = 'medium' }: CopyButtonProps) {
  const words = useWords()
  const styles = useStyles()
  const [copied, setCopied] = useState<boolean | null>(null)
  useEffect(() => {
    if (copied === null) return undefined
    const timer = setTimeout(() => setCopied(null), TOLD_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [copied])
  const said = copied === null ? '' : words.say(copied ? 'shell.copied' : 'shell.notCopied')
  const icon = copied === true ? <CheckmarkRegular /> : kind === 'link' ? <LinkRegular /> : <CopyRegular />
  const copy = async (): Promise<void> => setCopied(await copyText(text))
  return (
    <>
      <Button
        appearance={kind === 'link' ? 'subtle' : 'secondary'}
        size={size}
        icon={icon}
        title={said || label}
        {...(kind === 'link' ? { 'aria-label': label } : {})}
        onClick={() => void copy()}
      >
        {kind === 'link' ? null : said || label}
      </Button>
      <span role="status" className={styles.hidden}>
        {said}
      </span>
    </>
  )
}
