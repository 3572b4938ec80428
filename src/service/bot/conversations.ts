/**
 * The conversation with each person, and with each team that has the app: learnt when the app is added, when somebody
 * writes, and when the bot writes first. Ids and addresses only.
 */

import type { Statements } from '../database/database.ts'

export interface Conversation {
  readonly serviceUrl: string
  readonly conversationId: string
}

export interface Conversations {
  /** @param key `personKey` or `teamKey` */
  find(key: string): Promise<Conversation | null>
  /** True when it is new. */
  keep(key: string, conversation: Conversation): Promise<boolean>
  forget(key: string): Promise<void>
}

export function createConversations(database: Pick<Statements, 'query'>): Conversations {
  return {
    async find(key) {
      const [row] = await database.query<{ service_url: string; conversation_id: string }>(
        'select service_url, conversation_id from matters.conversation where who = $1',
        [key],
      )
      return row ? { serviceUrl: row.service_url, conversationId: row.conversation_id } : null
    },
    async keep(key, { serviceUrl, conversationId }) {
      const [row] = await database.query<{ made: boolean }>(
        `insert into matters.conversation (who, service_url, conversation_id) values ($1, $2, $3)
         on conflict (who) do update set service_url = $2, conversation_id = $3
         returning xmax::text = '0' as made`,
        [key, serviceUrl, conversationId],
      )
      return row?.made === true
    },
    async forget(key) {
      await database.query('delete from matters.conversation where who = $1', [key])
    },
  }
}
