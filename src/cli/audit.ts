/**
 * `matters audit`: whether the audit is whole, asked of an export with nothing but the service's public key, or of the
 * Control site with an administrator's token; and the export itself, through the service, which logs it. What it prints
 * are places and counts: no words of any entry.
 */

import { createPublicKey, X509Certificate } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { createChainCheck, type ChainCheck, type ChainProblem, type ChainReport } from '../chain/check.ts'
import { parseChainLine } from '../chain/file.ts'
import { parseHead, type ChainHead } from '../chain/head.ts'
import { auditEndpoints } from '../contract/audit.ts'
import { addressOf } from '../contract/endpoint.ts'
import { parseRefusal } from '../contract/refusal.ts'
import { createGraphClient } from '../sharepoint/client.ts'
import { openRecords } from '../sharepoint/control/records.ts'
import { GraphFault } from '../sharepoint/fault.ts'
import { LANGUAGES } from '../words/dates.ts'
import { createWords, type Words } from '../words/words.ts'
import { Ending, type Surroundings } from './surroundings.ts'

interface VerifyFlags {
  readonly key: string
  readonly control?: string
  readonly head?: string
  readonly json?: true
  readonly language: string
}

interface ExportFlags {
  readonly group: string
  readonly to: string
  readonly force?: true
  readonly language: string
}

const VERIFY_HELP = `
FILE is an export of the chain: one entry a line. Without it, the Control site is read.
KEY is a PEM file with the service's public key, its certificate, or its private key.
HEAD is one of the files that the service writes to MATTERS_AUDIT_HEAD: with it, entries that were
cut off from the end since then are found too.

In the environment, where the Control site is read:
  MATTERS_TOKEN        an administrator's access token for Graph, with Sites.FullControl.All
  MATTERS_GRAPH_BASE   https://graph.microsoft.com/v1.0, unless told otherwise

Ends with 0 when everything is whole, with 1 when it isn't, and with 2 when it couldn't be looked at.`

const EXPORT_HELP = `
What goes out is every entry's place and seal; the words are in it of the group's own entries alone.
It stands in the audit as a disclosure to whoever's token it is. Keep the file as you keep Control.

In the environment:
  MATTERS_SERVICE_BASE    where the service answers
  MATTERS_SERVICE_TOKEN   an auditor's access token for the service`

export function addAudit(program: Command, around: Surroundings): void {
  const audit = program.command('audit').description('Verify the audit of Control, and take its chain out.')
  const language = ['--language <language>', LANGUAGES.join(' or '), 'en'] as const
  audit
    .command('verify [file]')
    .description('Say whether every entry is there and as it was written, or name the first that isn’t.')
    .requiredOption('--key <file>', "the service's public key")
    .option('--control <id>', 'id of the Control site, where no file is given')
    .option('--head <file>', 'a signed end of the chain of some day')
    .option('--json', 'print the report as JSON')
    .option(...language)
    .addHelpText('after', VERIFY_HELP)
    .action(async (file: string | undefined, flags: VerifyFlags) => runVerify(file, flags, around))
  audit
    .command('export')
    .description('Take the chain out, to be verified elsewhere.')
    .requiredOption('--group <key>', 'the group whose words go with it, for example ocag-access')
    .requiredOption('--to <file>', 'the file to make')
    .option('--force', 'put it in place of a file that is there')
    .option(...language)
    .addHelpText('after', EXPORT_HELP)
    .action(async (flags: ExportFlags) => runExport(flags, around))
}

interface By {
  readonly key: string
  readonly head: ChainHead | null
}

/** The report, with what the head shows beside it. */
interface Verified extends ChainReport {
  /** Entries that came with their words. */
  readonly withWords: number
}

async function runVerify(file: string | undefined, flags: VerifyFlags, around: Surroundings): Promise<void> {
  const words = wordsOf(flags)
  const key = await readKey(flags.key, words)
  const head = flags.head === undefined ? null : await readHead(flags.head, key, words)
  const read =
    file === undefined
      ? await readControl(flags, { key, head }, around, words)
      : await readExport(file, { key, head }, words)
  const { problems } = read
  const [first] = problems
  if (flags.json) around.write(`${JSON.stringify(read)}\n`)
  if (first)
    throw new Ending(1, `${sayProblem(first, words)}\n${words.say('audit.cli.problems', { count: problems.length })}`)
  if (flags.json) return
  around.write(`${words.say('audit.cli.whole', { count: read.entries, words: read.withWords })}\n`)
  if (head) around.write(`${words.say('audit.cli.head', { place: head.sequence, at: head.at })}\n`)
}

async function readExport(file: string, { key, head }: By, words: Words): Promise<Verified> {
  const check = createChainCheck(key, { mayWithhold: true, head })
  let withWords = 0
  let number = 0
  try {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      number += 1
      if (line.trim() === '') continue
      const entry = parseChainLine(line)
      if (!entry) throw new Ending(1, words.say('audit.cli.notAnEntry', { file, line: number }))
      if (entry.content !== '') withWords += 1
      check.take(entry)
    }
  } catch (fault) {
    if (fault instanceof Ending) throw fault
    throw new Ending(2, words.say('audit.cli.unreadable', { file }))
  }
  return endWith(check, withWords)
}

async function readControl(
  flags: VerifyFlags,
  { key, head }: By,
  around: Surroundings,
  words: Words,
): Promise<Verified> {
  const token = around.env['MATTERS_TOKEN']?.trim()
  if (!token || flags.control === undefined) throw new Ending(2, words.say('audit.cli.whereFrom'))
  const client = createGraphClient({
    base: around.env['MATTERS_GRAPH_BASE']?.trim() || 'https://graph.microsoft.com/v1.0',
    token: () => Promise.resolve(token),
  })
  const check = createChainCheck(key, { head })
  let withWords = 0
  try {
    const { audit } = await openRecords({ client, siteId: flags.control })
    for await (const page of audit.pages()) {
      for (const entry of page) {
        if (entry.content !== '') withWords += 1
        check.take(entry)
      }
    }
  } catch (fault) {
    if (!(fault instanceof GraphFault)) throw fault
    throw new Ending(2, words.say('audit.cli.unreachable', { status: fault.status, code: fault.code }))
  }
  return endWith(check, withWords)
}

function endWith(check: ChainCheck, withWords: number): Verified {
  return { ...check.end(), withWords }
}

async function runExport(flags: ExportFlags, around: Surroundings): Promise<void> {
  const words = wordsOf(flags)
  const base = around.env['MATTERS_SERVICE_BASE']?.trim()
  const token = around.env['MATTERS_SERVICE_TOKEN']?.trim()
  if (!base || !token) throw new Ending(2, words.say('audit.cli.service'))
  const file = await open(flags.to, flags.force ? 'w' : 'wx').catch((fault: unknown) => {
    const isThere = fault instanceof Error && 'code' in fault && fault.code === 'EEXIST'
    throw new Ending(2, words.say(isThere ? 'audit.cli.isThere' : 'audit.cli.unwritable', { file: flags.to }))
  })
  try {
    let count = 0
    for (let after: number | null = 0; after !== null;) {
      const part = await askChain(base.replace(/\/+$/, ''), token, flags.group, after, words)
      await file.write(part.lines.map((line) => `${line}\n`).join(''))
      count += part.lines.length
      after = part.after
    }
    around.write(`${words.say('audit.cli.exported', { count, file: flags.to })}\n`)
  } finally {
    await file.close()
  }
}

async function askChain(
  base: string,
  token: string,
  group: string,
  after: number,
  words: Words,
): Promise<{ readonly lines: readonly string[]; readonly after: number | null }> {
  const endpoint = auditEndpoints.auditChain
  const response = await fetch(base + addressOf(endpoint, { key: group }), {
    method: endpoint.method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ after }),
    redirect: 'error',
  }).catch(() => null)
  const body: unknown = await response?.json().catch(() => null)
  if (response?.ok) return body as Awaited<ReturnType<typeof askChain>>
  const refusal = parseRefusal(body)
  throw new Ending(2, refusal ? words.refusal(refusal) : words.say('audit.cli.noService'))
}

/** SPKI, PEM. */
async function readKey(file: string, words: Words): Promise<string> {
  try {
    const pem = await readFile(file, 'utf8')
    const isCertificate = pem.includes('BEGIN CERTIFICATE')
    const key = isCertificate ? new X509Certificate(pem).publicKey : createPublicKey(pem)
    return key.export({ type: 'spki', format: 'pem' }) as string
  } catch {
    throw new Ending(2, words.say('audit.cli.key', { file }))
  }
}

async function readHead(file: string, key: string, words: Words): Promise<ChainHead> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const head = parseHead(text, key)
  if (!head) throw new Ending(1, words.say('audit.cli.headInvalid', { file }))
  return head
}

function sayProblem({ fault, sequence, id }: ChainProblem, words: Words): string {
  return words.say(`audit.fault.${fault}`, { place: sequence ?? id ?? '' })
}

function wordsOf({ language }: { readonly language: string }): Words {
  return createWords(language === 'cy' ? 'cy' : 'en')
}
