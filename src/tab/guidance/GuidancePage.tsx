/**
 * The group's guidance: at the left all of it, beside it the one that is open, what holds first. On a phone one taps a
 * card, and reads what holds. What is shown comes from the service, which logs every look and alone changes it.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Guidance } from '../../contract/guidance.ts'
import { BESIDE_WIDTH, type } from '../design/scale.ts'
import { useWidth } from '../design/size.ts'
import { createDrafts } from '../register/drafts.ts'
import type { Session } from '../session.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { makeId } from '../shell/id.ts'
import { Opening } from '../shell/Opening.tsx'
import { Queries } from '../shell/queries.tsx'
import type { RoomProps } from '../shell/room.ts'
import { useWords } from '../words.tsx'
import { useGuidance } from './asking.ts'
import { DraftForm, NEW_DRAFT, type KeptDraft } from './DraftForm.tsx'
import { GuidanceArticle } from './GuidanceArticle.tsx'
import { GuidanceCards } from './GuidanceCards.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', height: '100%', minHeight: '0', backgroundColor: tokens.colorNeutralBackground1 },
  list: { display: 'flex', flexDirection: 'column', minWidth: '0', minHeight: '0', overflowY: 'auto' },
  beside: { flex: '0 0 auto', width: '320px', borderRight: `1px solid ${tokens.colorNeutralStroke2}` },
  alone: { flex: '1 1 0' },
  top: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  grow: { flexGrow: '1' },
  title: { ...type.title, margin: '0' },
  why: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2, maxWidth: '44rem' },
  empty: { ...type.reading, padding: tokens.spacingHorizontalM, margin: '0', maxWidth: '34rem' },
  form: { flex: '1 1 0', minWidth: '0', overflowY: 'auto', padding: tokens.spacingHorizontalL },
})

export function GuidancePage(props: RoomProps) {
  return (
    <Queries>
      <Loaded {...props} />
    </Queries>
  )
}

function Loaded({ session, page, asked }: RoomProps) {
  const styles = useStyles()
  const root = useRef<HTMLDivElement>(null)
  const width = useWidth(root)
  const read = useGuidance(session, page.group)
  if (read.isError && !read.data) {
    return <FaultNotice fault={read.error} onAgain={() => void read.refetch()} tokens={session.tokens} />
  }
  return (
    <div className={styles.page} ref={root}>
      {read.data ? (
        <Shown session={session} group={page.group} told={read.data} asked={asked} hasRoom={width >= BESIDE_WIDTH} />
      ) : (
        <Opening />
      )}
    </div>
  )
}

interface ShownProps {
  readonly session: Session
  readonly group: string
  readonly told: Guidance
  readonly asked: string | null
  /** For the list and what is open side by side. */
  readonly hasRoom: boolean
}

function Shown({ session, group, told, asked, hasRoom }: ShownProps) {
  const styles = useStyles()
  const words = useWords()
  const drafts = useMemo(
    () => createDrafts(window.sessionStorage, session.person, group, () => session.clock.now()),
    [session, group],
  )
  const list = useRef<HTMLElement>(null)
  const [opened, setOpened] = useState<string | null>(asked)
  /** Key of new guidance while it is being written. */
  const [writing, setWriting] = useState<string | null>(null)
  const [followed, setFollowed] = useState(asked)
  if (asked !== followed) {
    setFollowed(asked)
    setOpened(asked)
  }
  const last = useRef<string | null>(null)
  useEffect(() => {
    if (opened !== null || last.current === null) return
    list.current?.querySelector<HTMLElement>(`[data-guidance="${CSS.escape(last.current)}"]`)?.focus()
    last.current = null
  }, [opened])
  // Beside the list there is always something to read.
  const shown = told.guidance.find(({ key }) => key === opened) ?? (hasRoom ? told.guidance[0] : undefined)
  const isInstead = !hasRoom && (shown !== undefined || writing !== null)
  return (
    <>
      <section
        ref={list}
        className={`${styles.list} ${hasRoom ? styles.beside : styles.alone}`}
        style={isInstead ? { display: 'none' } : undefined}
      >
        <header className={styles.top}>
          <div className={styles.line}>
            <h1 className={styles.title}>{words.say('guidance.title')}</h1>
            <span className={styles.grow} />
            {told.mayDraft && (
              <Button
                size="small"
                icon={<AddRegular />}
                onClick={() => setWriting((drafts.read(NEW_DRAFT) as KeptDraft | null)?.guidance ?? makeId())}
              >
                {words.say('guidance.new')}
              </Button>
            )}
          </div>
          <p className={styles.why}>{words.say('guidance.why')}</p>
        </header>
        {told.guidance.length === 0 ? (
          <p className={styles.empty}>{words.say(told.mayDraft ? 'guidance.empty.drafter' : 'guidance.empty')}</p>
        ) : (
          <GuidanceCards
            told={told}
            open={writing === null && hasRoom ? (shown?.key ?? null) : null}
            onOpen={(key) => {
              setWriting(null)
              setOpened(key)
            }}
          />
        )}
      </section>
      {writing !== null ? (
        <div className={styles.form}>
          <DraftForm
            key={writing}
            place={{ session, group, guidance: writing, drafts }}
            number={1}
            version={null}
            before={null}
            told={told}
            onLeave={() => setWriting(null)}
            onDone={() => {
              setOpened(writing)
              setWriting(null)
            }}
          />
        </div>
      ) : (
        shown && (
          <GuidanceArticle
            key={shown.key}
            place={{ session, group, guidance: shown.key, drafts }}
            guidance={shown}
            told={told}
            today={session.clock.today()}
            onBack={
              hasRoom
                ? null
                : () => {
                    last.current = shown.key
                    setOpened(null)
                  }
            }
          />
        )
      )}
    </>
  )
}
