import { expect, test } from 'vitest'
import { together } from '../../src/service/together.ts'

/** Readings that end when they are told to. */
function readings(atOnce: number) {
  let time = 1_000_000
  const begun: ((value: string) => void)[] = []
  const share = together(
    { every: 200, atOnce },
    () => time,
    () => new Promise<string>((resolve) => begun.push(resolve)),
  )
  const soon = () => new Promise((resolve) => setTimeout(resolve, 15))
  return { share, begun, soon, pass: (milliseconds: number) => void (time += milliseconds) }
}

test('whoever asks while a reading runs shares the next, which begins when that one has ended', async () => {
  const { share, begun, soon } = readings(10)
  const first = [share('a'), share('a')]
  await soon()
  const later = [share('a'), share('a'), share('a')]
  await soon()
  expect(begun).toHaveLength(1)
  begun[0]?.('before')
  expect(await Promise.all(first)).toEqual(['before', 'before'])
  await soon()
  expect(begun).toHaveLength(2)
  begun[1]?.('after')
  expect(await Promise.all(later)).toEqual(['after', 'after', 'after'])
})

test('one that failed fails for whoever shared it, and for nobody after them', async () => {
  let count = 0
  const share = together({ every: 40, atOnce: 10 }, Date.now, () =>
    (count += 1) === 1 ? Promise.reject(new Error('gone')) : Promise.resolve('here'),
  )
  await expect(share('a')).rejects.toThrow('gone')
  expect(await share('a')).toBe('here')
})

test('a few follow each other at once, and only then they keep their distance', async () => {
  const { share, begun, soon, pass } = readings(2)
  for (const index of [0, 1, 2]) {
    const asked = share('a')
    await soon()
    expect(begun).toHaveLength(index + 1)
    begun[index]?.('read')
    await asked
  }
  const kept = share('a')
  await soon()
  expect(begun).toHaveLength(3)
  // Another group isn't kept by it.
  const other = share('b')
  await soon()
  expect(begun).toHaveLength(4)
  begun[3]?.('other')
  expect(await other).toBe('other')
  await expect.poll(() => begun.length).toBe(5)
  begun[4]?.('late')
  expect(await kept).toBe('late')
  pass(1000)
  const rested = share('a')
  await soon()
  expect(begun).toHaveLength(6)
  begun[5]?.('rested')
  expect(await rested).toBe('rested')
})
