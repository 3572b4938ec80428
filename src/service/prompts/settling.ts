/**
 * Prompts about things of Control that ask nothing more of their person, however that came about: decided in the tab or
 * from another card, here or in another instance, or because a day came. Each is noticed once, for all instances, and
 * every card that carries it is drawn again without its button; should it be asked of them again after all, with it.
 */

import { CONTROL_PROMPT_KINDS, CONTROL_PROMPTS, isControlKind, isStillSaid } from '../../domain/controlprompting.ts'
import type { Database } from '../database/database.ts'
import type { GroupGround } from './ground.ts'
import { PROMPT, promptOf, type RawPrompt } from './rows.ts'

export interface Settling {
  /** @returns how many prompts ask nothing more, or ask again */
  settle(ground: Pick<GroupGround, 'group' | 'matters'>): Promise<number>
}

const ASKING = CONTROL_PROMPT_KINDS.filter((kind) => CONTROL_PROMPTS[kind].asks !== null)

export function createSettling({ query, transaction }: Pick<Database, 'query' | 'transaction'>): Settling {
  /** By group, what this instance has seen to already. */
  const seen = new Map<string, GroupGround['matters']>()
  /** @param ids a JSON array */
  async function mark(ids: string, state: 'open' | 'settled'): Promise<void> {
    const those = 'in (select value from json_array_elements_text($1::json))'
    await transaction(async (within) => {
      await within.query(`update matters.prompt set state = $2 where id ${those}`, [ids, state])
      await within.query(`update matters.card_copy set is_stale = true where prompt ${those}`, [ids])
    })
  }

  return {
    async settle({ group, matters }) {
      if (seen.get(group.key) === matters) return 0
      const known = await query<RawPrompt<{ readonly isOpen: boolean }>>(
        `select ${PROMPT}, p.state = 'open' as "isOpen" from matters.prompt p
         where p.group_key = $1 and p.kind in (select value from json_array_elements_text($2::json))
           and (p.state = 'open' or p.subject in (select value from json_array_elements_text($3::json)))`,
        [group.key, JSON.stringify(ASKING), JSON.stringify([...matters.keys()])],
      )
      const said = Map.groupBy(known.map(promptOf), (prompt) => {
        const matter = matters.get(prompt.subject ?? '')
        const holds = matter !== undefined && isControlKind(prompt.kind) && isStillSaid(matter, prompt)
        return holds === prompt.isOpen ? 'same' : holds ? 'open' : 'settled'
      })
      for (const state of ['open', 'settled'] as const) {
        const ids = JSON.stringify((said.get(state) ?? []).map(({ id }) => id))
        if (ids !== '[]') await mark(ids, state)
      }
      seen.set(group.key, matters)
      return (said.get('open')?.length ?? 0) + (said.get('settled')?.length ?? 0)
    },
  }
}
