/**
 * The page's connection to the chats of one person at a time: asks the host's server, and listens to what happens
 * there. After a connection was lost everything is read anew. It draws nothing.
 */

import type { CardAnswer, TaskAnswer } from '../../connector/answers.ts'
import type { CardAction, Overview, Press } from '../../connector/chat.ts'
import type { LiveEvent } from '../../connector/live.ts'
import type { Message } from '../../connector/store.ts'
import type { HostEvent } from '../chatroutes.ts'

export type ChatEvent = LiveEvent | HostEvent
export type { Message, Overview, Press }

export interface Chats {
  /** Becomes another person, or the same in another language; resolves when their overview is known. */
  be(person: string, locale: string): Promise<void>
  /** As of the last event; null before the first. */
  overview(): Overview | null
  refresh(): Promise<void>
  messages(base: string): Promise<readonly Message[]>
  say(base: string, thread: string | null, text: string): Promise<boolean>
  press(press: Press, action: CardAction): Promise<CardAnswer>
  submit(press: Press, data: unknown): Promise<boolean>
  task(step: 'fetch' | 'submit', press: Press, data: unknown, theme: string): Promise<TaskAnswer>
  read(base: string): Promise<void>
  choose(choice: 'installed' | 'removed' | 'blocked'): Promise<void>
  mishap(name: string): Promise<void>
}

/** @param hear is told of each event, after the overview has been brought up to date */
export function createChats(hear: (event: ChatEvent) => void): Chats {
  let who = { person: '', locale: '' }
  let overview: Overview | null = null
  let stream: EventSource | null = null

  const address = (path: string, more: Readonly<Record<string, string>> = {}): string =>
    `/local/chat${path}?${new URLSearchParams({ as: who.person, lang: who.locale, ...more })}`

  async function get<Answer>(path: string, more?: Readonly<Record<string, string>>): Promise<Answer> {
    const response = await fetch(address(path, more))
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return (await response.json()) as Answer
  }

  async function post<Answer>(path: string, body: object): Promise<Answer> {
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch(address(path), { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return (response.status === 204 ? null : await response.json()) as Answer
  }

  async function refresh(): Promise<void> {
    const { person } = who
    const answer = await get<Overview>('')
    if (who.person === person) overview = answer
  }

  function listen(): void {
    stream?.close()
    const opened = new EventSource(address('/stream'))
    stream = opened
    opened.addEventListener('message', (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as ChatEvent
      if (event.kind === 'typing' || event.kind === 'today') return hear(event)
      void refresh().then(() => {
        if (stream === opened) hear(event)
      })
    })
  }

  return {
    async be(person, locale) {
      const isOther = person !== who.person
      who = { person, locale }
      if (!isOther) return
      overview = null
      await refresh()
      listen()
    },
    overview: () => overview,
    refresh,
    messages: (base) => get('/messages', { base }),
    say: async (base, thread, text) => (await post<{ isTaken: boolean }>('/say', { base, thread, text })).isTaken,
    press: ({ base, id }, action) => post('/press', { base, id, action }),
    submit: async ({ base, id }, data) => (await post<{ isTaken: boolean }>('/submit', { base, id, data })).isTaken,
    // A dialog may hand in nothing; that is told too.
    task: (step, { base, id }, data = null, theme) => post(`/task/${step}`, { base, id, data, theme }),
    read: (base) => post('/read', { base }),
    choose: (choice) => post('/choose', { choice }),
    mishap: (mishap) => post('/mishap', { mishap }),
  }
}
