/**
 * Prompts as their cards know them, and the answers given on cards, as the database has them. An answer is there once
 * for each prompt, verb and person, however often it is pressed and in however many instances; it begins as `taken`,
 * is `logged`, and ends as `applied`, or is given back where the register wouldn't have it.
 */

import type { Person } from '../../domain/group.ts'
import { comparePrompts } from '../../domain/gathering.ts'
import { PROMPT_KINDS } from '../../domain/prompt.ts'
import type { AnswerVerb, CardPrompt, GivenAnswer } from '../cards/cardground.ts'
import { isAnswerable } from '../cards/item.ts'
import type { Database } from '../database/database.ts'
import type { Place } from './messenger.ts'

export interface StoredPrompt extends CardPrompt {
  /** Of what its person was shown last; null: they have only seen the day's message. */
  readonly hash: string | null
  readonly isOpen: boolean
  /** Days since it was planned. */
  readonly age: number
}

export interface TakenAnswer {
  readonly id: string
  readonly prompt: string
  readonly verb: AnswerVerb
  readonly state: 'taken' | 'logged' | 'applied'
  readonly sealed: string | null
}

export interface HandledAnswer {
  readonly id: string
  readonly prompt: string
  readonly verb: AnswerVerb
  readonly by: Pick<Person, 'tenantId' | 'objectId'>
  /** Of what the action was when it was answered for. */
  readonly hash: string
  readonly day: string
}

export interface AnswerRows {
  prompt(id: string): Promise<StoredPrompt | null>
  /** Those that one message carries, the most pressing first. */
  promptsAt(place: Pick<Place, 'conversationId' | 'activityId'>): Promise<readonly StoredPrompt[]>
  wasSentTo(prompt: string, conversationId: string): Promise<boolean>
  /** A message that carries it: one whose sending was unclear is known by its button. */
  addCopy(prompt: string, place: Place): Promise<void>
  show(prompt: string, hash: string): Promise<void>
  /** By prompt; an earlier prompt of the same thing has the answer that a later one got. */
  answers(prompts: readonly string[]): Promise<ReadonlyMap<string, GivenAnswer>>
  /** False: it was given before. */
  take(answer: HandledAnswer & { readonly sealed: string }): Promise<boolean>
  /** An answer that was given elsewhere and stands in the register. */
  note(answer: HandledAnswer): Promise<void>
  /** For so many seconds nobody else tries; null: somebody does, or it is done. */
  claim(id: string, seconds: number): Promise<TakenAnswer | null>
  mark(id: string, state: 'logged' | 'applied'): Promise<void>
  giveBack(id: string): Promise<void>
  /** Those that nobody has begun, or that broke off. */
  unfinished(seconds: number): Promise<readonly string[]>
}

const PROMPT = `p.id, p.occurrence as key, p.kind, p.group_key as "group", p.action, p.part, p.milestone, p.subject,
  p.tenant, p.person, p.post, p.as_role as "as", p.day, p.hash, p.state = 'open' as "isOpen",
  extract(day from now() - p.planned_at)::integer as age`

type RawPrompt = Omit<StoredPrompt, 'to'> & { readonly tenant: string; readonly person: string }

function promptOf({ tenant, person, ...row }: RawPrompt): StoredPrompt {
  return { ...row, to: { tenantId: tenant, objectId: person, name: '' } }
}

export function createAnswerRows({ query }: Pick<Database, 'query'>): AnswerRows {
  return {
    async prompt(id) {
      const [row] = await query<RawPrompt>(`select ${PROMPT} from matters.prompt p where p.id = $1`, [id])
      return row ? promptOf(row) : null
    },
    async promptsAt({ conversationId, activityId }) {
      const rows = await query<RawPrompt>(
        `select ${PROMPT} from matters.card_copy c join matters.prompt p on p.id = c.prompt
         where c.conversation_id = $1 and c.activity_id = $2`,
        [conversationId, activityId],
      )
      return rows.map(promptOf).toSorted(comparePrompts)
    },
    async wasSentTo(prompt, conversationId) {
      const found = await query(
        `select 1 from matters.prompt p
         where p.id = $1 and (
           exists (select 1 from matters.card_copy c where c.prompt = p.id and c.conversation_id = $2)
           or exists (select 1 from matters.conversation v
             where v.who = p.tenant || '/' || p.person and v.conversation_id = $2))`,
        [prompt, conversationId],
      )
      return found.length > 0
    },
    async addCopy(prompt, { serviceUrl, conversationId, activityId }) {
      await query(
        `insert into matters.card_copy (prompt, service_url, conversation_id, activity_id) values ($1, $2, $3, $4)
         on conflict do nothing`,
        [prompt, serviceUrl, conversationId, activityId],
      )
    },
    show: async (prompt, hash) =>
      void (await query('update matters.prompt set hash = $2 where id = $1', [prompt, hash])),
    async answers(prompts) {
      const rows = await query<{
        prompt: string
        verb: AnswerVerb
        tenant: string
        person: string
        day: string
        state: TakenAnswer['state']
      }>(
        `select p.id as prompt, h.verb, h.tenant, h.person, h.day, h.state
         from matters.prompt p
         join matters.prompt q on q.id = p.id or (q.group_key = p.group_key and q.action = p.action
           and q.part is not distinct from p.part and q.milestone is not distinct from p.milestone
           and q.tenant = p.tenant and q.person = p.person
           and p.kind in (select value from json_array_elements_text($2::json)))
         join matters.handled h on h.prompt = q.id and (q.id = p.id or h.at >= p.planned_at)
         where p.id in (select id from json_to_recordset($1::json) as row (id text))
         order by q.id = p.id, h.at desc`,
        [
          JSON.stringify(prompts.map((id) => ({ id }))),
          JSON.stringify(PROMPT_KINDS.filter((kind) => isAnswerable({ kind }))),
        ],
      )
      return new Map(
        rows.map(({ prompt, verb, tenant, person, day, state }) => [
          prompt,
          {
            verb,
            person: { tenantId: tenant, objectId: person },
            day,
            state: state === 'applied' ? 'applied' : 'taken',
          },
        ]),
      )
    },
    async take({ id, prompt, verb, by, hash, day, sealed }) {
      const made = await query(
        `insert into matters.handled (id, prompt, verb, tenant, person, hash, day, sealed)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
        [id, prompt, verb, by.tenantId, by.objectId, hash, day, sealed],
      )
      return made.length > 0
    },
    async note({ id, prompt, verb, by, hash, day }) {
      await query(
        `insert into matters.handled (id, prompt, verb, tenant, person, hash, day, state)
         values ($1, $2, $3, $4, $5, $6, $7, 'applied') on conflict do nothing`,
        [id, prompt, verb, by.tenantId, by.objectId, hash, day],
      )
    },
    async claim(id, seconds) {
      const [row] = await query<TakenAnswer>(
        `update matters.handled set tried_at = now()
         where id = $1 and state in ('taken', 'logged')
           and (tried_at is null or tried_at < now() - make_interval(secs => $2))
         returning id, prompt, verb, state, sealed`,
        [id, seconds],
      )
      return row ?? null
    },
    async mark(id, state) {
      const words = state === 'applied' ? ', sealed = null' : ''
      await query(`update matters.handled set state = $2${words} where id = $1`, [id, state])
    },
    giveBack: async (id) => void (await query('delete from matters.handled where id = $1', [id])),
    async unfinished(seconds) {
      const rows = await query<{ id: string }>(
        `select id from matters.handled where state in ('taken', 'logged')
           and case when tried_at is null then at < now() - interval '1 second'
             else tried_at < now() - make_interval(secs => $1) end
         order by at limit 200`,
        [seconds],
      )
      return rows.map(({ id }) => id)
    },
  }
}
