/**
 * Takes the tracker out: what one sees or everything, as Word or Excel. Reads the histories when it is told to make the
 * file; without them there is none, for a tracker that lacks its updates would be wrong.
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
  Spinner,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { chooseActions, makeFileName, makeMarkingWords } from '../../documents/export/table.ts'
import type { ActionId, Update } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { download, makeFile, type MakeRequest } from './making.ts'

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

type State = 'asking' | 'making' | 'unreachable' | 'failed'

export function ExportDialog({ snapshot, shown, today, histories, onClose, onMade }: ExportDialogProps) {
  const words = useWords()
  const styles = useStyles()
  const [which, setWhich] = useState<'view' | 'all'>(shown.length > 0 ? 'view' : 'all')
  const [colours, setColours] = useState(false)
  const [state, setState] = useState<State>('asking')
  const total = snapshot.actions.size
  const actions = chooseActions(snapshot, which === 'view' ? shown : undefined)
  const marking = makeMarkingWords(snapshot, actions)

  const make = async (format: MakeRequest['format']): Promise<void> => {
    setState('making')
    const read = await histories().catch(() => null)
    if (read === null) return setState('unreachable')
    const ids = actions.map((action) => action.id)
    const name = makeFileName(snapshot.group.key, today, format)
    try {
      const request = { snapshot, histories: read, format, language: words.language, today, actions: ids, colours }
      download(await makeFile(request), name)
      onMade(words.say('exporting.made', { file: name }))
    } catch {
      setState('failed')
    }
  }

  const isMaking = state === 'making'
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
            <div role="status">{isMaking && <Spinner size="tiny" label={words.say('exporting.making')} />}</div>
            {(state === 'unreachable' || state === 'failed') && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{words.say(`exporting.${state}`)}</MessageBarBody>
              </MessageBar>
            )}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={isMaking} onClick={() => void make('docx')}>
              {words.say('exporting.word')}
            </Button>
            <Button disabledFocusable={isMaking} onClick={() => void make('xlsx')}>
              {words.say('exporting.excel')}
            </Button>
            <Button appearance="subtle" onClick={onClose}>
              {words.say('exporting.cancel')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
