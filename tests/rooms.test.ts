/**
 * The import table, held by tools: each of its rules is broken once in a house of the same plan (the real tsconfigs and
 * the real lint rules, one small file a room), and the compiler or the linter says so. Beside each stands what is
 * allowed, so that a tool that refuses everything would be noticed too.
 */

import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** One file that others may try to import, in every room. */
const ROOMS = [
  'src/domain',
  'src/words',
  'src/contract',
  'src/documents',
  'src/chain',
  'src/sharepoint',
  'src/sharepoint/work',
  'src/sharepoint/control',
  'src/sharepoint/provisioning',
  'src/tab',
  'src/service',
  'src/cli',
  'src/local/graph',
  'src/laptop',
]

interface Plant {
  readonly rule: string
  /** Where it is planted; the name is the file's. */
  readonly file: string
  readonly code: string
  /** What the tool must say about this file; nothing where it is allowed. */
  readonly said?: RegExp
}

const take = (path: string): string => `import { room } from '${path}'\nexport const used = room\n`

const COMPILER: readonly Plant[] = [
  { rule: 'documents may use domain', file: 'src/documents/a1.ts', code: take('../domain/room.ts') },
  { rule: 'the tab may use the contract', file: 'src/tab/a2.ts', code: take('../contract/room.ts') },
  { rule: 'the service may use Control', file: 'src/service/a3.ts', code: take('../sharepoint/control/room.ts') },
  { rule: 'the service may use the chain', file: 'src/service/a5.ts', code: take('../chain/room.ts') },
  { rule: 'the command line may use the chain', file: 'src/cli/a6.ts', code: take('../chain/room.ts') },
  { rule: 'the laptop may use everything', file: 'src/laptop/a4.ts', code: take('../local/graph/room.ts') },
  {
    rule: 'domain uses no words',
    file: 'src/domain/b1.ts',
    code: take('../words/room.ts'),
    said: /TS6307|TS2307/,
  },
  {
    rule: 'domain reaches no network',
    file: 'src/domain/b2.ts',
    code: "export const a = () => fetch('x')\n",
    said: /TS2304/,
  },
  {
    rule: 'domain reads no file',
    file: 'src/domain/b3.ts',
    code: "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n",
    said: /TS2591|TS2307/,
  },
  {
    rule: 'documents use no SharePoint',
    file: 'src/documents/b4.ts',
    code: take('../sharepoint/work/room.ts'),
    said: /TS6307/,
  },
  {
    rule: 'documents reach no network',
    file: 'src/documents/b5.ts',
    code: "export const a = () => fetch('x')\n",
    said: /TS2304/,
  },
  { rule: 'words use no contract', file: 'src/words/b6.ts', code: take('../contract/room.ts'), said: /TS6307/ },
  {
    rule: 'the contract uses no SharePoint',
    file: 'src/contract/b7.ts',
    code: take('../sharepoint/room.ts'),
    said: /TS6307/,
  },
  { rule: 'SharePoint uses no tab', file: 'src/sharepoint/b8.ts', code: take('../tab/room.ts'), said: /TS6307/ },
  {
    rule: 'SharePoint uses no local',
    file: 'src/sharepoint/work/b9.ts',
    code: take('../../local/graph/room.ts'),
    said: /TS6307/,
  },
  {
    rule: 'the tab uses no Control',
    file: 'src/tab/c1.ts',
    code: take('../sharepoint/control/room.ts'),
    said: /TS6307/,
  },
  {
    rule: 'the tab provisions nothing',
    file: 'src/tab/c2.ts',
    code: take('../sharepoint/provisioning/room.ts'),
    said: /TS6307/,
  },
  { rule: 'the tab uses no local', file: 'src/tab/c3.ts', code: take('../local/graph/room.ts'), said: /TS6307/ },
  {
    rule: 'the service uses no local',
    file: 'src/service/c4.ts',
    code: take('../local/graph/room.ts'),
    said: /TS6307/,
  },
  { rule: 'the tab checks no chain', file: 'src/tab/c6.ts', code: take('../chain/room.ts'), said: /TS6307/ },
  { rule: 'the chain uses no service', file: 'src/chain/c7.ts', code: take('../service/room.ts'), said: /TS6307/ },
  {
    rule: 'the chain reaches no network',
    file: 'src/chain/c8.ts',
    code: "export const a = () => window.fetch('x')\n",
    said: /TS2304/,
  },
  { rule: 'the command line uses no laptop', file: 'src/cli/c5.ts', code: take('../laptop/room.ts'), said: /TS6307/ },
  { rule: 'local uses no domain', file: 'src/local/graph/c6.ts', code: take('../../domain/room.ts'), said: /TS6307/ },
  {
    rule: 'the tab has no Node',
    file: 'src/tab/c7.ts',
    code: 'export const a = process.env\n',
    said: /TS2591|TS2580|TS2304/,
  },
]

const LINTER: readonly Plant[] = [
  { rule: 'the session may open the register', file: 'src/tab/session.ts', code: take('../sharepoint/work/room.ts') },
  { rule: 'the clock may know Date', file: 'src/words/clock.ts', code: 'export const now = () => Date.now()\n' },
  { rule: 'local may know Date', file: 'src/local/graph/d1.ts', code: 'export const now = () => Date.now()\n' },
  {
    rule: 'domain uses no package',
    file: 'src/domain/e1.ts',
    code: "import { string } from 'valibot'\nexport const a = string\n",
    said: /no-restricted-imports/,
  },
  {
    rule: 'domain has no clock',
    file: 'src/domain/e2.ts',
    code: 'export const a = () => Date.now()\n',
    said: /no-restricted-globals/,
  },
  {
    rule: 'domain has no dice',
    file: 'src/domain/e3.ts',
    code: 'export const a = () => Math.random()\n',
    said: /no-restricted-properties/,
  },
  {
    rule: 'one file knows Date',
    file: 'src/service/e4.ts',
    code: 'export const a = () => new globalThis.Date()\n',
    said: /no-restricted-globals/,
  },
  {
    rule: 'one file of the tab opens the register',
    file: 'src/tab/e5.ts',
    code: take('../sharepoint/work/room.ts'),
    said: /no-restricted-imports/,
  },
  {
    rule: 'a type counts as an import too',
    file: 'src/tab/register/e6.ts',
    code: "import type { room } from '../../sharepoint/work/room.ts'\nexport type A = typeof room\n",
    said: /no-restricted-imports/,
  },
  {
    rule: 'documents reach no network by another name',
    file: 'src/documents/e7.ts',
    code: "export const a = () => globalThis.fetch('x')\n",
    said: /no-restricted-globals/,
  },
  {
    rule: 'local imports nothing of ours',
    file: 'src/local/graph/e8.ts',
    code: take('../../domain/room.ts'),
    said: /no-restricted-imports/,
  },
  {
    rule: 'production imports nothing of the laptop',
    file: 'src/service/e9.ts',
    code: take('../local/graph/room.ts'),
    said: /no-restricted-imports/,
  },
  {
    rule: 'nothing goes round',
    file: 'src/words/f1.ts',
    code: "import { two } from './f2.ts'\nexport const one = () => two\n",
    said: /no-cycle/,
  },
  {
    rule: 'nothing goes round, seen from the other side',
    file: 'src/words/f2.ts',
    code: "import { one } from './f1.ts'\nexport const two = () => one\n",
    said: /no-cycle/,
  },
  { rule: 'no default export', file: 'src/service/f3.ts', code: 'export default 1\n', said: /no-default-export/ },
  {
    rule: 'hooks follow their rules',
    file: 'src/tab/F4.tsx',
    code: "import { useState } from 'react'\nexport function Bad({ on }: { on: boolean }) {\n  if (on) useState(1)\n  return null\n}\n",
    said: /rules-of-hooks/,
  },
  {
    rule: 'a picture has words',
    file: 'src/tab/F5.tsx',
    code: 'export const Bad = () => <img src="x" />\n',
    said: /alt-text/,
  },
]

describe('the import table', () => {
  let house: string
  let compiled: string
  let linted: string

  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'rooms-'))
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'junction')
    cpSync(join(root, '.config'), join(house, '.config'), { recursive: true })
    for (const path of globSync('src/**/tsconfig.json', { cwd: root })) cpSync(join(root, path), join(house, path))
    for (const room of ROOMS) write(`${room}/room.ts`, 'export const room = 1\n')
    for (const plant of [...COMPILER, ...LINTER]) write(plant.file, plant.code)
    const projects = globSync('src/**/tsconfig.json', { cwd: house, exclude: ['src/local/teams/page/**'] })
    compiled = tool('tsc', ['-b', '--pretty', 'false', ...projects.map((path) => dirname(path))])
    linted = tool('oxlint', ['-c', '.config/oxlint.json', '--format', 'unix', 'src'])
  })

  afterAll(() => rmSync(house, { recursive: true, force: true }))

  test.each(COMPILER)('the compiler knows: $rule', ({ file, said }) => expectSaid(compiled, file, said))
  test.each(LINTER)('the linter knows: $rule', ({ file, said }) => expectSaid(linted, file, said))

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }

  function tool(name: string, args: readonly string[]): string {
    const command = join(root, 'node_modules', '.bin', name)
    return spawnSync(command, args, { cwd: house, encoding: 'utf8' }).stdout
  }

  function expectSaid(output: string, file: string, said: RegExp | undefined): void {
    const lines = output.split('\n').filter((line) => line.startsWith(file))
    if (said) expect(lines.join('\n')).toMatch(said)
    else expect(lines).toEqual([])
  }
})
