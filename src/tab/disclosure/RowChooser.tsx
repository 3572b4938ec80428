/** Which rows of the tracker go into the copy, each as it is now. */

import { Button, Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import type { DisclosureTold } from '../../contract/disclosure.ts'
import { plainText } from '../../domain/passage.ts'
import { compareReferences } from '../../domain/reference.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { useWords } from '../words.tsx'
import type { Sender } from './asking.ts'
import { useDisclosureStyles } from './disclosurestyles.ts'

export interface RowChooserProps {
  readonly request: DisclosureTold
  readonly snapshot: Snapshot
  readonly sender: Sender
  readonly onClose: () => void
}

export function RowChooser({ request, snapshot, sender, onClose }: RowChooserProps) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const all = [...snapshot.actions.values()].toSorted((a, b) => compareReferences(a.reference, b.reference))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(request.rows.length > 0 ? request.rows.map(({ action }) => action) : all.map(({ id }) => id)),
  )
  const { rows, withheld } = request
  const save = async (): Promise<void> => {
    const next = all.flatMap(({ id, version }) => {
      if (!chosen.has(id)) return []
      // What was looked at before stays as it was looked at then.
      return [rows.find(({ action }) => action === id) ?? { action: id, version }]
    })
    const kept = withheld.filter(({ action }) => chosen.has(action))
    if (await sender.change({ kind: 'prepare', seen: { rows, withheld }, rows: next, withheld: kept })) onClose()
  }
  return (
    <form
      className={styles.form}
      aria-label={words.say('disclosure.rows.choose')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p className={styles.quiet}>{words.say('disclosure.rows.why')}</p>
      <div className={styles.choices}>
        {all.map(({ id, reference, details }) => (
          <Checkbox
            key={id}
            label={`${reference} ${plainText(details).slice(0, 90)}`}
            checked={chosen.has(id)}
            onChange={(_, { checked }) => {
              const next = new Set(chosen)
              if (checked === true) next.add(id)
              else next.delete(id)
              setChosen(next)
            }}
          />
        ))}
      </div>
      <div className={styles.line}>
        <Button type="submit" appearance="primary" disabledFocusable={chosen.size === 0}>
          {words.say('disclosure.rows.take', { count: chosen.size })}
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          {words.say('disclosure.leave')}
        </Button>
      </div>
    </form>
  )
}
