/** Every key of the register on one sheet, from the same table that the handlers use, and the switch for single letters. */

import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Switch,
  tokens,
} from '@fluentui/react-components'
import { Fragment, useState, type ReactNode } from 'react'
import type { Words } from '../../words/words.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { areLettersOn, KEY_NAMES, KEY_PLACES, KEYS, setLettersOn } from './keys.ts'

const useStyles = makeStyles({
  surface: { maxWidth: '52rem' },
  places: {
    columnWidth: '20rem',
    columnGap: tokens.spacingHorizontalXXL,
    marginBottom: tokens.spacingVerticalM,
  },
  place: { breakInside: 'avoid-column', marginBottom: tokens.spacingVerticalL },
  heading: {
    ...type.label,
    fontWeight: tokens.fontWeightSemibold,
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground2,
  },
  table: { width: '100%', borderCollapse: 'collapse' },
  does: {
    ...type.row,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXXS} 0`,
  },
  keys: {
    ...type.row,
    textAlign: 'right',
    whiteSpace: 'nowrap',
    padding: `${tokens.spacingVerticalXXS} 0`,
    verticalAlign: 'top',
  },
  cap: {
    ...type.label,
    display: 'inline-block',
    minWidth: '12px',
    padding: `0 ${tokens.spacingHorizontalSNudge}`,
    textAlign: 'center',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderBottomWidth: '2px',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
})

export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const styles = useStyles()
  const [letters, setLetters] = useState(areLettersOn)
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface} lang={words.language}>
        <DialogBody>
          <DialogTitle>{words.say('keys.title')}</DialogTitle>
          <DialogContent>
            <div className={styles.places}>
              {KEY_PLACES.map((place) => (
                <section key={place} className={styles.place}>
                  <h3 id={`keys-${place}`} className={styles.heading}>
                    {words.say(`keys.place.${place}`)}
                  </h3>
                  <table className={styles.table} aria-labelledby={`keys-${place}`}>
                    <tbody>
                      {KEY_NAMES.filter((name) => KEYS[name].place === place).map((name) => (
                        <tr key={name}>
                          <th scope="row" className={styles.does}>
                            {words.say(`keys.${name}`)}
                          </th>
                          <td className={styles.keys}>
                            {KEYS[name].keys.map((chord, index) => (
                              <Fragment key={chord}>
                                {index > 0 && ` ${words.say('keys.or')} `}
                                <Chord chord={chord} words={words} className={styles.cap} />
                              </Fragment>
                            ))}
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </section>
              ))}
            </div>
            <Field hint={words.say('keys.lettersHint')}>
              <Switch
                checked={letters}
                label={words.say('keys.letters')}
                onChange={(_, { checked }) => {
                  setLettersOn(checked)
                  setLetters(checked)
                }}
              />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={onClose}>
              {words.say('keys.close')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

/** What is drawn on keyboards, in whatever language; what isn't there is its own sign. */
const CAPS: Readonly<Record<string, string>> = { Escape: 'Esc', PageDown: 'Page Down', PageUp: 'Page Up' }
/** Drawn as arrows, and said in words. */
const ARROWS = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→' } as const
const ARROW_NAMES = Object.keys(ARROWS) as readonly (keyof typeof ARROWS)[]

function Chord({ chord, words, className }: { chord: string; words: Words; className: string }) {
  return chord.split('+').map((part, index) => (
    <Fragment key={part}>
      {index > 0 && ' + '}
      <kbd className={className}>{capOf(part, words)}</kbd>
    </Fragment>
  ))
}

function capOf(part: string, words: Words): ReactNode {
  const arrow = ARROW_NAMES.find((name) => name === part)
  if (arrow) {
    return (
      <span role="img" aria-label={words.say(`keys.cap.${arrow}`)}>
        {ARROWS[arrow]}
      </span>
    )
  }
  if (part === ' ') return words.say('keys.cap.Space')
  return CAPS[part] ?? (part.length === 1 ? part.toUpperCase() : part)
}
