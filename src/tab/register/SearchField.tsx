/**
 * The field that filters as one types, drawn like Fluent's and weighing a tenth of it: it is there before the first row,
 * and is drawn again with every key. Escape clears it; Down and Enter leave it for what was found.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { DismissRegular, SearchRegular } from '@fluentui/react-icons'
import type { KeyboardEvent, RefObject } from 'react'
import { focusRing, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  field: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    boxSizing: 'border-box',
    height: '32px',
    // A letter in it lays out nothing else of the page.
    contain: 'strict',
    gap: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalMNudge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    ':hover': { borderBottomColor: tokens.colorNeutralStrokeAccessibleHover },
    ':focus-within': {
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineColor: tokens.colorCompoundBrandStroke,
      outlineOffset: '-1px',
    },
  },
  icon: { flexShrink: '0', fontSize: tokens.fontSizeBase500, color: tokens.colorNeutralForeground3 },
  input: {
    ...type.row,
    flexGrow: '1',
    minWidth: '0',
    height: '100%',
    padding: '0',
    border: 'none',
    outlineStyle: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: '1' },
    '::-webkit-search-cancel-button': { display: 'none' },
  },
  clear: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: '0',
    width: '24px',
    height: '24px',
    padding: '0',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase500,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground2Hover },
    ':focus-visible': focusRing,
  },
  /** Keeps its place: what comes with the first letter would cost that letter's time. */
  none: { visibility: 'hidden' },
})

export interface SearchFieldProps {
  readonly className?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onLeave: () => void
  readonly inputRef: RefObject<HTMLInputElement | null>
}

export function SearchField({ className, value, onChange, onLeave, inputRef }: SearchFieldProps) {
  const words = useWords()
  const styles = useStyles()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && value !== '') onChange('')
    else if (event.key === 'ArrowDown' || event.key === 'Enter') onLeave()
    else return
    event.preventDefault()
  }
  return (
    <div className={mergeClasses(styles.field, className)}>
      <SearchRegular aria-hidden="true" className={styles.icon} />
      <input
        ref={inputRef}
        type="search"
        className={styles.input}
        aria-label={words.say('register.search')}
        placeholder={words.say('register.search')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button
        type="button"
        className={mergeClasses(styles.clear, value === '' && styles.none)}
        aria-label={words.say('register.search.clear')}
        onClick={() => {
          onChange('')
          inputRef.current?.focus()
        }}
      >
        <DismissRegular aria-hidden="true" />
      </button>
    </div>
  )
}
