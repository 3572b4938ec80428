/** How many working days are left to answer a request, in words; over, once it was. */

import { mergeClasses } from '@fluentui/react-components'
import type { DisclosureTold } from '../../contract/disclosure.ts'
import { useWords } from '../words.tsx'
import { useDisclosureStyles } from './disclosurestyles.ts'

export function DaysLeft({ request }: { readonly request: DisclosureTold }) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const { daysLeft, due, state, released, answered } = request
  const over = released?.on ?? answered?.on
  if (over !== undefined && (state === 'released' || state === 'answered')) {
    return words.say('disclosure.over', { day: words.day(over) })
  }
  const day = words.day(due)
  return (
    <span className={mergeClasses(daysLeft < 0 && styles.late)}>
      {daysLeft < 0
        ? words.say('disclosure.daysLate', { count: -daysLeft, day })
        : words.say('disclosure.daysLeft', { count: daysLeft, day })}
    </span>
  )
}
