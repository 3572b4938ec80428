/**
 * What is to be told, and the messages that tell it, as the database has them: shared by all instances, so every step
 * of a message is one statement that only one of them can win. Ids, days, times and states; words never come here.
 *
 *   prompt    one for each occurrence; `told` says how it ended
 *   message   one for each person and day: planned → sending → sent | ambiguous | unreachable
 */

import type { Day } from '../../domain/day.ts'
import type { Prompt } from '../../domain/prompt.ts'
import type { Place } from '../bot/messenger.ts'
import type { Database, Statements } from '../database/database.ts'
import { LOCKS } from '../database/locks.ts'

/** `baseline`: it was so before the group's people were first told anything. */
export type Told = 'baseline' | 'sent' | 'mailed' | 'unreachable'

/** A prompt as the database knows it: with the id that stands on cards, without the name of its person. */
export type KnownPrompt = Prompt & { readonly id: string }

export type MessageState = 'planned' | 'sending' | 'sent' | 'ambiguous' | 'unreachable'

export interface MessageRow {
  readonly id: string
  /** `personKey`, or `group/` and its key for what goes to a channel. */
  readonly who: string
  readonly day: Day
  readonly state: MessageState
  readonly place: Place | null
}

/** What one message carries. */
export type Carried = KnownPrompt & {
  /** False where something more pressing of the same action was said instead. */
  readonly isShown: boolean
}

export interface PlannedMessage {
  readonly who: string
  readonly day: Day
  readonly prompts: readonly { readonly id: string; readonly isShown: boolean }[]
}

export const PROMPT = `p.id, p.occurrence as key, p.kind, p.group_key as "group", p.action, p.part, p.milestone, p.subject,
  p.tenant, p.person, p.post, p.as_role as "as", p.day`
const MESSAGE = 'm.id, m.who, m.day, m.state, m.service_url, m.conversation_id, m.activity_id'

const READY = `m.day = $1 and m.state = 'planned' and (m.wait_until is null or m.wait_until <= now())
  and (m.claimed_until is null or m.claimed_until < now())`

interface RawMessage extends Omit<MessageRow, 'place'> {
  readonly service_url: string | null
  readonly conversation_id: string | null
  readonly activity_id: string | null
}

function messageOf({ id, who, day, state, service_url, conversation_id, activity_id }: RawMessage): MessageRow {
  const known = service_url !== null && conversation_id !== null && activity_id !== null
  const place = known ? { serviceUrl: service_url, conversationId: conversation_id, activityId: activity_id } : null
  return { id, who, day, state, place }
}

export type RawPrompt<More = object> = Omit<KnownPrompt, 'to'> & {
  readonly tenant: string
  readonly person: string
} & More

export function promptOf<More>({
  tenant,
  person,
  ...row
}: RawPrompt<More>): Omit<RawPrompt<More>, 'tenant' | 'person'> & Pick<Prompt, 'to'> {
  return { ...row, to: { tenantId: tenant, objectId: person, name: '' } }
}

export type Rows = ReturnType<typeof createRows>

/** @param newId opaque and not to be guessed */
export function createRows(database: Pick<Database, 'query' | 'transaction'>, newId: () => string) {
  const { query } = database

  /** Adds what isn't there; the first time, what was always so is taken as told. */
  async function addPrompts(group: string, prompts: readonly Prompt[]): Promise<number> {
    const rows = prompts.map((prompt) => ({
      id: newId(),
      occurrence: prompt.key,
      kind: prompt.kind,
      action: prompt.action,
      part: prompt.part,
      milestone: prompt.milestone,
      subject: prompt.subject,
      tenant: prompt.to.tenantId,
      person: prompt.to.objectId,
      post: prompt.post,
      as_role: prompt.as,
      day: prompt.day,
    }))
    return database.transaction(async (within) => {
      const first = await within.query(
        'insert into matters.planned_group (group_key) values ($1) on conflict do nothing returning group_key',
        [group],
      )
      const made = await within.query<{ id: string }>(
        `insert into matters.prompt
           (id, occurrence, kind, group_key, action, part, milestone, subject, tenant, person, post, as_role, day, told)
         select id, occurrence, kind, $2, action, part, milestone, subject, tenant, person, post, as_role, day,
           case when $3::boolean and kind in ('assigned', 'responseWanted') then 'baseline' end
         from json_to_recordset($1::json) as row (id text, occurrence text, kind text, action text, part text,
           milestone text, subject text, tenant text, person text, post text, as_role text, day text)
         on conflict (occurrence) do nothing returning id`,
        [JSON.stringify(rows), group, first.length > 0],
      )
      return made.length
    })
  }

  const waiting = async (): Promise<readonly KnownPrompt[]> =>
    (await query<RawPrompt>(`select ${PROMPT} from matters.prompt p where p.told is null`)).map(promptOf)

  const messagesOn = async (day: Day): Promise<readonly MessageRow[]> =>
    (await query<RawMessage>(`select ${MESSAGE} from matters.message m where m.day = $1`, [day])).map(messageOf)

  /** Prompts that stand in messages of a day already. */
  const carriedOn = async (day: Day): Promise<ReadonlySet<string>> =>
    new Set(
      (
        await query<{ prompt: string }>(
          `select c.prompt from matters.message_prompt c join matters.message m on m.id = c.message where m.day = $1`,
          [day],
        )
      ).map(({ prompt }) => prompt),
    )

  /**
   * Plans messages, or adds to those that nobody has begun to send. One instance at a time; plans of other days that
   * were never begun give way, and what is being sent elsewhere is left out.
   */
  async function plan(day: Day, messages: readonly PlannedMessage[]): Promise<void> {
    if (messages.length === 0) return
    const heads = messages.map(({ who }) => ({ id: newId(), who }))
    const parts = messages.flatMap(({ who, prompts }) => prompts.map((each) => ({ who, ...each })))
    await database.transaction(async (within) => {
      await within.query('select pg_advisory_xact_lock($1)', [LOCKS.gathering])
      await within.query(
        `delete from matters.message where day <> $1 and state = 'planned'
           and (claimed_until is null or claimed_until < now())`,
        [day],
      )
      await within.query(
        `insert into matters.message (id, who, day) select id, who, $2
         from json_to_recordset($1::json) as row (id text, who text) on conflict (who, day) do nothing`,
        [JSON.stringify(heads), day],
      )
      await within.query(
        `with free as (
           select id, who from matters.message where day = $2 and state = 'planned'
             and (claimed_until is null or claimed_until < now()) for update
         )
         insert into matters.message_prompt (message, prompt, is_shown)
         select free.id, row.id, row."isShown"
         from json_to_recordset($1::json) as row (who text, id text, "isShown" boolean) join free using (who)
         where not exists (
           select 1 from matters.message_prompt c join matters.message m on m.id = c.message
           where c.prompt = row.id and m.id <> free.id and m.state in ('planned', 'sending')
         )
         on conflict (message, prompt) do update set is_shown = excluded.is_shown`,
        [JSON.stringify(parts), day],
      )
    })
  }

  /** Whether any may be sent now. */
  const isReady = async (day: Day): Promise<boolean> =>
    (await query(`select 1 from matters.message m where ${READY} limit 1`, [day])).length > 0

  /** One that may be sent now and that nobody else has; null: there is none. */
  async function claim(day: Day, instance: string, seconds: number): Promise<MessageRow | null> {
    const [row] = await query<RawMessage>(
      `update matters.message m set claimed_by = $2, claimed_until = now() + make_interval(secs => $3)
       where m.id = (select id from matters.message m where ${READY} order by id limit 1 for update skip locked)
       returning ${MESSAGE}`,
      [day, instance, seconds],
    )
    return row ? messageOf(row) : null
  }

  const carried = async (message: string): Promise<readonly Carried[]> =>
    (
      await query<RawPrompt<{ readonly isShown: boolean }>>(
        `select ${PROMPT}, c.is_shown as "isShown" from matters.message_prompt c
         join matters.prompt p on p.id = c.prompt where c.message = $1`,
        [message],
      )
    ).map(promptOf)

  /** From here on nobody knows whether it was sent, until it is said. False: the claim has run out. */
  const begun = async (id: string, instance: string, seconds: number): Promise<boolean> =>
    (
      await query(
        `update matters.message set state = 'sending', claimed_until = now() + make_interval(secs => $3)
         where id = $1 and state = 'planned' and claimed_by = $2 returning id`,
        [id, instance, seconds],
      )
    ).length > 0

  async function sent(id: string, place: Place, prompts: readonly Carried[]): Promise<void> {
    await database.transaction(async (within) => {
      await within.query(
        `update matters.message set state = 'sent', ended_at = now(), service_url = $2, conversation_id = $3,
           activity_id = $4 where id = $1`,
        [id, place.serviceUrl, place.conversationId, place.activityId],
      )
      await addCopies(
        within,
        prompts.filter(({ isShown }) => isShown),
        place,
      )
      await tell(within, prompts, 'sent')
    })
  }

  /** Edited to carry more: that shows nothing on a phone, so the next day's message carries it too. */
  async function edited(id: string, place: Place, prompts: readonly KnownPrompt[]): Promise<void> {
    await database.transaction(async (within) => {
      await within.query(
        `insert into matters.message_prompt (message, prompt, is_shown) select $2, id, true
         from json_to_recordset($1::json) as row (id text) on conflict do nothing`,
        [JSON.stringify(prompts.map(({ id: prompt }) => ({ id: prompt }))), id],
      )
      await within.query('update matters.message set is_recorded = false where id = $1', [id])
      await addCopies(within, prompts, place)
    })
  }

  /** Nothing was sent; again after so many seconds. */
  const putBack = async (id: string, seconds: number): Promise<void> =>
    void (await query(
      `update matters.message set state = 'planned', claimed_by = null, claimed_until = null,
         wait_until = now() + make_interval(secs => $2) where id = $1`,
      [id, seconds],
    ))

  /** Nothing of it holds any more. */
  const drop = async (id: string): Promise<void> =>
    void (await query(`delete from matters.message where id = $1 and state = 'planned'`, [id]))

  const ambiguous = async (id: string): Promise<void> =>
    void (await query(`update matters.message set state = 'ambiguous', ended_at = now() where id = $1`, [id]))

  /** An instance ended while it sent these. */
  async function abandon(): Promise<number> {
    const messages = await query(
      `update matters.message set state = 'ambiguous', ended_at = now()
       where state = 'sending' and claimed_until < now() returning id`,
    )
    const mails = await query(
      `update matters.message set mail = 'unclear' where mail = 'sending' and claimed_until < now() returning id`,
    )
    return messages.length + mails.length
  }

  /** Those whose e-mail nobody has begun, nor is about to. */
  const unmailed = async (day: Day): Promise<readonly MessageRow[]> =>
    (
      await query<RawMessage>(
        `select ${MESSAGE} from matters.message m
         where m.day = $1 and m.state = 'unreachable' and m.mail is null and m.claimed_until < now()`,
        [day],
      )
    ).map(messageOf)

  /** The bot can't reach them, and isn't tried again before so many days. */
  async function unreachable(id: string, who: string, days: number): Promise<void> {
    await query(`update matters.message set state = 'unreachable', ended_at = now() where id = $1`, [id])
    await query(
      `insert into matters.unreached (who, until) values ($1, now() + make_interval(days => $2))
       on conflict (who) do update set until = excluded.until`,
      [who, days],
    )
  }

  /** The bot didn't try: it knows that it can't reach them. */
  const outOfReach = async (id: string): Promise<void> =>
    void (await query(`update matters.message set state = 'unreachable', ended_at = now() where id = $1`, [id]))

  /** What had not begun waits so many seconds. */
  const release = async (id: string, seconds: number): Promise<void> =>
    void (await query(
      `update matters.message set claimed_by = null, claimed_until = null,
         wait_until = now() + make_interval(secs => $2) where id = $1 and state = 'planned'`,
      [id, seconds],
    ))

  const isUnreached = async (who: string): Promise<boolean> =>
    (await query('select 1 from matters.unreached where who = $1 and until > now()', [who])).length > 0

  /** Of all who ask, one may send the e-mail, and once. */
  const beginMail = async (id: string): Promise<boolean> =>
    (await query(`update matters.message set mail = 'sending' where id = $1 and mail is null returning id`, [id]))
      .length > 0

  async function mailed(id: string, how: 'mailed' | 'unclear' | 'failed', prompts: readonly Carried[]): Promise<void> {
    await database.transaction(async (within) => {
      await within.query('update matters.message set mail = $2 where id = $1', [id, how])
      // What is unclear is carried by the next day's.
      if (how !== 'unclear') await tell(within, prompts, how === 'mailed' ? 'mailed' : 'unreachable')
    })
  }

  /** Ended messages of which Control doesn't know yet, the oldest first. */
  const unrecorded = (most: number): Promise<readonly Unrecorded[]> =>
    query<Unrecorded>(
      `select id, who, day, state, mail, to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
       from matters.message where ended_at is not null and not is_recorded
         and (state <> 'unreachable' or mail in ('mailed', 'unclear', 'failed') or ended_at < now() - interval '5 minutes')
       order by ended_at limit $1`,
      [most],
    )

  const recorded = async (id: string): Promise<void> =>
    void (await query('update matters.message set is_recorded = true where id = $1', [id]))

  /** Every card that speaks of the action is out of date. */
  const outdate = async (group: string, action: string): Promise<void> =>
    void (await query(
      `update matters.card_copy set is_stale = true
       where prompt in (
         select id from matters.prompt where group_key = $1 and (action = $2 or subject in ($2, 'meeting-' || $2))
       )`,
      [group, action],
    ))

  const staleCopies = (most: number): Promise<readonly StaleCopy[]> =>
    query<StaleCopy>(
      `select distinct c.service_url as "serviceUrl", c.conversation_id as "conversationId",
         c.activity_id as "activityId", m.id as message, m.who, m.day
       from matters.card_copy c
       left join matters.message m on m.conversation_id = c.conversation_id and m.activity_id = c.activity_id
       where c.is_stale limit $1`,
      [most],
    )

  const promptsAt = async (place: Place): Promise<readonly KnownPrompt[]> =>
    (
      await query<RawPrompt>(
        `select ${PROMPT} from matters.card_copy c join matters.prompt p on p.id = c.prompt
         where c.conversation_id = $1 and c.activity_id = $2`,
        [place.conversationId, place.activityId],
      )
    ).map(promptOf)

  const refreshed = async (place: Place, isGone: boolean): Promise<void> =>
    void (await query(
      isGone
        ? 'delete from matters.card_copy where conversation_id = $1 and activity_id = $2'
        : 'update matters.card_copy set is_stale = false where conversation_id = $1 and activity_id = $2',
      [place.conversationId, place.activityId],
    ))

  return {
    addPrompts,
    waiting,
    messagesOn,
    carriedOn,
    plan,
    isReady,
    claim,
    carried,
    begun,
    sent,
    edited,
    putBack,
    drop,
    ambiguous,
    abandon,
    unmailed,
    unreachable,
    outOfReach,
    release,
    isUnreached,
    beginMail,
    mailed,
    unrecorded,
    recorded,
    outdate,
    staleCopies,
    promptsAt,
    refreshed,
  }
}

export interface Unrecorded {
  readonly id: string
  readonly who: string
  readonly day: Day
  readonly state: MessageState
  readonly mail: string | null
  readonly at: string
}

export interface StaleCopy extends Place {
  /** The day's message that it is; null: a card of another kind. */
  readonly message: string | null
  readonly who: string | null
  readonly day: Day | null
}

async function addCopies(within: Statements, prompts: readonly KnownPrompt[], place: Place): Promise<void> {
  await within.query(
    `insert into matters.card_copy (prompt, service_url, conversation_id, activity_id)
     select id, $2, $3, $4 from json_to_recordset($1::json) as row (id text) on conflict do nothing`,
    [JSON.stringify(prompts.map(({ id }) => ({ id }))), place.serviceUrl, place.conversationId, place.activityId],
  )
}

async function tell(within: Statements, prompts: readonly KnownPrompt[], told: Told): Promise<void> {
  await within.query(
    `update matters.prompt set told = $2, told_at = now()
     where id in (select id from json_to_recordset($1::json) as row (id text)) and told is null`,
    [JSON.stringify(prompts.map(({ id }) => ({ id }))), told],
  )
}

/** The key under which a group's channel is written to. */
export function channelKey(group: string): string {
  return `group/${group}`
}
