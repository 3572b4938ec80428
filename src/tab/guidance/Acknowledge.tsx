/** "Read and understood", for each organisation that the reader is SPOC of and that hasn't said so of these words. */

import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Guidance, GuidanceTold } from '../../contract/guidance.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { useSender, type Place } from './asking.ts'
import { Trouble } from './FormFrame.tsx'

const useStyles = makeStyles({
  ask: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  question: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  note: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
})

export interface AcknowledgeProps {
  readonly place: Place
  readonly guidance: GuidanceTold
  readonly organisations: Guidance['organisations']
  readonly onDone?: (organisation: string) => void
}

export function Acknowledge({ place, guidance, organisations, onDone }: AcknowledgeProps) {
  const styles = useStyles()
  const words = useWords()
  const { sending, acknowledge } = useSender(place)
  const [done, setDone] = useState<string | null>(null)
  const { position, asksYou } = guidance
  const nameOf = (key: string): string => organisations.find((each) => each.key === key)?.name ?? key
  const send = async (organisation: string): Promise<void> => {
    if (!position || sending.state === 'saving') return
    const { number, part, hash } = position
    if (!(await acknowledge({ number, part, hash, organisation }))) return
    setDone(organisation)
    onDone?.(organisation)
  }
  return (
    <>
      {done !== null && (
        <MessageBar intent="success" layout="multiline" politeness="polite">
          <MessageBarBody>{words.say('guidance.ask.done', { organisation: nameOf(done) })}</MessageBarBody>
        </MessageBar>
      )}
      {asksYou.map((organisation) => (
        <section key={organisation} className={styles.ask}>
          <p className={styles.question}>{words.say('guidance.ask.title', { organisation: nameOf(organisation) })}</p>
          <Button
            appearance="primary"
            size="large"
            disabledFocusable={sending.state === 'saving'}
            onClick={() => void send(organisation)}
          >
            {sending.state === 'saving'
              ? words.say('guidance.ask.sending')
              : words.say('guidance.ask.do', {
                  organisation: organisations.find(({ key }) => key === organisation)?.shortName ?? organisation,
                })}
          </Button>
          <p className={styles.note}>{words.say('guidance.ask.note')}</p>
          <Trouble sending={sending} />
        </section>
      ))}
    </>
  )
}
