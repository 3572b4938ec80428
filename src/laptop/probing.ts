/**
 * Sends the claims of the local Graph's table of observations to any Graph, each in a scratch list that it makes and
 * removes, and tells which hold. It writes to no other list.
 */

import { randomUUID } from 'node:crypto'
import { OBSERVED, type Expectation, type Observed, type Step } from '../local/graph/observed.ts'

export interface ProbeTarget {
  /** For example `https://graph.microsoft.com/v1.0`. */
  readonly base: string
  readonly token: string
  /** Id of a site where the token may make lists. */
  readonly site: string
  /** Also checks that need thousands of items, which cost a real tenant some ten minutes of its quota. */
  readonly large: boolean
}

export interface Finding {
  readonly id: string
  readonly claim: string
  readonly outcome: 'holds' | 'differs' | 'left out'
  /** What was answered instead. */
  readonly instead?: string
}

const LARGE = 1_000
const BATCH = 20

/** One finding after the other; nothing is thrown for a claim that doesn't hold. */
export async function* probe(target: ProbeTarget, table: readonly Observed[] = OBSERVED): AsyncGenerator<Finding> {
  for (const { id, claim, check } of table) {
    if ((check.items ?? 0) > LARGE && !target.large) yield { id, claim, outcome: 'left out' }
    else {
      const instead = await difference(target, id, check)
      yield instead === undefined ? { id, claim, outcome: 'holds' } : { id, claim, outcome: 'differs', instead }
    }
  }
}

interface Reply {
  readonly status: number
  readonly body: unknown
}

async function difference(target: ProbeTarget, id: string, check: Observed['check']): Promise<string | undefined> {
  const site = `/sites/${target.site}`
  const made = await send(target, 'POST', `${site}/lists`, {
    displayName: `Probe ${id} ${randomUUID().slice(0, 8)}`,
    columns: check.columns,
    list: { template: 'genericList' },
  })
  if (made.status !== 201) return `the scratch list was refused: ${shown(made)}`
  const list = `${site}/lists/${String(at(made.body, 'id'))}`
  try {
    await addItems(target, list, check.items ?? 0)
    const names: Record<string, string> = { site, list }
    for (const step of check.steps) {
      const reply = await send(
        target,
        step.method,
        filled(step.path, names),
        step.body,
        Object.fromEntries(Object.entries(step.headers ?? {}).map(([name, value]) => [name, filled(value, names)])),
      )
      const wrong = mismatch(step.expect, reply)
      if (wrong !== undefined) return `${describe(step)}: ${wrong}; answered ${shown(reply)}`
      for (const [name, path] of Object.entries(step.capture ?? {})) names[name] = String(at(reply.body, path))
    }
    return undefined
  } finally {
    await send(target, 'DELETE', list)
  }
}

async function addItems(target: ProbeTarget, list: string, count: number): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const requests = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => ({
      id: String(index),
      method: 'POST',
      url: `${list}/items`,
      headers: { 'Content-Type': 'application/json' },
      body: { fields: { Title: `item ${from + index}` } },
    }))
    const reply = await send(target, 'POST', '/$batch', { requests })
    const refused = (at(reply.body, 'responses') as { status: number }[] | undefined)?.find((one) => one.status !== 201)
    if (reply.status !== 200 || refused) throw new Error(`Items could not be made for a check: ${shown(reply)}`)
  }
}

async function send(
  { base, token }: ProbeTarget,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const response = await fetch(`${base}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

function mismatch(expect: Expectation, { status, body }: Reply): string | undefined {
  const statuses = [expect.status].flat()
  if (!statuses.includes(status)) return `status ${statuses.join(' or ')} was expected`
  const code = at(body, 'error/code')
  if (expect.code !== undefined && code !== expect.code) return `code ${expect.code} was expected`
  const message = at(body, 'error/message')
  if (
    expect.message !== undefined &&
    !(typeof message === 'string' && new RegExp(expect.message, 'is').test(message))
  ) {
    return `a message like /${expect.message}/ was expected`
  }
  for (const [path, value] of Object.entries(expect.values ?? {})) {
    if (JSON.stringify(at(body, path)) !== JSON.stringify(value)) return `${path} ${JSON.stringify(value)} was expected`
  }
  const present = expect.absent?.find((path) => at(body, path) !== undefined && at(body, path) !== null)
  if (present !== undefined) return `no ${present} was expected`
  const value = at(body, 'value')
  if (expect.count !== undefined && (!Array.isArray(value) || value.length !== expect.count)) {
    return `${expect.count} items were expected`
  }
  return undefined
}

function at(body: unknown, path: string): unknown {
  let value = body
  for (const part of path.split('/')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[part]
  }
  return value
}

function filled(text: string, names: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole)
}

function describe(step: Step): string {
  return `${step.method} ${step.path}`
}

/** Never the token: answers don't carry it. */
function shown({ status, body }: Reply): string {
  const error = at(body, 'error')
  return `${status} ${JSON.stringify(error ?? body ?? '').slice(0, 300)}`
}
