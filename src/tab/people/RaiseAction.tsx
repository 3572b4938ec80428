/**
 * One click for a vacancy: the action that asks for somebody, put to the organisation, for the next meeting. Its id
 * follows from the vacancy, so that it is raised once, whoever presses, and is found again.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { PostTold } from '../../contract/people.ts'
import type { ActionId } from '../../domain/action.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  problem: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
})

export interface RaiseActionProps {
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  readonly post: PostTold
  readonly onOpenAction: (action: ActionId) => void
  readonly tabIndex?: number
}

export function RaiseAction({ register, snapshot, post, onOpenAction, tabIndex }: RaiseActionProps) {
  const styles = useStyles()
  const words = useWords()
  const [problem, setProblem] = useState<string | null>(null)
  const id = post.vacancy
  if (id === null) return null
  const focus = tabIndex === undefined ? {} : { tabIndex }
  const raised = snapshot.actions.get(id)
  if (raised) {
    return (
      <Button size="small" appearance="subtle" {...focus} onClick={() => onOpenAction(raised.id)}>
        {words.say('people.openRaised', { reference: raised.reference })}
      </Button>
    )
  }
  const raise = async (): Promise<void> => {
    const organisation = snapshot.organisations.get(post.organisation)
    const name = organisation?.shortName ?? post.organisation
    const posting = await register.post({
      kind: 'addAction',
      id,
      details:
        post.role === 'spoc'
          ? words.say('people.raise.spoc', { organisation: name })
          : words.say('people.raise.post', { post: post.title, organisation: name }),
      actionKind: 'action',
      owners: organisation ? [{ organisation: organisation.key }] : [{ name }],
      parts: [],
      due: { kind: 'nextMeeting', words: words.say('people.raise.due') },
      origin: { kind: 'typed' },
    })
    if (posting.state === 'refused') {
      setProblem(words.say('people.notRaised', { why: words.refusal(posting.refusal) }))
    }
  }
  return (
    <>
      <Button size="small" {...focus} onClick={() => void raise()}>
        {words.say('people.raise')}
      </Button>
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
