/**
 * Opens a group's site with as few round trips as can be: one, where the lists are called what they were made as. All
 * that the first rows need goes out in one batch, addressed by the lists' names, together with the question what the
 * lists' ids are. Where a list turns out to be called otherwise, a second batch asks by id. What neither answered, the
 * ordinary requests ask for, with their waiting and trying again.
 *
 * The delta token is always taken before the first page, so that whatever changes afterwards is in the delta.
 */

import { faultOf, type BatchAnswer, type GraphClient, type GraphRequest } from '../client.ts'
import { REGISTER_LISTS, type List } from '../lists.ts'
import { findLists, listsRequest, PAGE, readLists, readPage, type ReadOptions, type StoredRow } from '../table.ts'
import { ACTION_COLUMNS } from './rows.ts'
import { settingsColumnsOf, SETTINGS_LISTS } from './settings.ts'
import { readAll, tablesOf, type Tables } from './tables.ts'

export interface Opening {
  readonly tables: Tables
  /** Of each list of `SETTINGS_LISTS`; null for one that isn't there. */
  readonly settings: readonly (readonly StoredRow[] | null)[]
  /** Where changes are read from, as of before any of the rows. */
  readonly link: string
  readonly first: readonly StoredRow[]
  /** Whether `first` are all rows. */
  readonly isWhole: boolean
}

/** Enough for a screen and the next few, and soon here. */
const FIRST_ROWS = 200

/** @param options.guess whether to try the lists' names; not where that has failed before */
export async function openSite(
  client: GraphClient,
  siteId: string,
  options: ReadOptions & { readonly guess: boolean },
): Promise<Opening> {
  const { guess, ...how } = options
  let ids: ReadonlyMap<List, string> | null = null
  let look: Look = {}
  if (guess) {
    const named = tablesOf(client, siteId, new Map(REGISTER_LISTS.map((list) => [list, list.name])))
    const [lists, ...answers] = await ask(client, [listsRequest(siteId), ...lookRequests(named)], how)
    const there = lists?.status === 200 ? readLists(lists.body, REGISTER_LISTS) : null
    ids = there?.ids ?? null
    if (there?.areNamed) look = readLook(named, answers, tablesOf(client, siteId, there.ids))
  }
  const tables = tablesOf(client, siteId, ids ?? (await findLists(client, siteId, REGISTER_LISTS, how)))
  if (!look.page) look = readLook(tables, await ask(client, lookRequests(tables), how), tables)
  const settings = look.settings ?? (await readAll(tables.settings, how))
  const link = look.link ?? (await tables.actions.latest(ACTION_COLUMNS, how))
  return { tables, settings, link, first: look.page?.rows ?? [], isWhole: look.page?.next === null }
}

/** Throws where the store asks to wait: asking for the rest one by one would only cost more of what is short. */
async function ask(
  client: GraphClient,
  requests: readonly GraphRequest[],
  how: ReadOptions,
): Promise<readonly BatchAnswer[]> {
  const answers = await client.batch(requests, how)
  for (const [index, request] of requests.entries()) {
    const answer = answers[index]
    if (answer && answer.retryAfter !== null) throw faultOf(request, answer)
  }
  return answers
}

/** What a batch brought, as far as it was answered. */
interface Look {
  readonly link?: string
  /** Only with a link, which is older. */
  readonly page?: { readonly rows: readonly StoredRow[]; readonly next: string | null }
  readonly settings?: readonly (readonly StoredRow[] | null)[]
}

function lookRequests({ actions, settings }: Tables): GraphRequest[] {
  const latest = actions.requests.latest(ACTION_COLUMNS)
  return [
    latest,
    { ...actions.requests.page(ACTION_COLUMNS, FIRST_ROWS), after: latest },
    ...SETTINGS_LISTS.flatMap((list, index) => settings[index]?.requests.page(settingsColumnsOf(list), PAGE) ?? []),
  ]
}

/** @param there the tables that there are; the asked ones may be more */
function readLook(asked: Tables, [latest, first, ...others]: readonly BatchAnswer[], there: Tables): Look {
  const link = latest?.status === 200 ? readPage(latest.body).link : null
  const left = [...others]
  const settings = asked.settings.map((table, index) => {
    const answer = table && left.shift()
    if (!there.settings[index]) return null
    const page = answer?.status === 200 ? readPage(answer.body) : null
    return page?.next === null ? page.rows : 'unread'
  })
  const isRead = (rows: (typeof settings)[number]): rows is readonly StoredRow[] | null => rows !== 'unread'
  return {
    ...(link === null ? {} : { link }),
    ...(link !== null && first?.status === 200 ? { page: readPage(first.body) } : {}),
    ...(settings.every(isRead) ? { settings } : {}),
  }
}
