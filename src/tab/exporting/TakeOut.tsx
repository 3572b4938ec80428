/** Takes a paper out as a file, in either language: made beside the page, and stopped when asked. */

import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  ProgressBar,
  Spinner,
  tokens,
} from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useRef, useState } from 'react'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { download } from './making.ts'
import { makePaperFile, PAPER_FORMATS, type PaperFormat, type PaperSource } from './papers.ts'

const useStyles = makeStyles({
  line: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
  progress: { width: '8rem' },
  button: { flexShrink: '0', whiteSpace: 'nowrap' },
  said: { ...type.label, color: tokens.colorNeutralForeground2 },
})

export interface TakeOutProps {
  readonly label: string
  readonly source: PaperSource
  /** What the file is called. */
  readonly name: (format: PaperFormat) => string
}

export function TakeOut({ label, source, name }: TakeOutProps) {
  const words = useWords()
  const styles = useStyles()
  const making = useRef<AbortController | null>(null)
  const [isMaking, setIsMaking] = useState(false)
  /** How much of it is written, 0 to 1; null: it is too quick to say. */
  const [share, setShare] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const make = async (format: PaperFormat, language: 'en' | 'cy'): Promise<void> => {
    const stop = new AbortController()
    making.current = stop
    setIsMaking(true)
    setSaid('')
    setShare(null)
    try {
      download(await makePaperFile({ source, format, language }, stop.signal, setShare), name(format))
      setSaid(words.say('report.made', { file: name(format) }))
    } catch {
      if (!stop.signal.aborted) setSaid(words.say('report.failed'))
    }
    setIsMaking(false)
  }
  const languages = words.language === 'cy' ? (['cy', 'en'] as const) : (['en', 'cy'] as const)
  return (
    <span className={styles.line}>
      <span className={styles.said} role="status">
        {isMaking ? <Spinner size="tiny" label={words.say('report.making')} /> : said}
      </span>
      {isMaking && share !== null && (
        <ProgressBar className={styles.progress} value={share} aria-label={words.say('report.making')} />
      )}
      {isMaking ? (
        <Button size="small" onClick={() => making.current?.abort()}>
          {words.say('report.cancel')}
        </Button>
      ) : (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button className={styles.button} size="small" appearance="primary" icon={<ArrowDownloadRegular />}>
              {label}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {languages.flatMap((language) =>
                PAPER_FORMATS.map((format) => (
                  <MenuItem key={`${format} ${language}`} onClick={() => void make(format, language)}>
                    {`${words.say(`report.${format === 'docx' ? 'word' : format === 'xlsx' ? 'excel' : format}`)}, ${words.say(language === 'en' ? 'report.inEnglish' : 'report.inWelsh')}`}
                  </MenuItem>
                )),
              )}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </span>
  )
}
