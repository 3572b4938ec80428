/** In an action's panel: what was asked and nobody has decided yet, and for who may, the way to decide it, or to record who did. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { Action } from '../../domain/action.ts'
import { askedOf, type Asked } from '../../domain/approval.ts'
import { isSamePerson } from '../../domain/appointment.ts'
import type { Day } from '../../domain/day.ts'
import type { Person, Role } from '../../domain/group.ts'
import { type } from '../design/scale.ts'
import { useOpenDecision } from '../shell/deciding.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  box: {
    ...type.row,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  words: { flex: '1 1 14rem', margin: '0', overflowWrap: 'anywhere' },
  who: { color: tokens.colorNeutralForeground2 },
})

export interface WaitsHereProps {
  readonly action: Action
  readonly me: Person
  readonly roles: readonly Role[]
  readonly today: Day
}

export function WaitsHere({ action, me, roles, today }: WaitsHereProps) {
  const styles = useStyles()
  const words = useWords()
  const openDecision = useOpenDecision()
  const isDecider = roles.includes('chair') || roles.includes('approver')
  return askedOf(action).map((asked) => {
    const by = askerOf(action, asked)
    const mayDecide = openDecision !== null && isDecider && !isSamePerson(by, me)
    const mayRecord = openDecision !== null && roles.includes('coordinator') && !isSamePerson(by, me)
    const label = words.say('decide.open.label', { reference: action.reference })
    const recordLabel = words.say('decide.outside.open.label', { reference: action.reference })
    return (
      <div key={asked.subject} className={styles.box}>
        <p className={styles.words}>
          {asked.kind === 'discharge'
            ? words.say('decide.waits.discharge')
            : words.say('decide.waits.extension', {
                to: action.extensionAsked ? words.dueStated(action.extensionAsked.to) : '',
              })}{' '}
          {by && (
            <span className={styles.who}>
              {words.say('decide.waits.askedBy', { name: by.name, ago: words.relativeDay(asked.askedOn, today) })}
            </span>
          )}
        </p>
        {mayDecide && (
          <Button appearance="primary" aria-label={label} onClick={() => openDecision(asked.subject, label)}>
            {words.say('decide.open')}
          </Button>
        )}
        {mayRecord && !mayDecide && (
          <Button aria-label={recordLabel} onClick={() => openDecision(asked.subject, recordLabel)}>
            {words.say('decide.outside.open')}
          </Button>
        )}
      </div>
    )
  })
}

/** As the row has it: good for showing, never for deciding. */
function askerOf({ discharge, extensionAsked }: Action, { kind }: Asked): Person | null {
  return (kind === 'discharge' ? discharge?.proposedBy : extensionAsked?.askedBy) ?? null
}
