/** What is known of each group: read by whoever holds a post, kept by the information asset owner; below, what was counted before. */

import { Button, Link, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { IncidentBook, ProfileTold } from '../../contract/incidents.ts'
import type { Day } from '../../domain/day.ts'
import { totalOf, type IncidentCounts } from '../../domain/incidentcount.ts'
import { RISK_LEVELS } from '../../domain/profile.ts'
import { type } from '../design/scale.ts'
import { statusColour } from '../design/theme.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import type { Organisations } from '../../domain/incidenttable.ts'
import { Openings } from './Openings.tsx'
import { ProfileForm } from './ProfileForm.tsx'

const useStyles = makeStyles({
  profiles: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  why: { ...type.label, margin: '0', flexGrow: '1', color: tokens.colorNeutralForeground2 },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 22rem), 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
    listStyleType: 'none',
    margin: '0',
    padding: '0',
  },
  profile: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    minWidth: '0',
    overflowWrap: 'anywhere',
  },
  ended: shorthands.borderStyle('dashed'),
  wide: { gridColumn: '1 / -1' },
  name: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: '0', flexGrow: '1' },
  risk: { ...type.label, display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  mark: { flexShrink: '0' },
  text: { margin: '0', whiteSpace: 'pre-wrap' },
  quiet: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  term: { ...type.label, margin: '0', fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  links: { listStyleType: 'none', margin: '0', padding: '0' },
})

export interface ProfilesProps {
  readonly session: Session
  readonly group: string
  readonly book: IncidentBook
  readonly counts: IncidentCounts
  readonly organisations: Organisations
  readonly since: Day
}

export function Profiles({ session, group, book, counts, organisations, since }: ProfilesProps) {
  const words = useWords()
  const styles = useStyles()
  const [editing, setEditing] = useState<string | null>(null)
  const risk = ({ risk: level }: ProfileTold): number => RISK_LEVELS.indexOf(level)
  const profiles = book.profiles.toSorted(
    (a, b) =>
      Number(a.ended !== null) - Number(b.ended !== null) ||
      risk(b) - risk(a) ||
      a.name.localeCompare(b.name, words.language),
  )
  return (
    <div className={styles.profiles}>
      <div className={styles.line}>
        <p className={styles.why}>{words.say('incidents.profiles.why')}</p>
        {book.isKeeper && editing !== 'new' && (
          <Button size="small" icon={<AddRegular />} onClick={() => setEditing('new')}>
            {words.say('incidents.profiles.add')}
          </Button>
        )}
      </div>
      {editing === 'new' && (
        <ProfileForm session={session} group={group} profile={null} onLeave={() => setEditing(null)} />
      )}
      {profiles.length === 0 && <p className={styles.quiet}>{words.say('incidents.profiles.none')}</p>}
      <ul className={styles.list} aria-label={words.say('incidents.section.profiles')}>
        {profiles.map((profile) =>
          editing === profile.key ? (
            <li key={profile.key} className={styles.wide}>
              <ProfileForm session={session} group={group} profile={profile} onLeave={() => setEditing(null)} />
            </li>
          ) : (
            <li key={profile.key} className={mergeClasses(styles.profile, profile.ended !== null && styles.ended)}>
              <div className={styles.line}>
                <h2 className={styles.name}>{profile.name}</h2>
                <span className={styles.risk}>
                  <RiskMark level={RISK_LEVELS.indexOf(profile.risk)} />
                  {words.say(`incidents.profile.risk.${profile.risk}`)}
                </span>
              </div>
              {profile.aliases.length > 0 && <p className={styles.quiet}>{profile.aliases.join(' · ')}</p>}
              {profile.ended && (
                <p className={styles.quiet}>
                  {words.say('incidents.profile.ended', {
                    day: words.day(profile.ended.day),
                    reason: profile.ended.reason,
                  })}
                </p>
              )}
              <p className={styles.text}>{profile.area}</p>
              {profile.redLines !== '' && (
                <>
                  <h3 className={styles.term}>{words.say('incidents.profile.redLines')}</h3>
                  <p className={styles.text}>{profile.redLines}</p>
                </>
              )}
              {profile.links.length > 0 && (
                <ul className={styles.links} aria-label={words.say('incidents.profile.links')}>
                  {profile.links.map((link) => (
                    <li key={link}>
                      <Link href={link} target="_blank" rel="noreferrer noopener">
                        {link.replace(/^https?:\/\//, '')}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
              <div className={styles.line}>
                <p className={styles.why}>
                  {words.say('incidents.profiles.count', {
                    count: totalOf(counts.byProfile.get(profile.key) ?? { told: 0, found: 0, before: 0 }),
                    day: words.day(since),
                  })}
                  {'. '}
                  {words.say('incidents.profile.changed', {
                    name: profile.changed.by.name,
                    day: words.day(profile.changed.day),
                  })}
                </p>
                {book.isKeeper && (
                  <Button size="small" onClick={() => setEditing(profile.key)}>
                    {words.say('incidents.profile.edit')}
                  </Button>
                )}
              </div>
            </li>
          ),
        )}
      </ul>
      <Openings session={session} group={group} book={book} organisations={organisations} />
    </div>
  )
}

/** One, two or three bars: the word beside it says the same. */
function RiskMark({ level }: { readonly level: number }) {
  const styles = useStyles()
  const colour = statusColour(level === 2 ? 'RED' : level === 1 ? 'AMBER' : 'CLOSED')
  return (
    <svg className={styles.mark} width="14" height="14" viewBox="0 0 14 14" aria-hidden>
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={bar * 5}
          y={9 - bar * 4}
          width="3.5"
          height={5 + bar * 4}
          fill={bar <= level ? colour : 'none'}
          stroke={colour}
          strokeWidth="0.8"
        />
      ))}
    </svg>
  )
}
