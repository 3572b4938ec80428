/**
 * The quarterly access review of one organisation, in one dialog: of each person whether they keep it, and how the
 * material is made available to the staff. It says by when, and what comes of saying nothing.
 */

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { accessEndpoints, type ReviewAsked, type ReviewTold } from '../../contract/access.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { Result } from '../../domain/result.ts'
import type { AskProps } from '../ask/ask.ts'
import { useSender } from '../decide/deciding.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Notice } from '../shell/Notice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { useWords } from '../words.tsx'
import type { ReviewWanted } from './asked.ts'
import { AskFrame } from '../ask/AskFrame.tsx'
import { Close } from '../ask/Close.tsx'
import { ReviewForm } from './ReviewForm.tsx'
import { isAskedFor, nameOf } from './shown.ts'

export function AskReview({ session, group, about, onClose }: AskProps) {
  const words = useWords()
  const client = useQueryClient()
  const place = { key: group, review: about }
  const key = ['access', group, 'review', about]
  const read = useQuery({
    queryKey: key,
    queryFn: (): Promise<Result<ReviewAsked, ServiceRefusal>> => session.api.ask(accessEndpoints.accessReview, place),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  })
  const sender = useSender<ReviewWanted, ReviewTold>((request) =>
    session.api.ask(accessEndpoints.answerReview, place, request),
  )
  const { deciding } = sender
  const isRefused = deciding.state === 'refused'
  useEffect(() => {
    if (isRefused) void client.invalidateQueries({ queryKey: key })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each refusal
  }, [isRefused])

  if (read.isPending) return <Opening />
  if (read.isError) {
    return <FaultNotice fault={read.error} onAgain={() => void read.refetch()} tokens={session.tokens} />
  }
  if (!read.data.ok) {
    return (
      <Notice
        title={words.say('decide.nothing.title')}
        step={{ label: words.say('shell.again'), do: () => void read.refetch(), busy: read.isFetching }}
      >
        {words.refusal(read.data.error)}
      </Notice>
    )
  }
  const { review, names } = read.data.value
  if (deciding.state === 'decided') {
    const given = deciding.decided.people
    const count = (answer: string): number => given.filter((each) => each.answer === answer).length
    const isWhole = given.every((each) => each.answer !== null || !isAskedFor(each))
    return (
      <AskFrame
        session={session}
        group={group}
        title={words.say(isWhole ? 'access.review.done' : 'access.review.done.some')}
        lead={words.say('access.review.done.why', {
          kept: count('keep'),
          suspended: count('suspend'),
          revoked: count('revoke'),
        })}
        isOutcome
        foot={<Close onClose={onClose} settled={`review-${about}`} />}
      />
    )
  }
  const resource = nameOf({ name: names.resource, nameWelsh: names.resourceWelsh }, words.language)
  return (
    <ReviewForm
      session={session}
      group={group}
      review={review}
      organisation={names.organisation}
      resource={resource}
      sender={sender}
      onClose={onClose}
    />
  )
}
