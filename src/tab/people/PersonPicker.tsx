/** Picks one person of the directory by the beginning of their name or address. Guests are there, and shown as guests. */

import { Badge, Combobox, Field, makeStyles, Option, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Person } from '../../domain/group.ts'
import { type } from '../design/scale.ts'
import type { FoundPerson, Session } from '../session.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  combobox: { minWidth: '0', width: '100%', '& input': { minWidth: '0', width: '100%' } },
  option: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  address: { ...type.label, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

/** Between the last key and the look. */
const SETTLES_MS = 200
const SHORTEST = 2

export interface PersonPickerProps {
  readonly session: Session
  readonly label: string
  readonly hint?: string
  readonly person: Person | null
  /** Null: nobody, or not yet. */
  readonly onPick: (person: Person | null) => void
  readonly problem: string | null
  readonly required?: boolean
  /** Told what is typed and isn't anybody yet. */
  readonly onTyped: (words: string) => void
}

type Search =
  | { readonly state: 'none' | 'searching' | 'fault' }
  | { readonly state: 'found'; readonly people: readonly FoundPerson[] }

export function PersonPicker(props: PersonPickerProps) {
  const { session, label, hint, person, onPick, problem, required = false, onTyped } = props
  const styles = useStyles()
  const words = useWords()
  const [text, setText] = useState(person?.name ?? '')
  const [wanted, setWanted] = useState('')
  const [search, setSearch] = useState<Search>({ state: 'none' })

  useEffect(() => {
    if (wanted.trim().length < SHORTEST) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      session.findPeople(wanted, stop.signal).then(
        (people) => !stop.signal.aborted && setSearch({ state: 'found', people }),
        () => !stop.signal.aborted && setSearch({ state: 'fault' }),
      )
    }, SETTLES_MS)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [session, wanted])

  const typed = (value: string): void => {
    setText(value)
    setWanted(value)
    setSearch({ state: value.trim().length < SHORTEST ? 'none' : 'searching' })
    onTyped(value.trim())
    onPick(null)
  }
  const people = search.state === 'found' ? search.people : []
  const said = {
    none: words.say('people.search'),
    searching: words.say('people.searching'),
    fault: words.say('people.searchFault'),
    found: people.length === 0 ? words.say('people.searchNone') : null,
  }[search.state]
  return (
    <Field label={label} hint={hint ?? null} validationMessage={problem} required={required}>
      <Combobox
        className={styles.combobox}
        freeform
        autoComplete="off"
        placeholder={words.say('people.search')}
        value={text}
        selectedOptions={person ? [person.objectId] : []}
        onChange={(event) => typed(event.target.value)}
        onOptionSelect={(_, { optionValue }) => {
          const found = people.find((each) => each.person.objectId === optionValue)
          if (!found) return
          setText(found.person.name)
          onTyped('')
          onPick(found.person)
        }}
      >
        {said !== null && (
          <Option disabled value="" text={said}>
            {said}
          </Option>
        )}
        {people.map((each) => (
          <Option key={each.person.objectId} value={each.person.objectId} text={each.person.name}>
            <span className={styles.option}>
              <span>{each.person.name}</span>
              {each.isGuest && (
                <Badge appearance="outline" color="informative" size="small">
                  {words.say('people.guest')}
                </Badge>
              )}
              <span className={styles.address}>{each.address}</span>
            </span>
          </Option>
        ))}
      </Combobox>
    </Field>
  )
}
