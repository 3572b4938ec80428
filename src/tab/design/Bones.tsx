/** Grey shapes where something will stand that is still on its way: what it will look like, before there is any of it. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  bone: {
    height: '12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralStencil1,
    animationName: { '50%': { opacity: '0.5' } },
    animationDuration: '2s',
    animationIterationCount: 'infinite',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  round: { width: '16px', height: '16px', flexShrink: '0', borderRadius: tokens.borderRadiusCircular },
})

export interface BonesProps {
  /** What is on its way. */
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
}

export function Bones({ label, className, children }: BonesProps) {
  return (
    <div className={className} role="progressbar" aria-busy aria-label={label}>
      {children}
    </div>
  )
}

/** One line of words of some width; without one, a shape such as a status'. */
export function Bone({ width }: { readonly width?: string }) {
  const styles = useStyles()
  return <div className={mergeClasses(styles.bone, width === undefined && styles.round)} style={{ width }} />
}
