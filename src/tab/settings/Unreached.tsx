/** A coordinator's list: the people whom no message reached in the last two weeks, and about what. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { approvalEndpoints } from '../../contract/approvals.ts'
import type { ActionId } from '../../domain/action.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import type { Session } from '../session.ts'
import { valueOf } from '../shell/fault.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  section: { marginTop: tokens.spacingVerticalXXXL },
  title: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: `0 0 ${tokens.spacingVerticalXS}` },
  quiet: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  entry: {
    ...type.row,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  name: { fontWeight: tokens.fontWeightSemibold },
})

export interface UnreachedProps {
  readonly session: Session
  readonly group: string
  readonly snapshot: Snapshot | null
  readonly onOpen: (action: ActionId) => void
}

export function Unreached({ session, group, snapshot, onOpen }: UnreachedProps) {
  const styles = useStyles()
  const words = useWords()
  const read = useQuery({
    queryKey: ['unreached', group],
    queryFn: async () => valueOf(await session.api.ask(approvalEndpoints.unreached, { key: group })).people,
  })
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{words.say('settings.unreached.title')}</h2>
      {read.isPending && <p className={styles.quiet}>{words.say('shell.loading')}</p>}
      {read.isError && (
        <p className={styles.quiet}>
          {words.say('settings.unreached.fault')}{' '}
          <Button size="small" onClick={() => void read.refetch()}>
            {words.say('shell.again')}
          </Button>
        </p>
      )}
      {read.data?.length === 0 && <p className={styles.quiet}>{words.say('settings.unreached.none')}</p>}
      <ul className={styles.list}>
        {read.data?.map(({ person, post, day, state, action }) => {
          const about = snapshot?.actions.get(action)
          return (
            <li key={`${person.objectId} ${post} ${day} ${action}`} className={styles.entry}>
              <span className={styles.name}>{person.name}</span>, {snapshot?.posts.get(post)?.title ?? post} ·{' '}
              {words.day(day)}
              <div>{words.say(`settings.unreached.${state}`)}</div>
              {about && (
                <Button appearance="subtle" size="small" onClick={() => onOpen(about.id)}>
                  {words.say('settings.unreached.about', { reference: about.reference })}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
