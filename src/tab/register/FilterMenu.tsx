/** All facets at once, each value with how many it would let through; loaded when it is first opened. */

import { Checkbox, makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { Snapshot } from '../../domain/snapshot.ts'
import { FACETS, toggleFacet, type GridView } from '../../domain/view.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { countFacet } from './facets.ts'
import { valueOrder, valueWords } from './facetwords.ts'
import type { Row } from './rows.ts'

const useStyles = makeStyles({
  facets: { width: '640px', maxWidth: '100%', columnWidth: '190px', columnGap: tokens.spacingHorizontalL },
  facet: { breakInside: 'avoid', border: 'none', margin: '0', padding: '0', paddingBottom: tokens.spacingVerticalM },
  name: { ...type.label, padding: '0', fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  value: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', minHeight: '28px' },
  box: { minWidth: '0' },
  count: { ...type.label, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

export interface FilterMenuProps {
  readonly view: GridView
  readonly onView: (view: GridView) => void
  readonly all: readonly Row[]
  readonly snapshot: Pick<Snapshot, 'organisations' | 'meetings'>
}

export function FilterMenu({ view, onView, all, snapshot }: FilterMenuProps) {
  const words = useWords()
  const styles = useStyles()
  const { scope, words: sought } = view
  /** A value stays in its place while others are chosen, even where they leave it nothing. */
  const there = useMemo(
    () => FACETS.map((facet) => [facet, countFacet(all, { scope, words: sought, facets: {} }, facet)] as const),
    [all, scope, sought],
  )
  const facets = there
    .map(([facet, values]) => {
      const chosen = view.facets[facet] ?? []
      const shown = [...new Set([...values.keys(), ...chosen])].toSorted(valueOrder(facet, snapshot))
      return { facet, chosen, shown }
    })
    // What all have in common is nothing to choose by.
    .filter(({ shown, chosen }) => shown.length > 1 || chosen.length > 0)
  if (facets.length === 0) return <p>{words.say('view.filter.nothing')}</p>
  return (
    <div className={styles.facets}>
      {facets.map(({ facet, chosen, shown }) => {
        const counts = countFacet(all, view, facet)
        return (
          <fieldset key={facet} className={styles.facet}>
            <legend className={styles.name}>{words.say(`view.facet.${facet}`)}</legend>
            {shown.map((value) => (
              <div key={value} className={styles.value}>
                <Checkbox
                  className={styles.box}
                  checked={chosen.includes(value)}
                  label={valueWords(facet, value, snapshot, words)}
                  onChange={() => onView(toggleFacet(view, facet, value))}
                />
                <span className={styles.count}>{words.number(counts.get(value) ?? 0)}</span>
              </div>
            ))}
          </fieldset>
        )
      })}
    </div>
  )
}
