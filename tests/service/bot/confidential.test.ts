/**
 * What is on Control alone, in people's chats: whoever is asked has one line and one button, which opens a page that asks
 * the service; once it was decided, anywhere, no card has the button any more.
 */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { accessEndpoints, type ChangeAccess } from '../../../src/contract/access.ts'
import { guidanceEndpoints, type ChangeGuidance, type Guidance } from '../../../src/contract/guidance.ts'
import type { SwitchedRoom } from '../../../src/domain/group.ts'
import type { Office } from '../../../src/service/office.ts'
import { aResource, nominating } from '../accesstries.ts'
import { anId, anOffice, endDeciding, KEY, world } from '../deciders.ts'
import { endpoints, MISSING, personOf } from '../serviceworld.ts'
import {
  anInvoke,
  baseOf,
  beginChatting,
  buttonsOf,
  cardOf,
  connector,
  messageSaying,
  messagesOf,
  openTask,
  piecesOf,
  seat,
  textOf,
} from './chatting.ts'

const ROOMS: readonly SwitchedRoom[] = ['access', 'guidance', 'incidents']
const GUIDANCE = 'red-lines'
const ABOUT = { key: KEY, guidance: GUIDANCE }
const DRAFT = {
  title: 'Mulberry',
  titleWelsh: '',
  text: 'Step back.',
  textWelsh: '',
  validFrom: null,
  approver: 'chair',
}

let office: Office
beforeAll(async () => {
  await beginChatting({}, 'OFFICIAL')
  const control = await world.control()
  for (const [post, role, person] of [
    ['owner', 'assetOwner', 'coordinator'],
    ['database', 'databaseAdministrator', 'spoc-marches'],
  ] as const) {
    const about = { key: `${KEY}.${post}`, group: KEY, post, organisation: 'wms-rocu', role }
    await control.appoint({ ...about, holder: personOf(person), deputy: null, from: null, to: null })
  }
  office = await anOffice()
  await aResource(office)
  const { status } = await world.ask('coordinator', endpoints.setRooms, { key: KEY }, { seen: [], rooms: ROOMS })
  expect(status).toBe(200)
})
afterAll(async () => {
  office.registers.close()
  await endDeciding()
})

/** What a message says of what is of this kind. */
const lineOn = (card: object, saying: string): object =>
  piecesOf(card).findLast(({ type, separator, items }) => {
    return type === 'Container' && separator && textOf(items as object).includes(saying)
  }) ?? {}

async function change(asked: Omit<ChangeGuidance, 'commandId'> & object): Promise<Guidance> {
  const request = { commandId: anId(), ...asked } as ChangeGuidance
  const { answer, refusal } = await world.ask('coordinator', guidanceEndpoints.changeGuidance, ABOUT, request)
  if (!answer) throw new Error(JSON.stringify(refusal))
  return answer
}

it('guidance is put to its approver, then to each SPOC, and nothing is pressed twice', async () => {
  const written = await change({ kind: 'write', number: 1, seen: null, draft: DRAFT } as never)
  const seen = written.guidance[0]?.versions[0]?.hash ?? ''
  const submitted = await change({ kind: 'submit', number: 1, seen, bodies: [] } as never)
  const asked = submitted.guidance[0]?.versions[0]?.asked[0]

  const wanted = 'Guidance waits for your decision'
  const toChair = await messageSaying('chair', wanted)
  expect(buttonsOf(lineOn(toChair.card, wanted))).toEqual(['ask'])
  // The group is marked above what may stand in a chat.
  expect(JSON.stringify(toChair.card)).not.toContain('Mulberry')
  const page = await openTask('chair', toChair, 'ask', wanted)
  const url = new URL(page.kind === 'page' ? page.url : '')
  expect(Object.fromEntries(url.searchParams)).toEqual({ page: 'ask', group: KEY, area: 'guidance', about: GUIDANCE })
  // The button in somebody else's hand opens nothing.
  const prompt = /"action":"ask","prompt":"([\w-]+)"/.exec(JSON.stringify(lineOn(toChair.card, wanted)))?.[1]
  expect(prompt).toBeDefined()
  const pressedBy = async (person: string): Promise<string> => {
    const invoke = {
      ...anInvoke(person, { action: {} }),
      name: 'task/fetch',
      value: { data: { action: 'ask', prompt } },
    }
    return JSON.stringify(await connector.post(invoke))
  }
  expect(await pressedBy('chair')).toContain('page=ask')
  expect(await pressedBy('spoc-north')).not.toContain('page=ask')

  const decision = { commandId: anId(), number: 1, part: 'agreed', hash: asked?.hash ?? '' } as const
  const decided = await world.ask('chair', guidanceEndpoints.decideGuidance, ABOUT, {
    ...decision,
    verdict: 'approved',
    reason: '',
  })
  expect(decided.status).toBe(200)
  const after = await messageSaying('chair', 'Agreed.')
  expect(buttonsOf(after.card)).toEqual([])
  const again = await connector.chat.fetchTask(
    { person: 'chair', locale: 'en-GB' },
    toChair.press,
    {
      action: 'ask',
      prompt,
    },
    'default',
  )
  expect(again.kind).not.toBe('page')

  const toRead = 'Guidance to read and acknowledge'
  const toSpoc = await messageSaying('spoc-north', toRead)
  expect(buttonsOf(lineOn(toSpoc.card, toRead))).toEqual(['ask'])
  const position = decided.answer?.guidance[0]?.position
  const { status } = await world.ask('spoc-north', guidanceEndpoints.acknowledgeGuidance, ABOUT, {
    commandId: anId(),
    number: 1,
    part: 'agreed',
    hash: position?.hash ?? '',
    organisation: 'north-mercia',
  })
  expect(status).toBe(200)
  expect(buttonsOf((await messageSaying('spoc-north', 'Nothing is left for you to acknowledge')).card)).toEqual([])
})

it('access is put to one after the other, and no chat ever has the name of whoever it is for', async () => {
  const AT = { key: KEY }
  const made = await world.ask('spoc-north', accessEndpoints.nominate, AT, nominating('guest'))
  const nomination = made.answer?.key ?? ''
  const about = { ...AT, nomination }
  const approve = async (who: string, hash: string | null | undefined) => {
    const request = { commandId: anId(), hash: hash ?? '', verdict: 'approved', words: '' } as const
    return (await world.ask(who, accessEndpoints.decideAccess, about, request)).answer
  }
  const change = async (who: string, more: Pick<ChangeAccess, 'kind'> & object) => {
    const request = { commandId: anId(), ...more } as ChangeAccess
    return (await world.ask(who, accessEndpoints.changeAccess, about, request)).answer?.standing
  }
  const [approver, owner, administrator] = ['spoc-coast', 'coordinator', 'spoc-marches']

  const wanted = 'Access waits for your decision'
  const toApprover = await messageSaying(approver, wanted)
  const page = await openTask(approver, toApprover, 'ask', wanted)
  const url = new URL(page.kind === 'page' ? page.url : '')
  expect(Object.fromEntries(url.searchParams)).toEqual({ page: 'ask', group: KEY, area: 'access', about: nomination })
  const first = await approve(approver, made.answer?.hash)
  expect(buttonsOf(lineOn((await messageSaying(approver, 'Approved.')).card, wanted))).toEqual([])
  await messageSaying(owner, wanted)
  await approve(owner, first?.hash)
  const toOpen = 'An account is to be opened'
  expect(buttonsOf(lineOn((await messageSaying(administrator, toOpen)).card, toOpen))).toEqual(['ask'])
  expect(await change(administrator, { kind: 'confirmOpened', account: 'db-guest' } as never)).toBe('active')
  await messageSaying(administrator, 'The account is open.')
  expect(await change(owner, { kind: 'revoke', words: '' } as never)).toBe('revoked')
  await messageSaying(administrator, 'An account is to be closed')
  const said = [approver, owner, administrator].flatMap((each) => messagesOf(each))
  expect(JSON.stringify(said)).not.toMatch(/Ashworth|db-guest|OCAG/)
})

it('an old card gives nothing to whose post has ended, nor does their chat; nor where the room is off', async () => {
  const FORMER = 'spoc-welsh'
  const name = `former-${anId()}`
  const post = { key: `${KEY}.${name}`, group: KEY, post: name, organisation: 'wms-rocu', role: 'chair' } as const
  const control = await world.control()
  await control.appoint({ ...post, holder: personOf(FORMER), deputy: null, from: null, to: null })
  const about = { key: KEY, guidance: `of-${name}` }
  const write = { kind: 'write', commandId: anId(), number: 1, seen: null, draft: { ...DRAFT, approver: name } }
  const written = await world.ask('coordinator', guidanceEndpoints.changeGuidance, about, write as ChangeGuidance)
  const seen = written.answer?.guidance.find(({ key }) => key === about.guidance)?.versions[0]?.hash ?? ''
  const submit = { kind: 'submit', commandId: anId(), number: 1, seen, bodies: [] } as ChangeGuidance
  expect((await world.ask('coordinator', guidanceEndpoints.changeGuidance, about, submit)).status).toBe(200)

  const wanted = 'Mae canllaw yn aros am eich penderfyniad'
  const card = await messageSaying(FORMER, wanted)
  const prompt = /"action":"ask","prompt":"([\w-]+)"/.exec(JSON.stringify(lineOn(card.card, wanted)))?.[1]
  const opened = async (): Promise<string> => {
    const fetched = {
      ...anInvoke(FORMER, { action: {} }),
      name: 'task/fetch',
      value: { data: { action: 'ask', prompt } },
    }
    return JSON.stringify(await connector.post(fetched))
  }
  const pressed = async (): Promise<string> =>
    JSON.stringify(
      await connector.post(anInvoke(FORMER, { action: { verb: 'open', data: { action: 'open', prompt } } })),
    )
  const offered = async (): Promise<readonly string[]> => {
    const before = messagesOf(FORMER).length
    await connector.chat.say(seat(FORMER), { base: baseOf(FORMER), thread: null, text: 'digwyddiad' })
    const answers = messagesOf(FORMER)
      .slice(before)
      .filter(({ author }) => author === null)
    return answers.flatMap((each) => buttonsOf(cardOf(each)))
  }
  expect(await opened()).toContain('page=ask')
  expect(await pressed()).not.toContain('This isn’t put to you')
  await expect.poll(offered).toContain('report')

  const holdsUntil = async (to: string | null): Promise<void> => {
    const row = (await control.appointments(KEY)).find(({ value }) => value.post === name)
    expect(row && (await control.amend(row, { ...row.value, to }))).toBe(true)
  }
  await holdsUntil('2026-11-23')
  expect(await opened()).toContain('This isn’t put to you, or not any more.')
  expect(await pressed()).toContain('This isn’t put to you, or not any more.')
  expect(await offered()).toEqual([])

  await holdsUntil(null)
  const back = { kind: 'takeBack', commandId: anId(), number: 1 } as const
  expect((await world.ask('coordinator', guidanceEndpoints.changeGuidance, about, back)).status).toBe(200)
  const switching = async (seen: readonly SwitchedRoom[], rooms: readonly SwitchedRoom[]) =>
    (await world.ask('coordinator', endpoints.setRooms, { key: KEY }, { seen, rooms })).status
  const without = ROOMS.filter((room) => room !== 'guidance')
  expect(await switching(ROOMS, without)).toBe(200)
  expect(await opened()).toContain('This part of the group is switched off')
  expect(await pressed()).toContain('This part of the group is switched off')
  expect(await switching(without, ROOMS)).toBe(200)
  await holdsUntil('2026-11-23')
})

it('“incident” opens the form for whoever holds a post in a group that gathers them, and for nobody else', async () => {
  const say = (person: string, text: string, base = baseOf(person)) =>
    connector.chat.say(seat(person), { base, thread: null, text })
  await say('spoc-north', 'incident')
  const card = await messageSaying('spoc-north', 'Open the form')
  const page = await openTask('spoc-north', card, 'report')
  const url = new URL(page.kind === 'page' ? page.url : '')
  expect(Object.fromEntries(url.searchParams)).toEqual({ page: 'ask', group: KEY, area: 'incident', about: 'new' })

  // The guest holds no post: they are told so, and the button in their hand opens nothing.
  await connector.chat.choose(seat('guest'), 'installed')
  await say('guest', 'digwyddiad')
  const told = await messageSaying('guest', 'Rhoi gwybod am ddigwyddiad')
  expect(buttonsOf(told.card)).toEqual([])
  const invoke = { ...anInvoke('guest', { action: {} }), name: 'task/fetch' }
  const forged = await connector.post({ ...invoke, value: { data: { action: 'report', group: KEY } } })
  expect(JSON.stringify(forged)).toContain('No group in which you hold a post')

  await say('spoc-north', '@Matters Arising incident', MISSING.channelId)
  const inChannel = connector.chat.messages('spoc-north', MISSING.channelId).at(-1)
  expect(inChannel && buttonsOf(cardOf(inChannel))).toEqual(['report'])
})
