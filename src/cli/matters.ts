#!/usr/bin/env node
/**
 * The `matters` command, for the people who deploy and move data in. Puts the commands together, and turns what ends
 * one early into a sentence and an exit code; what each does is in a file of its name.
 */

import { realpathSync } from 'node:fs'
import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { Command, CommanderError } from 'commander'
import { addAudit } from './audit.ts'
import { addExport } from './export.ts'
import { addImport } from './import.ts'
import { addPackage } from './package.ts'
import { addProvision } from './provision.ts'
import { Ending, type Surroundings } from './surroundings.ts'

/** Runs one command line, without `node` and the script. Resolves with the exit code. */
export async function runMatters(words: readonly string[], around: Surroundings): Promise<number> {
  const program = new Command('matters')
    .description('Matters Arising: bring registers in and take them out, and look after the sites that hold them.')
    .configureOutput({ writeOut: around.write, writeErr: around.writeError })
    .exitOverride()
  addImport(program, around)
  addExport(program, around)
  addProvision(program, around)
  addPackage(program, around)
  addAudit(program, around)
  try {
    await program.parseAsync(words, { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode
    if (!(error instanceof Ending)) throw error
    around.writeError(`${error.message}\n`)
    return error.exitCode
  }
}

async function ask(question: string): Promise<string | null> {
  if (!stdin.isTTY) return null
  const lines = createInterface({ input: stdin, output: process.stderr })
  try {
    return await lines.question(question)
  } finally {
    lines.close()
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await runMatters(process.argv.slice(2), {
    env: process.env,
    write: (text) => stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    ask,
  })
}
