import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import '@pnp/graph/lists/index.js'
import '@pnp/graph/list-item/index.js'
import '@pnp/graph/sites/index.js'
import { graphfi } from '@pnp/graph'
import { DefaultHeaders, DefaultInit } from '@pnp/graph/behaviors/defaults.js'
import { BearerToken, BrowserFetchWithRetry, DefaultParse } from '@pnp/queryable'
import { afterEach, describe, expect, test } from 'vitest'
import { furnishedFolder, start, type Running, type TemporaryFolder } from './laptop.ts'
import { ARRIVES_WITHIN_MS, bringIn, expectAccessible, makeGroup, openTeams, registerOf, type Teams } from './people.ts'

const REAL = fileURLToPath(new URL('../../../shared/real/csae-sgg-action-tracker-2020.txt', import.meta.url))

/** Ours, in the shape of a real one: parts, dated updates ending in what is next, withheld rows, a slipped cell. */
const FICTIONAL = [
  'Action tracker of the Missing Children Working Group',
  '',
  'No\tDetails\tUpdate\tOwner',
  '1/25\tForces to say how a child who is missing is found again; (a) each force to describe it (b) ROCU to compare\t4/3/2025: All five have described it. ACTION: ROCU to compare by the next meeting\tROCU',
  '2/25\tA list of places where children were found\t4/3/2025: Eleven places. ACTION: To retain for next meeting\tMarches',
  '3/25\tSensitive and irrelevant\t\t',
  '4/25\tWho answers at night\t4/3/2025: Each control room does. ACTION: Discharged\tSevern Vale',
  '5/25\tA new SPOC is required\tNorth Mercia\t',
].join('\n')

describe.each([
  {
    // The same day with less in it: for where the real one isn't, and for the long counts.
    name: 'a fictional tracker',
    tracker: existsSync(REAL) && !process.env['MATTERS_PROVE'] ? null : FICTIONAL,
    count: 5,
    words: 'Who answers at night',
    open: 'A list of places',
  },
  {
    name: existsSync(REAL) ? 'the real tracker' : 'the real tracker (skipped: ../shared is not here)',
    tracker: existsSync(REAL) ? readFileSync(REAL, 'utf8') : null,
    count: 12,
    words: 'Review NRM data',
    open: 'Review NRM data',
  },
])('from a channel to a register with $name', ({ tracker, count, words, open }) => {
  let folder: TemporaryFolder | null = null
  let laptop: Running | null = null
  let teams: Teams | null = null

  afterEach(async () => {
    await teams?.close()
    await laptop?.stop()
    folder?.remove()
  })

  test.skipIf(tracker === null)(
    'it is made, filled, shared, kept, and read by others',
    { timeout: 300_000 },
    async () => {
      folder = await furnishedFolder()
      laptop = await start('start', folder.path)
      const { url } = laptop
      teams = await openTeams(() => laptop?.url ?? url)
      const place = { team: 'missing-children', channel: 'Working group' }

      const coordinator = await teams.as('coordinator', place)
      await makeGroup(coordinator, 'Missing Children Working Group', 'West Midlands')
      await bringIn(coordinator, tracker ?? '', count)
      const register = await registerOf(coordinator)
      await register.choose('all')
      await expect.poll(() => register.rows().count(), { timeout: ARRIVES_WITHIN_MS }).toBe(count)
      await register.row(words).waitFor()
      await expectAccessible(register.frame)

      const chair = await teams.as('chair', place)
      const seen = await (await registerOf(chair)).open(open)
      const spoc = await teams.as('spoc-north', place)
      await (
        await (await registerOf(spoc)).open(open)
      ).say('Our figures follow on Friday.', 'Lay them beside last year’s')
      const arrived = seen.panel.getByRole('listitem').filter({ hasText: 'Our figures follow on Friday.' })
      await arrived.first().waitFor({ timeout: ARRIVES_WITHIN_MS })

      const outsider = await teams.as('outsider', place)
      await outsider.page.getByText("Daniel Firth can't open this").waitFor()
      await teams.settle()

      expect((await laptop.stop('SIGINT')).code).toBe(0)
      laptop = await start('start', folder.path)
      const again = await registerOf(await teams.as('chair', place))
      await again.choose('all')
      await expect.poll(() => again.rows().count(), { timeout: ARRIVES_WITHIN_MS }).toBe(count)
      await (await again.open(open)).panel.getByText('Our figures follow on Friday.').waitFor()
      await teams.settle()
      await laptop.stop()

      laptop = await start('graph', folder.path)
      const rows = await readByPnP(laptop, '/sites/missing-children')
      expect(rows.length).toBe(count)
      expect(rows.map((row) => row['Details']).join('\n')).toContain(words)
    },
  )
})

/** PnPjs, which we did not write, reads the list of actions. */
async function readByPnP(graph: Running, sitePath: string): Promise<readonly Record<string, unknown>[]> {
  const origin = new URL(graph.url).origin
  const asked = await fetch(`${origin}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: 'coordinator', audience: 'graph', scope: 'Sites.Read.All' }),
  })
  const { access_token: token } = (await asked.json()) as { access_token: string }
  const client = graphfi().using(
    DefaultHeaders(),
    DefaultInit(graph.url),
    BrowserFetchWithRetry(),
    DefaultParse(),
    BearerToken(token),
  )
  const site = await client.sites.getByUrl('local.sharepoint.com', sitePath)
  const lists = await site.lists()
  const id = lists.find((list) => list.displayName === 'Matters Actions')?.id ?? ''
  const items = await site.lists.getById(id).items.expand('fields')()
  return items.map((item) => (item as { fields?: Record<string, unknown> }).fields ?? {})
}
