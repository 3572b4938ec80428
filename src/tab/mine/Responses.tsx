/** What one group asks of my organisation and still lacks, what is due first first; a click answers it. */

import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { useEffect, useMemo } from 'react'
import type { GroupEntry } from '../../contract/endpoints.ts'
import type { Day } from '../../domain/day.ts'
import { groupName, type Person } from '../../domain/group.ts'
import { isAsked, isMissing, responseOf, type RequestContent, type ResponseContent } from '../../domain/request.ts'
import { isOwnResponse, isSigner } from '../../domain/responding.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { useCollection } from '../outbox/useCollection.ts'
import { compareRequests } from '../requests/matrixtable.ts'
import { ResponseMark } from '../requests/ResponseMark.tsx'
import { standingOf, standingWords } from '../requests/standing.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { askedCard } from './askedcard.ts'
import { Section } from './Section.tsx'

const useStyles = makeStyles(askedCard)

export interface ResponsesProps {
  readonly session: Session
  readonly group: GroupEntry
  readonly snapshot: Snapshot
  readonly today: Day
  readonly onOpen: (response: string, title: string) => void
  /** How many there are, whenever that changes. */
  readonly onCount: (count: number) => void
}

export function Responses({ session, group, snapshot, today, onOpen, onCount }: ResponsesProps) {
  const styles = useStyles()
  const words = useWords()
  const requests = useCollection(session, group.siteId, 'requests').values
  const responses = useCollection(session, group.siteId, 'responses').values
  const wanted = useMemo(
    () => (requests && responses ? wantedOf(requests, responses, snapshot, session.person, today) : []),
    [requests, responses, snapshot, session.person, today],
  )
  useEffect(() => onCount(wanted.length), [onCount, wanted.length])
  return (
    <Section
      title={words.say('mine.requests', { group: groupName(group, words.language) })}
      cards={wanted.map(({ request, response }) => {
        const standing = standingOf(request, response, today)
        const due = request.due === null ? null : ({ kind: 'day', day: request.due, words: '' } as const)
        return (
          <button
            key={response.key}
            type="button"
            className={styles.card}
            onClick={() => onOpen(response.key, request.title)}
          >
            <span className={styles.top}>
              <ResponseMark
                look={standing.look}
                word={standingWords({ ...standing, late: 0 }, request, words, today)}
              />
              {due && (
                <span className={mergeClasses(styles.due, standing.late > 0 && styles.late)}>
                  {words.due(due, today, null)}
                </span>
              )}
            </span>
            <span className={styles.title}>{request.title}</span>
          </button>
        )
      })}
    />
  )
}

interface Wanted {
  readonly request: RequestContent
  readonly response: ResponseContent
}

/** Those to answer, and those to sign off. */
function wantedOf(
  requests: ReadonlyMap<string, RequestContent>,
  responses: ReadonlyMap<string, ResponseContent>,
  { posts }: Snapshot,
  person: Person,
  today: Day,
): readonly Wanted[] {
  return [...requests.values()]
    .filter((request) => isAsked(request, today))
    .toSorted(compareRequests)
    .flatMap((request) =>
      request.organisations
        .map((organisation) => ({ request, response: responseOf(request, organisation, responses) }))
        .filter(({ response }) =>
          response.state === 'awaitingSignOff'
            ? isSigner(person, response, posts.values(), today)
            : isMissing(response) && !response.disowned && isOwnResponse(person, response, posts.values(), today),
        ),
    )
}
