/**
 * Every card, in both languages, with the worst words in it: of the shape that Teams' own types have, small enough, and
 * with nothing that anybody wrote where a client would read it as markdown, as a link or as an address.
 */

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { Ajv, type ValidateFunction } from 'ajv'
import { createGenerator } from 'ts-json-schema-generator'
import { beforeAll, describe, expect, it } from 'vitest'
import { LARGEST_CARD, makeMessage, sizeOf } from '../../../src/service/cards/message.ts'
import { FORMS, makeItemCard } from '../../../src/service/cards/itemcard.ts'
import { aGround, anAction, aPrompt, everyCard, HOSTILE, person, TODAY } from './cardworld.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

let isCard: ValidateFunction
beforeAll(() => {
  isCard = new Ajv({ strict: false, allErrors: true }).compile(readSchema())
})

/** Made from the types of `@microsoft/teams.cards`; kept for as long as these are the same. */
function readSchema(): object {
  const types = join(ROOT, 'node_modules/@microsoft/teams.cards/dist/core.d.ts')
  const hash = createHash('sha256').update(readFileSync(types)).digest('hex').slice(0, 16)
  const file = join(ROOT, '.cache', `card-schema-${hash}.json`)
  if (!existsSync(file)) {
    const generator = createGenerator({ path: types, type: 'IAdaptiveCard', expose: 'all', skipTypeCheck: true })
    mkdirSync(join(ROOT, '.cache'), { recursive: true })
    writeFileSync(file, JSON.stringify(generator.createSchema('IAdaptiveCard')))
  }
  return JSON.parse(readFileSync(file, 'utf8')) as object
}

type Piece = Readonly<Record<string, unknown>>

/** Every object in a card, itself included. */
function piecesOf(value: unknown): Piece[] {
  if (Array.isArray(value)) return value.flatMap(piecesOf)
  if (typeof value !== 'object' || value === null) return []
  return [value as Piece, ...Object.values(value).flatMap(piecesOf)]
}

const ofType = (card: IAdaptiveCard, type: string): Piece[] => piecesOf(card).filter((piece) => piece['type'] === type)
const textOf = (card: IAdaptiveCard): string =>
  piecesOf(card)
    .flatMap((piece) => [piece['text'] ?? piece['title'] ?? []].flat() as string[])
    .join('\n')
const executes = (card: IAdaptiveCard): Piece[] => ofType(card, 'Action.Execute')

const CARDS = [...everyCard(HOSTILE)]

describe('every card', () => {
  it('is one of hundreds', () => {
    expect(CARDS.length).toBeGreaterThan(600)
  })

  it('has the shape that Teams’ own types have', () => {
    for (const [name, card] of CARDS) expect([name, isCard(card), isCard.errors]).toEqual([name, true, null])
    expect(isCard({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlok', text: 'x' }] })).toBe(false)
  })

  it('is of a version that Teams draws, small enough, in its language, and says its marking first', () => {
    for (const [name, card] of CARDS) {
      expect([name, card.version, sizeOf(card) <= LARGEST_CARD]).toEqual([name, '1.5', true])
      expect(card.lang).toBe(name.includes(' cy ') ? 'cy' : 'en')
      if (/^(?:notice|talk|message of nothing)/.test(name) || name.includes('list true')) continue
      expect([name, JSON.stringify(card.body[0])]).toEqual([name, expect.stringContaining('OFFICIAL')])
    }
  })

  it('reads nothing as markdown that anybody wrote', () => {
    for (const [name, card] of CARDS) {
      for (const piece of ofType(card, 'TextBlock')) {
        expect([name, piece['text']]).toEqual([name, expect.not.stringMatching(/evil|\*\*|<|\]\(/)])
      }
      expect([name, textOf(card)]).toEqual([name, expect.not.stringMatching(/\{\{|\u202E/)])
    }
  })

  it('leads nowhere but to Teams and the tab', () => {
    for (const [, card] of CARDS) {
      for (const { url } of ofType(card, 'Action.OpenUrl')) {
        expect(String(url)).toMatch(
          /^https:\/\/teams\.microsoft\.com\/l\/entity\/11111111-aaaa-4000-8000-0000000000aa\//,
        )
        expect(new URL(String(url)).searchParams.get('webUrl')).toMatch(/^https:\/\/matters\.example\/\?page=/)
      }
      expect(ofType(card, 'Image')).toEqual([])
    }
  })

  it('carries nothing but the id of its prompt and what is pressed, twice alike', () => {
    for (const [, card] of CARDS) {
      for (const { verb, data } of executes(card)) {
        expect(data).toEqual({ action: verb, prompt: expect.stringMatching(/^prompt-/) })
      }
      for (const { data } of ofType(card, 'Action.Submit')) {
        const opens = { msteams: { type: 'task/fetch' } }
        expect([
          {
            ...opens,
            action: expect.stringMatching(/^(?:answer|decide|ask)$/),
            prompt: expect.stringMatching(/^prompt-/),
          },
          { ...opens, action: 'report', group: expect.stringMatching(/^(?:sgg|ocag)$/) },
        ]).toContainEqual(data)
      }
    }
  })

  it('names every input once and says what it is for', () => {
    for (const [, card] of CARDS) {
      const inputs = piecesOf(card).filter((piece) => String(piece['type']).startsWith('Input.'))
      const ids = inputs.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { id, label } of inputs) expect([id, label]).toEqual([expect.any(String), expect.any(String)])
      for (const { actions } of ofType(card, 'ActionSet')) expect((actions as unknown[]).length).toBeLessThanOrEqual(6)
    }
  })

  it('says how something stands with a shape and a word, not by colour alone', () => {
    const coloured = CARDS.flatMap(([, card]) => ofType(card, 'TextRun')).filter(({ color }) => color !== undefined)
    for (const { text } of coloured) expect(text).toMatch(/^[◆◐●○⊗] \p{L}+/u)
    expect(coloured.length).toBeGreaterThan(0)
  })

  it('has none of the words, above the group’s threshold', () => {
    const secret = everyCard('Mulberry')
    for (const [name, card] of secret) {
      if (!name.endsWith('none')) continue
      const marking = JSON.stringify(card.body[0])
      const rest = JSON.stringify({ ...card, body: card.body.slice(1) })
      const isTyped = /^(?:open|form)/.test(name)
      expect([name, isTyped || !rest.includes('Mulberry')]).toEqual([name, true])
      expect(marking).not.toContain('Strategic')
    }
    expect(JSON.stringify(secret.get('message en OFFICIAL'))).toContain('Mulberry')
  })
})

describe('the day’s message', () => {
  it('says above the threshold only what it is, when it is due, and one button that opens the dialog', () => {
    const { card, summary } = makeMessage([aPrompt()], aGround([anAction()], { wordsUpTo: 'none' }))
    const [, , section] = card.body as unknown as Piece[]
    expect(textOf(card)).toBe(
      ['Marking: OFFICIAL', 'One matter for you', '1/26', 'Due 3 November 2026, 3 weeks late', 'Answer'].join('\n'),
    )
    expect(ofType(section as never, 'Action.Submit')).toHaveLength(1)
    expect(executes(card)).toEqual([])
    expect(summary).toBe('1/26: Late')
  })

  it('holds what fits, and counts what doesn’t', () => {
    const actions = Array.from({ length: 90 }, (_, index) =>
      anAction({ id: `action-${index}`, reference: `${index}/26`, details: `${index} ${'long words '.repeat(30)}` }),
    )
    const prompts = actions.map(({ id }, index) => aPrompt({ id: `prompt-${index}`, action: id }))
    const { card, summary } = makeMessage(prompts, aGround(actions))
    expect(sizeOf(card)).toBeLessThanOrEqual(LARGEST_CARD)
    const shown = executes(card).length
    expect(shown).toBeGreaterThan(15)
    expect(textOf(card)).toContain(`And ${90 - shown} more in My matters.`)
    expect(summary).toBe('90 matters for you, 90 of them late')
  })

  it('begins with what waits for a decision, in whatever order it came', () => {
    const prompts = [
      aPrompt({ id: 'p1' }),
      aPrompt({ id: 'p2', kind: 'approvalWanted', subject: 'discharge-action-2', action: 'action-2' }),
    ]
    const proposed = anAction({ id: 'action-2', reference: '2/26', status: 'dischargeProposed' })
    const text = textOf(makeMessage(prompts, aGround([anAction(), proposed])).card)
    expect(text.indexOf('Waits for your decision')).toBeGreaterThan(0)
    expect(text.indexOf('Waits for your decision')).toBeLessThan(text.indexOf('Late'))
  })

  it('puts a meeting’s list to the chair with one button, until it is confirmed', () => {
    const ground = aGround([anAction()])
    const [group] = ground.groups.values()
    if (!group) throw new Error('no group')
    const meetings = new Map([['m1', { key: 'm1', day: TODAY, title: 'Autumn meeting', status: 'closed' as const }]])
    const prompt = aPrompt({ id: 'p1', kind: 'listWanted', action: null, subject: 'meeting-m1' })
    const cardWith = (lists: ReadonlySet<string>) => {
      const known = { ...group, lists, snapshot: { ...group.snapshot, meetings } }
      return makeMessage([prompt], { ...ground, groups: new Map([[prompt.group, known]]) }).card
    }
    const waiting = cardWith(new Set(['meeting-m1']))
    expect(textOf(waiting)).toContain('A list to confirm: decided in the meeting')
    expect(textOf(waiting)).toContain('Autumn meeting')
    expect(JSON.stringify(waiting)).toContain('"action":"decide"')
    const settled = cardWith(new Set())
    expect(textOf(settled)).toContain('Nothing of this list waits any more.')
    expect(JSON.stringify(settled)).not.toContain('"action":"decide"')
  })

  it('names the meeting that gave somebody an action', () => {
    const origin = { kind: 'meeting', meeting: 'm1', words: '3. Data' } as const
    const ground = aGround([anAction({ origin })])
    const [group] = ground.groups.values()
    if (!group) throw new Error('no group')
    const meetings = new Map([['m1', { key: 'm1', day: TODAY, title: 'Autumn meeting', status: 'closed' as const }]])
    const groups = new Map([['sgg', { ...group, snapshot: { ...group.snapshot, meetings } }]])
    const prompt = aPrompt({ kind: 'assigned' })
    expect(textOf(makeMessage([{ ...prompt, group: 'sgg' }], { ...ground, groups }).card)).toContain(
      'New for you, from the meeting of 24 November 2026',
    )
  })

  it('tells what was decided, once', () => {
    const prompts = [
      aPrompt({ id: 'p1', kind: 'dueSoon' }),
      aPrompt({ id: 'p2', kind: 'dischargeDecided', key: 'dischargeDecided|sgg|decision-1|t/spoc' }),
    ]
    const answers = new Map([
      ['p1', { verb: 'proposeDischarge', person: person('spoc'), day: TODAY, state: 'applied' } as const],
    ])
    const decidedBy = (decision: string | null, status: 'open' | 'discharged'): string => {
      const discharge = decision && { evidence: 'It is done.', proposedOn: TODAY, proposedBy: null, decision }
      return textOf(
        makeMessage(prompts, aGround([anAction({ discharge: discharge || null, status })], { answers })).card,
      )
    }
    expect(decidedBy('decision-1', 'discharged')).toContain('Discharge approved')
    expect(decidedBy('decision-1', 'discharged').match(/1\/26/g)).toHaveLength(1)
    expect(decidedBy(null, 'open')).toContain('Discharge not approved: it stays open')
  })

  it('puts an action to somebody once, by what presses most', () => {
    const prompts = [aPrompt({ id: 'p1', kind: 'overdueChair' }), aPrompt({ id: 'p2', kind: 'overdue' })]
    const { card } = makeMessage(prompts, aGround())
    expect(executes(card).map(({ data }) => (data as Piece)['prompt'])).toEqual(['p2'])
    expect(textOf(card)).toContain('One matter for you')
  })

  it('keeps what was answered, without its button', () => {
    const answers = new Map([['p1', { verb: 'update', person: person('spoc'), day: TODAY, state: 'applied' } as const]])
    const prompts = [aPrompt({ id: 'p1' }), aPrompt({ id: 'p2', part: 'a' })]
    const { card } = makeMessage(prompts, aGround([anAction()], { answers }))
    expect(executes(card).map(({ data }) => (data as Piece)['prompt'])).toEqual(['p2'])
    expect(textOf(card)).toContain('Updated. Your words are in the register.')
    expect(textOf(card)).toContain('One matter for you')
  })

  it('is in Welsh for who reads Welsh', () => {
    const { card, summary } = makeMessage(
      [aPrompt(), aPrompt({ id: 'p2', part: 'a' })],
      aGround([anAction()], { language: 'cy' }),
    )
    expect(textOf(card)).toContain('2 fater i chi')
    expect(textOf(card)).toContain('Coch')
    expect(summary).toBe('2 fater i chi, 2 ohonynt yn hwyr')
  })

  it('shows words that a client could misread exactly as they were written', () => {
    const { card } = makeMessage([aPrompt()], aGround([anAction({ details: '*not* [a](link) & <b>' })]))
    expect(textOf(card)).toContain('*not* [a](link) & <b>')
  })
})

describe('what was circulated', () => {
  const circulated = aPrompt({ kind: 'returnCirculated', action: null, subject: 'c1' })

  it('is told with its totals and a link to the table as it stood', () => {
    const { card } = makeMessage([circulated], aGround([], { title: 'Incidents' }))
    expect(textOf(card)).toContain('Incidents: 1 of 1 answered. Incidents 3,471')
    expect(
      piecesOf(card)
        .map(({ url }) => decodeURIComponent(String(url)))
        .join(),
    ).toContain('room.requests.returns.c1')
    expect(executes(card)).toEqual([])
  })

  it('carries no figure and no word of it above the marking that may stand in a chat', () => {
    const { card, summary } = makeMessage([circulated], aGround([], { title: 'Incidents', wordsUpTo: 'none' }))
    expect(JSON.stringify([card, summary])).not.toMatch(/3,471|3471|Incidents/)
    expect(textOf(card)).toContain('What was gathered, for you')
  })
})

describe('what is on Control alone', () => {
  const wanted = aPrompt({ kind: 'accessWanted', action: null, subject: 'access-n1' })
  const submits = (card: IAdaptiveCard): unknown[] => ofType(card, 'Action.Submit').map(({ data }) => data)

  it('is one line and one button that opens its dialog', () => {
    const { card, summary } = makeMessage([wanted], aGround())
    expect(textOf(card)).toContain('Access waits for your decision\nThe database\nDue 26 November 2026, in 2 days')
    expect(submits(card)).toEqual([expect.objectContaining({ action: 'ask', prompt: wanted.id })])
    expect([...executes(card), ...ofType(card, 'Action.OpenUrl')]).toEqual([])
    expect(summary).toBe('One matter for you')
  })

  it('above the marking that may stand in a chat is why and when, and the button', () => {
    const { card } = makeMessage([wanted], aGround([], { wordsUpTo: 'none' }))
    expect(textOf(card)).toMatch(/Access waits for your decision\nDue 26 November 2026, in 2 days\nDecide$/)
    expect(submits(card)).toHaveLength(1)
  })

  it('has no button once it was decided, wherever that was, and says what', () => {
    const ground = aGround([], { decided: { accessWanted: 'approved' } })
    const { card } = makeMessage([wanted], ground)
    expect(submits(card)).toEqual([])
    expect(textOf(card)).toContain('Approved.')
    expect(textOf(card)).toContain('Nothing here waits for you any more')
    const opened = makeItemCard(wanted, ground, { form: 'open' })
    expect([submits(opened), executes(opened).map(({ verb }) => verb)]).toEqual([[], ['back']])
    const other = makeMessage([{ ...wanted, to: person('chair') }], aGround())
    expect(textOf(other.card)).toContain('Nothing of this waits for you any more.')
  })

  it('leads to its room where it only tells', () => {
    const { card } = makeMessage([{ ...wanted, kind: 'accessSuspended', subject: 'review-r1' }], aGround())
    expect(submits(card)).toEqual([])
    expect(decodeURIComponent(JSON.stringify(card))).toContain('room.access')
  })
})

describe('the card for answering', () => {
  it('offers only what can be done now', () => {
    const titles = (card: IAdaptiveCard): unknown[] => executes(card).map(({ verb }) => verb)
    const open = makeItemCard(aPrompt(), aGround(), { form: 'open' })
    expect(titles(open)).toEqual(['update', 'nil', 'formDischarge', 'formExtension', 'formPass', 'formNotOurs', 'back'])
    const noDue = makeItemCard(aPrompt({ as: 'passedTo' }), aGround([anAction({ due: null })]), { form: 'open' })
    expect(titles(noDue)).toEqual(['update', 'nil', 'formDischarge', 'back'])
    const closed = makeItemCard(aPrompt(), aGround([anAction({ status: 'closed' })]), { form: 'open' })
    expect(titles(closed)).toEqual(['back'])
  })
  it('keeps no dialog shut because an input beside its button is empty', () => {
    for (const [, card] of CARDS) {
      for (const each of ofType(card, 'Action.Submit')) expect(each['associatedInputs']).toBe('none')
    }
  })
  it('lets nobody be kept from going back by what they haven’t typed', () => {
    for (const form of FORMS) {
      const back = executes(makeItemCard(aPrompt(), aGround(), { form })).find(({ verb }) => verb === 'back')
      expect(back?.['associatedInputs'], form).toBe('none')
    }
  })
})
