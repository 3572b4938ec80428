/**
 * The host page's way to the chats: each address is one thing that a person sees or does, with who they are in the
 * query (`?as=chair&lang=cy-GB`), as everywhere in this host. And the stream that tells an open window what has just
 * happened. It decides nothing: `Chat` does.
 */

import { Hono, type Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import * as v from 'valibot'
import { type Chat, ChatRefusal, type Seat } from '../connector/chat.ts'
import type { Fault, Faults, Operation } from '../connector/faults.ts'

/** The part of the local connector that the host needs. */
export interface ChatSource {
  readonly chat: Chat
  readonly faults: Faults
}

/** What an open window is told besides the chats' own events. */
export type HostEvent = { readonly kind: 'today'; readonly today: string }

const text = v.pipe(v.string(), v.nonEmpty())
const SAY = v.object({ base: text, thread: v.nullable(text), text })
const PRESSED = { base: text, id: text }
const PRESS = v.object({
  ...PRESSED,
  action: v.object({
    id: v.exactOptional(v.string()),
    title: v.exactOptional(v.string()),
    verb: v.exactOptional(v.string()),
    data: v.record(v.string(), v.unknown()),
  }),
})
const SUBMIT = v.object({ ...PRESSED, data: v.unknown() })
const TASK = v.object({ ...PRESSED, data: v.unknown(), theme: text })
const READ = v.object({ base: text })
const CHOOSE = v.object({ choice: v.picklist(['installed', 'removed', 'blocked']) })

/** What one may let go wrong from the page, once, in one's own chat. */
const MISHAPS: Readonly<Record<string, { readonly operation: Operation; readonly fault: Fault }>> = {
  deliveredThen502: { operation: 'send', fault: { kind: 'doneThen', status: 502 } },
  tooMany: { operation: 'send', fault: { kind: 'status', status: 429, retryAfter: 5 } },
  forbidden: { operation: 'send', fault: { kind: 'status', status: 403 } },
  cut: { operation: 'send', fault: { kind: 'cutAfter' } },
  resent: { operation: 'invoke', fault: { kind: 'resend' } },
}
const MISHAP = v.object({ mishap: v.picklist(Object.keys(MISHAPS)) })

/** A comment now and then, so that a connection that is gone is noticed. */
const HEARTBEAT_MS = 20_000

/** @param listen subscribes to what the host itself tells */
export function chatRoutes(
  { chat, faults }: ChatSource,
  listen: (listener: (event: HostEvent) => void) => () => void,
): Hono {
  const routes = new Hono()

  routes.onError((error, c) => {
    if (!(error instanceof ChatRefusal)) throw error
    return c.json({ code: error.code }, error.code === 'noApp' ? 403 : 404)
  })

  routes.get('/', (c) => c.json(chat.overview(seatOf(c).person)))
  routes.get('/messages', (c) => c.json(chat.messages(seatOf(c).person, c.req.query('base') ?? '')))

  routes.post('/say', (c) => act(c, SAY, async (seat, what) => ({ isTaken: await chat.say(seat, what) })))
  routes.post('/press', (c) => act(c, PRESS, (seat, { base, id, action }) => chat.press(seat, { base, id }, action)))
  routes.post('/submit', (c) =>
    act(c, SUBMIT, async (seat, { base, id, data }) => ({ isTaken: await chat.submit(seat, { base, id }, data) })),
  )
  routes.post('/task/fetch', (c) =>
    act(c, TASK, (seat, { base, id, data, theme }) => chat.fetchTask(seat, { base, id }, data, theme)),
  )
  routes.post('/task/submit', (c) =>
    act(c, TASK, (seat, { base, id, data, theme }) => chat.submitTask(seat, { base, id }, data, theme)),
  )
  routes.post('/read', (c) => act(c, READ, async (seat, { base }) => chat.read(seat.person, base)))
  routes.post('/choose', (c) => act(c, CHOOSE, (seat, { choice }) => chat.choose(seat, choice)))
  routes.post('/mishap', (c) =>
    act(c, MISHAP, async ({ person }, { mishap }) => {
      const { operation, fault } = MISHAPS[mishap]!
      faults.add({ match: { operation, person }, times: 1, fault })
    }),
  )

  routes.get('/stream', (c) => {
    const { person } = seatOf(c)
    return streamSSE(c, async (stream) => {
      const tell = (event: unknown): void => void stream.writeSSE({ data: JSON.stringify(event) })
      const stops = [chat.subscribe(person, tell), listen(tell)]
      stream.onAbort(() => stops.forEach((stop) => stop()))
      // The window reads everything once more from here on: what came before it listened is not lost.
      tell({ kind: 'state' })
      while (!stream.aborted) {
        await stream.sleep(HEARTBEAT_MS)
        await stream.write(': \n\n')
      }
    })
  })
  return routes
}

function seatOf(c: Context): Seat {
  return { person: c.req.query('as') ?? '', locale: c.req.query('lang') ?? 'en-GB' }
}

/** Reads the body and answers with what comes of it; 204 when nothing does. */
async function act<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
  run: (seat: Seat, input: v.InferOutput<Schema>) => Promise<object | void>,
): Promise<Response> {
  const parsed = v.safeParse(schema, await c.req.json<unknown>())
  if (!parsed.success) return c.json({ code: 'malformed' }, 400)
  const answer = await run(seatOf(c), parsed.output)
  return answer === undefined ? c.body(null, 204) : c.json(answer)
}
