/** What is withheld of a request's rows, each with its ground and the words in its place. */

import { Button } from '@fluentui/react-components'
import type { DisclosureTold } from '../../contract/disclosure.ts'
import { groundWords, type Ground } from '../../domain/grounds.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { useWords } from '../words.tsx'
import type { Sender } from './asking.ts'
import { useDisclosureStyles } from './disclosurestyles.ts'

export interface WithheldListProps {
  readonly request: DisclosureTold
  readonly snapshot: Snapshot
  readonly grounds: readonly Ground[]
  readonly mayChange: boolean
  readonly sender: Sender
}

export function WithheldList({ request, snapshot, grounds, mayChange, sender }: WithheldListProps) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const { rows, withheld } = request
  if (withheld.length === 0) return null
  const show = (id: string): void => {
    const rest = withheld.filter((each) => each.id !== id)
    void sender.change({ kind: 'prepare', seen: { rows, withheld }, rows, withheld: rest })
  }
  return (
    <section className={styles.block} aria-labelledby="disclosure-withheld">
      <h2 className={styles.heading} id="disclosure-withheld">
        {words.say('disclosure.withheld', { count: withheld.length })}
      </h2>
      <ul className={styles.list}>
        {withheld.map((each) => {
          const reference = snapshot.actions.get(each.action)?.reference ?? ''
          return (
            <li key={each.id} className={`${styles.item} ${styles.line}`}>
              <span className={styles.quiet}>
                {words.say('disclosure.withheld.line', {
                  reference,
                  where:
                    each.column === null
                      ? words.say('disclosure.withhold.row')
                      : words.say(`exporting.column.${each.column}`),
                  ground: groundWords(grounds, each.ground, words.language),
                  words: each.words,
                })}
              </span>
              {mayChange && (
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={words.say('disclosure.withheld.lift', { reference })}
                  onClick={() => show(each.id)}
                >
                  {words.say('disclosure.withheld.show')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
