import { expect, test } from 'vitest'
import { decideGrounds, groundWords, offeredOf, type Ground, type GroundsContent } from '../../src/domain/grounds.ts'

const TODAY = '2026-11-24'
const context = {
  actor: { tenantId: 't', objectId: 'casey', name: 'Casey' },
  today: TODAY,
  at: `${TODAY}T12:00:00Z`,
  appointments: [],
}
const ground = (id: string): Ground => ({ id, en: `${id} in English`, cy: `${id} yn Gymraeg`, withdrawn: null })
const USUAL = [ground('outside'), ground('personal')]
const about = { key: 'g', group: 'g', usual: USUAL }

function done(decided: ReturnType<typeof decideGrounds>): GroundsContent {
  if (!decided.ok) throw new Error(decided.error.code)
  return decided.value
}

test('a ground that is worded anew stands in the place of the other, which records still name', () => {
  const words = { en: ' Outside of it ', cy: 'Y tu allan iddo' }
  const { grounds } = done(
    decideGrounds({ kind: 'rewordGround', id: 'new', ...about, ground: 'outside', ...words }, null, context),
  )
  expect(offeredOf(grounds).map(({ id }) => id)).toEqual(['new', 'personal'])
  expect([groundWords(grounds, 'outside', 'en'), groundWords(grounds, 'new', 'en')]).toEqual([
    'outside in English',
    'Outside of it',
  ])
  expect(groundWords(grounds, 'Words of before', 'cy')).toBe('Words of before')
  const once = { group: 'g', grounds }
  const again = decideGrounds({ kind: 'withdrawGround', id: 'w', ...about, ground: 'outside' }, once, context)
  expect(again).toMatchObject({ error: { code: 'contentChanged' } })
})

test('there is always one to withhold on, of words in both languages, and no two alike', () => {
  const add = (en: string, cy: string) =>
    decideGrounds({ kind: 'addGround', id: 'new', ...about, en, cy }, null, context)
  expect(add('New', ' ')).toMatchObject({ error: { code: 'requestInvalid', field: 'cy' } })
  expect(add('PERSONAL IN ENGLISH', 'Newydd')).toMatchObject({ error: { code: 'groundTwice', field: 'en' } })
  expect(done(add('New', 'Newydd')).grounds.map(({ id }) => id)).toEqual(['outside', 'personal', 'new'])
  const left = done(decideGrounds({ kind: 'withdrawGround', id: 'a', ...about, ground: 'outside' }, null, context))
  expect(offeredOf(left.grounds)).toEqual([USUAL[1]])
  const last = decideGrounds({ kind: 'withdrawGround', id: 'b', ...about, ground: 'personal' }, left, context)
  expect(last).toMatchObject({ error: { code: 'lastGround' } })
})
