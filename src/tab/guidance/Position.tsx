/** What people have to go by: first of all whether it is agreed, interim, or nothing, in words and shape; then its words. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { GuidanceTold } from '../../contract/guidance.ts'
import { type } from '../design/scale.ts'
import { statusColour } from '../design/theme.ts'
import { useWords } from '../words.tsx'
import { useGuidanceStyles } from './guidancestyles.ts'
import { Paragraphs } from './Paragraphs.tsx'
import { StandingMark } from './StandingMark.tsx'

const useStyles = makeStyles({
  position: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingLeft: tokens.spacingHorizontalL,
    borderLeft: `4px solid ${tokens.colorNeutralStroke1}`,
  },
  agreed: { borderLeftColor: statusColour('GREEN') },
  /** Broken, so that it is told from what is agreed without its colour too. */
  interim: { borderLeftColor: statusColour('AMBER'), borderLeftStyle: 'dashed' },
  state: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: '0' },
})

export function Position({ guidance }: { readonly guidance: GuidanceTold }) {
  const styles = useStyles()
  const shared = useGuidanceStyles()
  const words = useWords()
  const { position, versions } = guidance
  const version = versions.find(({ number }) => number === position?.number)
  const coming = versions.find(({ standing }) => standing === 'toCome')
  const later = coming?.holdsFrom && (
    <p className={shared.quiet}>
      {words.say('guidance.position.coming', { number: coming.number, day: words.day(coming.holdsFrom) })}
    </p>
  )
  if (!position || !version) {
    return (
      <section className={styles.position} aria-label={words.say('guidance.position')}>
        <p className={styles.state}>
          <StandingMark look="none" word={words.say('guidance.position.none')} />
        </p>
        {later || <p className={shared.quiet}>{words.say('guidance.position.none.says')}</p>}
      </section>
    )
  }
  const isInterim = position.part === 'interim'
  const by = (isInterim ? version.interim?.by : version.agreed?.by)?.name ?? ''
  const facts = { number: version.number, day: words.day(position.from), name: by }
  const shown = isInterim ? version.interim : version
  return (
    <section
      className={mergeClasses(styles.position, isInterim ? styles.interim : styles.agreed)}
      aria-label={words.say('guidance.position')}
    >
      <p className={styles.state}>
        <StandingMark
          look={isInterim ? 'interim' : 'inForce'}
          word={words.say(isInterim ? 'guidance.position.interim' : 'guidance.position.inForce')}
        />
      </p>
      {shown && <Paragraphs text={shown.text} textWelsh={shown.textWelsh} />}
      <p className={shared.quiet}>
        {words.say(isInterim ? 'guidance.position.interim.says' : 'guidance.position.inForce.says', facts)}
      </p>
      {later}
    </section>
  )
}
