/**
 * The group's people: a table of its posts that shows the gaps, beside it the post that is open. What is shown comes from
 * the service, which alone changes it; everybody in the group sees it, its coordinator and chair change it.
 */

import { Button, makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Role } from '../../domain/group.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { PHONE_WIDTH, BESIDE_WIDTH, type } from '../design/scale.ts'
import { useWidth } from '../design/size.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { Queries } from '../shell/queries.tsx'
import type { RoomProps } from '../shell/room.ts'
import { useWords } from '../words.tsx'
import { AddPost } from './AddPost.tsx'
import { usePeople } from './changing.ts'
import { Leavers } from './Leavers.tsx'
import { OrganisationsPanel } from './OrganisationsPanel.tsx'
import { PostCards } from './PostCards.tsx'
import { PostPanel } from './PostPanel.tsx'
import { focusPost, PostsTable } from './PostsTable.tsx'
import { entryOf, tableOf } from './table.ts'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    height: '100%',
    minHeight: '0',
    containerName: 'people',
    containerType: 'inline-size',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  main: { flex: '1 1 0', minWidth: '0', minHeight: '0', display: 'flex', flexDirection: 'column' },
  top: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...type.title, margin: '0' },
  why: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2, maxWidth: '44rem' },
  grow: { flexGrow: '1' },
  empty: { ...type.reading, padding: tokens.spacingHorizontalL, margin: '0', maxWidth: '34rem' },
})

export function PeoplePage(props: RoomProps) {
  return (
    <Queries>
      <Loaded {...props} />
    </Queries>
  )
}

type Beside =
  | { readonly kind: 'post'; readonly post: string }
  | { readonly kind: 'organisations' }
  | { readonly kind: 'add'; readonly organisation?: string; readonly role?: Role }

function Loaded({ session, page, register, asked, onOpenAction }: RoomProps) {
  const styles = useStyles()
  const words = useWords()
  const root = useRef<HTMLDivElement>(null)
  const width = useWidth(root)
  const read = usePeople(session, page.group)
  const snapshot = useSyncExternalStore(register.subscribe, register.snapshot)
  const [beside, setBeside] = useState<Beside | null>(asked === null ? null : { kind: 'post', post: asked })
  const [onlyGaps, setOnlyGaps] = useState(false)
  const [followed, setFollowed] = useState(asked)
  if (asked !== followed) {
    setFollowed(asked)
    if (asked !== null) setBeside({ kind: 'post', post: asked })
  }
  const today = session.clock.today()
  const people = read.data
  const organisations = snapshot?.organisations
  const whole = useMemo(
    () => (people && organisations ? tableOf(people, organisations, today) : null),
    [people, organisations, today],
  )
  /** Where the focus goes back to once nothing is open beside the table. */
  const last = useRef<string | null>(null)
  useEffect(() => {
    if (beside !== null || last.current === null) return
    focusPost(root.current, last.current)
    last.current = null
  }, [beside])

  if (read.isError && !people) {
    return <FaultNotice fault={read.error} onAgain={() => void read.refetch()} tokens={session.tokens} />
  }
  if (!people || !snapshot || !whole) {
    return (
      <div className={styles.page} ref={root}>
        <div className={styles.main}>
          <Opening />
        </div>
      </div>
    )
  }
  const table = onlyGaps ? { ...whole, rows: whole.rows.filter(({ gaps }) => gaps > 0) } : whole
  const close = (): void => {
    if (beside?.kind === 'post') last.current = beside.post
    setBeside(null)
  }
  const open = (post: string): void => setBeside({ kind: 'post', post })
  const shown = beside?.kind === 'post' ? people.posts.find(({ key }) => key === beside.post) : undefined
  const isBeside = beside?.kind === 'add' || beside?.kind === 'organisations' || shown !== undefined
  const isInstead = isBeside && width < BESIDE_WIDTH
  const add = (given: { readonly organisation?: string; readonly role?: Role }): void =>
    setBeside({ kind: 'add', ...given })
  return (
    <div className={styles.page} ref={root}>
      <section className={styles.main} hidden={isInstead} style={isInstead ? { display: 'none' } : undefined}>
        <header className={styles.top}>
          <div className={styles.line}>
            <h1 className={styles.title}>{words.say('people.title')}</h1>
            <span className={styles.grow} />
            <MarkingMark marking={snapshot.group.marking} />
            {whole.gaps > 0 && (
              <ToggleButton size="small" checked={onlyGaps} onClick={() => setOnlyGaps(!onlyGaps)}>
                {words.say('people.onlyGaps', { count: whole.gaps })}
              </ToggleButton>
            )}
            {people.mayChange && (
              <Button size="small" onClick={() => setBeside({ kind: 'organisations' })}>
                {words.say('people.organisations')}
              </Button>
            )}
            {people.mayChange && (
              <Button size="small" icon={<AddRegular />} onClick={() => add({})}>
                {words.say('people.add')}
              </Button>
            )}
          </div>
          <p className={styles.why}>
            {words.say(people.mayChange ? 'people.why' : 'people.whyReader')}{' '}
            {whole.gaps === 0 && people.posts.length > 0 && words.say('people.noGaps')}
            {width > PHONE_WIDTH && people.posts.length > 0 && ` ${words.say('people.keys')}`}
          </p>
          <Leavers people={people} onOpen={open} />
        </header>
        {people.posts.length === 0 ? (
          <p className={styles.empty}>{words.say('people.empty')}</p>
        ) : width <= PHONE_WIDTH ? (
          <PostCards table={table} today={today} mayChange={people.mayChange} onOpen={open} onAdd={add} />
        ) : (
          <PostsTable
            table={table}
            today={today}
            register={register}
            snapshot={snapshot}
            open={shown?.key ?? null}
            mayChange={people.mayChange}
            onOpen={open}
            onAdd={add}
            onOpenAction={onOpenAction}
          />
        )}
      </section>
      {beside?.kind === 'organisations' && (
        <OrganisationsPanel session={session} page={page} organisations={snapshot.organisations} onClose={close} />
      )}
      {beside?.kind === 'add' && (
        <AddPost
          key={`${beside.organisation ?? ''} ${beside.role ?? ''}`}
          session={session}
          group={page.group}
          people={people}
          organisations={snapshot.organisations}
          given={beside}
          onClose={close}
          onAdded={open}
        />
      )}
      {shown && (
        <PostPanel
          key={shown.key}
          session={session}
          group={page.group}
          register={register}
          snapshot={snapshot}
          entry={entryOf(shown, people, today)}
          mayChange={people.mayChange}
          onClose={close}
          onOpenAction={onOpenAction}
        />
      )}
    </div>
  )
}
