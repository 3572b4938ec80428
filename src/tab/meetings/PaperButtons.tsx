/**
 * The papers that follow from a meeting, made on the device and put among one's downloads: minutes and action list as
 * Word in either language, and the calendar file that is sent to whoever is to come. What makes them is loaded when one
 * of them is asked for.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CalendarAddRegular, DocumentRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { PaperKind } from '../../documents/export/minutes.ts'
import { instantOf } from '../../words/clock.ts'
import { loadAllWords } from '../../words/loading.ts'
import type { Language } from '../../words/words.ts'
import { type } from '../design/scale.ts'
import { download } from '../exporting/making.ts'
import { useWords } from '../words.tsx'
import type { KeptMeeting, Room } from './room.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const useStyles = makeStyles({
  paper: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  name: { ...type.row, margin: '0' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  said: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

interface PaperButtonsProps {
  readonly room: Room
  readonly meeting: KeptMeeting
}

export function PaperButtons({ room, meeting }: PaperButtonsProps) {
  const styles = useStyles()
  const words = useWords()
  const [said, setSaid] = useState('')
  const make = async (kind: PaperKind, language: Language): Promise<void> => {
    setSaid('')
    try {
      const [{ makePaper, makePaperName }, { makePaperWord }, spoken] = await Promise.all([
        import('../../documents/export/minutes.ts'),
        import('../../documents/export/minutesword.ts'),
        loadAllWords(language),
      ])
      const paper = makePaper(kind, { ...groundOf(room), meeting, words: spoken })
      const file = makePaperName(kind, room.snapshot, meeting)
      download(new Blob([makePaperWord(paper) as Uint8Array<ArrayBuffer>], { type: WORD }), file)
      setSaid(words.say('minutes.made', { file, marking: paper.marking }))
    } catch {
      setSaid(words.say('minutes.failed'))
    }
  }
  return (
    <>
      {(['minutes', 'actions'] as const).map((kind) => (
        <div key={kind} className={styles.paper}>
          <p className={styles.name}>{words.say(`minutes.make.${kind}`)}</p>
          <div className={styles.buttons}>
            {(['en', 'cy'] as const).map((language) => (
              <Button
                key={language}
                icon={<DocumentRegular />}
                aria-label={words.say('minutes.make.label', {
                  paper: words.say(`minutes.make.${kind}`),
                  language: words.say(`minutes.make.${language}`),
                })}
                onClick={() => void make(kind, language)}
              >
                {words.say(`minutes.make.${language}`)}
              </Button>
            ))}
          </div>
        </div>
      ))}
      <p className={styles.said} role="status">
        {said}
      </p>
    </>
  )
}

/** In the reader's own language: whoever gets it opens it in their calendar. */
export function CalendarButton({ room, meeting }: PaperButtonsProps) {
  const styles = useStyles()
  const words = useWords()
  const [said, setSaid] = useState('')
  const make = async (): Promise<void> => {
    try {
      const { makeCalendar, makeCalendarName } = await import('../../documents/export/calendar.ts')
      const at = instantOf(room.session.clock.now())
      const file = makeCalendarName(room.snapshot, meeting)
      download(new Blob([makeCalendar({ ...groundOf(room), meeting, words, at })], { type: 'text/calendar' }), file)
      setSaid(words.say('meeting.ics.made', { file }))
    } catch {
      setSaid(words.say('minutes.failed'))
    }
  }
  return (
    <>
      <Button icon={<CalendarAddRegular />} onClick={() => void make()}>
        {words.say('meeting.ics')}
      </Button>
      <p className={styles.said} role="status">
        {said}
      </p>
    </>
  )
}

function groundOf({ agenda, matters, snapshot }: Room) {
  return { agenda: agenda.values.values(), matters: matters.values.values(), snapshot }
}
