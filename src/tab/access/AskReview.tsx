/**
 * The quarterly access review of one organisation, in one dialog: of each person whether they keep it, and how the
 * material is made available to the staff. It says by when, and what comes of saying nothing.
 */

import { accessEndpoints, type ReviewTold } from '../../contract/access.ts'
import type { AskProps } from '../ask/ask.ts'
import { useAsked } from '../ask/asked.tsx'
import { useSender } from '../decide/deciding.ts'
import { useWords } from '../words.tsx'
import type { ReviewWanted } from './asked.ts'
import { AskFrame } from '../ask/AskFrame.tsx'
import { Close } from '../ask/Close.tsx'
import { ReviewForm } from './ReviewForm.tsx'
import { isAskedFor, nameOf } from './shown.ts'

export function AskReview({ session, group, about, onClose }: AskProps) {
  const words = useWords()
  const place = { key: group, review: about }
  const sender = useSender<ReviewWanted, ReviewTold>((request) =>
    session.api.ask(accessEndpoints.answerReview, place, request),
  )
  const { deciding } = sender
  const { told, instead } = useAsked({
    session,
    key: ['access', group, 'review', about],
    ask: () => session.api.ask(accessEndpoints.accessReview, place),
    sending: deciding,
  })
  if (instead) return instead
  const { review, names } = told
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
