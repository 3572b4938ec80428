/**
 * The returns of a group: which there are, and of the one that is chosen its periods – figures, words side by side,
 * completeness over time, and what was circulated. Shows what the store last said at once; what one does here is laid
 * over it and sent as the connection allows.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState, type ReactNode } from 'react'
import { nextPeriod, type ReturnContent } from '../../domain/return.ts'
import { makePeriodWords } from '../../words/periods.ts'
import { Bone, Bones } from '../design/Bones.tsx'
import { focusRing, PAGE_FOOT, type } from '../design/scale.ts'
import { useCollection } from '../outbox/useCollection.ts'
import { useSnapshot } from '../register/registerstate.ts'
import { Notice } from '../shell/Notice.tsx'
import type { RoomProps } from '../shell/room.ts'
import { useWords } from '../words.tsx'
import { OneReturn } from './OneReturn.tsx'
import { ReturnEditor, type ReturnEditorProps } from './ReturnEditor.tsx'
import { completeWords, periodsOf, titleOf, type ShownPeriod } from './shown.ts'

const useStyles = makeStyles({
  view: {
    display: 'grid',
    gridTemplateColumns: '15rem minmax(0, 1fr)',
    gap: tokens.spacingHorizontalXXL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${PAGE_FOOT}`,
    '@media (max-width: 820px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
    '@media (max-width: 640px)': { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${PAGE_FOOT}` },
  },
  list: { listStyleType: 'none', margin: `0 0 ${tokens.spacingVerticalM}`, padding: '0' },
  one: {
    ...type.row,
    display: 'block',
    width: '100%',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderLeft: '2px solid transparent',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': focusRing,
    '&[aria-current=true]': {
      fontWeight: tokens.fontWeightSemibold,
      borderLeftColor: tokens.colorCompoundBrandStroke,
    },
  },
  quiet: {
    ...type.label,
    display: 'block',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  bones: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, padding: tokens.spacingHorizontalL },
})

export type ReturnsViewProps = Pick<RoomProps, 'session' | 'page' | 'register' | 'roles' | 'asked'> & {
  /** The group is told of incidents: figures can be counted from them. */
  readonly countsIncidents: boolean
  /** The way back to the requests. */
  readonly aside?: ReactNode
}

/** What is shown in place of a return: a form for it, or for a new one. */
type Editing = { readonly key: string | null } | null

export function ReturnsView({ session, page, register, roles, asked, countsIncidents, aside }: ReturnsViewProps) {
  const words = useWords()
  const styles = useStyles()
  const snapshot = useSnapshot(register)
  const returns = useCollection(session, page.siteId, 'returns')
  const requests = useCollection(session, page.siteId, 'requests')
  const responses = useCollection(session, page.siteId, 'responses')
  const circulations = useCollection(session, page.siteId, 'circulations')
  const [chosen, setChosen] = useState<string | null>(null)
  const [editing, setEditing] = useState<Editing>(null)
  const today = session.clock.today()
  const isCoordinator = roles.includes('coordinator')

  const { freshness } = returns
  if (freshness.state === 'fault' && freshness.code === 'listMissing') {
    return <Notice title={words.say('returns.title')}>{words.say('returns.listMissing')}</Notice>
  }
  if (!snapshot || !returns.values || !requests.values || !responses.values) {
    return (
      <Bones className={styles.bones} label={words.say('returns.loading')}>
        <Bone width="12rem" />
        <Bone width="24rem" />
        <Bone width="20rem" />
      </Bones>
    )
  }
  const all = [...returns.values].toSorted(([, a], [, b]) => compareReturns(a, b, words.language))
  const askedFor = askedReturn(asked, all, circulations.values)
  const current = all.find(([key]) => key === (chosen ?? askedFor)) ?? all[0] ?? null

  const send: ReturnEditorProps['onSend'] = async (command, seen) => {
    const kept = await returns.keeping?.post(command, seen)
    if (kept?.state === 'refused') return words.refusal(kept.refusal)
    return kept?.state === 'stale' ? words.say('returns.stale') : null
  }
  const leave = (key: string | null): void => {
    if (key !== null) setChosen(key)
    setEditing(null)
  }
  const begin = isCoordinator ? (
    <Button icon={<AddRegular />} onClick={() => setEditing({ key: null })}>
      {words.say('returns.new')}
    </Button>
  ) : null

  if (editing) {
    const content = editing.key === null ? undefined : returns.values.get(editing.key)
    const edited = content && editing.key !== null ? { key: editing.key, content } : null
    return (
      <div className={styles.view}>
        <div />
        <ReturnEditor
          edited={edited}
          snapshot={snapshot}
          today={today}
          countsIncidents={countsIncidents}
          onSend={send}
          onLeave={leave}
        />
      </div>
    )
  }
  if (!current) {
    return (
      <Notice
        title={words.say('returns.none.title')}
        detail={isCoordinator ? null : words.say('returns.none.member')}
        extra={
          <>
            {begin}
            {aside}
          </>
        }
      >
        {words.say('returns.none.why')}
      </Notice>
    )
  }
  const shown = new Map(
    all.map(([key, content]) => [
      key,
      periodsOf(key, content, requests.values ?? new Map(), responses.values ?? new Map(), words.language),
    ]),
  )
  const [currentKey, definition] = current
  return (
    <div className={styles.view}>
      <nav aria-label={words.say('returns.list')}>
        {aside}
        <ul className={styles.list}>
          {all.map(([key, content]) => (
            <li key={key}>
              <button
                type="button"
                className={styles.one}
                aria-current={key === currentKey}
                onClick={() => setChosen(key)}
              >
                {titleOf(content, words.language)}
                <span className={styles.quiet}>{lineOf(content, shown.get(key) ?? [])}</span>
              </button>
            </li>
          ))}
        </ul>
        {begin}
      </nav>
      <OneReturn
        key={currentKey}
        session={session}
        group={page.group}
        roles={roles}
        returnKey={currentKey}
        definition={definition}
        periods={shown.get(currentKey) ?? []}
        responses={responses}
        circulations={circulations.values ?? new Map()}
        snapshot={snapshot}
        today={today}
        asked={askedFor === currentKey ? asked : null}
        nextWords={nextWords(definition)}
        onEdit={isCoordinator ? () => setEditing({ key: currentKey }) : null}
      />
    </div>
  )

  function lineOf(content: ReturnContent, [latest]: readonly ShownPeriod[]): string {
    if (!latest) return words.say(`returns.frequency.${content.frequency}`)
    return `${latest.name} · ${completeWords(latest, today, words)}`
  }

  function nextWords(content: ReturnContent): string {
    if (content.ended) {
      return words.say('returns.ended', { day: words.day(content.ended.day), reason: content.ended.reason })
    }
    const next = nextPeriod(content, today)
    if (!next) return ''
    const period = makePeriodWords(next.period, words.language)
    return words.say('returns.next', { period, day: words.day(next.opens) })
  }
}

/** Those that go on first, then by title. */
function compareReturns(a: ReturnContent, b: ReturnContent, language: 'en' | 'cy'): number {
  const ended = Number(a.ended !== null) - Number(b.ended !== null)
  return ended || titleOf(a, language).localeCompare(titleOf(b, language), 'en-GB')
}

/** A link asks for a period of a return, for a circulation of one, or for a return. */
function askedReturn(
  asked: string | null,
  all: readonly (readonly [key: string, content: ReturnContent])[],
  circulations: ReadonlyMap<string, { readonly return: string }> | null,
): string | null {
  if (asked === null) return null
  return (
    circulations?.get(asked)?.return ?? all.find(([key]) => asked === key || asked.startsWith(`${key}.`))?.[0] ?? null
  )
}
