import type { Frame } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onALaptop } from './living.ts'
import { ARRIVES_WITHIN_MS, expectAccessible, makeGroup, registerOf, type Place, type Window } from './people.ts'
import { makeWordFile } from './wordfile.ts'

const HEADINGS = ['No', 'Details', 'Update', 'Owner']
const BUREAU = ['2/25', 'A speaker from the referrals bureau for the group', 'Marches', '']
const PLACES = '4/3/2025: Eleven places are on it.\nACTION: To retain for next meeting'

const SPRING = [
  HEADINGS,
  [
    '1/25',
    'Forces to say how a child who is missing is found again\n(a) Each force to describe it\n(b) ROCU to compare',
    '4/3/2025: All five have described it.\nACTION: ROCU to compare by the next meeting',
    'ROCU',
  ],
  BUREAU,
  ['3/25', 'A list of places where children were found', PLACES, 'Marches'],
  ['4/25', 'Sensitive and irrelevant', '', ''],
  ['5/25', 'Who answers at night', 'Each control room says that it does', 'Severn Vale'],
]

const SUMMER = [
  HEADINGS,
  [
    '1/25',
    'Forces to say how a missing child is found again\n(a) Each force to describe it\n(b) ROCU to compare',
    '4/3/2025: All five have described it.\nACTION: ROCU to compare by the next meeting\n3/6/2025: The comparison was sent round.\nACTION: Discharged',
    'ROCU',
  ],
  BUREAU,
  ['3/25', 'A list of places where children were found', `${PLACES}\n3/6/2025: Now fourteen places.`, 'Marches'],
  ['4/25', 'Sensitive and irrelevant', '', ''],
  ['6/25', 'One telephone number for parents', '3/6/2025: Three forces have one.', 'North Mercia'],
]

/** What can't be told apart, what ended and goes on, another owner, a word corrected, a second table. */
const AUTUMN = [
  HEADINGS,
  [...(SUMMER[1] ?? []).slice(0, 2), `${SUMMER[1]?.[2]}\n7/10/2025: Two forces do it otherwise.`, 'ROCU'],
  ['2/25', 'Publish quarterly figures of online grooming', '7/10/2025: Begun.', 'Marches'],
  ['3/25', 'A list of the places where children were found', `${PLACES}\n3/6/2025: Now fifteen places.`, 'Severnside'],
  ['6/25', 'One telephone number for parents', '3/6/2025: Three forces have one.', 'North Mercia'],
]

const PLACE = { team: 'missing-children', channel: 'Working group' } as const
const LOOKS: readonly Place[] = [{}, { theme: 'contrast', lang: 'cy' }, { device: 'phone', lang: 'cy', theme: 'dark' }]

describe('a Word tracker, and next quarter’s', () => {
  const teams = onALaptop()
  let coordinator: Window
  let frame: Frame

  // One day of one person: each step goes on where the one before it ended.
  test('is dragged in, mended and accepted; then only what is new comes in, once; everybody can use what it asks', async () => {
    coordinator = await teams.as('coordinator', PLACE)
    await makeGroup(coordinator, 'Missing Children Working Group', 'West Midlands')
    frame = await coordinator.app()
    await bringInTheFirst()
    await bringInTheNext()
    await bringInTheSameAgain()
    for (const look of LOOKS) await answerWhatItAsks(look)
  }, 300_000)

  /** Lets a file go over the page. */
  async function drop(name: string, bytes: Uint8Array): Promise<void> {
    const held = await frame.evaluateHandle(
      ([file, content]) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([new Uint8Array(content)], file))
        return transfer
      },
      [name, [...bytes]] as const,
    )
    const place = frame.getByRole('main').getByRole('button').first()
    await place.dispatchEvent('dragover', { dataTransfer: held })
    await frame.getByText(coordinator.words.say('register.drop')).waitFor()
    await place.dispatchEvent('drop', { dataTransfer: held })
  }

  async function expectStrip(...pieces: readonly string[]): Promise<void> {
    const strip = frame
      .getByRole('status')
      .filter({ hasText: coordinator.words.say('importing.strip.lost', { count: 0 }) })
    await expect.poll(() => strip.innerText().then((text) => text.split(/\s*·\s*/u))).toEqual(pieces)
  }

  async function shoot(name: string): Promise<void> {
    const shots = process.env['MATTERS_SHOTS']
    if (shots) await coordinator.page.screenshot({ path: `${shots}/importing-${name}.png` })
  }

  /** Two problems are mended by a key each. */
  async function bringInTheFirst(): Promise<void> {
    const { page, words } = coordinator
    await frame.getByRole('button', { name: words.say('register.empty.import') }).click()
    await shoot('source')
    await drop('Missing children, spring.docx', makeWordFile('Action tracker', SPRING))
    await frame.getByRole('heading', { name: words.say('importing.review.title') }).waitFor()
    await shoot('review')
    const look = (count: number) =>
      frame.getByText(words.say('importing.strip.needLook', { count }), { exact: true }).waitFor()
    await look(2)
    await expectAccessible(frame)
    await page.keyboard.press('t')
    await look(1)
    await page.keyboard.press('t')
    await expectStrip('5 actions', '0 need a look', '0 lost')
    await shoot('mended')
    await frame.getByRole('button', { name: words.say('importing.bring', { count: 5 }), exact: true }).click()
    await frame.getByText(words.say('importing.done.title', { count: 5 })).waitFor()
    await shoot('done')
    await frame.getByRole('button', { name: words.say('importing.open') }).click()
    const register = await registerOf(coordinator)
    await register.choose('all')
    await expect.poll(() => register.rows().count(), { timeout: ARRIVES_WITHIN_MS }).toBe(5)
  }

  /** Only what is new is seen and comes in. */
  async function bringInTheNext(): Promise<void> {
    const { words } = coordinator
    await drop('Missing children, summer.docx', makeWordFile('Action tracker', SUMMER))
    await frame.getByRole('heading', { name: words.say('importing.review.edition') }).waitFor()
    await expectStrip('1 new', '2 with news', '1 reworded', '1 vanished', '0 need a look', '0 lost')
    await shoot('edition')
    await expectAccessible(frame)
    const rows = frame.getByRole('listitem').filter({ has: frame.getByRole('heading', { level: 2 }) })
    await rows.filter({ hasText: 'The comparison was sent round.' }).filter({ visible: true }).waitFor()
    await rows.filter({ hasText: 'Now fourteen places.' }).filter({ visible: true }).waitFor()
    await rows.filter({ hasText: 'One telephone number for parents' }).filter({ visible: true }).waitFor()
    await expect.poll(() => rows.filter({ visible: true }).count()).toBe(3)
    await frame
      .getByRole('listitem')
      .filter({ hasText: /^5\/25.*Who answers at night/ })
      .waitFor()

    await frame.getByRole('button', { name: words.say('importing.reworded.take') }).click()
    await frame.getByText(words.say('importing.reworded.taken')).waitFor()
    await frame.getByRole('button', { name: words.say('importing.bringNew') }).click()
    await frame.getByText(words.say('importing.done.edition', { fresh: 1, known: 2 })).waitFor()
    await frame.getByText(words.say('importing.confirmed', { count: 1, extensions: 0 })).waitFor()
    await shoot('edition-done')
    await frame.getByRole('button', { name: words.say('importing.open') }).click()

    const register = await registerOf(coordinator)
    await register.choose('all')
    await expect.poll(() => register.rows().count(), { timeout: ARRIVES_WITHIN_MS }).toBe(6)
    const { panel } = await register.open('Forces to say how a missing child is found again')
    const history = panel.getByRole('listitem')
    await history.filter({ hasText: 'The comparison was sent round.' }).first().waitFor()
    await expect.poll(() => history.filter({ hasText: 'All five have described it.' }).count()).toBe(1)
  }

  async function bringInTheSameAgain(): Promise<void> {
    const { words } = coordinator
    await frame.getByRole('button', { name: words.say('register.import') }).click()
    await drop('Missing children, summer.docx', makeWordFile('Action tracker', SUMMER))
    await expectStrip('0 new', '0 with news', '1 vanished', '0 need a look', '0 lost')
    await frame.getByText(words.say('importing.nothingNew', { count: 5 })).waitFor()
    await frame.getByRole('button', { name: words.say('importing.bringNothing') }).waitFor()
    await shoot('again')
  }

  /** By its keys alone. */
  async function answerWhatItAsks(look: Place): Promise<void> {
    coordinator = await teams.as('coordinator', { ...PLACE, ...look })
    frame = await coordinator.app()
    const { page, words } = coordinator
    await frame.getByRole('button', { name: words.say('register.import') }).click()
    const text = AUTUMN.map((cells) => cells.map((cell) => `"${cell}"`).join('\t')).join('\n')
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
    await frame.getByRole('textbox', { name: words.say('importing.paste') }).waitFor()
    await frame.getByRole('textbox', { name: words.say('importing.paste') }).click()
    await page.keyboard.press('Control+V')
    const asked = (count: number) =>
      frame.getByText(words.say('importing.strip.needLook', { count }), { exact: true }).waitFor()
    await asked(2)
    await shoot(`asks-${Object.values(look).join('-') || 'light'}`)
    await expectAccessible(frame)
    const sideways = () =>
      frame.evaluate(() => {
        const main = document.querySelector('main:not([hidden])')
        return (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0)
      })
    await expect.poll(sideways).toBeLessThanOrEqual(0)
    await page.keyboard.press('l')
    await asked(1)
    await page.keyboard.press('t')
    await asked(0)
    await frame.getByRole('button', { name: words.say('importing.undo') }).click()
    await asked(1)
    await coordinator.page.context().close()
  }
})
