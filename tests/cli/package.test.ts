import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runMatters } from '../../src/cli/matters.ts'

const ENVIRONMENT = {
  MATTERS_APP_ID: '5f1c9a3e-1111-4222-8333-944455556666',
  MATTERS_SERVICE_APP: '6f1c9a3e-1111-4222-8333-944455556666',
  MATTERS_BOT_APP: '7f1c9a3e-1111-4222-8333-944455556666',
  MATTERS_TAB_ORIGIN: 'https://matters.shires.example',
  MATTERS_DEVELOPER: 'Shires ROCU',
  MATTERS_WEBSITE: 'https://shires.example',
  MATTERS_PRIVACY: 'https://shires.example/privacy',
  MATTERS_TERMS: 'https://shires.example/terms',
}

describe('matters package', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'matters-package-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  async function run(env: Record<string, string>, ...flags: string[]) {
    let [out, errors] = ['', '']
    const exitCode = await runMatters(['package', '--out', folder, ...flags], {
      env,
      write: (text) => (out += text),
      writeError: (text) => (errors += text),
      ask: () => Promise.resolve(null),
    })
    return { exitCode, out, errors }
  }

  test('a package holds the manifest, its Welsh words and both icons, and nothing else', async () => {
    const { exitCode, errors } = await run(ENVIRONMENT)
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: '' })
    const files = unzipSync(readFileSync(join(folder, 'matters-arising-1.0.0.zip')))
    expect(Object.keys(files).toSorted()).toEqual(['color.png', 'cy.json', 'manifest.json', 'outline.png'])
    const manifest = JSON.parse(strFromU8(files['manifest.json'] as Uint8Array)) as Record<string, unknown>
    expect(manifest).toMatchObject({
      id: ENVIRONMENT.MATTERS_APP_ID,
      validDomains: ['matters.shires.example'],
      icons: { color: 'color.png', outline: 'outline.png' },
      localizationInfo: { additionalLanguages: [{ languageTag: 'cy', file: 'cy.json' }] },
    })
    expect(JSON.stringify(manifest)).not.toMatch(/\{\{|localhost/)
  })

  test('it says what is in it: versions, domain, permissions, files and sizes', async () => {
    const { out } = await run(ENVIRONMENT, '--app-version', '1.4.2')
    for (const said of [
      'Matters Arising 1.4.2 (5f1c9a3e-',
      'version 1.25',
      'en-gb, cy',
      'matters.shires.example',
      'TeamMember.Read.Group (application)',
      'color.png',
      'SHA-256',
    ]) {
      expect(out).toContain(said)
    }
  })

  test('the same values give the same bytes', async () => {
    const zip = (): Buffer => readFileSync(join(folder, 'matters-arising-1.0.0.zip'))
    await run(ENVIRONMENT)
    const first = zip()
    await run(ENVIRONMENT)
    expect(zip().equals(first)).toBe(true)
  })

  test('everything that is missing is named at once, and nothing is built', async () => {
    const { exitCode, errors } = await run({})
    expect(exitCode).toBe(1)
    for (const name of Object.keys(ENVIRONMENT)) expect(errors).toContain(name)
    expect(readdirSync(folder)).toEqual([])
  })

  test.each([
    ['MATTERS_TAB_ORIGIN', 'http://localhost:5301'],
    ['MATTERS_TAB_ORIGIN', 'https://matters.shires.example/tab'],
    ['MATTERS_APP_ID', 'matters'],
    ['MATTERS_VERSION', '1.4'],
    ['MATTERS_PRIVACY', 'http://shires.example'],
    ['MATTERS_DEVELOPER', 'x'.repeat(33)],
  ])('%s can’t be %s', async (name, value) => {
    const { exitCode, errors } = await run({ ...ENVIRONMENT, [name]: value })
    expect(exitCode).toBe(1)
    expect(errors).toContain(`"${value}"`)
    expect(errors.split('\n').filter((line) => line.startsWith('  '))).toHaveLength(1)
    expect(readdirSync(folder)).toEqual([])
  })

  test('a flag goes before the environment', async () => {
    await run(ENVIRONMENT, '--tab-origin', 'https://other.example')
    const files = unzipSync(readFileSync(join(folder, 'matters-arising-1.0.0.zip')))
    expect(strFromU8(files['manifest.json'] as Uint8Array)).toContain('https://other.example/?page=mine')
  })
})
