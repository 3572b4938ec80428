/** Takes a paper out as a file, in either language: made beside the page, and stopped when asked. */

import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { MakingLine } from './MakingLine.tsx'
import { PAPER_FORMATS, type PaperFormat, type PaperSource } from './papers.ts'
import { useMaking } from './useMaking.ts'

const useStyles = makeStyles({
  line: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
  button: { flexShrink: '0', whiteSpace: 'nowrap' },
  said: {
    ...type.label,
    color: tokens.colorNeutralForeground2,
    // Nothing said, no gap behind it.
    ':empty': { marginInlineEnd: `calc(-1 * ${tokens.spacingHorizontalS})` },
  },
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
  const { isMaking, share, make, stop } = useMaking()
  const [said, setSaid] = useState('')
  const take = async (format: PaperFormat, language: 'en' | 'cy'): Promise<void> => {
    const file = name(format)
    setSaid('')
    const became = await make(async () => ({ source, format, language }), file)
    if (became === 'made') setSaid(words.say('exporting.made', { file }))
    else if (became !== 'stopped') setSaid(words.say('exporting.failed'))
  }
  const languages = words.language === 'cy' ? (['cy', 'en'] as const) : (['en', 'cy'] as const)
  return (
    <span className={styles.line}>
      <span className={styles.said} role="status">
        {isMaking ? <MakingLine share={share} /> : said}
      </span>
      {isMaking ? (
        <Button size="small" onClick={stop}>
          {words.say('exporting.cancel')}
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
                  <MenuItem key={`${format} ${language}`} onClick={() => void take(format, language)}>
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
