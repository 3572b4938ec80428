/** Takes the report out as a file, in either language: made beside the page, and stopped when asked. */

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
import { makeReportName } from '../../documents/export/report.ts'
import type { Day } from '../../domain/day.ts'
import type { Report } from '../../domain/report.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { download } from '../exporting/making.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { FORMATS, makeReportFile, type ReportFormat } from './making.ts'

const useStyles = makeStyles({
  line: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
  said: { ...type.label, color: tokens.colorNeutralForeground2 },
})

export interface TakeOutProps {
  readonly report: Report
  readonly snapshot: Snapshot
  readonly today: Day
}

export function TakeOut({ report, snapshot, today }: TakeOutProps) {
  const words = useWords()
  const styles = useStyles()
  const making = useRef<AbortController | null>(null)
  const [isMaking, setIsMaking] = useState(false)
  const [said, setSaid] = useState('')
  const make = async (format: ReportFormat, language: 'en' | 'cy'): Promise<void> => {
    const stop = new AbortController()
    making.current = stop
    setIsMaking(true)
    setSaid('')
    try {
      const file = await makeReportFile({ report, snapshot, format, language }, stop.signal)
      const name = makeReportName(snapshot.group.key, today, format)
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
              {words.say('report.takeOut')}
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
