/** One matter that is still in limbo: what it is, and everything that takes it out of limbo, by button and by key. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, type KeyboardEvent } from 'react'
import type { Meeting } from '../../domain/group.ts'
import type { Arising } from '../../domain/mattersarising.ts'
import { ownerWords } from '../../domain/owner.ts'
import { PassageText } from '../design/PassageText.tsx'
import { focusRing, type } from '../design/scale.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import type { Resumed } from '../outbox/takenback.ts'
import { ActingProvider } from '../register/acting.tsx'
import { useBeginning } from '../register/beginning.tsx'
import { areLettersOn, keyIn } from '../register/keys.ts'
import type { Done } from '../register/undo.ts'
import { useWords } from '../words.tsx'
import { begunBy, hindranceOf, letterOf, TURNS, type Turn } from './matterkeys.ts'
import { whyWords } from './meetingwords.ts'
import type { Room } from './room.ts'

/** What is only said leaves it where it is. */
const WAYS_OUT = TURNS.filter((turn) => turn !== 'tell' && turn !== 'raise')

const useStyles = makeStyles({
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: `${tokens.spacingVerticalS} 0` },
  line: {
    ...type.row,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': focusRing,
  },
  reference: { minWidth: '3.5rem', fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  what: { flex: '1 1 18rem', minWidth: '0', overflowWrap: 'anywhere' },
  beside: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  ways: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  key: { ...type.label, marginLeft: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground2 },
})

export interface LimboRowProps {
  readonly room: Room
  readonly register: OutboxRegister
  readonly meeting: Meeting
  readonly arising: Arising
  readonly later: readonly Meeting[]
  readonly resumed: Resumed | null
  readonly onDone: (done: Done) => void
}

export function LimboRow({ room, register, arising, later, resumed, onDone }: LimboRowProps) {
  const { snapshot, roles, today, drafts } = room
  const { action } = arising
  const words = useWords()
  const styles = useStyles()
  const line = useRef<HTMLDivElement>(null)
  const { acting } = useBeginning(
    {
      register,
      snapshot,
      roles,
      row: { action },
      today,
      nextMeeting: later[0]?.day ?? null,
      drafts,
      meetings: later,
      onSaved: onDone,
      resumed,
    },
    () => line.current?.focus({ preventScroll: true }),
  )
  const begin = (turn: Turn, from: HTMLElement | null): void => {
    const begun = begunBy(turn, action)
    if (begun && hindranceOf(turn, action, later.length > 0) === null) acting.begin(begun, from)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement
    if (event.defaultPrevented || target.closest('input, textarea, [role=listbox], [role=combobox]')) return
    const name = keyIn('meeting', event)
    const turn = WAYS_OUT.find((each) => each === name)
    const to = name === 'forward' ? 'nextElementSibling' : name === 'backward' ? 'previousElementSibling' : null
    if (turn) begin(turn, line.current)
    else if (to) line.current?.closest('li')?.[to]?.querySelector<HTMLElement>('[tabindex]')?.focus()
    else return
    event.preventDefault()
  }
  return (
    <ActingProvider acting={acting}>
      {/* The letters are keys while one is in its line; each has a button too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <li className={styles.row} onKeyDown={onKeyDown}>
        <div
          ref={line}
          role="group"
          tabIndex={-1}
          className={styles.line}
          aria-label={words.say('panel.label', { reference: action.reference })}
        >
          <span className={styles.reference}>{action.reference}</span>
          <div className={styles.what}>
            <PassageText text={action.details} />
            <p className={styles.beside}>
              {[...action.owners.map((owner) => ownerWords(owner, snapshot)), whyWords(arising, { words })].join(' · ')}
            </p>
          </div>
          <div className={styles.ways}>
            {WAYS_OUT.map((turn) => {
              const hindrance = hindranceOf(turn, action, later.length > 0)
              return (
                <Button
                  key={turn}
                  size="small"
                  disabledFocusable={hindrance !== null}
                  title={hindrance === null ? '' : words.say(`meeting.hindered.${hindrance}`)}
                  aria-keyshortcuts={letterOf(turn)}
                  onClick={(event) => begin(turn, event.currentTarget)}
                >
                  {words.say(`meeting.turn.${turn}`)}
                  {areLettersOn() && (
                    <kbd className={styles.key} aria-hidden="true">
                      {letterOf(turn)}
                    </kbd>
                  )}
                </Button>
              )
            })}
          </div>
        </div>
        {acting.form}
      </li>
    </ActingProvider>
  )
}
