/**
 * The requests of a group: the matrix (on a phone, cards), and beside it the request, the response or the form that is
 * open. Knows nothing of where it is shown: it is given what is there and what may be done.
 */

import { Button, makeStyles, mergeClasses, Switch, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import type { Day } from '../../domain/day.ts'
import type { Person, Role } from '../../domain/group.ts'
import { lastTimeOf, responseOf, type RequestContent, type ResponseContent } from '../../domain/request.ts'
import type { RequestCommand, ResponseCommand } from '../../domain/requestcommand.ts'
import { isOwnResponse } from '../../domain/responding.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { BESIDE_WIDTH, PHONE_WIDTH, type } from '../design/scale.ts'
import { useWidth } from '../design/size.ts'
import type { Keeping } from '../outbox/keeping.ts'
import type { Drafts } from '../register/drafts.ts'
import { Notice } from '../shell/Notice.tsx'
import { useWords } from '../words.tsx'
import type { Upload } from './FileField.tsx'
import type { AskFigures } from './filling.ts'
import { Matrix } from './Matrix.tsx'
import { compareRequests, matrixOf } from './matrixtable.ts'
import { RequestCards } from './RequestCards.tsx'
import { RequestForm } from './RequestForm.tsx'
import { RequestPanel } from './RequestPanel.tsx'
import { ResponsePanel } from './ResponsePanel.tsx'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minHeight: '0',
    color: tokens.colorNeutralForeground1,
  },
  bar: {
    ...type.row,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  said: { ...type.row, margin: '0', flex: '1 1 12rem', color: tokens.colorNeutralForeground2 },
  body: { display: 'grid', flex: '1 1 0', minHeight: '0', gridTemplateColumns: 'minmax(0, 1fr)' },
  beside: { gridTemplateColumns: 'minmax(0, 1fr) minmax(340px, 38%)' },
  main: { minHeight: '0', minWidth: '0', overflowY: 'auto' },
  panel: { minHeight: '0', minWidth: '0', borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
})

/** What is open beside the matrix. */
export type OpenThing =
  | { readonly kind: 'request'; readonly request: string }
  | { readonly kind: 'response'; readonly request: string; readonly organisation: string }
  | { readonly kind: 'make'; readonly action: string | null }

export interface RequestsViewProps {
  readonly requests: ReadonlyMap<string, RequestContent>
  readonly responses: ReadonlyMap<string, ResponseContent>
  readonly requestKeeping: Pick<Keeping<RequestContent, RequestCommand>, 'post'> | null
  readonly responseKeeping: Pick<Keeping<ResponseContent, ResponseCommand>, 'post'> | null
  readonly snapshot: Snapshot
  readonly person: Person
  readonly roles: readonly Role[]
  readonly today: Day
  readonly drafts: Drafts
  /** What of an answer is known before; null where nothing can be. */
  readonly figures: AskFigures | null
  /** Into a folder of the library; null where no file can be sent. */
  readonly upload: ((folders: readonly string[], file: File) => ReturnType<Upload>) | null
  /** What a link asked for. */
  readonly asked: OpenThing | null
  /** Prompts those whose answer is missing; answers what is to be said of it. Without organisations: all of them. */
  readonly chase: (request: string, organisations: readonly string[] | null) => Promise<string>
  readonly onOpenAction: (action: string) => void
  /** Beside the switch: the way to the returns. */
  readonly aside?: ReactNode
}

export function RequestsView(props: RequestsViewProps) {
  const { requests, responses, snapshot, person, roles, today, drafts, chase } = props
  const styles = useStyles()
  const words = useWords()
  const page = useRef<HTMLDivElement>(null)
  const width = useWidth(page)
  const [all, setAll] = useState(false)
  const [picking, setPicking] = useState(false)
  const [open, setOpen] = useState<OpenThing | null>(props.asked)
  const [said, setSaid] = useState<string | null>(null)
  const isCoordinator = roles.includes('coordinator')

  const shown = useMemo(
    () => [...requests.values()].filter(({ status }) => all || status === 'open').toSorted(compareRequests),
    [requests, all],
  )
  const content = useMemo(
    () => matrixOf(shown, responses, snapshot.organisations, today),
    [shown, responses, snapshot.organisations, today],
  )
  const own = useMemo(() => {
    const isOwn = (organisation: string): boolean =>
      isOwnResponse(person, { organisation, passed: null }, snapshot.posts.values(), today)
    return new Set([...snapshot.organisations.keys()].filter(isOwn))
  }, [person, snapshot.posts, snapshot.organisations, today])

  const run = async (request: string, organisations: readonly string[] | null): Promise<void> => {
    setSaid(words.say('requests.chasing'))
    setSaid(await chase(request, organisations))
  }
  const isBeside = width >= BESIDE_WIDTH
  const close = (): void => {
    setOpen(null)
    // Back to where one was in the matrix.
    requestAnimationFrame(() => page.current?.querySelector<HTMLElement>('[data-at][tabindex="0"]')?.focus())
  }

  function panelOf(): ReactNode {
    if (open === null) return null
    if (open.kind === 'make') {
      return (
        <RequestForm
          key={open.action}
          snapshot={snapshot}
          today={today}
          action={open.action}
          keeping={props.requestKeeping}
          drafts={drafts}
          onMade={(request) => setOpen({ kind: 'request', request })}
          onClose={close}
        />
      )
    }
    const request = requests.get(open.request)
    if (!request) return null
    if (open.kind === 'request') {
      return (
        <RequestPanel
          key={request.key}
          request={request}
          responses={responses}
          snapshot={snapshot}
          today={today}
          isCoordinator={isCoordinator}
          keeping={props.requestKeeping}
          onChase={isCoordinator ? () => void run(request.key, null) : null}
          onOpenAction={props.onOpenAction}
          onOpenResponse={(organisation) => setOpen({ kind: 'response', request: request.key, organisation })}
          onClose={close}
        />
      )
    }
    const { organisation } = open
    const upload = props.upload ?? (() => Promise.reject(new TypeError('nowhere to put it')))
    return (
      <ResponsePanel
        key={`${request.key} ${organisation}`}
        request={request}
        response={responseOf(request, organisation, responses)}
        last={lastTimeOf(request, organisation, requests.values(), responses)}
        snapshot={snapshot}
        person={person}
        isCoordinator={isCoordinator}
        isAnalyst={roles.includes('analyst')}
        today={today}
        keeping={props.responseKeeping}
        drafts={drafts}
        figures={props.figures}
        upload={props.upload && ((file) => upload([request.title, organisation], file))}
        onChase={isCoordinator && request.status === 'open' ? () => void run(request.key, [organisation]) : null}
        onOpenRequest={() => setOpen({ kind: 'request', request: request.key })}
        onClose={close}
      />
    )
  }

  const panel = panelOf()
  const openRequest = (request: string): void => setOpen({ kind: 'request', request })
  const openResponse = (request: string, organisation: string): void =>
    setOpen({ kind: 'response', request, organisation })
  const summary = words.say('requests.summary', { count: shown.length, missing: content.missing })

  return (
    <div className={styles.page} ref={page}>
      {(panel === null || isBeside) && (
        <div className={styles.bar}>
          <p className={styles.said} role="status">
            {said ?? summary}
          </p>
          <MarkingMark marking={snapshot.group.marking} />
          {props.aside}
          <Switch label={words.say('requests.all')} checked={all} onChange={(_, data) => setAll(data.checked)} />
          {width >= PHONE_WIDTH && (
            <Switch
              label={words.say('requests.pick')}
              checked={picking}
              onChange={(_, data) => setPicking(data.checked)}
            />
          )}
          {isCoordinator && (
            <Button appearance="primary" icon={<AddRegular />} onClick={() => setOpen({ kind: 'make', action: null })}>
              {words.say('requests.make')}
            </Button>
          )}
        </div>
      )}
      <div className={mergeClasses(styles.body, panel !== null && isBeside && styles.beside)}>
        {(panel === null || isBeside) && (
          <div className={styles.main}>
            {shown.length === 0 ? (
              <Notice title={words.say('requests.none.title')}>{words.say('requests.none')}</Notice>
            ) : width < PHONE_WIDTH ? (
              <RequestCards
                content={content}
                today={today}
                own={own}
                onOpenRequest={openRequest}
                onOpenResponse={openResponse}
              />
            ) : (
              <Matrix
                content={content}
                today={today}
                picking={picking}
                onPick={setPicking}
                onOpenRequest={openRequest}
                onOpenResponse={openResponse}
                onChase={isCoordinator ? (request) => void run(request, null) : null}
              />
            )}
          </div>
        )}
        {panel !== null && <div className={isBeside ? styles.panel : styles.main}>{panel}</div>}
      </div>
    </div>
  )
}
