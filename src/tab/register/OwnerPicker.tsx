/** Picks owners from the group's posts and organisations; a name from outside may stand beside them. */

import {
  Field,
  Tag,
  TagPicker,
  TagPickerControl,
  TagPickerGroup,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
  makeStyles,
  tokens,
} from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { Owner } from '../../domain/action.ts'
import { ownerWords } from '../../domain/owner.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

export interface OwnerPickerProps {
  readonly label: string
  readonly snapshot: Snapshot
  readonly owners: readonly Owner[]
  readonly onChange: (owners: readonly Owner[]) => void
  /** The sentence beside the field, where what was given is refused. */
  readonly problem?: string | undefined
  readonly disabled?: boolean
}

const useStyles = makeStyles({
  // Its own least width is wider than the columns that it stands in.
  control: { minWidth: '0', maxWidth: '100%' },
  option: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  beside: { ...type.label, color: tokens.colorNeutralForeground2 },
})

export function OwnerPicker({ label, snapshot, owners, onChange, problem, disabled = false }: OwnerPickerProps) {
  const words = useWords()
  const styles = useStyles()
  const [query, setQuery] = useState('')
  const choices = useMemo(() => choicesOf(snapshot), [snapshot])
  const chosen = owners.map(keyOf)
  const wanted = query.trim().toLowerCase()
  const shown = choices.filter((choice) => !chosen.includes(choice.key) && choice.searched.includes(wanted))
  const labelOf = (owner: Owner): string =>
    choices.find((choice) => choice.key === keyOf(owner))?.label ?? ownerWords(owner, snapshot)
  const outside = wanted === '' ? null : ({ name: query.trim() } as const)

  return (
    <Field label={label} validationMessage={problem ?? null}>
      <TagPicker
        disabled={disabled}
        selectedOptions={chosen}
        onOptionSelect={(_, { selectedOptions }) => {
          onChange(selectedOptions.map(ownerOf))
          setQuery('')
        }}
      >
        <TagPickerControl className={styles.control}>
          <TagPickerGroup aria-label={label}>
            {owners.map((owner) => (
              <Tag
                key={keyOf(owner)}
                value={keyOf(owner)}
                shape="rounded"
                dismissible
                dismissIcon={{ 'aria-label': words.say('add.owners.remove', { owner: labelOf(owner) }) }}
              >
                {labelOf(owner)}
              </Tag>
            ))}
          </TagPickerGroup>
          <TagPickerInput
            aria-label={label}
            placeholder={owners.length === 0 ? words.say('add.ownersPlaceholder') : ''}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </TagPickerControl>
        <TagPickerList>
          {shown.map((choice) => (
            <TagPickerOption key={choice.key} value={choice.key} text={choice.label} className={styles.option}>
              <span>{choice.label}</span> <span className={styles.beside}>{choice.beside}</span>
            </TagPickerOption>
          ))}
          {outside && (
            <TagPickerOption value={keyOf(outside)} text={outside.name}>
              {words.say('add.owners.outside', { name: outside.name })}
            </TagPickerOption>
          )}
        </TagPickerList>
      </TagPicker>
    </Field>
  )
}

interface Choice {
  readonly key: string
  readonly label: string
  readonly beside: string
  readonly searched: string
}

/** Organisations first: most work is a force's. A post says whose it is, and who holds it now. */
function choicesOf(snapshot: Snapshot): Choice[] {
  const organisations = [...snapshot.organisations.values()].map((organisation) => ({
    key: keyOf({ organisation: organisation.key }),
    label: organisation.shortName,
    beside: organisation.name === organisation.shortName ? '' : organisation.name,
    searched: [organisation.name, organisation.shortName, ...organisation.aliases].join('\n').toLowerCase(),
  }))
  const posts = [...snapshot.posts.values()].map((post) => ({
    key: keyOf({ post: post.key }),
    label: post.title,
    beside: post.holder?.name ?? '',
    searched: `${post.title}\n${post.holder?.name ?? ''}`.toLowerCase(),
  }))
  return [...organisations, ...posts]
}

function keyOf(owner: Owner): string {
  if ('organisation' in owner) return `organisation:${owner.organisation}`
  if ('post' in owner) return `post:${owner.post}`
  return `name:${owner.name}`
}

function ownerOf(key: string): Owner {
  const [kind, ...rest] = key.split(':')
  const value = rest.join(':')
  if (kind === 'organisation') return { organisation: value }
  return kind === 'post' ? { post: value } : { name: value }
}
