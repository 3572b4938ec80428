/** The example to look around in, told apart from a real register by the line that stays above it. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import type { ActionId } from '../../domain/action.ts'
import { type } from '../design/scale.ts'
import { createOutbox } from '../outbox/outbox.ts'
import { RegisterView } from '../register/RegisterView.tsx'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { createExampleRegister } from './exampleregister.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%' },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { ...type.row, margin: '0', flex: '1 1 20rem', outlineStyle: 'none' },
  name: { fontWeight: tokens.fontWeightSemibold },
  register: { flexGrow: '1', minHeight: '0' },
})

export function ExamplePage({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const words = useWords()
  const styles = useStyles()
  const [register] = useState(() => {
    const { person, clock } = session
    return createOutbox(createExampleRegister(words, person, clock.today()), { clock, as, storage: null })
  })
  const [openAction, setOpenAction] = useState<ActionId | null>(null)
  const told = useRef<HTMLParagraphElement>(null)
  useEffect(() => told.current?.focus(), [])
  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Button icon={<ArrowLeft20Regular />} onClick={onClose}>
          {words.say('example.close')}
        </Button>
        <p ref={told} className={styles.text} tabIndex={-1}>
          <span className={styles.name}>{words.say('example.title')}</span> {words.say('example.text')}
        </p>
      </div>
      <div className={styles.register}>
        <RegisterView
          register={register}
          clock={session.clock}
          roles={ROLES}
          openAction={openAction}
          onOpenAction={setOpenAction}
          onImport={onClose}
        />
      </div>
    </div>
  )
}

const ROLES = [] as const
const as = () => 'coordinator' as const
