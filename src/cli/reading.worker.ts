/** The thread of reading.ts: one file in, one proposal out, and it ends. */

import { parentPort, workerData } from 'node:worker_threads'
import { readBlocks } from '../documents/blocks.ts'
import { readDocument } from '../documents/document.ts'
import { proposeMinutes } from '../documents/minutes.ts'
import type { Problem } from '../documents/problem.ts'
import { readProse } from '../documents/prose.ts'
import { proposeRecommendations } from '../documents/recommendations.ts'
import { proposeImport, type ImportProposal } from '../documents/tracker.ts'
import { proposeWorkstreams } from '../documents/workstreams.ts'
import { accept } from '../domain/result.ts'
import { createWords } from '../words/words.ts'
import type { ReadAnswer, ReadRequest } from './reading.ts'

// A port has no origin to name.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(read(workerData as ReadRequest))

function read({ kind, name, bytes, today, day, mend }: ReadRequest): ReadAnswer {
  const type = /\.x?html?$/iu.test(name) ? 'html' : 'unknown'
  const options = { words: createWords('en'), today, ...(day === null ? {} : { day }) }
  if (kind === 'minutes') {
    const lines = readProse({ name, bytes, type })
    return lines.ok ? accept({ kind, minutes: proposeMinutes(lines.value, options) }) : lines
  }
  if (kind === 'recommendations' || kind === 'workstreams') {
    const blocks = readBlocks({ name, bytes, type })
    if (!blocks.ok) return blocks
    if (kind === 'workstreams') {
      const workstreams = proposeWorkstreams(blocks.value, options)
      return accept(workstreams.workstreams.length === 0 ? null : { kind, workstreams })
    }
    const recommendations = proposeRecommendations(blocks.value, options)
    return accept(recommendations.publications.length === 0 ? null : { kind, recommendations })
  }
  const tables = readDocument({ name, bytes, type })
  if (!tables.ok) return tables
  const propose = (mends: readonly Problem[]): ImportProposal => proposeImport(tables.value, { ...options, mends })
  const proposal = propose([])
  if (proposal.actions.length === 0 && proposal.problems.some((problem) => problem.code === 'missingColumn')) {
    return accept(null)
  }
  return accept({ kind, tracker: mend ? takeMends(proposal, propose) : proposal })
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
