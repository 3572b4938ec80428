/**
 * What is begun in a panel, for everything in it: one form at a time, each opening where it belongs. Buttons are quiet
 * until somebody points at what they change, or reaches it by keyboard; a touch screen shows them always.
 */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons'
import { createContext, use, type ReactElement, type ReactNode } from 'react'
import type { Update } from '../../domain/action.ts'
import { useWords } from '../words.tsx'
import type { Begun, Deed } from './deeds.ts'
import { titleOf } from './deedwords.ts'

export interface Acting {
  /** Where the open form stands; null where none is open. */
  readonly place: string | null
  readonly form: ReactNode
  readonly offers: (deed: Deed) => boolean
  /** @param opener has the focus again afterwards */
  readonly begin: (begun: Begun, opener: HTMLElement | null) => void
}

const ActingContext = createContext<Acting | null>(null)

export function ActingProvider({ acting, children }: { readonly acting: Acting; readonly children: ReactNode }) {
  return <ActingContext value={acting}>{children}</ActingContext>
}

export function useActing(): Acting {
  const acting = use(ActingContext)
  if (acting === null) throw new Error('There is no panel around this.')
  return acting
}

/** The form that was begun, if this is its place. */
export function FormAt({ place }: { readonly place: string }) {
  const acting = useActing()
  return acting.place === place ? acting.form : null
}

const useStyles = makeStyles({
  reveals: {
    '& [data-quiet]': { opacity: '0' },
    '&:hover [data-quiet], &:focus-within [data-quiet]': { opacity: '1' },
    '@media (hover: none)': { '& [data-quiet]': { opacity: '1' } },
  },
  /** Of a section its heading's button alone: what is in it has its own. */
  headed: {
    '& > :first-child [data-quiet]': { opacity: '0' },
    '&:hover > :first-child [data-quiet], &:focus-within > :first-child [data-quiet]': { opacity: '1' },
    '@media (hover: none)': { '& > :first-child [data-quiet]': { opacity: '1' } },
  },
  small: { '& svg': { width: '16px', height: '16px' } },
  /** As high as a target must be, without making its line higher. */
  icon: {
    minWidth: '24px',
    width: '24px',
    height: '24px',
    padding: '0',
    marginBlock: `calc(-1 * ${tokens.spacingVerticalXS})`,
    flexShrink: '0',
  },
})

/** For what holds quiet buttons: a line, or a section with one beside its heading. */
export function useReveals(of: 'line' | 'section' = 'line'): string {
  const styles = useStyles()
  return of === 'line' ? styles.reveals : styles.headed
}

export interface DeedButtonProps {
  readonly deed: Deed
  readonly about?: string | null
  readonly entry?: Update
  readonly icon?: ReactElement
  /** Shown always, in words. Otherwise a quiet icon. */
  readonly children?: ReactNode
  readonly className?: string
}

export function DeedButton({ deed, about = null, entry, icon, children, className }: DeedButtonProps) {
  const words = useWords()
  const styles = useStyles()
  const acting = useActing()
  if (!acting.offers(deed)) return null
  const begun = { deed, about, ...(entry ? { entry } : {}) }
  const title = titleOf(begun, words)
  return (
    <Button
      appearance="subtle"
      size="small"
      icon={icon ?? <EditRegular />}
      className={mergeClasses(styles.small, children === undefined && styles.icon, className)}
      {...(children === undefined ? { 'aria-label': title, title, 'data-quiet': '' } : {})}
      onClick={(event) => acting.begin(begun, event.currentTarget)}
    >
      {children}
    </Button>
  )
}
