/**
 * `matters import FILE --group KEY`: reads a tracker, or the minutes of a meeting, shows what it would bring in and what needs a look, and writes
 * only when told to. A dry run needs no server and no token.
 */

import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { Option, type Command } from 'commander'
import { actionsOfInspections } from '../documents/inspectionactions.ts'
import type { DocumentProblem } from '../documents/table.ts'
import { isDay } from '../domain/day.ts'
import { createClock } from '../words/clock.ts'
import { createWords } from '../words/words.ts'
import { actionsOf, countOf, makeJson, makeReadable } from './proposal.ts'
import { KINDS, readBytes, readFile, type DocumentKind } from './reading.ts'
import { Ending, type Surroundings } from './surroundings.ts'

interface ImportFlags {
  readonly kind: DocumentKind
  readonly group: string
  readonly dryRun?: true
  readonly json?: true
  readonly mend?: true
  readonly yes?: true
  readonly day?: string
}

const HELP = `
FILE is a Word document (.docx), an Excel workbook (.xlsx), CSV, text with tabs, or a saved web
page; what it is, is told by what is in it. Rows are counted as the file has them, from 1, with
titles, headings and blank rows; a cell with line breaks in quotes is in one row. In a document
or a web page the rows of all its tables are counted, in a workbook those of each sheet.

Of a log of inspection recommendations (--kind recommendations) every report is taken with what it
recommends, whom for, its dues and moves, and where it stands; --day says which day the edition is
of. What the document prints and what the rules say stand side by side. Of a quarterly document of
work streams (--kind workstreams) each is taken with its leads, status, plans and barriers.

Of minutes (--kind minutes) the sentences that say they are actions are taken, with who is to do
it and by when; what everybody should go on doing is shown as a standing duty, and not brought in.
Rows are lines, of a document or a web page its paragraphs.

Ends with 0 also when some rows need a look, with 2 when the file can't be read, with 1 else.

To write, name the store in the environment:
  MATTERS_GRAPH_BASE   https://graph.microsoft.com/v1.0, unless told otherwise
  MATTERS_TOKEN        a coordinator's access token for Graph
  MATTERS_SITE         the group's site: host and path (contoso.sharepoint.com/sites/csae-sgg), or its id
and, so that actions which come in as discharged or extended are confirmed at once:
  MATTERS_SERVICE_BASE   where the service answers
  MATTERS_SERVICE_TOKEN  the coordinator's access token for it`

export function addImport(program: Command, around: Surroundings): void {
  program
    .command('import')
    .argument('<file>', 'the tracker, minutes, recommendations or work streams')
    .description("Bring a tracker, or the actions of minutes, into a group's register.")
    .requiredOption('--group <key>', 'the group, for example csae-sgg; a dry run takes any')
    .addOption(new Option('--kind <kind>', 'what the file is').choices(KINDS).default('tracker'))
    .option('--dry-run', 'only show what would be brought in')
    .option('--json', 'show it as JSON')
    .option('--mend', 'take every mend that is proposed')
    .option('--day <day>', 'the day of updates that have none, of the meeting, or of the edition, as 2020-03-05')
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
  const name = basename(file)
  const bytes = await readBytes(file)
  if (bytes === null) throw unreadable({ code: 'missing' }, name)
  const { kind, day = null, mend = false } = flags
  const read = await readFile({ kind, name, bytes, today, day, mend })
  if (!read.ok) throw unreadable(read.error, name)
  const proposal = read.value
  if (proposal === null) throw new Ending(2, createWords('en').say('documents.unreadable.noActions', { name }))
  const shown = flags.json ? makeJson(proposal) : makeReadable(proposal, name)
  if (flags.dryRun) {
    around.write(shown)
    return
  }
  // A dry run loads nothing of Graph.
  const { bringIn, makeBroughtWords } = await import('./bringing.ts')
  const { readStore } = await import('./store.ts')
  const store = readStore(around.env, 'To write (or add --dry-run to look first)')
  around.writeError(flags.json ? makeReadable(proposal, name) : shown)
  if (day === null && (proposal.kind === 'recommendations' || proposal.kind === 'workstreams')) {
    const hint =
      proposal.kind === 'recommendations' ? `; its own days suggest ${proposal.recommendations.day} or later` : ''
    throw new Ending(1, `Say which day the document is of with --day${hint}.`)
  }
  if (!flags.yes) {
    const answer = await around.ask(`Bring ${countOf(proposal)} into ${flags.group}? (y/N) `)
    if (answer === null) throw new Ending(1, 'Nothing was written. Add --yes to bring them in, or --dry-run to look.')
    if (!/^y(?:es)?$/iu.test(answer.trim())) throw new Ending(1, 'Nothing was written.')
  }
  const batch = createHash('sha256').update(flags.group).update('\n').update(bytes).digest('base64url').slice(0, 22)
  const isWhole = kind === 'tracker' || kind === 'recommendations'
  const options = { group: flags.group, batch, document: name, isWhole, clock }
  if (proposal.kind === 'workstreams') {
    const { bringWorkstreams } = await import('./bringingworkstreams.ts')
    around.write(`${JSON.stringify(await bringWorkstreams(proposal.workstreams, day ?? today, store, options))}\n`)
    return
  }
  if (proposal.kind === 'recommendations') {
    const { bringPublications } = await import('./bringinginspections.ts')
    const reports = await bringPublications(proposal.recommendations, store, options)
    around.writeError(`${reports} ${reports === 1 ? 'report is' : 'reports are'} in ${flags.group}.\n`)
  }
  const actions =
    proposal.kind === 'recommendations' ? actionsOfInspections(proposal.recommendations, name) : actionsOf(proposal)
  const brought = await bringIn(actions, store, options, around)
  around.write(flags.json ? `${JSON.stringify(brought)}\n` : makeBroughtWords(brought))
  if (brought.unsaved > 0 || brought.refused.length > 0) throw new Ending(1, 'Not everything was brought in.')
}

function unreadable({ code, values = {} }: DocumentProblem, name: string): Ending {
  return new Ending(2, createWords('en').say(`documents.unreadable.${code}`, { ...values, name }))
}
