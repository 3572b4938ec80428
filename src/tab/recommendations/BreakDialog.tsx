/**
 * Breaks a recommendation into actions: one or several are written at once, each for a post, an organisation or another
 * group. What couldn't be written stays, says why, and can be written again; what is written isn't written twice.
 */

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components'
import { AddRegular, PeopleTeamRegular, TaskListLtrRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Action } from '../../domain/action.ts'
import { nextMeetingDay } from '../../domain/group.ts'
import { piecesIn } from '../../domain/pieces.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { PassageText } from '../design/PassageText.tsx'
import { twoLines, type } from '../design/scale.ts'
import { createDrafts } from '../register/drafts.ts'
import { isKey } from '../register/keys.ts'
import { newCommandId } from '../register/sending.ts'
import { meQuery } from '../shell/queries.tsx'
import type { RoomProps } from '../shell/room.ts'
import { useWords } from '../words.tsx'
import { BreakLine } from './BreakLine.tsx'
import {
  changeLine,
  emptyLine,
  isBlank,
  linesOfForces,
  linesOfParts,
  openParts,
  writeLine,
  type BreakingGround,
  type Line,
} from './breaking.ts'

const useStyles = makeStyles({
  surface: {
    maxWidth: '46rem',
    '@media (max-width: 640px)': {
      maxWidth: '100vw',
      maxHeight: '100dvh',
      borderRadius: '0',
      padding: tokens.spacingHorizontalL,
    },
  },
  content: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  asks: { ...type.row, ...twoLines, margin: '0', color: tokens.colorNeutralForeground2 },
  doors: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  lines: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    gridTemplateColumns: 'minmax(0, 1fr)',
    listStyleType: 'none',
    margin: '0',
    padding: '0',
  },
})

export interface BreakDialogProps extends Pick<RoomProps, 'session' | 'page' | 'register'> {
  readonly snapshot: Snapshot
  readonly recommendation: Action
  /** With how many were written. */
  readonly onClose: (written: number) => void
}

export function BreakDialog({ session, page, register, snapshot, recommendation, onClose }: BreakDialogProps) {
  const words = useWords()
  const styles = useStyles()
  const today = session.clock.today()
  const [drafts] = useState(() =>
    createDrafts(window.sessionStorage, register.me(), snapshot.group.key, () => session.clock.now()),
  )
  const key = `break.${recommendation.id}`
  const [lines, setLines] = useState<readonly Line[]>(
    () => (drafts.read(key) as readonly Line[] | null) ?? [emptyLine(recommendation, today, newCommandId)],
  )
  const [writing, setWriting] = useState<number | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const me = useQuery(meQuery(session.api))
  const groups = (me.data?.groups ?? []).filter((group) => group.key !== page.group)
  const pieces = piecesIn(snapshot)(recommendation)
  const letters = openParts(recommendation, pieces.actions, lines)
  const nextMeeting = nextMeetingDay([...snapshot.meetings.values()], today)
  const isBusy = writing !== null
  const done = lines.filter(({ written }) => written !== null).length
  const isFailed = lines.some(({ failed }) => failed !== null)
  const count = lines.length - done

  useEffect(() => list.current?.querySelector('textarea')?.focus(), [])

  const keep = (next: readonly Line[]): void => {
    setLines(next)
    const isBegun = next.some((line) => !isBlank(line) && line.written === null)
    drafts.keep(key, isBegun ? next : null, recommendation.marking ?? snapshot.group.marking)
  }
  const add = (next: readonly Line[]): void => {
    keep(next)
    const first = lines.length
    requestAnimationFrame(() => {
      const fields = [...(list.current?.querySelectorAll('textarea') ?? [])]
      ;(fields[Math.min(first, fields.length - 1)] ?? fields.at(-1))?.focus()
    })
  }
  const write = async (): Promise<void> => {
    if (isBusy) return
    const ground: BreakingGround = {
      recommendation,
      snapshot,
      today,
      register,
      groups,
      openRegister: session.openRegister,
    }
    let now = lines
    try {
      for (const [index, line] of lines.entries()) {
        if (line.written !== null) continue
        setWriting(index + 1)
        const next = await writeLine(line, ground)
        now = now.with(index, next)
        keep(now)
      }
    } finally {
      setWriting(null)
    }
    if (now.every(({ written }) => written !== null)) onClose(now.length)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const isAnother = isKey('saveAnother', event)
    if (!isAnother && !isKey('save', event)) return
    event.preventDefault()
    event.stopPropagation()
    if (isAnother) add([...lines, emptyLine(recommendation, today, newCommandId)])
    else void write()
  }

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && !isBusy && onClose(done)}>
      <DialogSurface className={styles.surface} lang={words.language} onKeyDownCapture={onKeyDown}>
        <DialogBody>
          <DialogTitle>{words.say('recommendations.break.title', { reference: recommendation.reference })}</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.asks}>
              <PassageText text={recommendation.details} />
            </p>
            <div className={styles.doors}>
              <Button
                size="small"
                icon={<PeopleTeamRegular />}
                disabledFocusable={isBusy}
                onClick={() => add(linesOfForces(lines, { recommendation, snapshot, today }, newCommandId))}
              >
                {words.say('recommendations.break.forces')}
              </Button>
              {letters.length > 0 && (
                <Button
                  size="small"
                  icon={<TaskListLtrRegular />}
                  disabledFocusable={isBusy}
                  onClick={() => add(linesOfParts(lines, letters, { recommendation, today }, newCommandId))}
                >
                  {words.say('recommendations.break.parts', { count: letters.length })}
                </Button>
              )}
            </div>
            <ul className={styles.lines} ref={list}>
              {lines.map((line, index) => (
                <BreakLine
                  key={index}
                  line={line}
                  number={index + 1}
                  snapshot={snapshot}
                  today={today}
                  nextMeeting={nextMeeting}
                  groups={groups}
                  openRegister={session.openRegister}
                  isBusy={isBusy}
                  onRemove={lines.length === 1 ? null : () => keep(lines.toSpliced(index, 1))}
                  onChange={(fields) => keep(lines.with(index, changeLine(line, fields, newCommandId)))}
                />
              ))}
            </ul>
            <Button
              size="small"
              appearance="subtle"
              icon={<AddRegular />}
              style={{ justifySelf: 'start' }}
              disabledFocusable={isBusy}
              onClick={() => add([...lines, emptyLine(recommendation, today, newCommandId)])}
            >
              {words.say('recommendations.break.add')}
            </Button>
            <div role="status">
              {writing !== null && words.say('recommendations.break.writing', { number: writing, count: lines.length })}
              {!isBusy && isFailed && done > 0 && (
                <MessageBar intent="warning" layout="multiline">
                  <MessageBarBody>
                    {words.say('recommendations.break.partly', { done, count: lines.length })}
                  </MessageBarBody>
                </MessageBar>
              )}
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void write()}>
              {words.say('recommendations.break.send', { count })}
            </Button>
            <Button appearance="subtle" disabledFocusable={isBusy} onClick={() => onClose(done)}>
              {words.say('recommendations.form.cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
