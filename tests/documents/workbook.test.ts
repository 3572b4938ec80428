import { describe, expect, test } from 'vitest'
import { showNumber } from '../../src/documents/office/formats.ts'
import { proposeImport } from '../../src/documents/tracker.ts'
import { createWords } from '../../src/words/words.ts'
import { contentOf, FICTIONAL, HEADINGS, propose } from './documentsworld.ts'
import {
  bookPart,
  bookParts,
  convert,
  hasOffice,
  inline,
  noticesOf,
  open,
  pack,
  relations,
  sheetData,
  textsOf,
  type Parts,
} from './officeworld.ts'

const ROWS = [HEADINGS, ['1/24', 'A workshop', '', 'NM'], ['2/24', 'A profile', '', 'SV']] as const

/** One row of cells below headings; gives the texts of that row. */
const cellsOf = (cells: string, others: Parts = {}, properties = ''): string[] | undefined =>
  textsOf(
    open(
      bookParts(
        [{ name: 'Log', data: `<row r="1">${inline('A1', 'x')}${inline('B1', 'y')}</row><row r="2">${cells}</row>` }],
        others,
        properties,
      ),
    ),
  )[1]

test('a sheet is the table that was pasted', () => {
  const tables = open(bookParts([{ name: 'Actions', data: sheetData(FICTIONAL) }]))
  expect(tables[0]?.sheet).toBe('Actions')
  expect(textsOf(tables).map((cells) => cells.join('|'))).toEqual(
    FICTIONAL.map((cells) => cells.join('|').replace(/\|+$/u, '')),
  )
  expect(contentOf(proposeImport(tables, { words: createWords('en') }))).toEqual(contentOf(propose(FICTIONAL)))
})

test('every sheet is read, and a hidden one is said to be hidden', () => {
  const tables = open(
    bookParts([
      { name: 'Open', data: sheetData(ROWS) },
      { name: 'Old', data: sheetData(ROWS), state: 'veryHidden' },
      { name: 'Empty', data: '' },
    ]),
  )
  expect(tables.map((table) => [table.sheet, table.notices?.map(({ code }) => code)])).toEqual([
    ['Open', undefined],
    ['Old', ['hiddenSheet']],
  ])
})

test('rows are counted as Excel counts them; lines above the table are its title', () => {
  const data =
    `<row r="2">${inline('B2', 'Action log')}</row>` +
    sheetData(ROWS).replaceAll(
      /r="([A-D]?)(\d)"/gu,
      (_, column: string, number: string) => `r="${column}${Number(number) + 4}"`,
    )
  const [table] = open(bookParts([{ name: 'Log', data }]))
  expect(table?.caption).toEqual(['Action log'])
  expect(table?.rows.map((row) => row.row)).toEqual([5, 6, 7])
})

describe('what a cell shows', () => {
  test.each([
    ['43895', 'dd/mm/yyyy', '5/3/2020'],
    ['43895', '[$-809]dd\\ mmmm\\ yyyy;@', '5/3/2020'],
    ['43895.5', 'd/m/yyyy h:mm', '5/3/2020 12:00'],
    ['43895', 'd/m/yyyy h:mm', '5/3/2020'],
    ['43466', 'mmm-yy', 'January 2019'],
    ['43895', 'd-mmm', '5 March'],
    ['0.75', 'h:mm', '18:00'],
    ['0.5', '0%', '50%'],
    ['7', '"CSE-"000', 'CSE-007'],
    ['7', '0"/19"', '7/19'],
    ['7', 'General', '7'],
    ['0.30000000000000004', 'General', '0.3'],
    ['1234.5', '#,##0.00', '1234.5'],
    ['59', 'd/m/yyyy', '28/2/1900'],
    ['61', 'd/m/yyyy', '1/3/1900'],
    ['60', 'd/m/yyyy', '60'],
    ['999999999', 'd/m/yyyy', '999999999'],
    ['text', 'd/m/yyyy', 'text'],
  ])('%s as %s is %s', (value, format, shown) => {
    expect(showNumber(value, format, 1900)).toBe(shown)
  })

  test('days are those of Excel for every day from 1900 to 2150', () => {
    const epoch = Date.UTC(1899, 11, 30)
    for (let serial = 61; serial < 91_000; serial += 37) {
      const day = new Date(epoch + serial * 86_400_000)
      const shown = `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`
      expect(showNumber(String(serial), 'd/m/yyyy', 1900)).toBe(shown)
    }
  })

  test('words of its own, shared ones, rich ones, and characters that XML can’t hold', () => {
    const strings = bookPart(
      'sst',
      '<si><t>shared</t></si><si><r><t>rich </t></r><r><rPr/><t>text</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D__x000A_b</t></si>',
    )
    const shared = { 'xl/sharedStrings.xml': strings }
    expect(
      cellsOf('<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c>', shared),
    ).toEqual(['shared', 'rich text', 'a\nb'])
  })

  test('days by the style of their cell, built in or of its own; in a book that counts from 1904', () => {
    const styles = bookPart(
      'styleSheet',
      '<numFmts><numFmt numFmtId="170" formatCode="mmm\\-yy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs>',
    )
    const cells = '<c r="A2" s="1"><v>43895</v></c><c r="B2" s="2"><v>43466</v></c><c r="C2" s="0"><v>12</v></c>'
    expect(cellsOf(cells, { 'xl/styles.xml': styles })).toEqual(['5/3/2020', 'January 2019', '12'])
    expect(
      cellsOf('<c r="A2" s="1"><v>42433</v></c>', { 'xl/styles.xml': styles }, '<workbookPr date1904="1"/>'),
    ).toEqual(['5/3/2020'])
  })

  test('yes and no, the last value of a formula, ISO days; places that nobody wrote', () => {
    expect(
      cellsOf('<c t="b"><v>1</v></c><c t="str"><f>A1</f><v>made</v></c><c t="d"><v>2020-03-05T00:00:00Z</v></c>'),
    ).toEqual(['Yes', 'made', '2020-03-05'])
  })

  test('an error, and a formula that was never calculated, are empty and told', () => {
    const data = `<row r="1">${inline('A1', 'x')}${inline('B1', 'y')}</row><row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2"><f>A1</f></c>${inline('C2', 'z')}</row>`
    const tables = open(bookParts([{ name: 'Log', data }]))
    expect(textsOf(tables)[1]).toEqual(['', '', 'z'])
    expect(noticesOf(tables)).toEqual([
      [2, 0, 'formulaError'],
      [2, 1, 'formulaWithoutValue'],
    ])
  })
})

test('merged cells are one with the cell above, and make one action of several rows', () => {
  const rows = [
    HEADINGS,
    ['1/24', 'A workshop', '7/2/2024: Agreed.', 'NM'],
    ['', '', '9/5/2024: Held.', ''],
    ['2/24', 'A profile', '', 'SV'],
  ]
  const after = '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/></mergeCells>'
  const tables = open(bookParts([{ name: 'Log', data: sheetData(rows), after }]))
  expect(tables[0]?.rows[2]?.cells.map((cell) => cell.above ?? false)).toEqual([true, true, false])
  const { actions, problems } = proposeImport(tables, { words: createWords('en') })
  expect(actions).toMatchObject([{ updates: [{ day: '2024-02-07' }, { day: '2024-05-09' }] }, { reference: '2/24' }])
  expect(problems).toEqual([])
})

test('comments, pictures, hidden rows, other books and far cells are told', () => {
  const data =
    sheetData(ROWS).replace('<row r="3">', '<row r="3" hidden="1">') +
    `<row r="1048576">${inline('XFD1048576', 'lost')}</row>`
  const parts = {
    ...bookParts([{ name: 'Log', data }]),
    'xl/worksheets/_rels/sheet1.xml.rels': relations({
      rId1: ['comments', '../comments1.xml'],
      rId2: ['drawing', '../drawings/drawing1.xml'],
    }),
    'xl/comments1.xml': bookPart(
      'comments',
      '<commentList><comment ref="B2"><text><r><t>Who </t></r><r><t>asked?</t></r></text></comment></commentList>',
    ),
    'xl/drawings/drawing1.xml': bookPart('drawing', ''),
    'xl/drawings/_rels/drawing1.xml.rels': relations({
      rId1: ['image', '../media/a.png'],
      rId2: ['chart', '../charts/c.xml'],
    }),
    'xl/vbaProject.bin': 'x',
  }
  const tables = open(parts)
  expect(noticesOf(tables)).toEqual([
    [1, null, 'macros'],
    [2, 1, 'comment'],
    [1, null, 'image'],
    [1, null, 'chart'],
    [1_048_576, null, 'farCells'],
    [1, null, 'hiddenRows'],
  ])
  const { problems } = proposeImport(tables, { words: createWords('cy') })
  expect(problems.find((problem) => problem.code === 'comment')?.message).toContain('Who asked?')
})

test('numbers that Excel took for dates are the numbers again, and told', () => {
  const styles = bookPart('styleSheet', '<cellXfs><xf numFmtId="0"/><xf numFmtId="17"/><xf numFmtId="14"/></cellXfs>')
  const head = HEADINGS.map((text, index) => inline(`${'ABCD'[index]}1`, text)).join('')
  const action = (row: number, number: string) =>
    `<row r="${row}">${number}${inline(`B${row}`, 'A workshop')}${inline(`D${row}`, 'NM')}</row>`
  const data = `<row r="1">${head}</row>${action(2, '<c r="A2" s="1"><v>43466</v></c>')}${action(3, '<c r="A3" s="2"><v>46072</v></c>')}${action(4, inline('A4', '3/19'))}`
  const { actions, problems } = proposeImport(open(bookParts([{ name: 'Log', data }], { 'xl/styles.xml': styles })), {
    words: createWords('en'),
  })
  expect(actions.map((action) => action.reference)).toEqual(['1/19', '2/19', '3/19'])
  expect(problems).toMatchObject([2, 3].map((row) => ({ row, code: 'referenceDate', sheet: 'Log' })))
})

describe.skipIf(!hasOffice)('LibreOffice', () => {
  test('saves the same sheet', { timeout: 120_000 }, () => {
    const ods = convert('log.xlsx', pack(bookParts([{ name: 'Actions', data: sheetData(FICTIONAL) }])), 'ods')
    const again = convert('log.ods', ods, 'xlsx')
    expect(contentOf(proposeImport(open(again), { words: createWords('en') }))).toEqual(contentOf(propose(FICTIONAL)))
  })
})
