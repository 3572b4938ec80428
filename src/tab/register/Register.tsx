/**
 * The register itself: views at the left, the grid, and beside it the panel of the action that is open or being added;
 * on a phone one column of cards, and the panel in their place.
 */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { Suspense, useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { ActionId, Update } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { nextMeetingDay, type Role } from '../../domain/group.ts'
import type { ViewId } from '../../domain/savedview.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Scope } from '../../domain/view.ts'
import { ALL_WIDTH, BESIDE_WIDTH, PHONE_WIDTH, ROOMY_WIDTH, VIEWS_WIDTH } from '../design/scale.ts'
import { useWidth } from '../design/size.ts'
import { loadAllWords } from '../../words/loading.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { useTakenBack } from '../outbox/takenback.ts'
import { LaterWords, useWords } from '../words.tsx'
import { Centre } from './Centre.tsx'
import { Grid } from './Grid.tsx'
import { NoResult } from './States.tsx'
import { PanelEdge } from './PanelEdge.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useBulking } from './bulking.tsx'
import type { SubmitAll } from './bulkrun.ts'
import { canUndo, useUndo } from './undoing.tsx'
import { ViewList } from './ViewList.tsx'
import { ViewBar } from './ViewBar.tsx'
import type { CardPlace } from './Cards.tsx'
import type { Drafts } from './drafts.ts'
import type { Entered, Into } from './entering.ts'
import { keyIn } from './keys.ts'
import {
  AddPanel,
  Cards,
  ExportDialog,
  FirstRun,
  KeySheet,
  OutboxBar,
  Panel,
  preloadPanels,
  SavedViewForm,
} from './panels.ts'
import { AfterPaint } from './painted.tsx'
import { GridNews, type Arrivals } from './news.tsx'
import { useUnsent } from './registerstate.ts'
import { valueWords } from './facetwords.ts'
import type { Section } from './lines.ts'
import { useKept, useView, useViewed } from './viewing.ts'

const useStyles = makeStyles({
  main: { display: 'flex', flexGrow: '1', minHeight: '0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  side: {
    boxSizing: 'border-box',
    width: '216px',
    flexShrink: '0',
    padding: tokens.spacingHorizontalS,
    overflowY: 'auto',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  chips: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  centre: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: '1',
    minWidth: '0',
    minHeight: '0',
    overflow: 'hidden',
  },
  grid: { position: 'relative', flexGrow: '1', minHeight: '0' },
  panel: { boxSizing: 'border-box', flexShrink: '0', minHeight: '0', minWidth: '0' },
  instead: { width: '100%', border: 'none', flexGrow: '1' },
  cards: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXL}` },
  thumb: {
    position: 'sticky',
    bottom: '16px',
    display: 'flex',
    justifyContent: 'center',
    pointerEvents: 'none',
    '@media (max-height: 480px)': { position: 'static', paddingBottom: tokens.spacingVerticalL },
  },
  /** In the thumb's reach while actions are chosen. */
  foot: {
    position: 'sticky',
    bottom: '0',
    zIndex: '2',
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    '@media (max-height: 480px)': { position: 'static' },
  },
  hint: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  /** Short windows (400 % zoom) have no room for anything that stays. */
  add: { pointerEvents: 'auto', boxShadow: tokens.shadow16 },
})

export interface RegisterProps {
  readonly register: OutboxRegister
  readonly roles: readonly Role[]
  readonly openAction: ActionId | null
  readonly onOpenAction: (id: ActionId | null) => void
  readonly onImport: () => void
  /** Shows how the group prompts and decides. */
  readonly onSettings?: (() => void) | undefined
  /** What it shows before anybody chooses: what is open, unless told. */
  readonly firstView?: Scope | undefined
  /** The kept view that a link asks for. */
  readonly openView?: ViewId | null | undefined
  /** Shows the example, for a register with nothing in it. */
  readonly onExample?: (() => void) | undefined
  /** Every action's history; without it nothing is taken out. */
  readonly histories?: (() => Promise<ReadonlyMap<ActionId, readonly Update[]>>) | undefined
  /** Writes many commands at a pace that leaves room for others. */
  readonly submitAll: SubmitAll
  readonly snapshot: Snapshot
  readonly loading: boolean
  readonly today: Day
  readonly width: number
  /** What scrolls on a phone. */
  readonly root: RefObject<HTMLDivElement | null>
  readonly changed: ReadonlySet<ActionId>
  readonly arrivals: Arrivals
  readonly drafts: Drafts
}

export function Register(props: RegisterProps) {
  const { register, snapshot, loading, today, width, root, changed, arrivals, drafts } = props
  const { roles, openAction, onOpenAction, onImport, onSettings, onExample, histories, submitAll } = props
  const words = useWords()
  const styles = useStyles()
  const centre = useRef<HTMLDivElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const cardPlace = useRef<CardPlace | null>(null)
  const centreWidth = useWidth(centre)
  const phone = width <= PHONE_WIDTH

  const { view, setView, saved, setSavedId, choose, chooseScope, onSort, foldedGroups, setFoldedGroups, onFold } =
    useView(snapshot.views, props.openView ?? null, props.firstView)
  const [adding, setAdding] = useState(false)
  /** The action that was open last: somebody who comes back comes to it. */
  const [visited, setVisited] = useState<ActionId | null>(openAction)
  /** What was pressed, and has the focus again afterwards. */
  const [exporting, setExporting] = useState<HTMLElement | null>(null)
  const [entered, setEntered] = useState<Entered | null>(null)
  /** What had the focus, and has it again afterwards. */
  const [helping, setHelping] = useState<HTMLElement | null>(null)
  const { done, tell, undo, note } = useUndo(register)
  const say = (said: string): void => tell({ said, undo: null, action: null })
  const unsent = useUnsent(register)

  const nextMeeting = useMemo(() => nextMeetingDay([...snapshot.meetings.values()], today), [snapshot.meetings, today])
  const viewed = useViewed(snapshot, view, foldedGroups, { words, today, me: register.me() })
  const { all, counts, rows, lines, sections } = viewed
  const kept = useKept(snapshot.views, all)
  const onFoldAll = (fold: boolean): void =>
    setFoldedGroups(new Set(fold ? sections?.map((section) => section.value) : []))
  const opened = useMemo(() => all.find((row) => row.action.id === openAction) ?? null, [all, openAction])

  useEffect(() => {
    preloadPanels()
    // What can't be loaded fails where it is shown.
    loadAllWords(words.language).catch(() => {})
  }, [words.language])

  const focusGrid = useCallback(() => {
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>('[data-stop]')?.focus())
  }, [root])
  const bulking = useBulking({
    register,
    snapshot,
    roles,
    today,
    nextMeeting,
    drafts,
    rows,
    submitAll,
    phone,
    onBegin() {
      setAdding(false)
      onOpenAction(null)
    },
    onLeave: focusGrid,
    onSaid: (said, undoAll) => tell({ said, undo: null, action: null, undoAll }),
  })
  const { giveWay, own } = bulking
  /** What one writes oneself is no news. */
  const news = useMemo(
    () => (own.size === 0 ? changed : new Set([...changed].filter((id) => !own.has(id)))),
    [changed, own],
  )
  const open = useCallback(
    (id: ActionId | null, enter: boolean | Into = false): void => {
      setAdding(false)
      giveWay()
      onOpenAction(id)
      if (id !== null) setVisited(id)
      setEntered(enter === false ? null : { into: enter === true ? 'head' : enter })
      if (id === null) focusGrid()
    },
    [onOpenAction, focusGrid, giveWay],
  )
  const add = (): void => {
    giveWay()
    onOpenAction(null)
    setAdding(true)
  }
  const { resumed, takeBack } = useTakenBack({ drafts, snapshot, openAction, say, open, add })
  // Fluent could bring the focus back by itself, with 11 kB that everybody would load first.
  const endExport = (): void => {
    setExporting(null)
    requestAnimationFrame(() => exporting?.focus())
  }
  const { organisations, meetings } = snapshot
  const grouping = view.group
  const titleOf = useCallback(
    ({ value }: Section) => (grouping ? valueWords(grouping, value, { organisations, meetings }, words) : ''),
    [grouping, organisations, meetings, words],
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement
    // A menu's or a dialog's keys come here too, through React alone.
    if (event.defaultPrevented || event.altKey || !event.currentTarget.contains(target)) return
    if (target.closest('input, textarea, [contenteditable], [role=listbox]')) return
    const name = keyIn('register', event)
    // In a panel, letters are what is written there, or its own keys.
    if (name === null || (target.closest('aside') && (name === 'add' || name === 'search'))) return
    switch (name) {
      case 'undo':
        if (!canUndo(done)) return
        void undo()
        break
      case 'leave':
        if (openAction !== null || adding) open(null)
        else if (bulking.panel) bulking.leave()
        else bulking.clear()
        return
      case 'add':
        add()
        break
      case 'search':
        search.current?.focus()
        break
      case 'help':
        setHelping(document.activeElement as HTMLElement)
        break
    }
    event.preventDefault()
  }

  const instead = width < BESIDE_WIDTH
  const empty = snapshot.actions.size === 0
  const chips = width < VIEWS_WIDTH
  const importing = roles.includes('coordinator') ? onImport : null
  const label = words.say('register.grid', { view: saved?.name ?? words.say(`register.view.${view.scope}`) })
  const shared = { register, snapshot, today, nextMeeting, drafts }
  const beside = adding ? (
    <AddPanel {...shared} onClose={() => open(null)} onAdded={(action) => open(action.id, true)} onSaved={say} />
  ) : opened ? (
    <Panel
      {...shared}
      row={opened}
      rows={rows}
      instead={instead}
      roles={roles}
      entered={entered}
      done={done}
      onUndo={() => void undo()}
      onOpen={open}
      onSaved={tell}
      resumed={resumed}
      onTakeBack={takeBack}
    />
  ) : (
    bulking.panel
  )
  const waiting = unsent.length > 0 && (
    <Suspense fallback={null}>
      <LaterWords>
        <OutboxBar
          register={register}
          snapshot={snapshot}
          unsent={unsent}
          onOpen={(id) => open(id, true)}
          onTakeBack={takeBack}
        />
      </LaterWords>
    </Suspense>
  )

  const waited = (
    <Suspense fallback={adding ? <Waiting /> : null}>
      <LaterWords>{beside}</LaterWords>
    </Suspense>
  )
  const sheet = helping && (
    <Suspense fallback={null}>
      <LaterWords>
        <KeySheet
          onClose={() => {
            setHelping(null)
            requestAnimationFrame(() => helping.focus())
          }}
        />
      </LaterWords>
    </Suspense>
  )
  if (beside && instead) {
    return (
      // Keys for the whole view; each has a button too.
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
      <div
        className={mergeClasses(styles.panel, styles.instead)}
        style={phone ? { height: '100%' } : {}}
        onKeyDown={onKeyDown}
      >
        {waiting}
        {waited}
        {sheet}
        {note}
      </div>
    )
  }
  const views = (
    <AfterPaint typed={view.words}>
      <ViewList
        scope={view.scope}
        counts={counts}
        hasOwn={viewed.hasOwn}
        kept={kept}
        saved={saved}
        chips={chips}
        onChange={chooseScope}
        onChoose={choose}
      />
    </AfterPaint>
  )
  return (
    // Keys for the whole view; each has a button too.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onKeyDown} style={{ display: 'contents' }}>
      {waiting}
      <Toolbar
        query={view.words}
        onQuery={(words) => setView({ ...view, words })}
        searchRef={search}
        onLeaveSearch={focusGrid}
        shown={rows.length}
        total={counts[view.scope]}
        marking={snapshot.group.marking}
        nextMeeting={nextMeeting}
        today={today}
        phone={phone}
        roomy={width >= ROOMY_WIDTH}
        empty={empty}
        onAdd={add}
        onImport={importing}
        onSettings={roles.includes('coordinator') || roles.includes('chair') ? (onSettings ?? null) : null}
        onExport={histories && !loading ? setExporting : null}
      />
      {exporting && histories && (
        <Suspense fallback={null}>
          <ExportDialog
            snapshot={snapshot}
            shown={rows.map((row) => row.action.id)}
            today={today}
            histories={histories}
            onClose={endExport}
            onMade={(words) => {
              endExport()
              say(words)
            }}
          />
        </Suspense>
      )}
      {chips && !empty && <div className={styles.chips}>{views}</div>}
      <div className={phone ? undefined : styles.main}>
        {!chips && !empty && !(beside && width < ALL_WIDTH) && <div className={styles.side}>{views}</div>}
        <div ref={centre} className={phone ? styles.cards : styles.centre}>
          {!empty && (
            <AfterPaint typed={view.words}>
              <ViewBar
                view={view}
                // What is typed meanwhile stays.
                onView={(next) => setView(({ words }) => ({ ...next, words }))}
                all={all}
                snapshot={snapshot}
                width={phone ? null : centreWidth}
                onFoldAll={onFoldAll}
                keeping={{
                  name: saved?.name ?? null,
                  form: (
                    <LaterWords>
                      <SavedViewForm
                        register={register}
                        roles={roles}
                        view={view}
                        saved={saved}
                        onDone={(id, said) => {
                          setSavedId(id)
                          say(said)
                        }}
                      />
                    </LaterWords>
                  ),
                }}
                choosing={phone ? { on: bulking.choosing, choose: bulking.choose } : null}
                onKeys={setHelping}
              />
            </AfterPaint>
          )}
          <div ref={place} className={phone ? undefined : styles.grid}>
            {!phone && <GridNews arrivals={arrivals} lines={lines} place={place} />}
            <Centre
              rows={rows}
              empty={empty}
              loading={loading}
              noResult={
                <NoResult
                  scope={view.scope}
                  filtered={Object.keys(view.facets).length > 0}
                  query={view.words}
                  onShowAll={() => setView({ ...view, scope: 'all', facets: {} })}
                />
              }
              emptyState={
                <Suspense fallback={null}>
                  <FirstRun onImport={importing} onAdd={add} onExample={onExample ?? null} />
                </Suspense>
              }
            >
              {phone ? (
                <Suspense fallback={null}>
                  {' '}
                  <Cards
                    lines={lines}
                    asked={view}
                    titleOf={titleOf}
                    label={label}
                    width={width}
                    scroller={root}
                    place={cardPlace}
                    visited={visited}
                    changed={news}
                    arrivals={arrivals}
                    chosen={bulking.choosing ? bulking.selecting.ids : null}
                    onChoose={bulking.chooseOne}
                    onFold={onFold}
                    onOpen={open}
                  />
                </Suspense>
              ) : (
                <Grid
                  lines={lines}
                  view={view}
                  label={label}
                  width={centreWidth}
                  openId={openAction}
                  visited={visited}
                  changed={news}
                  selecting={bulking.selecting}
                  allSelected={bulking.allSelected}
                  titleOf={titleOf}
                  onSort={onSort}
                  onFold={onFold}
                  onOpen={open}
                />
              )}
            </Centre>
          </div>
          {!phone && bulking.bar}
        </div>
        {beside && <PanelEdge room={width}>{waited}</PanelEdge>}
      </div>
      {phone && bulking.choosing && (
        <div className={styles.foot}>
          {bulking.bar || (
            <div className={styles.hint}>
              <span role="status">{words.say('register.choose.hint')}</span>
              <Button size="large" onClick={bulking.clear}>
                {words.say('register.choose.end')}
              </Button>
            </div>
          )}
        </div>
      )}
      {phone && !empty && !bulking.choosing && (
        <div className={styles.thumb}>
          <Button
            appearance="primary"
            size="large"
            shape="circular"
            icon={<AddRegular />}
            className={styles.add}
            onClick={add}
          >
            {words.say('register.add')}
          </Button>
        </div>
      )}
      {sheet}
      {note}
    </div>
  )
}

/** Takes the focus from the grid while the panel's script loads: what is typed meanwhile moves and opens nothing. */
function Waiting() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus({ preventScroll: true }), [])
  return <div ref={place} tabIndex={-1} style={{ outlineStyle: 'none' }} />
}
