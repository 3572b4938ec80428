/** Canaries in everything that is withheld, and every format of the copy opened and searched for them. */

import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { cellText } from '../../src/documents/export/cell.ts'
import { contentOfCopy, makeDisclosureCopy, makeSource, stillSaid } from '../../src/documents/export/disclosurecopy.ts'
import {
  checkFile,
  DisclosureLeak,
  makeDisclosureFile,
  makeDisclosureName,
} from '../../src/documents/export/disclosurefile.ts'
import { readPdf, type PdfNode } from '../../src/documents/export/pdfreading.ts'
import type { Action } from '../../src/domain/action.ts'
import { DISCLOSURE_COLUMNS, DISCLOSURE_FORMATS, occurrenceOf, type Withheld } from '../../src/domain/disclosure.ts'
import { FONTS } from '../../src/service/disclosure/fonts.ts'
import { createWords } from '../../src/words/words.ts'
import { bringIn, REGISTER, TODAY, type Held } from './exportworld.ts'
import { HEADINGS, tableOf } from './documentsworld.ts'

const RUNS = process.env['MATTERS_PROVE'] ? 2000 : 60
const words = createWords('en')
const options = { words, day: TODAY }
const AUTHORITY = 'Warwickshire Police'

const rowsOf = (held: Held) => [...held.snapshot.actions.values()].map(({ id, version }) => ({ action: id, version }))

const withhold = (action: string, more: Partial<Withheld> = {}): Withheld => ({
  id: `w-${Math.random()}`,
  action,
  column: null,
  text: '',
  occurrence: 1,
  ground: 'Outside the request',
  words: 'Sensitive and irrelevant',
  ...more,
})

function copyOf(held: Held, withheld: readonly Withheld[], language: 'en' | 'cy' = 'en') {
  const asked = { authority: AUTHORITY, rows: rowsOf(held), withheld }
  return makeDisclosureCopy(held.snapshot, held.histories, asked, { words: createWords(language), day: TODAY })
}

/** All bytes of a file as one text, whatever packs them. */
function inflate(file: Uint8Array, format: string): string {
  if (format === 'csv') return strFromU8(file)
  if (format === 'pdf') {
    const { objects, metadata, strings, root, artefacts, unmarked } = readPdf(file)
    const told = ({ text, children }: PdfNode): string => [text, ...children.map(told)].join('\n')
    return [told(root), ...strings, ...artefacts, objects, metadata, unmarked].join('\n')
  }
  return Object.entries(unzipSync(file))
    .map(([name, content]) => `${name}\n${strFromU8(content)}`)
    .join('\n')
}

const canary = (number: number): string => `CANARY${number}X${'QZ'.repeat(3)}`

interface Planted {
  readonly held: Held
  /** In the order of the rows: what of it is withheld. */
  readonly plan: readonly ('row' | 'field' | 'passage' | 'nothing')[]
}

const PLANTED: fc.Arbitrary<Planted> = fc
  .tuple(REGISTER, fc.array(fc.constantFrom('row', 'field', 'passage', 'nothing'), { minLength: 8, maxLength: 8 }))
  .map(([held, plan]) => ({ held, plan: plan as Planted['plan'] }))

/** Puts a canary into each text of the rows that something is withheld of, and withholds whatever has one. */
function plant({ held, plan }: Planted): {
  readonly held: Held
  readonly withheld: Withheld[]
  readonly canaries: string[]
} {
  const canaries: string[] = []
  const next = (): string => {
    const text = canary(canaries.length)
    canaries.push(text)
    return text
  }
  const into = (text: string): string => {
    const at = text.indexOf(' ') + 1
    return `${text.slice(0, at)}${next()} ${text.slice(at)}`
  }
  const actions = new Map(held.snapshot.actions)
  const histories = new Map(held.histories)
  for (const [index, [id, action]] of [...actions].entries()) {
    if (plan[index] === 'nothing') continue
    actions.set(id, {
      ...action,
      details: into(action.details),
      parts: action.parts.map((part) => ({ ...part, details: into(part.details) })),
      owners: [...action.owners, { name: next() }],
    })
    histories.set(
      id,
      (histories.get(id) ?? []).map((update) => ({
        ...update,
        text: update.text === '' ? '' : into(update.text),
        next: update.next && { ...update.next, words: into(update.next.words) },
      })),
    )
  }
  const planted = { snapshot: { ...held.snapshot, actions }, histories }
  const source = makeSource(planted.snapshot, histories, { rows: rowsOf(planted) }, options)
  const withheld = source.actions.flatMap((action, row): Withheld[] => {
    const index = [...actions.keys()].indexOf(action.id)
    const kind = plan[index]
    if (kind === 'nothing') return []
    if (kind === 'row') return [withhold(action.id)]
    return DISCLOSURE_COLUMNS.flatMap((column): Withheld[] => {
      const text = cellText(source.tracker.rows[row]?.cells[column] ?? [])
      if (!text.includes('CANARY')) return []
      if (kind === 'field') return [withhold(action.id, { column })]
      return [...text.matchAll(/CANARY\w+/gu)].map((match) =>
        withhold(action.id, {
          column,
          text: match[0],
          occurrence: occurrenceOf(text, [match.index, match.index + match[0].length]),
        }),
      )
    })
  })
  return { held: planted, withheld, canaries }
}

describe('a copy for disclosure', () => {
  test.each(DISCLOSURE_FORMATS)('has nothing in it of what is withheld: %s', async (format) => {
    // A PDF takes its fonts apart each time.
    const numRuns = format === 'pdf' ? RUNS / 4 : RUNS
    let searched = 0
    await fc.assert(
      fc.asyncProperty(PLANTED, fc.constantFrom('en', 'cy'), async (planted, language) => {
        const { held, withheld, canaries } = plant(planted)
        const copy = copyOf(held, withheld, language)
        // Short words of ours that stand in the place of the same short words are refused, and rightly.
        if (copy.problems.length > 0) {
          expect(copy.problems.map(({ kind }) => kind)).not.toContain('passageMissing')
          return
        }
        const inflated = inflate(await makeDisclosureFile(copy, format, FONTS), format)
        for (const each of canaries) expect(inflated.includes(each)).toBe(false)
        searched += canaries.length
        expect(inflated).toContain(AUTHORITY)
        for (const { reference } of held.snapshot.actions.values()) expect(inflated).toContain(reference)
      }),
      { numRuns },
    )
    expect(searched).toBeGreaterThan(numRuns)
  })

  test('says of every row that nothing is withheld of what the tracker says', () => {
    fc.assert(
      fc.property(PLANTED, (planted) => {
        const { held, withheld } = plant(planted)
        const copy = copyOf(held, withheld)
        const source = makeSource(held.snapshot, held.histories, { rows: rowsOf(held) }, options)
        for (const [index, action] of copy.actions.entries()) {
          const here = withheld.filter((each) => each.action === action)
          const [now, was] = [copy.tracker.rows[index]?.cells, source.tracker.rows[index]?.cells]
          for (const column of DISCLOSURE_COLUMNS) {
            if (!here.some((each) => each.column === null || each.column === column)) {
              expect(now?.[column]).toEqual(was?.[column])
            }
          }
          expect(now?.reference).toEqual(was?.reference)
        }
      }),
      { numRuns: RUNS },
    )
  })

  const real = bringIn(
    [
      tableOf([
        HEADINGS,
        ['3/19', 'Returns are made each quarter', '5/3/2020: Not done. ACTION: To circulate the database', 'ROCUWMS'],
        ['4/19', 'Submit nominations', '5/3/2020: None came. ACTION: To link in with Insp Ada Vaughan soon', 'ROCUWMS'],
        ['5/19', 'Sensitive and irrelevant', '', ''],
        ['6/19', 'Raise concerns', '5/3/2020: It is on the radar. ACTION: To retain for next SGG', 'North Mercia'],
      ]),
    ],
    words,
  )
  const idOf = (reference: string): string =>
    [...real.snapshot.actions.values()].find((each) => each.reference === reference)?.id ?? ''

  const PUBLISHED = [
    withhold(idOf('3/19')),
    withhold(idOf('4/19'), { column: 'update', text: 'Insp Ada Vaughan', ground: 'Personal data', words: 'Name' }),
    withhold(idOf('6/19'), { column: 'update', ground: 'Law enforcement' }),
  ]

  test('reads like the published one: numbers stay, and the words in their place', () => {
    const { tracker, problems } = copyOf(real, PUBLISHED)
    expect(problems).toEqual([])
    expect(tracker.title).toBe('Action tracker for CSAE SGG, provided to Warwickshire Police')
    const row = (reference: string): string[] =>
      tracker.rows
        .filter(({ cells }) => cellText(cells.reference) === reference)
        .flatMap(({ cells }) => tracker.columns.map(({ column }) => cellText(cells[column])))
    expect(row('3/19').slice(0, 4)).toEqual(['3/19', 'Sensitive and irrelevant', '', ''])
    expect(row('5/19').slice(0, 2)).toEqual(['5/19', 'Sensitive and irrelevant'])
    expect(row('4/19')[2]).toContain('To link in with [withheld: Name] soon')
    expect(row('6/19')[2]).toBe('Sensitive and irrelevant')
    expect(tracker.rows).toHaveLength(real.snapshot.actions.size)
  })

  test('withholds the one place that was chosen, and says where its words still stand', () => {
    const details = 'Meet Ada; thank Ada'
    const [id = ''] = real.snapshot.actions.keys()
    const actions = new Map([[id, { ...(real.snapshot.actions.get(id) as Action), details, parts: [] }]])
    const held = { snapshot: { ...real.snapshot, actions }, histories: new Map() }
    const passage = withhold(id, { column: 'details', text: 'Ada', occurrence: 2, words: 'A name' })
    const copy = copyOf(held, [passage])
    expect(cellText(copy.tracker.rows[0]?.cells.details ?? [])).toBe('Meet Ada; thank [withheld: A name]')
    expect(stillSaid(copy, [passage])).toEqual([{ withheld: passage, action: id, column: 'details' }])
  })

  test('is one text as long as it says the same', () => {
    const hash = (withheld: readonly Withheld[], held = real, formats = DISCLOSURE_FORMATS.slice(0, 2)): string =>
      contentOfCopy(copyOf(held, withheld), { withheld }, formats)
    expect(hash(PUBLISHED)).toBe(hash(PUBLISHED.map((each) => ({ ...each }))))
    expect(hash(PUBLISHED.slice(1))).not.toBe(hash(PUBLISHED))
    expect(hash(PUBLISHED.map((each) => ({ ...each, ground: 'Another' })))).not.toBe(hash(PUBLISHED))
    expect(hash(PUBLISHED, real, ['docx'])).not.toBe(hash(PUBLISHED))
    // It is hashed where others may see it: of what is withheld it says nothing either.
    expect(hash(PUBLISHED)).not.toContain('Ada Vaughan')
  })

  test('is no file while a row isn’t what was looked at, or words aren’t where they were', async () => {
    const changed = rowsOf(real).map((each) => ({
      ...each,
      version: each.action === idOf('3/19') ? 'old' : each.version,
    }))
    const asked = { authority: AUTHORITY, rows: changed, withheld: [] }
    const copy = makeDisclosureCopy(real.snapshot, real.histories, asked, options)
    expect(copy.problems).toEqual([{ kind: 'rowChanged', action: idOf('3/19'), reference: '3/19' }])
    await expect(makeDisclosureFile(copy, 'docx', FONTS)).rejects.toThrow(DisclosureLeak)
    const missing = withhold(idOf('3/19'), { column: 'owner', text: 'Nobody of that name' })
    expect(copyOf(real, [missing]).problems).toEqual([
      { kind: 'passageMissing', action: idOf('3/19'), withheld: missing.id },
    ])
    const told = withhold(idOf('4/19'), { column: 'update', text: 'Insp Ada Vaughan', words: 'not Insp Ada Vaughan' })
    expect(copyOf(real, [told]).problems).toEqual([{ kind: 'saidInstead', words: 'Insp Ada Vaughan' }])
  })

  test.each(['docx', 'xlsx'] as const)(
    'is refused where a %s would have a place that one doesn’t see',
    async (format) => {
      const copy = copyOf(real, PUBLISHED)
      const parts = unzipSync(await makeDisclosureFile(copy, format, FONTS))
      const main = format === 'docx' ? 'word/document.xml' : 'xl/worksheets/sheet1.xml'
      const body = strFromU8(parts[main] ?? new Uint8Array())
      const into = (xml: string): Uint8Array =>
        zipSync({ ...parts, [main]: strToU8(body.replace(/(?=<\/\w+:?\w*>$)/u, xml)) })
      expect(() => checkFile(zipSync(parts), copy, format)).not.toThrow()
      for (const bad of [
        zipSync({ ...parts, 'word/comments.xml': strToU8('<w:comments/>') }),
        zipSync({ ...parts, 'xl/worksheets/sheet2.xml': strToU8('<worksheet/>') }),
        zipSync({ ...parts, 'docProps/app.xml': strToU8('<Properties/>') }),
        into('<!-- Insp -->'),
        into('<row r="99" hidden="1"/>'),
        into('<w:del w:id="1"/>'),
        into('<w:r><w:rPr><w:vanish/></w:rPr></w:r>'),
        into('<w:p>told by Insp Ada Vaughan</w:p>'),
        into('<is><t>told by Insp Ada Vaughan</t></is>'),
        into('<a name="Insp Ada Vaughan"/>'),
      ]) {
        expect(() => checkFile(bad, copy, format)).toThrow(DisclosureLeak)
      }
    },
  )

  test('is refused where a PDF would have such a place, or its pages say what is withheld', async () => {
    const copy = copyOf(real, PUBLISHED)
    const file = await makeDisclosureFile(copy, 'pdf', FONTS)
    const instead = (from: string, to: string): Uint8Array => {
      const text = strFromU8(file, true)
      expect(text).toContain(from)
      return strToU8(text.replace(from, to), true)
    }
    expect(() => checkFile(file, copy, 'pdf')).not.toThrow()
    expect(strFromU8(file, true)).not.toMatch(/\/(?:Author|Subject|Keywords)/u)
    const source = makeSource(real.snapshot, real.histories, { rows: rowsOf(real) }, options)
    for (const bad of [
      strToU8(`${strFromU8(file, true)}\n1 0 obj\n<<>>\nendobj\n%%EOF`, true),
      instead('/Type /Catalog', '/Type /Catalog\n/OpenAction 1 0 R'),
      instead('(Matters Arising)', '(Insp Ada Vaughan)'),
      await makeDisclosureFile(
        { ...copy, tracker: { ...source.tracker, title: copy.tracker.title }, secrets: [] },
        'pdf',
        FONTS,
      ),
    ]) {
      expect(() => checkFile(bad, copy, 'pdf')).toThrow(DisclosureLeak)
    }
  })

  test('is named after the request', () => {
    expect(makeDisclosureName('FOI 1234/26', 'docx')).toBe('disclosure-FOI-1234-26.docx')
    expect(makeDisclosureName('…', 'csv')).toBe('disclosure-request.csv')
  })

  const soffice = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'soffice'))
    .find((file) => existsSync(file))

  test.skipIf(!soffice || !process.env['MATTERS_PROVE'])('opens in LibreOffice', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'matters-disclosure-'))
    try {
      for (const format of ['docx', 'xlsx'] as const) {
        writeFileSync(
          join(folder, `${format}.${format}`),
          await makeDisclosureFile(copyOf(real, PUBLISHED), format, FONTS),
        )
        const to = format === 'docx' ? 'txt:Text' : 'csv'
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
        const wanted = ['--headless', '--convert-to', to, '--outdir', folder, join(folder, `${format}.${format}`)]
        execFileSync(soffice ?? '', [profile, ...wanted], { stdio: 'pipe' })
        const text = readFileSync(join(folder, format === 'docx' ? 'docx.txt' : 'xlsx.csv'), 'utf8')
        expect(text).toContain('[withheld: Name]')
        expect(text).not.toContain('Vaughan')
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
