import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeChainLine } from '../../src/chain/file.ts'
import { makeHead } from '../../src/chain/head.ts'
import { BEGINNING, makeLink, sealContent } from '../../src/chain/link.ts'
import { runMatters } from '../../src/cli/matters.ts'
import { canonical } from '../../src/domain/canonical.ts'
import { APPS, CONTROL_SITE_PATH, GRAPH_AUDIENCE, SITE_HOST } from '../../src/laptop/demonstration/tenant.ts'
import type { AuditEntry } from '../../src/sharepoint/control/auditrows.ts'
import { openRecords } from '../../src/sharepoint/control/records.ts'
import { provisionControl } from '../../src/sharepoint/provisioning/group.ts'
import { findSite } from '../../src/sharepoint/sites.ts'
import { aWorld, type World } from '../sharepoint/world.ts'

const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 })
const PRIVATE = KEYS.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
const PUBLIC = createPublicKey(KEYS.privateKey).export({ type: 'spki', format: 'pem' }) as string

function aChain(length: number): AuditEntry[] {
  const entries: AuditEntry[] = []
  for (let sequence = 1; sequence <= length; sequence++) {
    const at = `2026-11-27T09:00:0${sequence}.000Z`
    const by = { tenantId: 't', objectId: 'o' }
    const content = canonical({ event: 'consultation', operation: 'x.y', group: 'g', subject: `s${sequence}`, by, at })
    const sealed = { id: `entry-${sequence}`, at, content, ...sealContent(content) }
    const link = makeLink(sealed, sequence, entries.at(-1)?.link?.hash ?? BEGINNING, PRIVATE)
    const columns = { title: 'consultation', event: 'consultation', group: 'g', subject: `s${sequence}`, person: 'o' }
    entries.push({ ...sealed, ...columns, link })
  }
  return entries
}

const CHAIN = aChain(5)
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'matters-audit-'))
  writeFileSync(join(folder, 'key.pem'), PUBLIC)
})
afterAll(() => rmSync(folder, { recursive: true }))

function aFile(
  name: string,
  entries: readonly AuditEntry[],
  isTheirs: (entry: AuditEntry) => boolean = () => true,
): string {
  const file = join(folder, name)
  writeFileSync(file, entries.map((entry) => `${makeChainLine(entry, isTheirs(entry))}\n`).join(''))
  return file
}

async function matters(...words: readonly string[]): Promise<{ code: number; out: string; error: string }> {
  return mattersWith({}, ...words)
}

async function mattersWith(env: Readonly<Record<string, string>>, ...words: readonly string[]) {
  let [out, error] = ['', '']
  const code = await runMatters(['audit', ...words], {
    env,
    write: (text) => (out += text),
    writeError: (text) => (error += text),
    ask: () => Promise.resolve(null),
  })
  return { code, out, error }
}

const verify = (file: string, ...more: readonly string[]) =>
  matters('verify', file, '--key', join(folder, 'key.pem'), ...more)

describe('matters audit verify, of an export', () => {
  test('needs nothing but the public key', async () => {
    const file = aFile('whole.jsonl', CHAIN)
    expect(await verify(file)).toEqual({ code: 0, out: 'Whole: 5 entries, 5 of them with their words.\n', error: '' })
    expect((await verify(file, '--language', 'cy')).out).toContain('Cyfan')
  })

  test('holds where others’ entries have no more than their places in it', async () => {
    const file = aFile('own.jsonl', CHAIN, ({ id }) => id === 'entry-3')
    expect(await verify(file)).toMatchObject({ code: 0, out: 'Whole: 5 entries, 1 of them with their words.\n' })
  })

  test('names the first gap, fork and mismatch, and nobody’s words', async () => {
    const told = async (name: string, entries: readonly AuditEntry[]) => {
      const { code, error, out } = await verify(aFile(name, entries))
      expect([code, out]).toEqual([1, ''])
      return error
    }
    const changed = CHAIN.map((entry, index) => (index === 1 ? { ...entry, at: '2026-11-27T09:00:09.000Z' } : entry))
    const reworded = CHAIN.map((entry) => ({ ...entry, content: entry.content.replace('s4', 's9') }))
    expect(await told('gap.jsonl', CHAIN.toSpliced(2, 1))).toContain('place 3 is empty')
    expect(await told('fork.jsonl', [...CHAIN, { ...CHAIN[3]!, id: 'twin' }])).toContain('place 4 is taken twice')
    expect(await told('mismatch.jsonl', changed)).toContain('place 2 doesn’t follow')
    const error = await told('content.jsonl', reworded)
    expect(error).toContain('place 4 isn’t what was sealed')
    expect(error).not.toContain('s9')
  })

  test('with a signed end of some day, what was cut off since is missed', async () => {
    const end = CHAIN.at(-1)!.link!
    const head = join(folder, 'head.json')
    writeFileSync(head, JSON.stringify(makeHead({ ...end, at: '2026-11-27T10:00:00.000Z' }, PRIVATE)))
    expect(await verify(aFile('all.jsonl', CHAIN), '--head', head)).toMatchObject({ code: 0 })
    const short = aFile('short.jsonl', CHAIN.slice(0, 4))
    expect(await verify(short)).toMatchObject({ code: 0 })
    expect(await verify(short, '--head', head)).toMatchObject({
      code: 1,
      error: expect.stringContaining('place 5 is empty'),
    })
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    const forged = makeHead({ ...end, at: 'x' }, other.export({ type: 'pkcs8', format: 'pem' }) as string)
    writeFileSync(head, JSON.stringify(forged))
    expect(await verify(short, '--head', head)).toMatchObject({ code: 1, error: expect.stringContaining('signed') })
  })

  test('ends with 2 where there is nothing to look at', async () => {
    expect(await verify(join(folder, 'not-there.jsonl'))).toMatchObject({ code: 2 })
    const file = aFile('some.jsonl', CHAIN)
    expect(await matters('verify', file, '--key', file)).toMatchObject({ code: 2 })
    expect(await matters('verify', '--key', join(folder, 'key.pem'))).toMatchObject({ code: 2 })
    writeFileSync(file, '{"no":"entry"}\n')
    expect(await verify(file)).toMatchObject({ code: 1, error: expect.stringContaining('line 1') })
    expect(await matters('export', '--group', 'g', '--to', file)).toMatchObject({ code: 2 })
  })
})

describe('matters audit verify, of Control', () => {
  let world: World
  beforeAll(async () => {
    world = await aWorld()
  })
  afterAll(() => world.close())

  test('reads what stands there, with an administrator’s token', async () => {
    const client = world.administrator()
    const siteId = (await findSite(client, SITE_HOST, CONTROL_SITE_PATH))?.id ?? ''
    await provisionControl(client, siteId)
    const { audit } = await openRecords({ client, siteId })
    for (const entry of CHAIN) {
      await audit.add(entry)
      if (entry.id !== 'entry-5') await audit.place(entry.id, entry.link!)
    }
    const { accessToken } = await world.graph.signIn.personToken({
      person: 'administrator',
      clientId: APPS.administration,
      audience: GRAPH_AUDIENCE,
      scopes: ['Sites.FullControl.All'],
    })
    const env = { MATTERS_TOKEN: accessToken, MATTERS_GRAPH_BASE: world.graph.url }
    const words = ['verify', '--key', join(folder, 'key.pem'), '--control', siteId]
    expect(await mattersWith(env, ...words)).toMatchObject({ code: 1, error: expect.stringContaining('never got') })
    await audit.place('entry-5', CHAIN.at(-1)!.link!)
    expect(await mattersWith(env, ...words)).toMatchObject({ code: 0, out: expect.stringContaining('5 entries') })
    expect(await mattersWith({ ...env, MATTERS_TOKEN: 'none' }, ...words)).toMatchObject({ code: 2 })
  })
})
