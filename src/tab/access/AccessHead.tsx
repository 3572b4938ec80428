/** Above the views: which resource, its marking, how many have access and what is next; and what the reader may begin. */

import { Button, makeStyles, Select, tokens } from '@fluentui/react-components'
import { AddRegular, ArrowDownloadRegular, SettingsRegular } from '@fluentui/react-icons'
import type { AccessRegister, NominationTold, ResourceTold } from '../../contract/access.ts'
import type { AccessStanding } from '../../domain/access.ts'
import type { Day } from '../../domain/day.ts'
import type { Marking } from '../../domain/group.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { Beside } from './BesideAccess.tsx'
import { nameOf } from './shown.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  title: { ...type.title, margin: '0' },
  lead: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  grow: { flexGrow: '1' },
})

export interface AccessHeadProps {
  readonly access: AccessRegister
  readonly resource: ResourceTold
  /** Of this resource, as they stand now. */
  readonly now: readonly NominationTold[]
  readonly marking: Marking
  readonly today: Day
  readonly onResource: (resource: string) => void
  readonly onBegin: (beside: Beside) => void
}

export function AccessHead({ access, resource, now, marking, today, onResource, onBegin }: AccessHeadProps) {
  const styles = useStyles()
  const words = useWords()
  const count = (...standings: readonly AccessStanding[]): number =>
    now.filter(({ standing }) => standings.includes(standing)).length
  const [active, suspended] = [count('active'), count('suspended')]
  const waiting = count('waitsForApprover', 'waitsForOwner')
  const next = { day: words.day(resource.nextReview), ago: words.relativeDay(resource.nextReview, today) }
  return (
    <>
      <div className={styles.line}>
        <h1 className={styles.title}>{words.say('access.title')}</h1>
        {access.resources.length > 1 ? (
          <Select
            size="small"
            aria-label={words.say('access.resource')}
            value={resource.key}
            onChange={(_, data) => onResource(data.value)}
          >
            {access.resources.map((each) => (
              <option key={each.key} value={each.key}>
                {nameOf(each, words.language)}
              </option>
            ))}
          </Select>
        ) : (
          <span className={styles.lead}>{nameOf(resource, words.language)}</span>
        )}
        <span className={styles.grow} />
        <MarkingMark marking={marking} />
        {access.mayExport && (
          <Button size="small" icon={<ArrowDownloadRegular />} onClick={() => onBegin({ kind: 'export' })}>
            {words.say('access.export')}
          </Button>
        )}
        {access.maySetUp && (
          <Button size="small" icon={<SettingsRegular />} onClick={() => onBegin({ kind: 'setUp' })}>
            {words.say('access.setUp')}
          </Button>
        )}
        {access.mayNominate.length > 0 && (
          <Button
            size="small"
            appearance="primary"
            icon={<AddRegular />}
            onClick={() => onBegin({ kind: 'nominate', given: null })}
          >
            {words.say('access.nominate')}
          </Button>
        )}
      </div>
      <p className={styles.lead}>
        {[
          words.say('access.lead.active', { count: active }),
          ...(suspended > 0 ? [words.say('access.lead.suspended', { count: suspended })] : []),
          ...(waiting > 0 ? [words.say('access.lead.waiting', { count: waiting })] : []),
          words.say('access.lead.review', next),
        ].join(' · ')}
      </p>
    </>
  )
}
