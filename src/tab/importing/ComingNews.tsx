/** What a further edition says of an action that is in the register: its news, and what it puts differently. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { EditionQuestion, Matched } from '../../documents/edition.ts'
import type { Owner } from '../../domain/action.ts'
import { ownerWords } from '../../domain/owner.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { EntryList } from './EntryList.tsx'

const useStyles = makeStyles({
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalM },
  reference: { ...type.title },
  facts: { color: tokens.colorNeutralForeground2 },
  details: { margin: `${tokens.spacingVerticalXS} 0 0`, whiteSpace: 'pre-wrap', color: tokens.colorNeutralForeground2 },
  offer: {
    display: 'grid',
    gap: tokens.spacingHorizontalXS,
    justifyItems: 'start',
    marginTop: tokens.spacingVerticalMNudge,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  name: { ...type.label, color: tokens.colorNeutralForeground2, margin: 0 },
  words: { margin: 0, whiteSpace: 'pre-wrap' },
})

export interface ComingNewsProps {
  readonly match: Matched
  readonly snapshot: Snapshot
  readonly onTake: (question: EditionQuestion) => void
}

export function ComingNews({ match, snapshot, onTake }: ComingNewsProps) {
  const styles = useStyles()
  const words = useWords()
  const { action, imported, newUpdates, sameUpdates, rewording, owners, statusTurn, taken } = match
  const name = (all: readonly Owner[]): string =>
    all.length === 0 ? words.say('importing.noOwners') : words.list(all.map((owner) => ownerWords(owner, snapshot)))
  const facts = [
    newUpdates.length > 0
      ? words.say('importing.news.entries', { count: newUpdates.length })
      : words.say('importing.news.none'),
    ...(sameUpdates.length > 0 ? [words.say('importing.news.same', { count: sameUpdates.length })] : []),
    ...(statusTurn === 'forwards' || (statusTurn === 'backwards' && taken.has('reopen'))
      ? [words.say('importing.news.turns', { status: words.say(`status.${imported.status}`) })]
      : []),
    ...(match.by === 'wording' ? [words.say('importing.news.byWording')] : []),
  ]
  return (
    <>
      <div className={styles.top}>
        <span className={styles.reference}>{action.reference}</span>
        <span className={styles.facts}>{facts.join(' · ')}</span>
      </div>
      <p className={styles.details}>
        <PassageText text={action.details} />
      </p>
      <EntryList
        label={words.say('importing.news')}
        updates={newUpdates.map(({ update }) => update)}
        corrections={new Set(newUpdates.flatMap(({ update, corrects }) => (corrects ? [update] : [])))}
      />
      {rewording && (
        <div className={styles.offer}>
          <p className={styles.name}>
            {words.say(taken.has('reword') ? 'importing.reworded.taken' : 'importing.reworded')}
          </p>
          {rewording.details && (
            <p className={styles.words}>
              <PassageText text={rewording.details.to} />
            </p>
          )}
          {rewording.parts.map((part) => (
            <p key={part.letter} className={styles.words}>
              ({part.letter}) <PassageText text={part.to} />
            </p>
          ))}
          {!taken.has('reword') && (
            <Button size="small" onClick={() => onTake('reword')}>
              {words.say('importing.reworded.take')}
            </Button>
          )}
        </div>
      )}
      {owners && (
        <div className={styles.offer}>
          <p className={styles.name}>
            {words.say(taken.has('reassign') ? 'importing.owners.taken' : 'importing.owners.other')}
          </p>
          <p className={styles.words}>
            {words.say('importing.owners.change', { from: name(owners.from), to: name(owners.to) })}
          </p>
          {!taken.has('reassign') && (
            <Button size="small" onClick={() => onTake('reassign')}>
              {words.say('importing.owners.take')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
