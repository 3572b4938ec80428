/**
 * What taking a tracker out costs: the time from a register in memory to the bytes of a file, its size, and how much
 * memory it takes at most. Beside the cells alone, the floor under any file of them: their text, zipped.
 */

import { performance } from 'node:perf_hooks'
import { strToU8, zipSync } from 'fflate'
import type { Action, Update } from '../../src/domain/action.ts'
import { cellText } from '../../src/documents/export/cell.ts'
import { makeExcel } from '../../src/documents/export/excel.ts'
import { makeTracker } from '../../src/documents/export/table.ts'
import { makeWord } from '../../src/documents/export/word.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { createWords } from '../../src/words/words.ts'
import { EMPTY, TODAY } from '../documents/exportworld.ts'
import { UNTOUCHED } from '../domain/untouched.ts'

interface Row {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly beside?: string
  readonly ratio?: number
}

const SIZES = [300, 10_000]
const UPDATES = 3

export async function bench(): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const size of SIZES) rows.push(...(await takeOut(size)))
  return rows
}

async function takeOut(size: number): Promise<Row[]> {
  const { snapshot, histories } = aRegister(size)
  const options = { words: createWords('en'), today: TODAY, colours: true }
  const table = await measure(() => makeTracker(snapshot, histories, options))
  const tracker = table.value
  const floor = await measure(() => {
    const lines = tracker.rows.map((row) => tracker.columns.map(({ column }) => cellText(row.cells[column])).join('\t'))
    return zipSync({ cells: strToU8(lines.join('\n')) })
  })
  const word = await measure(() => makeWord(tracker))
  const excel = await measure(() => makeExcel(tracker))
  const told = size.toLocaleString('en-GB')
  const beside = (what: { milliseconds: number }) => ({
    beside: `${Math.round(floor.milliseconds)} ms, the cells' text zipped`,
    ratio: what.milliseconds / floor.milliseconds,
  })
  return [
    { name: `${told} actions: the table in memory`, figure: table.milliseconds, unit: 'ms' },
    { name: `${told} actions: Word`, figure: word.milliseconds, unit: 'ms', ...beside(word) },
    { name: `${told} actions: Excel`, figure: excel.milliseconds, unit: 'ms', ...beside(excel) },
    { name: `${told} actions: size of the Word file`, figure: word.value.length / 1000, unit: 'kB' },
    { name: `${told} actions: size of the Excel file`, figure: excel.value.length / 1000, unit: 'kB' },
    { name: `${told} actions: memory of the process at the end`, figure: process.memoryUsage().rss / 1e6, unit: 'MB' },
  ]
}

async function measure<Value>(make: () => Value | Promise<Value>): Promise<{ value: Value; milliseconds: number }> {
  const start = performance.now()
  const value = await make()
  return { value, milliseconds: performance.now() - start }
}

export function aRegister(size: number): { snapshot: Snapshot; histories: Map<string, readonly Update[]> } {
  const actions = new Map<string, Action>()
  const histories = new Map<string, readonly Update[]>()
  const text = 'National guidance has been received and will be recirculated with the minutes of this meeting.'
  for (let index = 0; index < size; index += 1) {
    const id = `action-${index}`
    actions.set(id, anAction(id, `${(index % 9999) + 1}/${20 + Math.floor(index / 9999)}`, `${text} Matter ${index}.`))
    histories.set(
      id,
      Array.from({ length: UPDATES }, (_, turn) => ({
        id: `${id}.${turn}`,
        action: id,
        day: `2026-0${9 - turn}-05`,
        text: `${text} Turn ${turn} of ${index}.`,
        next: { words: 'To circulate it to all forces', owners: [], due: null },
        outcome: 'next',
        event: null,
        organisation: null,
        meeting: null,
        supersedes: null,
        author: '',
        enteredAt: '',
      })),
    )
  }
  return { snapshot: { ...EMPTY, actions }, histories }
}

function anAction(id: string, reference: string, details: string): Action {
  return {
    ...UNTOUCHED,
    id,
    reference,
    details,
    owners: [{ organisation: 'north-mercia' }],
    due: { kind: 'day', day: '2027-03-05', words: '5 March 2027' },
    updateCount: UPDATES,
    version: '1',
    createdBy: '',
    createdAt: '',
    modifiedAt: '',
  }
}
