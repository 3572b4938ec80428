/** One item of an agenda as it is planned: its number, title, presenter and papers, and what may be done to it. */

import {
  Button,
  Link,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components'
import {
  ArrowDownRegular,
  ArrowUpRegular,
  DocumentRegular,
  EditRegular,
  MoreHorizontalRegular,
} from '@fluentui/react-icons'
import { useState, type KeyboardEvent } from 'react'
import type { Numbered, Paper } from '../../domain/meetingagenda.ts'
import { ownerWords } from '../../domain/owner.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { ItemForm } from './ItemForm.tsx'
import type { KeptItem, Room } from './room.ts'
import { useRowSender } from './sendingrows.ts'

const useStyles = makeStyles({
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  line: {
    ...type.row,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `0 ${tokens.spacingHorizontalM}`,
    minHeight: '40px',
    paddingBlock: tokens.spacingVerticalXS,
  },
  number: {
    minWidth: '1.5rem',
    textAlign: 'right',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  what: { flex: '1 1 14rem', minWidth: '0', overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  beside: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  paper: { ...type.label, display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, margin: '0' },
  buttons: { display: 'flex', flexShrink: '0' },
})

export interface AgendaRowProps {
  readonly room: Room
  readonly numbered: Numbered<KeptItem>
  /** The number of the last item. */
  readonly last: number
  readonly mayWrite: boolean
  readonly onMove: (by: -1 | 1) => void
}

export function AgendaRow({ room, numbered, last, mayWrite, onMove }: AgendaRowProps) {
  const { number, item } = numbered
  const { snapshot } = room
  const words = useWords()
  const styles = useStyles()
  const [changing, setChanging] = useState(false)
  const { send } = useRowSender(room.agenda.keeping)
  const { title } = item
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || changing || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }
  const presenter = item.presenter && ownerWords(item.presenter, snapshot)
  return (
    // Alt with an arrow moves it; there are buttons too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className={styles.item} onKeyDown={mayWrite ? onKeyDown : undefined}>
      <div className={styles.line}>
        <span className={styles.number}>{number}</span>
        <div className={styles.what}>
          <span className={styles.title}>{title}</span>
          {item.kind === 'matters' && <p className={styles.beside}>{words.say('meeting.agenda.isMatters')}</p>}
          {presenter && <p className={styles.beside}>{words.say('meeting.presentedBy', { presenter })}</p>}
          {item.papers.map((paper) => (
            <p key={paper.id} className={styles.paper}>
              <DocumentRegular aria-hidden />
              {paper.link ? (
                <Link href={paper.link} target="_blank" rel="noreferrer">
                  {paper.title}
                </Link>
              ) : (
                paper.title
              )}
              <span className={styles.beside}>{givenWords(paper, snapshot, words)}</span>
            </p>
          ))}
        </div>
        {mayWrite && (
          <div className={styles.buttons}>
            <Button
              appearance="subtle"
              icon={<ArrowUpRegular />}
              aria-label={words.say('meeting.agenda.up', { title })}
              title={words.say('meeting.agenda.moveKeys')}
              disabledFocusable={number === 1}
              onClick={() => onMove(-1)}
            />
            <Button
              appearance="subtle"
              icon={<ArrowDownRegular />}
              aria-label={words.say('meeting.agenda.down', { title })}
              title={words.say('meeting.agenda.moveKeys')}
              disabledFocusable={number === last}
              onClick={() => onMove(1)}
            />
            <Button
              appearance="subtle"
              icon={<EditRegular />}
              aria-label={words.say('meeting.agenda.edit', { title })}
              aria-expanded={changing}
              onClick={() => setChanging(!changing)}
            />
            <Menu>
              <MenuTrigger disableButtonEnhancement>
                <Button
                  appearance="subtle"
                  icon={<MoreHorizontalRegular />}
                  aria-label={words.say('meeting.agenda.more', { title })}
                />
              </MenuTrigger>
              <MenuPopover>
                <MenuList>
                  <MenuItem
                    onClick={() => void send({ kind: 'setItem', key: item.key, fields: { meeting: null } }, item)}
                  >
                    {words.say('meeting.agenda.later')}
                  </MenuItem>
                  <MenuItem
                    onClick={() => void send({ kind: 'setItem', key: item.key, fields: { withdrawn: true } }, item)}
                  >
                    {words.say('meeting.agenda.off')}
                  </MenuItem>
                </MenuList>
              </MenuPopover>
            </Menu>
          </div>
        )}
      </div>
      {changing && <ItemForm room={room} item={item} onLeave={() => setChanging(false)} />}
    </li>
  )
}

/** Those who got it at the same time and in the same way are said together. */
export function givenWords({ given }: Paper, snapshot: Snapshot, words: Words): string {
  if (given.length === 0) return words.say('meeting.paper.nobody')
  const together = new Map<string, { day: string; how: string; to: string[] }>()
  for (const { to, on, how } of given) {
    const known = together.get(`${on} ${how}`)
    if (known) known.to.push(ownerWords(to, snapshot))
    else together.set(`${on} ${how}`, { day: words.day(on), how, to: [ownerWords(to, snapshot)] })
  }
  return [...together.values()]
    .map(({ day, how, to }) =>
      words.say(how === '' ? 'meeting.paper.given' : 'meeting.paper.givenHow', { to: words.list(to), day, how }),
    )
    .join('; ')
}
