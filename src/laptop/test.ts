/**
 * `npm test`: types, lint, format, unused code, then unit, contract and browser tests. Each of the first four counts as
 * one that passed or failed. The last line is always `N passed, N failed`, with `, N skipped` where some were.
 *
 *   npm test -- --only check           without vitest
 *   npm test -- --only types           one step
 *   npm test -- tests/domain           only the tests of these files
 *   npm run prove                      the full counts of the long tests
 */

import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { setUpChromium } from './chromium.ts'
import { CACHE, ROOT } from './places.ts'
import { setUpPostgres } from './postgres.ts'

const bin = (name: string): string => join(ROOT, 'node_modules', '.bin', name)
const report = join(CACHE, 'tests.json')

interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const PASSED: Count = { passed: 1, failed: 0, skipped: 0 }
const FAILED: Count = { passed: 0, failed: 1, skipped: 0 }

/** The folders that people write in; what tools write is in none of them. */
const WRITTEN = ['src', 'tests', '.config', 'manifest']

const CHECKS: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  types: [bin('tsc'), '-b'],
  lint: [bin('oxlint'), '-c', '.config/oxlint.json', '--type-aware', 'src', 'tests', '.config'],
  format: [bin('oxfmt'), '-c', '.config/oxfmt.json', '--check', ...WRITTEN],
  unused: [bin('knip'), '-c', '.config/knip.json'],
}

const options = readOptions()
if (options.prove) process.env['MATTERS_PROVE'] = '1'
const steps: [string, () => Promise<Count>][] = []
for (const [name, command] of Object.entries(CHECKS)) {
  if (options.wants(name)) steps.push([name, async () => ((await run(command)) === 0 ? PASSED : FAILED)])
}
if (options.wants('tests')) steps.push(['tests', runTests])

let total: Count = { passed: 0, failed: 0, skipped: 0 }
for (const [name, step] of steps) {
  const from = performance.now()
  const count = await step()
  total = add(total, count)
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  console.log(`${count.failed === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
}
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exit(total.failed === 0 ? 0 : 1)

function readOptions(): { prove: boolean; filters: readonly string[]; wants: (step: string) => boolean } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { only: { type: 'string' }, prove: { type: 'boolean', default: false } },
    })
    const known = ['check', 'tests', ...Object.keys(CHECKS)]
    const { only } = values
    if (only !== undefined && !known.includes(only)) throw new Error(`--only is one of ${known.join(', ')}.`)
    return {
      prove: values.prove,
      filters: positionals,
      wants: (step) => {
        if (only !== undefined) return only === step || (only === 'check' && step !== 'tests')
        return positionals.length === 0 || step === 'tests'
      },
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  }
}

async function runTests(): Promise<Count> {
  const chromium = setUpChromium()
  if (!chromium.ok) {
    console.error(chromium.sentence)
    return FAILED
  }
  process.env['MATTERS_CHROMIUM'] = chromium.path
  setUpPostgres()
  mkdirSync(CACHE, { recursive: true })
  rmSync(report, { force: true })
  const code = await run([
    bin('vitest'),
    'run',
    '-c',
    '.config/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...options.filters,
  ])
  return countOf(code)
}

/** A file that can't be loaded, or an error outside any test, fails though no test of it was counted. */
function countOf(code: number): Count {
  let results: VitestReport
  try {
    results = JSON.parse(readFileSync(report, 'utf8')) as VitestReport
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return FAILED
    throw error
  }
  const broken = results.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const failed = results.numFailedTests + broken.length
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  }
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

async function run([command, ...args]: readonly [string, ...string[]]): Promise<number> {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
  const stop = (signal: NodeJS.Signals): void => {
    child.kill(signal)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const { promise, resolve } = Promise.withResolvers<number>()
  child.on('error', (error) => {
    console.error(error.message)
    resolve(1)
  })
  child.on('exit', (code, signal) => {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    if (signal) process.exit(130)
    resolve(code ?? 1)
  })
  return promise
}

function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}
