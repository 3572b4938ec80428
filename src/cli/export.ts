/**
 * `matters export --group KEY --to FILE`: takes a group's tracker out as Word or Excel, with the rights of whoever's
 * token it is given. Writes one file and nothing else; one that is there already only when told to.
 */

import { writeFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Command } from 'commander'
import type { Tracker } from '../documents/export/table.ts'
import { createClock } from '../words/clock.ts'
import { LANGUAGES, type Language } from '../words/dates.ts'
import { createWords } from '../words/words.ts'
import { Ending, type Surroundings } from './surroundings.ts'

interface ExportFlags {
  readonly group: string
  readonly to: string
  readonly language: string
  readonly status?: true
  readonly force?: true
}

const HELP = `
FILE ends in .docx for Word or .xlsx for Excel. Due and status have columns of their own as soon
as an action needs one; what is taken out can be brought in again. Withheld words are not in it.
It is marked as the group is, or higher where an action is: keep it where that may be kept.

In the environment:
  MATTERS_GRAPH_BASE   https://graph.microsoft.com/v1.0, unless told otherwise
  MATTERS_TOKEN        a member's access token for Graph
  MATTERS_SITE         the group's site: host and path (contoso.sharepoint.com/sites/csae-sgg), or its id`

export function addExport(program: Command, around: Surroundings): void {
  program
    .command('export')
    .description("Take a group's tracker out, as Word or Excel.")
    .requiredOption('--group <key>', 'the group, for example csae-sgg')
    .requiredOption('--to <file>', 'the file to make')
    .option('--language <language>', LANGUAGES.join(' or '), 'en')
    .option('--status', 'with a column for status and colour')
    .option('--force', 'put it in place of a file that is there')
    .addHelpText('after', HELP)
    .action(async (flags: ExportFlags) => exportTracker(flags, around))
}

async function exportTracker(flags: ExportFlags, around: Surroundings): Promise<void> {
  const make = makerOf(flags.to)
  const language = LANGUAGES.find((each) => each === flags.language)
  if (!language) throw new Ending(1, `--language takes ${LANGUAGES.join(' or ')}; not "${flags.language}".`)
  // Nothing of Graph is loaded where a flag is wrong.
  const tracker = await readTracker(flags, language, around)
  const file = await make(tracker)
  try {
    await writeFile(flags.to, file, { flag: flags.force ? 'w' : 'wx' })
  } catch (fault) {
    const isThere = fault instanceof Error && 'code' in fault && fault.code === 'EEXIST'
    const why = isThere ? 'is there already. Add --force to put the new one in its place' : "couldn't be written"
    throw new Ending(1, `${flags.to} ${why}. Nothing was written.`)
  }
  const count = tracker.rows.length
  around.write(`${basename(flags.to)}: ${count} action${count === 1 ? '' : 's'}, marked ${tracker.marking}.\n`)
}

function makerOf(file: string): (tracker: Tracker) => Promise<Uint8Array> {
  switch (extname(file).toLowerCase()) {
    case '.docx':
      return async (tracker) => (await import('../documents/export/word.ts')).makeWord(tracker)
    case '.xlsx':
      return async (tracker) => (await import('../documents/export/excel.ts')).makeExcel(tracker)
    default:
      throw new Ending(1, `--to takes a file that ends in .docx or .xlsx; not "${basename(file)}".`)
  }
}

async function readTracker(flags: ExportFlags, language: Language, around: Surroundings): Promise<Tracker> {
  const { endWithFault, openGroup, readStore } = await import('./store.ts')
  const { readHistories } = await import('../sharepoint/work/histories.ts')
  const { makeTracker } = await import('../documents/export/table.ts')
  const clock = createClock()
  const store = readStore(around.env, 'To read the register')
  const { register, snapshot } = await openGroup(store, { group: flags.group, clock, as: 'member' })
  try {
    const histories = await readHistories(register).catch(endWithFault)
    const options = { words: createWords(language), today: clock.today(), colours: flags.status ?? false }
    return makeTracker(snapshot, histories, options)
  } finally {
    register.close()
  }
}
