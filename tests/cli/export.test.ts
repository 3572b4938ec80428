import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runMatters } from '../../src/cli/matters.ts'
import { anAddition, anUpdate, aWorld, save, until, type World } from '../sharepoint/world.ts'

interface Ran {
  readonly exitCode: number
  readonly out: string
  readonly errors: string
}

describe('an export', () => {
  let world: World
  const folder = mkdtempSync(join(tmpdir(), 'matters-export-'))
  beforeAll(async () => {
    world = await aWorld()
    const register = world.register('coordinator')
    await until(register, 'fresh')
    const { id } = await save(register, anAddition({ details: 'Share the ⟦name of a child⟧ profile' }))
    await save(register, anUpdate(id, 'Two forces sent theirs.'))
  })
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true })
    await world.close()
  })

  async function exportTo(name: string, key = 'auditor', ...flags: string[]): Promise<Ran & { file: string }> {
    const file = join(folder, name)
    const env = {
      MATTERS_GRAPH_BASE: world.graph.url,
      MATTERS_TOKEN: await world.token(key),
      MATTERS_SITE: 'local.sharepoint.com/sites/csae-sgg',
    }
    let [out, errors] = ['', '']
    const exitCode = await runMatters(['export', '--group', 'csae-sgg', '--to', file, ...flags], {
      env,
      write: (text) => (out += text),
      writeError: (text) => (errors += text),
      ask: () => Promise.resolve(null),
    })
    return { exitCode, out, errors, file }
  }

  const textOf = (file: string, part: string): string =>
    strFromU8(unzipSync(readFileSync(file))[part] as Uint8Array).replaceAll(/<[^>]+>/gu, '')

  test.each([
    ['tracker.docx', 'word/document.xml'],
    ['tracker.xlsx', 'xl/worksheets/sheet1.xml'],
  ])('to %s holds every action with its history', async (name, part) => {
    const { exitCode, out, errors, file } = await exportTo(name)
    expect([exitCode, errors]).toEqual([0, ''])
    expect(out).toBe(`${name}: 1 action, marked OFFICIAL-SENSITIVE – Group members only.\n`)
    expect(textOf(file, part)).toContain('Share the [withheld: name of a child] profile')
    expect(textOf(file, part)).toContain(': Two forces sent theirs.')
  })

  test('speaks Welsh, and shows colours, where that is wanted', async () => {
    const { file } = await exportTo('traciwr.docx', 'auditor', '--language', 'cy', '--status')
    expect(textOf(file, 'word/document.xml')).toMatch(/Manylion.*Statws.*■ Coch.*Agored/u)
  })

  test('leaves a file that is there alone, unless told otherwise', async () => {
    const { file } = await exportTo('there.docx')
    writeFileSync(file, 'mine')
    const refused = await exportTo('there.docx')
    expect(refused.exitCode).toBe(1)
    expect(refused.errors).toContain('--force')
    expect(readFileSync(file, 'utf8')).toBe('mine')
    expect((await exportTo('there.docx', 'auditor', '--force')).exitCode).toBe(0)
    expect(readFileSync(file, 'utf8')).not.toBe('mine')
  })

  test('who may not open the site gets no file', async () => {
    const { exitCode, errors } = await exportTo('none.docx', 'outsider')
    expect(exitCode).toBe(1)
    expect(errors).toMatch(/isn't open to this token|denied/u)
    expect(() => readFileSync(join(folder, 'none.docx'))).toThrow('ENOENT')
  })

  test('makes nothing but Word and Excel', async () => {
    const { exitCode, errors } = await exportTo('tracker.pdf')
    expect(exitCode).toBe(1)
    expect(errors).toContain('.docx or .xlsx')
  })
})
