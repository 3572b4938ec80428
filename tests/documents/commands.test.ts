import { describe, expect, test } from 'vitest'
import { makeCommands, makeOwners, type CommandOptions } from '../../src/documents/commands.ts'
import type { AddAction } from '../../src/domain/command.ts'
import { decide } from '../../src/domain/decide.ts'
import { EMPTY, ORGANISATIONS, PAT, TODAY } from '../domain/domainworld.ts'
import { FICTIONAL, HEADINGS, propose, realTracker, type Cells } from './documentsworld.ts'

const OPTIONS: CommandOptions = {
  batch: 'a-batch-of-the-tests-1',
  document: 'Log of February',
  organisations: ORGANISATIONS,
  makeId: (index) => `a-batch-of-the-tests-1-${index}`,
}

function commandsOf(source: string | readonly Cells[]): AddAction[] {
  return makeCommands(propose(source, { today: TODAY }).actions, OPTIONS)
}

/** Every command on what the ones before it made. */
function refusalsOf(commands: readonly AddAction[]): string[] {
  const actions = new Map(EMPTY.actions)
  return commands.flatMap((command) => {
    const decided = decide(command, { ...EMPTY, actions }, { actor: PAT, today: TODAY, as: 'coordinator' })
    if (!decided.ok) return [decided.error.code]
    for (const change of decided.value) {
      if (change.kind === 'createAction') {
        actions.set(command.id, { ...change.action, version: '', createdBy: '', createdAt: '', modifiedAt: '' })
      }
    }
    return []
  })
}

describe('from a document to commands', () => {
  test('the rules accept every action of a tracker', () => {
    expect(refusalsOf(commandsOf(FICTIONAL))).toEqual([])
  })

  test.skipIf(!realTracker.isThere)('the rules accept the whole tracker of March 2020', () => {
    const commands = commandsOf(realTracker.read())
    expect(commands).toHaveLength(12)
    expect(refusalsOf(commands)).toEqual([])
  })

  test('what is withheld stays marked, and the number is kept', () => {
    expect(commandsOf(FICTIONAL)[1]).toMatchObject({
      details: '⟦Sensitive and irrelevant⟧',
      imported: { reference: '2/24', status: 'open', updates: [] },
    })
  })

  test('the same document in the same batch gives the same commands', () => {
    expect(commandsOf(FICTIONAL)).toEqual(commandsOf(FICTIONAL))
    expect(new Set(commandsOf(FICTIONAL).map((command) => command.id)).size).toBe(4)
  })

  test('where it comes from goes with it', () => {
    expect(commandsOf(FICTIONAL)[0]?.origin).toEqual({
      kind: 'document',
      words: 'Log of February',
      batch: 'a-batch-of-the-tests-1',
    })
  })

  test.each([
    ['30 June 2024', { kind: 'day', day: '2024-06-30', words: '30 June 2024' }],
    ['June 2024', { kind: 'month', month: '2024-06', words: 'June 2024' }],
    ['Next meeting', { kind: 'nextMeeting', words: 'Next meeting' }],
    ['in six weeks', { kind: 'words', words: 'in six weeks' }],
    ['30 June', { kind: 'words', words: '30 June' }],
    ['Immediate', { kind: 'words', words: 'Immediate' }],
  ])('a due of %j is what it says whenever it is read', (words, due) => {
    const rows: Cells[] = [
      ['No', 'Details', 'Due'],
      ['1/24', 'A workshop', words],
    ]
    expect(commandsOf(rows)[0]?.due).toEqual(due)
  })

  test('parts come with their letters', () => {
    const rows: Cells[] = [HEADINGS, ['1/24', 'Lead (a) One (b) Two', '', '']]
    expect(commandsOf(rows)[0]?.parts).toEqual([
      { letter: 'a', details: 'One', owners: [], due: null, status: 'open' },
      { letter: 'b', details: 'Two', owners: [], due: null, status: 'open' },
    ])
  })
})

describe('owners', () => {
  test.each([
    ['North Shire', [{ organisation: 'north' }]],
    ['rocush', [{ organisation: 'shires-rocu' }]],
    ['North Shire and ROCUSH', [{ organisation: 'north' }, { organisation: 'shires-rocu' }]],
    ['NS/ROCUSH', [{ organisation: 'north' }, { organisation: 'shires-rocu' }]],
    ['ROCUSH Ada Vaughan', [{ organisation: 'shires-rocu' }, { name: 'Ada Vaughan' }]],
    ['North Shire (Ada Vaughan)', [{ organisation: 'north' }, { name: 'Ada Vaughan' }]],
    ['KK/HS', [{ name: 'KK/HS' }]],
    ['All forces', [{ name: 'All forces' }]],
  ])('%s', (words, owners) => {
    expect(makeOwners(words, ORGANISATIONS)).toEqual(owners)
  })
})
