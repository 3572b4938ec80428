/** Takes the evidence out as a file, in either language: made beside the page, and stopped when asked. */

import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Spinner,
  tokens,
} from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useRef, useState } from 'react'
import { makeEvidenceName } from '../../documents/export/assurance.ts'
import type { CoverageContent } from '../../domain/coverage.ts'
import type { Day } from '../../domain/day.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { download } from '../exporting/making.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { FORMATS, makeEvidenceFile, type EvidenceFormat } from './making.ts'

const useStyles = makeStyles({
  line: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
  said: { ...type.label, color: tokens.colorNeutralForeground2 },
})

export interface TakeEvidenceProps {
  readonly framework: string
  readonly coverages: readonly CoverageContent[]
  readonly snapshot: Snapshot
  readonly today: Day
}

export function TakeEvidence({ framework, coverages, snapshot, today }: TakeEvidenceProps) {
  const words = useWords()
  const styles = useStyles()
  const making = useRef<AbortController | null>(null)
  const [isMaking, setIsMaking] = useState(false)
  const [said, setSaid] = useState('')
  const make = async (format: EvidenceFormat, language: 'en' | 'cy'): Promise<void> => {
    const stop = new AbortController()
    making.current = stop
    setIsMaking(true)
    setSaid('')
    try {
      const file = await makeEvidenceFile({ framework, coverages, snapshot, today, format, language }, stop.signal)
      const name = makeEvidenceName(snapshot.group.key, framework, today, format)
      download(file, name)
      setSaid(words.say('report.made', { file: name }))
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
      {isMaking ? (
        <Button size="small" onClick={() => making.current?.abort()}>
          {words.say('report.cancel')}
        </Button>
      ) : (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button size="small" appearance="primary" icon={<ArrowDownloadRegular />}>
              {words.say('assurance.takeOut')}
            </Button>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {languages.flatMap((language) =>
                FORMATS.map((format) => (
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
