/** Around what Escape leaves: what is open inside (a list of choices) takes the key first. */

import { makeStyles } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({ around: { display: 'contents' } })

export function Escapes({ onEscape, children }: { readonly onEscape: () => void; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <div
      role="presentation"
      className={styles.around}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.stopPropagation()
        onEscape()
      }}
    >
      {children}
    </div>
  )
}
