/** One item of the agenda on the big screen: what it is, its papers, what was said and decided, and what was agreed. */

import { Link, makeStyles, tokens } from '@fluentui/react-components'
import { DocumentRegular } from '@fluentui/react-icons'
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react'
import type { Action, Origin } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import type { Meeting } from '../../domain/group.ts'
import type { AgendaCommand, AgendaItem, Numbered } from '../../domain/meetingagenda.ts'
import { ownerWords } from '../../domain/owner.ts'
import { compareReferences } from '../../domain/reference.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import type { Keeping } from '../outbox/keeping.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import type { Drafts } from '../register/drafts.ts'
import type { Done } from '../register/undo.ts'
import { newCommandId } from '../register/sending.ts'
import { useWords } from '../words.tsx'
import { KeptText } from './KeptText.tsx'
import type { MatterHand } from './Matter.tsx'
import type { Turn } from './matterkeys.ts'
import { NewAction } from './NewAction.tsx'
import type { KeptItem } from './room.ts'
import { keepText } from './sendingrows.ts'
import { useStageStyles } from './stage.ts'

const useStyles = makeStyles({
  title: {
    ...type.stage,
    display: 'flex',
    gap: tokens.spacingHorizontalL,
    margin: '0',
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
  },
  number: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  by: { ...type.beside, margin: '0', color: tokens.colorNeutralForeground2 },
  papers: { ...type.beside, listStyleType: 'none', margin: '0', padding: '0' },
  paper: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  raised: {
    listStyleType: 'none',
    margin: '0',
    padding: '0',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  reference: { ...type.beside, margin: '0', fontWeight: tokens.fontWeightSemibold },
  details: { ...type.beside, margin: '0', overflowWrap: 'anywhere' },
  beside: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
})

export interface ItemStageProps {
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly meeting: Meeting
  readonly numbered: Numbered<KeptItem>
  readonly agenda: Keeping<AgendaItem, AgendaCommand>
  readonly later: readonly Meeting[]
  readonly today: Day
  readonly drafts: Drafts
  readonly origin: Origin
  readonly onDone: (done: Done) => void
  readonly onTurn: (turn: Turn | null) => void
  readonly hand: Ref<MatterHand>
}

export function ItemStage(props: ItemStageProps) {
  const { register, snapshot, meeting, numbered, agenda, later, today, drafts, origin, onDone, onTurn } = props
  const { number, item } = numbered
  const words = useWords()
  const styles = useStyles()
  const stage = useStageStyles()
  const title = useRef<HTMLHeadingElement>(null)
  const [raising, setRaising] = useState(false)
  const leave = (): void => {
    setRaising(false)
    onTurn(null)
    requestAnimationFrame(() => title.current?.focus({ preventScroll: true }))
  }
  useImperativeHandle(props.hand, () => ({
    begin(turn) {
      if (turn !== 'raise') return
      setRaising(true)
      onTurn('raise')
    },
    focus: () => title.current?.focus({ preventScroll: true }),
  }))
  // Who goes on comes to it, and hears what it is.
  useEffect(() => title.current?.focus({ preventScroll: true }), [])
  const presenter = item.presenter && ownerWords(item.presenter, snapshot)
  return (
    <section className={stage.stage} aria-label={words.say('meeting.item', { number, title: item.title })}>
      <div className={stage.left}>
        <div className={stage.upper}>
          <h2 ref={title} tabIndex={-1} className={styles.title}>
            <span className={styles.number}>{number}</span>
            <span>{item.title}</span>
          </h2>
          {presenter && <p className={styles.by}>{words.say('meeting.presentedBy', { presenter })}</p>}
          {item.papers.length > 0 && (
            <ul className={styles.papers} aria-label={words.say('meeting.papers')}>
              {item.papers.map((paper) => (
                <li key={paper.id} className={styles.paper}>
                  <DocumentRegular aria-hidden />
                  {paper.link ? (
                    <Link href={paper.link} target="_blank" rel="noreferrer">
                      {paper.title}
                    </Link>
                  ) : (
                    paper.title
                  )}
                </li>
              ))}
            </ul>
          )}
          <KeptText
            key={item.key}
            label={words.say('meeting.discussion')}
            placeholder={words.say('meeting.discussion.hint')}
            value={item.discussion}
            rows={4}
            save={(discussion, base) =>
              keepText(
                agenda,
                { kind: 'setItem', key: item.key, fields: { discussion } },
                { ...item, discussion: base },
                (row) => row?.discussion ?? '',
              )
            }
          />
          <Decisions item={item} agenda={agenda} />
        </div>
        <div className={stage.writing}>
          {raising && (
            <NewAction
              register={register}
              snapshot={snapshot}
              today={today}
              nextMeeting={later[0]?.day ?? null}
              drafts={drafts}
              origin={origin}
              onLeave={leave}
              onAdded={({ reference }) =>
                onDone({ said: words.say('meeting.raised', { reference }), undo: null, action: null })
              }
              onSaved={(said) => onDone({ said, undo: null, action: null })}
            />
          )}
        </div>
      </div>
      <Raised meeting={meeting} snapshot={snapshot} />
    </section>
  )
}

function Decisions({ item, agenda }: { readonly item: KeptItem; readonly agenda: ItemStageProps['agenda'] }) {
  const words = useWords()
  /** Of the one that is being written; another once it is there. */
  const [fresh, setFresh] = useState(newCommandId)
  const standing = item.decisions.filter(({ words, id }) => words !== '' && id !== fresh)
  const save = (id: string) => (text: string, base: string) =>
    keepText(
      agenda,
      {
        kind: 'setMinuted',
        key: item.key,
        entry: { id, words: text },
        was: item.decisions.some((each) => each.id === id) ? { id, words: base } : null,
      },
      undefined,
      (row) => row?.decisions.find((each) => each.id === id)?.words ?? '',
    )
  const written = item.decisions.find(({ id }) => id === fresh)?.words ?? ''
  return (
    <>
      {standing.map(({ id, words: said }, index) => (
        <KeptText
          key={id}
          label={words.say('meeting.decision', { number: index + 1 })}
          value={said}
          rows={1}
          save={save(id)}
        />
      ))}
      <div
        onBlur={() => {
          if (written !== '') setFresh(newCommandId())
        }}
      >
        <KeptText
          key={fresh}
          label={words.say('meeting.decision.new')}
          placeholder={words.say('meeting.decision.hint')}
          value={written}
          rows={1}
          save={save(fresh)}
        />
      </div>
    </>
  )
}

/** What this meeting has agreed so far, the latest first: numbered as it was spoken. */
function Raised({ meeting, snapshot }: { readonly meeting: Meeting; readonly snapshot: Snapshot }) {
  const words = useWords()
  const styles = useStyles()
  const stage = useStageStyles()
  const raised = [...snapshot.actions.values()]
    .filter(({ origin }) => origin.kind === 'meeting' && origin.meeting === meeting.key)
    .toSorted((a, b) => compareReferences(b.reference, a.reference))
  return (
    <aside className={stage.right} aria-label={words.say('meeting.agreed')}>
      <h3 className={stage.heading}>{words.say('meeting.agreed')}</h3>
      <div className={stage.history}>
        {raised.length === 0 && <p className={styles.beside}>{words.say('meeting.agreed.none')}</p>}
        <ol className={styles.raised}>
          {raised.map((action) => (
            <RaisedAction key={action.id} action={action} snapshot={snapshot} />
          ))}
        </ol>
      </div>
    </aside>
  )
}

function RaisedAction({ action, snapshot }: { readonly action: Action; readonly snapshot: Snapshot }) {
  const words = useWords()
  const styles = useStyles()
  const beside = [
    ...action.owners.map((owner) => ownerWords(owner, snapshot)),
    ...(action.due ? [words.dueStated(action.due)] : []),
  ]
  return (
    <li>
      <p className={styles.reference}>{action.reference}</p>
      <p className={styles.details}>
        <PassageText text={action.details} />
      </p>
      {beside.length > 0 && <p className={styles.beside}>{beside.join(' · ')}</p>}
    </li>
  )
}
