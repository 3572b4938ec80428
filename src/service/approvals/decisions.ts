/**
 * Decisions as the database knows them: each subject is decided once on each exact state of it, however many press at
 * once, in however many instances. Ids and hashes; the words stand on Control.
 */

import type { Person } from '../../domain/group.ts'
import type { Verdict } from '../../domain/record.ts'
import type { Database } from '../database/database.ts'

/** `taken` nothing is written yet; `recorded` on Control; `projected` on Work too; `void` it never took effect. */
export type DecisionState = 'taken' | 'recorded' | 'projected' | 'void'

export interface TakenDecision {
  readonly id: string
  readonly subject: string
  readonly command: string
  readonly state: DecisionState
}

export interface Decisions {
  /** The first takes it; all others are given who did. */
  take(decision: {
    readonly id: string
    readonly group: string
    readonly subject: string
    readonly hash: string
    readonly command: string
    readonly verdict: Verdict
    readonly by: Person
  }): Promise<{ readonly isNew: boolean; readonly taken: TakenDecision | null }>
  ofCommand(command: string): Promise<TakenDecision | null>
  mark(id: string, state: DecisionState): Promise<void>
  /** Forgets one that was taken a while ago and never recorded. False: it may still be under way, or stands. */
  giveBack(id: string): Promise<boolean>
  /** Those on this subject that stand on Control and have yet to be carried out, or just are. */
  recorded(group: string, subject: string): Promise<readonly TakenDecision[]>
  /** Those that broke off. */
  unfinished(group: string): Promise<readonly TakenDecision[]>
}

const COLUMNS = 'id, subject, command, state'
/** Longer than anything of it takes. */
const BROKEN_OFF = `interval '60 seconds'`

export function createDecisions({ query }: Pick<Database, 'query'>): Decisions {
  return {
    async take({ id, group, subject, hash, command, verdict, by }) {
      const made = await query<TakenDecision>(
        `insert into matters.decision (id, group_key, subject, hash, command, verdict, tenant, person, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, now()) on conflict do nothing returning ${COLUMNS}`,
        [id, group, subject, hash, command, verdict, by.tenantId, by.objectId],
      )
      if (made[0]) return { isNew: true, taken: made[0] }
      const [known] = await query<TakenDecision>(`select ${COLUMNS} from matters.decision where id = $1`, [id])
      return { isNew: false, taken: known ?? null }
    },
    async ofCommand(command) {
      const found = await query<TakenDecision>(`select ${COLUMNS} from matters.decision where command = $1`, [command])
      return found[0] ?? null
    },
    mark: async (id, state) => void (await query('update matters.decision set state = $2 where id = $1', [id, state])),
    async giveBack(id) {
      const gone = await query(
        `delete from matters.decision where id = $1 and state = 'taken' and at < now() - ${BROKEN_OFF} returning id`,
        [id],
      )
      return gone.length > 0
    },
    recorded: (group, subject) =>
      query<TakenDecision>(
        `select ${COLUMNS} from matters.decision where group_key = $1 and subject = $2 and state = 'recorded' order by at`,
        [group, subject],
      ),
    unfinished: (group) =>
      query<TakenDecision>(
        `select ${COLUMNS} from matters.decision
         where group_key = $1 and state in ('taken', 'recorded') and at < now() - ${BROKEN_OFF}`,
        [group],
      ),
  }
}
