/**
 * Takes the tracker out: what one sees or everything, as Word or Excel. Reads the histories when it is told to make the
 * file; without them there is none, for a tracker that lacks its updates would be wrong. Cancelling stops what is being
 * made, and leaves one where one was.
 */

import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { chooseActions, makeFileName, makeMarkingWords } from '../../documents/export/table.ts'
import type { ActionId, Update } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { MakingLine } from './MakingLine.tsx'
import { useMaking } from './useMaking.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '26rem' },
  content: { display: 'grid', gap: tokens.spacingVerticalM },
  marked: { ...type.label, margin: 0, color: tokens.colorNeutralForeground2 },
})

export interface ExportDialogProps {
  readonly snapshot: Snapshot
  /** What one sees, in its order. */
  readonly shown: readonly ActionId[]
  readonly today: Day
  readonly histories: () => Promise<ReadonlyMap<ActionId, readonly Update[]>>
  readonly onClose: () => void
  /** With what is to be said about it. */
  readonly onMade: (words: string) => void
}

export function ExportDialog({ snapshot, shown, today, histories, onClose, onMade }: ExportDialogProps) {
  const words = useWords()
  const styles = useStyles()
  const [which, setWhich] = useState<'view' | 'all'>(shown.length > 0 ? 'view' : 'all')
  const [colours, setColours] = useState(false)
  const [problem, setProblem] = useState<'unreachable' | 'failed' | null>(null)
  const { isMaking, share, make, stop } = useMaking()
  const total = snapshot.actions.size
  const actions = chooseActions(snapshot, which === 'view' ? shown : undefined)
  const ids = actions.map((action) => action.id)
  const marking = makeMarkingWords(snapshot, actions)

  const take = async (format: 'docx' | 'xlsx'): Promise<void> => {
    setProblem(null)
    const file = makeFileName(snapshot.group.key, today, format)
    const became = await make(async () => {
      const source = { kind: 'tracker', snapshot, histories: await histories(), today, actions: ids, colours } as const
      return { source, format, language: words.language }
    }, file)
    if (became === 'made') onMade(words.say('exporting.made', { file }))
    else if (became !== 'stopped') setProblem(became === 'unread' ? 'unreachable' : 'failed')
  }

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface} lang={words.language}>
        <DialogBody>
          <DialogTitle>{words.say('exporting.heading')}</DialogTitle>
          <DialogContent className={styles.content}>
            {shown.length > 0 && shown.length < total && (
              <Field label={words.say('exporting.which')}>
                <RadioGroup value={which} onChange={(_, data) => setWhich(data.value === 'all' ? 'all' : 'view')}>
                  <Radio value="view" label={words.say('exporting.which.view', { count: shown.length })} />
                  <Radio value="all" label={words.say('exporting.which.all', { count: total })} />
                </RadioGroup>
              </Field>
            )}
            <Field hint={words.say('exporting.status.hint')}>
              <Checkbox
                label={words.say('exporting.status')}
                checked={colours}
                onChange={(_, data) => setColours(data.checked === true)}
              />
            </Field>
            <p className={styles.marked}>{words.say('exporting.marked', { marking })}</p>
            <div role="status">{isMaking && <MakingLine share={share} />}</div>
            {problem !== null && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{words.say(`exporting.${problem}`)}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={isMaking} onClick={() => void take('docx')}>
              {words.say('exporting.word')}
            </Button>
            <Button disabledFocusable={isMaking} onClick={() => void take('xlsx')}>
              {words.say('exporting.excel')}
            </Button>
            <Button appearance="subtle" onClick={isMaking ? stop : onClose}>
              {words.say('exporting.cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
