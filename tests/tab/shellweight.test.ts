import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { afterEach, expect, test, vi } from 'vitest'

const CONFIGURATION = fileURLToPath(new URL('../../.config/vite.config.ts', import.meta.url))
/** React, Fluent, teams-js, msal and the Graph client are 209 kB of it. */
const BUDGET_KB = 260

afterEach(() => vi.unstubAllEnvs())

test(`what a person loads before the first row is at most ${BUDGET_KB} kB, and can't sign in but through Teams`, async () => {
  // As in a deployment: under vitest's own, React would come with its checks.
  vi.stubEnv('NODE_ENV', 'production')
  const built = (await build({
    configFile: CONFIGURATION,
    logLevel: 'silent',
    build: { write: false },
  })) as Rolldown.RolldownOutput
  const chunks = new Map(
    built.output.flatMap((each) => (each.type === 'chunk' ? [[each.fileName, each] as const] : [])),
  )
  const named = (name: string) => [...chunks.values()].filter((chunk) => chunk.name === name)
  const first = new Set<string>()
  const add = (name: string): void => {
    if (first.has(name)) return
    first.add(name)
    for (const imported of chunks.get(name)?.imports ?? []) add(imported)
  }
  for (const name of ['index', 'ChannelPage', 'welsh']) {
    expect(named(name), name).toHaveLength(1)
    for (const chunk of named(name)) add(chunk.fileName)
  }
  const kilobytes = [...first].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? '').length / 1000, 0)
  expect(Math.round(kilobytes)).toBeLessThanOrEqual(BUDGET_KB)
  expect(kilobytes).toBeGreaterThan(150)
  // Words that come later would be shown as their keys.
  const early = [...first]
    .filter((name) => !/(?:english|welsh)-/.test(name))
    .map((name) => chunks.get(name)?.code ?? '')
  expect(
    early.flatMap(
      (code) =>
        code.match(
          /[`'"](?:accessibility|acting|answer|bulk|configure|decide|documents|example|importing|keys|meetings?|mine|people|provisioning|requests|returns|savedview|settings\.mine)\.[\w.]+/g,
        ) ?? [],
    ),
  ).toEqual([])
  const code = [...chunks.values()].map((chunk) => chunk.code).join('\n')
  expect(code).toContain('only nested sign-in is built in')
  expect(code).not.toContain('acquireTokenRedirect_redirect')
})
