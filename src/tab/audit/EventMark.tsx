/** The kind of access (Data Protection Act 2018, section 62): a shape and its word. */

import { makeStyles, tokens } from '@fluentui/react-components'
import {
  AddCircleRegular,
  DeleteRegular,
  DocumentMultipleRegular,
  EditRegular,
  EyeRegular,
  ShareRegular,
} from '@fluentui/react-icons'
import type { AuditEventKind } from '../../domain/record.ts'
import { useWords } from '../words.tsx'

const SHAPES: Record<AuditEventKind, typeof EyeRegular> = {
  collection: AddCircleRegular,
  alteration: EditRegular,
  consultation: EyeRegular,
  disclosure: ShareRegular,
  combination: DocumentMultipleRegular,
  erasure: DeleteRegular,
}

const useStyles = makeStyles({
  mark: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalSNudge, whiteSpace: 'nowrap' },
  shape: { flexShrink: '0', fontSize: tokens.fontSizeBase400, color: tokens.colorNeutralForeground2 },
})

export function EventMark({ event }: { readonly event: AuditEventKind }) {
  const styles = useStyles()
  const words = useWords()
  const Shape = SHAPES[event]
  return (
    <span className={styles.mark}>
      <Shape className={styles.shape} aria-hidden />
      {words.say(`audit.event.${event}`)}
    </span>
  )
}
