/**
 * `matters import FILE --group KEY`: reads a tracker, shows what it would bring in and what needs a look, and writes
 * only when told to. A dry run needs no server and no token.
 */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename, extname } from 'node:path'
import type { Command } from 'commander'
import { decodeDocument, LARGEST_FILE } from '../documents/decode.ts'
import type { Problem } from '../documents/problem.ts'
import { readTables, type DocumentProblem } from '../documents/table.ts'
import { proposeImport, type ImportProposal } from '../documents/tracker.ts'
import type { Result } from '../domain/result.ts'
import { isDay } from '../domain/day.ts'
import { createClock } from '../words/clock.ts'
import { createWords } from '../words/words.ts'
import { makeJson, makeReadable } from './proposal.ts'
import { Ending, type Surroundings } from './surroundings.ts'

interface ImportFlags {
  readonly group: string
  readonly dryRun?: true
  readonly json?: true
  readonly mend?: true
  readonly yes?: true
  readonly day?: string
}

const HELP = `
FILE is a table: text with tabs (as pasted from Word or Excel), CSV, or a saved web page.
Rows are counted as the file has them, from 1, with titles, headings and blank rows; a cell
with line breaks in quotes is in one row. In a web page the rows of all its tables are counted.

Ends with 0 also when some rows need a look, with 2 when the file can't be read, with 1 else.

To write, name the store in the environment:
  MATTERS_GRAPH_BASE   https://graph.microsoft.com/v1.0, unless told otherwise
  MATTERS_TOKEN        a coordinator's access token for Graph
  MATTERS_SITE         the group's site: host and path (contoso.sharepoint.com/sites/csae-sgg), or its id
and, so that actions which come in as discharged are confirmed at once:
  MATTERS_SERVICE_BASE   where the service answers
  MATTERS_SERVICE_TOKEN  the coordinator's access token for it`

export function addImport(program: Command, around: Surroundings): void {
  program
    .command('import')
    .argument('<file>', 'the tracker')
    .description("Bring a tracker into a group's register.")
    .requiredOption('--group <key>', 'the group, for example csae-sgg; a dry run takes any')
    .option('--dry-run', 'only show what would be brought in')
    .option('--json', 'show it as JSON')
    .option('--mend', 'take every mend that is proposed')
    .option('--day <day>', 'the day of updates that have none, as 2020-03-05')
    .option('--yes', 'write without asking')
    .addHelpText('after', HELP)
    .action(async (file: string, flags: ImportFlags) => importFile(file, flags, around))
}

async function importFile(file: string, flags: ImportFlags, around: Surroundings): Promise<void> {
  const clock = createClock()
  const today = clock.today()
  if (flags.day !== undefined && (!isDay(flags.day) || flags.day > today)) {
    throw new Ending(1, `--day takes a day that has been, as 2020-03-05; not "${flags.day}".`)
  }
  const bytes = await readBytes(file)
  const name = basename(file)
  const proposal = propose(bytes, file, flags, today)
  const shown = flags.json ? makeJson(proposal) : makeReadable(proposal, name)
  if (flags.dryRun) {
    around.write(shown)
    return
  }
  // A dry run loads nothing of Graph.
  const { bringIn, makeBroughtWords, readStore } = await import('./bringing.ts')
  const store = readStore(around.env)
  around.writeError(flags.json ? makeReadable(proposal, name) : shown)
  if (!flags.yes) {
    const answer = await around.ask(`Bring ${proposal.actions.length} actions into ${flags.group}? (y/N) `)
    if (answer === null) throw new Ending(1, 'Nothing was written. Add --yes to bring them in, or --dry-run to look.')
    if (!/^y(?:es)?$/iu.test(answer.trim())) throw new Ending(1, 'Nothing was written.')
  }
  const batch = createHash('sha256').update(flags.group).update('\n').update(bytes).digest('base64url').slice(0, 22)
  const options = { group: flags.group, batch, document: name, clock }
  const brought = await bringIn(proposal.actions, store, options, around)
  around.write(flags.json ? `${JSON.stringify(brought)}\n` : makeBroughtWords(brought))
  if (brought.unsaved > 0 || brought.refused.length > 0) throw new Ending(1, 'Not everything was brought in.')
}

function propose(bytes: Uint8Array, file: string, flags: ImportFlags, today: string): ImportProposal {
  const name = basename(file)
  const text = orEnd(decodeDocument(bytes), name)
  const type = /^\.(?:html?|xhtml)$/iu.test(extname(file)) ? 'html' : 'unknown'
  const tables = orEnd(readTables({ name, text, type }), name)
  const words = createWords('en')
  const options = { words, today, ...(flags.day === undefined ? {} : { day: flags.day }) }
  const proposal = proposeImport(tables, options)
  if (proposal.actions.length === 0 && proposal.problems.some((problem) => problem.code === 'missingColumn')) {
    throw new Ending(2, words.say('documents.unreadable.noActions', { name }))
  }
  return flags.mend ? takeMends(proposal, (mends) => proposeImport(tables, { ...options, mends })) : proposal
}

/** Taking a mend may bring another to light: a cell that moved is an update without a day. */
function takeMends(first: ImportProposal, propose: (mends: readonly Problem[]) => ImportProposal): ImportProposal {
  const mends: Problem[] = []
  let proposal = first
  for (let found = mendable(first); found.length > 0; found = mendable(proposal)) {
    mends.push(...found)
    proposal = propose(mends)
  }
  return proposal
}

function mendable({ problems }: ImportProposal): Problem[] {
  return problems.filter((problem) => problem.mend)
}

/** No more than could be read: what has no end has none here either. */
async function readBytes(file: string): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of createReadStream(file, { end: LARGEST_FILE })) chunks.push(chunk as Buffer)
  } catch {
    throw unreadable({ code: 'missing' }, basename(file))
  }
  return Buffer.concat(chunks)
}

function orEnd<Value>(result: Result<Value, DocumentProblem>, name: string): Value {
  if (!result.ok) throw unreadable(result.error, name)
  return result.value
}

function unreadable({ code, values = {} }: DocumentProblem, name: string): Ending {
  return new Ending(2, createWords('en').say(`documents.unreadable.${code}`, { ...values, name }))
}
