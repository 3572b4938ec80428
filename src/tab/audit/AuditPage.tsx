/**
 * The Audit room: who saw and changed what of the group's on Control, searched and taken out; whether all of it is whole;
 * and how long it is kept. An auditor looks, whoever runs the group disposes; the service decides who may do which.
 */

import { Button, makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { FilterRegular } from '@fluentui/react-icons'
import { useRef, useState, useSyncExternalStore } from 'react'
import type { AuditFilter } from '../../contract/audit.ts'
import { makeMarkingWords } from '../../documents/export/table.ts'
import { groupName } from '../../domain/group.ts'
import { Segments } from '../access/Segments.tsx'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { PAGE_FOOT, PHONE_WIDTH, type } from '../design/scale.ts'
import { useWidth } from '../design/size.ts'
import { useSnapshot } from '../register/registerstate.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Notice } from '../shell/Notice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { Queries } from '../shell/queries.tsx'
import type { RoomProps } from '../shell/room.ts'
import { SignInBar } from '../shell/SignInBar.tsx'
import { useWords } from '../words.tsx'
import { ANY, useEntries } from './asking.ts'
import { EntriesTable } from './EntriesTable.tsx'
import { namesIn } from './entrywords.ts'
import { ExportMenu } from './ExportMenu.tsx'
import { Filters } from './Filters.tsx'
import { RetentionView } from './RetentionView.tsx'
import { useVerifying, Verification, VerifyButton } from './Verification.tsx'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: '0',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  scroll: { flex: '1 1 0', minHeight: '0', overflow: 'auto', position: 'relative' },
  top: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...type.title, margin: '0' },
  why: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  grow: { flexGrow: '1' },
  count: { ...type.row, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  none: { ...type.reading, margin: '0', padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalM}` },
  foot: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${PAGE_FOOT}` },
})

const VIEWS = ['entries', 'retention'] as const
type View = (typeof VIEWS)[number]

export function AuditPage(props: RoomProps) {
  return (
    <Queries>
      <Room {...props} />
    </Queries>
  )
}

function Room({ session, page, register, roles }: RoomProps) {
  const styles = useStyles()
  const words = useWords()
  const isAuditor = roles.includes('auditor')
  const marking = useSnapshot(register)?.group.marking
  const keeps = roles.includes('assetOwner') || roles.includes('coordinator')
  const [chosen, setView] = useState<View>('entries')
  if (!isAuditor && !keeps) {
    return <Notice title={words.say('audit.notYours')}>{words.say('audit.notYours.why')}</Notice>
  }
  const view = isAuditor ? chosen : 'retention'
  const head = (
    <>
      <h1 className={styles.title}>{words.say('audit.title')}</h1>
      {marking && <MarkingMark marking={marking} />}
      {isAuditor && (
        <Segments
          label={words.say('audit.views')}
          segments={VIEWS.map((name) => ({ name, label: words.say(`audit.view.${name}`), count: null }))}
          shown={view}
          onShow={setView}
        />
      )}
      <span className={styles.grow} />
    </>
  )
  return (
    <div className={styles.page}>
      <SignInBar tokens={session.tokens} />
      <div className={styles.scroll}>
        {view === 'entries' ? (
          <Entries session={session} page={page} register={register} head={head} />
        ) : (
          <>
            <header className={styles.top}>
              <div className={styles.line}>{head}</div>
            </header>
            <RetentionView session={session} group={page.group} />
          </>
        )}
      </div>
    </div>
  )
}

type EntriesProps = Pick<RoomProps, 'session' | 'page' | 'register'> & { readonly head: React.ReactNode }

function Entries({ session, page, register, head }: EntriesProps) {
  const styles = useStyles()
  const words = useWords()
  const root = useRef<HTMLDivElement>(null)
  const isPhone = useWidth(root) <= PHONE_WIDTH
  const snapshot = useSyncExternalStore(register.subscribe, register.snapshot)
  const [{ filter, look }, setLook] = useState<{ filter: AuditFilter; look: number }>({ filter: ANY, look: 0 })
  const [showsFilters, setShowsFilters] = useState(false)
  const [said, setSaid] = useState('')
  const read = useEntries(session, page.group, filter, look)
  const verifying = useVerifying(session, page.group)
  const today = session.clock.today()
  const pages = read.data?.pages ?? []
  const entries = pages.flatMap((each) => each.entries)
  const total = pages[0]?.total ?? 0
  const choices = useChoices(pages[0]?.choices ?? null)
  return (
    <div ref={root}>
      <header className={styles.top}>
        <div className={styles.line}>
          {head}
          <ToggleButton
            size="small"
            icon={<FilterRegular />}
            checked={showsFilters}
            onClick={() => setShowsFilters(!showsFilters)}
          >
            {words.say('audit.filter')}
          </ToggleButton>
          {snapshot && (
            <ExportMenu
              session={session}
              group={page.group}
              groupName={groupName(snapshot.group, words.language)}
              marking={makeMarkingWords(snapshot, [])}
              filter={filter}
              today={today}
              onSaid={setSaid}
            />
          )}
          <VerifyButton {...verifying} />
        </div>
        <p className={styles.why}>{words.say('audit.why')}</p>
        <Verification asking={verifying.asking} />
        {showsFilters && (
          <Filters
            filter={filter}
            choices={choices}
            today={today}
            onFilter={(wanted) => setLook({ filter: wanted, look: look + 1 })}
          />
        )}
        <output className={styles.count}>
          {[...(read.data ? [words.say('audit.count', { count: total })] : []), said].filter(Boolean).join(' · ')}
        </output>
      </header>
      {read.isError && !read.data ? (
        <FaultNotice fault={read.error} onAgain={() => void read.refetch()} tokens={session.tokens} />
      ) : !read.data ? (
        <Opening />
      ) : entries.length === 0 ? (
        <p className={styles.none}>
          {words.say('audit.none')} {words.say('audit.none.why')}
        </p>
      ) : (
        <EntriesTable entries={entries} names={namesIn(pages)} today={today} isPhone={isPhone} />
      )}
      {read.hasNextPage && (
        <div className={styles.foot}>
          <Button disabledFocusable={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            {words.say(read.isFetchingNextPage ? 'audit.moreComing' : 'audit.more')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The last that were told: while others are looked for, what there is to choose from stays. */
function useChoices<Choices>(told: Choices | null): Choices | null {
  const [last, setLast] = useState(told)
  if (told !== null && told !== last) setLast(told)
  return told ?? last
}
