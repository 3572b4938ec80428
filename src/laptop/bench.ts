/**
 * `npm run bench`: runs every module of tests/bench that exports `bench()` and prints what it measured.
 *
 *   npm run bench -- sharepoint --json     one module, one JSON object a line
 */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

/** One measured figure, perhaps beside another one of the same unit and their ratio. */
interface Row {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly beside?: string
  readonly ratio?: number
}

const folder = fileURLToPath(new URL('../../tests/bench', import.meta.url))
const { values, positionals } = readOptions()

const modules = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
  .filter((name) => positionals.length === 0 || positionals.some((wanted) => name.startsWith(wanted)))
  .toSorted()
if (modules.length === 0) {
  console.error(`No bench of that name in ${folder}.`)
  process.exit(2)
}
for (const name of modules) {
  const module = (await import(pathToFileURL(join(folder, name)).href)) as { bench?: () => Promise<readonly Row[]> }
  if (!module.bench) continue
  const rows = await module.bench()
  if (values.json) for (const row of rows) console.log(JSON.stringify({ bench: name.replace(/\.ts$/, ''), ...row }))
  else print(name, rows)
}
process.exit(0)

function readOptions() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error)
    console.error(`${reason}. What may be said: names of benches, --json.`)
    process.exit(2)
  }
}

function print(name: string, rows: readonly Row[]): void {
  console.log(`\n${name.replace(/\.ts$/, '')}`)
  const longest = Math.max(0, ...rows.map((row) => row.name.length))
  for (const row of rows) {
    const figure = row.figure.toLocaleString('en-GB', { maximumFractionDigits: 2 })
    const beside = row.beside ? `  beside ${row.beside}` : ''
    const ratio = row.ratio === undefined ? '' : `  ×${row.ratio.toFixed(2)}`
    console.log(`  ${row.name.padEnd(longest)}  ${figure.padStart(10)} ${row.unit}${beside}${ratio}`)
  }
}
