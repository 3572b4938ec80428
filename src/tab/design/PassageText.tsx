/**
 * Text with its withheld passages as grey bars. What was withheld isn't there to be shown: a bar carries only the words
 * that stand in its place.
 */

import { makeStyles, tokens } from '@fluentui/react-components'
import { Fragment } from 'react'
import { parsePassages, type Passage } from '../../domain/passage.ts'
import { useWords } from '../words.tsx'
import { hiddenFromEyes } from './scale.ts'

const useStyles = makeStyles({
  bar: {
    backgroundColor: 'var(--withheldGround)',
    color: 'var(--withheldText)',
    borderRadius: tokens.borderRadiusSmall,
    paddingInline: tokens.spacingHorizontalSNudge,
    paddingBlock: '1px',
    boxDecorationBreak: 'clone',
    fontSize: tokens.fontSizeBase200,
    outlineStyle: 'solid',
    outlineWidth: '1px',
    outlineColor: 'var(--withheldEdge)',
    outlineOffset: '-1px',
    '@media (forced-colors: active)': { outlineColor: 'CanvasText' },
  },
  empty: { display: 'inline-block', width: '6em', height: '1em', verticalAlign: 'text-bottom' },
  hidden: hiddenFromEyes,
})

export function PassageText({ text }: { readonly text: string }) {
  const words = useWords()
  const styles = useStyles()
  return placed(text).map(([key, passage]) => {
    if (!passage.withheld) return <Fragment key={key}>{passage.text}</Fragment>
    const bare = passage.text.trim() === ''
    return (
      <span key={key} className={styles.bar}>
        <span className={styles.hidden}>{words.say('register.withheldNoWords')}: </span>
        {bare ? <span className={styles.empty} /> : passage.text}
      </span>
    )
  })
}

/** Passages by where they begin; one without words has its place too. */
function placed(text: string): (readonly [at: number, passage: Passage])[] {
  let at = 0
  return parsePassages(text).map((passage) => {
    const from = at
    at += passage.text.length + 1
    return [from, passage]
  })
}
