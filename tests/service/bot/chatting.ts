/** People at their chats with the bot, over the real connector: who is prompted, what they see, what they press. */

import type { Action } from '../../../src/domain/action.ts'
import { GROUP_SETTINGS } from '../../../src/domain/record.ts'
import { TEAMS } from '../../../src/laptop/demonstration/tenant.ts'
import type { CardAnswer, TaskAnswer } from '../../../src/local/connector/answers.ts'
import type { Connector } from '../../../src/local/connector/connector.ts'
import type { Message } from '../../../src/local/connector/store.ts'
import { openRecords } from '../../../src/sharepoint/control/records.ts'
import { expect } from 'vitest'
import { anId, beginDeciding, KEY, say, world } from '../deciders.ts'
import { personOf, sharedDatabase, type WorldOptions } from '../serviceworld.ts'

type Piece = Readonly<Record<string, unknown>>
export type Drawn = { readonly card: object; readonly press: { readonly base: string; readonly id: string } }

export let connector: Connector
export const seat = (person: string) => ({ person, locale: person === 'spoc-welsh' ? 'cy-GB' : 'en-GB' })

/** A group whose words may be shown in a chat, and whose people are prompted. */
export async function beginChatting(
  options: WorldOptions = {},
  wordsUpTo: 'OFFICIAL' | 'OFFICIAL-SENSITIVE' = 'OFFICIAL-SENSITIVE',
): Promise<void> {
  await beginDeciding(
    {
      bot: {},
      ...options,
      service: {
        prompting: { tickSeconds: 1, settlingSeconds: 0.1 },
        retrySeconds: 1,
        pollSeconds: 0.25,
        shareStandsFor: 100,
        ...options.service,
      },
    },
    () => showWordsUpTo(wordsUpTo),
  )
  connector = world.connector!
  await connector.chat.setTeam(seat('coordinator'), TEAMS.missing.id, true)
}

async function showWordsUpTo(wordsUpTo: 'OFFICIAL' | 'OFFICIAL-SENSITIVE'): Promise<void> {
  const records = await openRecords({ client: world.administrator, siteId: world.configuration.controlSite })
  const known = await records.settings(KEY)
  await records.setSettings(KEY, known, { ...GROUP_SETTINGS, ...known.value, wordsUpTo })
}

/** Late, and the work of the SPOC for the north. */
export async function aLateAction(details = 'Share how recording is checked'): Promise<Action> {
  return say('coordinator', {
    kind: 'addAction',
    id: anId(),
    details,
    actionKind: 'action',
    owners: [{ organisation: 'north-mercia' }],
    parts: [],
    due: { kind: 'day', day: '2026-11-20', words: '20 November 2026' },
    origin: { kind: 'typed' },
  })
}

export const baseOf = (person: string): string => connector.chat.overview(person).personal.base
export const messagesOf = (person: string): readonly Message[] => connector.chat.messages(person, baseOf(person))
export const cardOf = ({ content }: Message): object => content.attachments?.[0]?.content ?? {}
export const textOf = (card: object): string =>
  piecesOf(card)
    .flatMap((piece) => [piece['text'] ?? piece['title'] ?? []].flat() as string[])
    .join('\n')

export function piecesOf(value: unknown): Piece[] {
  if (Array.isArray(value)) return value.flatMap(piecesOf)
  if (typeof value !== 'object' || value === null) return []
  return [value as Piece, ...Object.values(value).flatMap(piecesOf)]
}

/** What can be pressed on a card, by its verb. */
export function buttonsOf(card: object): readonly string[] {
  return piecesOf(card)
    .filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit')
    .map(({ data }) => String((data as Piece)['action']))
}

/** The latest message to a person whose card says this. */
export async function messageSaying(person: string, text: string): Promise<Drawn> {
  let found: Message | undefined
  await expect
    .poll(
      () => {
        found = messagesOf(person).findLast((message) => textOf(cardOf(message)).includes(text))
        return found !== undefined
      },
      { timeout: 30_000, interval: 50 },
    )
    .toBe(true)
  return { card: cardOf(found!), press: { base: baseOf(person), id: found!.id } }
}

function dataOf({ card }: Drawn, verb: string, about?: string): Piece {
  const container =
    about === undefined
      ? card
      : piecesOf(card).findLast((piece) => piece['type'] === 'Container' && textOf(piece).includes(about))
  const button = piecesOf(container ?? {}).find(({ data }) => (data as Piece | undefined)?.['action'] === verb)
  if (!button) throw new Error(`there is no button ${verb} on: ${textOf(card)}`)
  return button['data'] as Piece
}

/** Presses what is on the card; of several alike, the one of the item that has these words. */
export async function press(
  person: string,
  on: Drawn,
  verb: string,
  { about, typed = {} }: { readonly about?: string; readonly typed?: Piece } = {},
): Promise<Drawn & { readonly answer: CardAnswer }> {
  const data = { ...dataOf(on, verb, about), ...typed }
  const answer = await connector.chat.press(seat(person), on.press, { verb, data })
  return { answer, press: on.press, card: answer.kind === 'card' ? answer.card : {} }
}

export async function openTask(person: string, on: Drawn, verb: string, about?: string): Promise<TaskAnswer> {
  return connector.chat.fetchTask(seat(person), on.press, dataOf(on, verb, about), 'default')
}

/** As Teams would send it, from whoever is said. */
export function anInvoke(person: string, more: { readonly conversation?: string; readonly action: Piece }): object {
  const { objectId, name, tenantId } = personOf(person)
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `f:${anId()}`,
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    from: { id: `29:${person}`, name, aadObjectId: objectId },
    recipient: { id: `28:${world.configuration.bot?.app ?? ''}`, name: 'Matters Arising' },
    conversation: { id: more.conversation ?? baseOf(person), conversationType: 'personal', tenantId },
    channelData: { tenant: { id: tenantId } },
    locale: 'en-GB',
    value: { action: { type: 'Action.Execute', ...more.action }, trigger: 'manual' },
  }
}

export async function handled(): Promise<
  readonly { verb: string; state: string; sealed: string | null; prompt: string }[]
> {
  return (await sharedDatabase()).query('select verb, state, sealed, prompt from matters.handled order by at')
}
