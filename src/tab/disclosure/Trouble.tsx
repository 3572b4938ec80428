/** What became of the last press, where it didn't do what was asked. */

import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useWords } from '../words.tsx'
import type { Sending } from './asking.ts'

export function Trouble({ sending }: { readonly sending: Sending }) {
  const words = useWords()
  if (sending.state !== 'refused' && sending.state !== 'unreachable') return null
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        {sending.state === 'refused' ? words.refusal(sending.refusal) : words.say('disclosure.unreachable')}
      </MessageBarBody>
    </MessageBar>
  )
}
