/** Word's own conventions, written as Word writes them; what a reader sees on the page is what is read. */

import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { proposeImport } from '../../src/documents/tracker.ts'
import { createWords } from '../../src/words/words.ts'
import { contentOf, FICTIONAL, HEADINGS, propose } from './documentsworld.ts'
import {
  cell,
  convert,
  hasOffice,
  noticesOf,
  open,
  pack,
  paragraph,
  row,
  run,
  table,
  textsOf,
  wordPart,
  wordParts,
  type Parts,
} from './officeworld.ts'

const HEAD = row(HEADINGS, '<w:tblHeader/>')
const lines = (text: string): string =>
  text
    .split('\n')
    .map((line) => paragraph(line))
    .join('')
const tracker = (rows: readonly string[], others: Parts = {}, more = {}) =>
  wordParts(paragraph('Action tracker') + table(HEAD, ...rows) + paragraph(''), others, more)
const textOf = (content: string, others: Parts = {}, more = {}): string | undefined =>
  textsOf(open(tracker([row(['1/24', cell(content), '', ''])], others, more)))[1]?.[1]

test('a table of Word is the table that was pasted', () => {
  const rows = FICTIONAL.slice(1).map((cells) => row(cells.map((text) => cell(lines(text)))))
  const tables = open(tracker(rows))
  expect(textsOf(tables)).toEqual(FICTIONAL)
  expect(tables[0]).toMatchObject({ caption: ['Action tracker'], sheet: null })
  expect(tables[0]?.rows[0]?.heading).toBe(true)
  expect(contentOf(proposeImport(tables, { words: createWords('en') }))).toEqual(contentOf(propose(FICTIONAL)))
})

describe('cells', () => {
  test('over several columns and rows keep the others in their places', () => {
    const merged = [
      row(['1/24', cell('Details', '<w:vMerge w:val="restart"/>'), cell('both', '<w:gridSpan w:val="2"/>')]),
      row(['', cell('', '<w:vMerge/>'), 'more', 'NM']),
      row([cell('end', '<w:gridSpan w:val="2"/>'), 'NM'], '<w:gridBefore w:val="1"/>'),
    ]
    const tables = open(tracker(merged))
    expect(textsOf(tables).slice(1)).toEqual([
      ['1/24', 'Details', 'both', ''],
      ['', '', 'more', 'NM'],
      ['', 'end', '', 'NM'],
    ])
    expect(tables[0]?.rows[2]?.cells[1]?.above).toBe(true)
  })

  test('merged down the rows of one action are one action', () => {
    const down = (text: string, first: boolean) => cell(text, first ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>')
    const { actions, problems } = proposeImport(
      open(
        tracker([
          row([down('1/24', true), down('A workshop', true), '7/2/2024: Agreed.', 'NM']),
          row([down('', false), down('', false), '9/5/2024: Held. ACTION: Discharged', '']),
          row(['2/24', 'A profile', '', 'NM']),
        ]),
      ),
      { words: createWords('en') },
    )
    expect(actions).toMatchObject([{ updates: [{ day: '2024-02-07' }, { day: '2024-05-09' }] }, { reference: '2/24' }])
    expect(problems).toEqual([])
  })

  test('that hold a table have its words as lines, and it is told', () => {
    const nested = `${paragraph('Before')}${table(row(['a', 'b']), row(['c', 'd']))}${paragraph('after')}`
    const tables = open(tracker([row(['1/24', cell(nested), '', ''])]))
    expect(textsOf(tables)[1]?.[1]).toBe('Before\na\nb\nc\nd\nafter')
    expect(noticesOf(tables)).toEqual([[2, 1, 'nestedTable']])
  })

  test('a table that only lays out the page gives way to the tracker in it', () => {
    const inner = table(HEAD, row(['1/24', 'A workshop', '', 'NM']))
    const tables = open(wordParts(table(row([cell(paragraph('Open actions') + inner + paragraph(''))]))))
    expect(textsOf(tables)).toEqual([HEADINGS, ['1/24', 'A workshop', '', 'NM']])
    expect(tables[0]?.caption).toEqual(['Open actions'])
  })
})

describe('tracked changes', () => {
  const author = 'w:id="1" w:author="A" w:date="2024-02-07T00:00:00Z"'
  const ins = (content: string) => `<w:ins ${author}>${content}</w:ins>`
  const del = (text: string) =>
    `<w:del ${author}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`

  test('insertions are in, deletions out, and those are told', () => {
    const content = paragraph(`${run('All ')}${del('five ')}${ins(run('six '))}${run('forces')}`)
    const tables = open(tracker([row(['1/24', cell(content), '', ''])]))
    expect(textsOf(tables)[1]?.[1]).toBe('All six forces')
    expect(tables[0]?.notices).toEqual([{ row: 2, column: 1, code: 'deletedText', values: { text: 'five' } }])
  })

  test('what moved stands where it went', () => {
    const from = `<w:moveFrom ${author}>${run('gone')}</w:moveFrom>`
    const to = `<w:moveTo ${author}>${run('here')}</w:moveTo>`
    expect(textOf(paragraph(`${from}${to}`))).toBe('here')
  })

  test('a deleted row is gone, and its words are told', () => {
    const tables = open(
      tracker([
        row(['1/24', 'A workshop', '', 'NM']),
        row([cell(paragraph(del('2/24'))), cell(paragraph(del('Old')))], `<w:del ${author}/>`),
      ]),
    )
    expect(textsOf(tables)).toHaveLength(2)
    expect(tables[0]?.notices?.map(({ code, values }) => [code, values?.['text']])).toEqual([
      ['deletedText', '2/24'],
      ['deletedText', 'Old'],
    ])
  })

  test('an end of a paragraph that was deleted joins the next', () => {
    const first = paragraph('one ', `<w:rPr><w:del ${author}/></w:rPr>`)
    expect(textOf(`${first}${paragraph('two')}${paragraph('three')}`)).toBe('one two\nthree')
  })
})

describe('what Word keeps outside the text', () => {
  const level = (ilvl: number, format: string, text: string, start = 1) =>
    `<w:lvl w:ilvl="${ilvl}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = wordPart(
    'numbering',
    `<w:abstractNum w:abstractNumId="0">${level(0, 'lowerLetter', '(%1)')}${level(1, 'lowerRoman', '%2.')}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="2">${level(0, 'bullet', '')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>' +
      '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
  )
  const styles = wordPart(
    'styles',
    '<w:style w:styleId="ListNumber"><w:basedOn w:val="Numbered"/></w:style>' +
      '<w:style w:styleId="Numbered"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
  )
  const item = (text: string, list: number, at = 0) =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)
  const others = { 'word/numbering.xml': numbering, 'word/styles.xml': styles }

  test('letters and numbers of lists are read, and parts are made of them', () => {
    const content = `${paragraph('Forces to:')}${item('share', 1)}${item('first', 1, 1)}${item('then', 1, 1)}${item('agree', 1)}`
    expect(textOf(content, others)).toBe('Forces to:\n(a) share\ni. first\nii. then\n(b) agree')
    const parts = `${paragraph('Forces to:')}${item('Share', 1)}${item('Agree', 1)}`
    const { actions } = proposeImport(open(tracker([row(['1/24', cell(parts), '', 'NM'])], others)), {
      words: createWords('en'),
    })
    expect(actions[0]?.parts.map(({ letter, details }) => [letter, details])).toEqual([
      ['a', 'Share'],
      ['b', 'Agree'],
    ])
  })

  test('a list goes on in the next cell unless it starts again', () => {
    const rows = [row(['1/24', cell(item('one', 1)), cell(item('two', 1)), cell(item('again', 4))])]
    expect(textsOf(open(tracker(rows, others)))[1]).toEqual(['1/24', '(a) one', '(b) two', '(a) again'])
  })

  test('a style may number, through the style it is based on; bullets are bullets', () => {
    const styled = (text: string) => paragraph(text, '<w:pStyle w:val="ListNumber"/>')
    expect(textOf(`${styled('one')}${styled('two')}${item('dot', 3)}`, others)).toBe('1. one\n2. two\n• dot')
  })

  test('rows that number themselves have their numbers', () => {
    const empty = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr></w:p>'
    const rows = ['A workshop', 'A profile'].map((text) => row([cell(empty), text, '', 'NM']))
    expect(textsOf(open(tracker(rows, others))).map(([number]) => number)).toEqual(['No', '1.', '2.'])
  })

  test('a footnote stands at the end of its cell, and is marked where it belongs', () => {
    const footnotes = wordPart(
      'footnotes',
      `<w:footnote w:type="separator" w:id="-1">${paragraph('x')}</w:footnote><w:footnote w:id="2">${paragraph('See the minutes.')}</w:footnote>`,
    )
    const content = paragraph(`${run('Share it')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' soon')}`)
    expect(textOf(content, { 'word/footnotes.xml': footnotes })).toBe('Share it [1] soon\n[1] See the minutes.')
  })

  test('comments, pictures, charts, hidden and struck words, and links are told', () => {
    const comments = wordPart('comments', `<w:comment w:id="7" w:author="A">${paragraph('Is this right?')}</w:comment>`)
    const drawing =
      '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="A map"/><a:graphic><a:graphicData><a:blip r:embed="rId8"/></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict/><w:t>again</w:t></mc:Fallback></mc:AlternateContent></w:r>'
    const content = paragraph(
      `${run('seen')}${run('secret', '<w:vanish/>')}${run(' done', '<w:strike/>')}<w:r><w:commentReference w:id="7"/></w:r>${drawing}` +
        `<w:hyperlink r:id="rId5">${run(' the policy')}</w:hyperlink><w:hyperlink r:id="rId6">${run(' www.example.org')}</w:hyperlink>`,
    )
    const links = {
      rId5: ['hyperlink', 'https://example.org/policy'],
      rId6: ['hyperlink', 'https://www.example.org/'],
      rId9: ['attachedTemplate', 'file:///C:/t.dotm'],
    } as const
    const tables = open(tracker([row(['1/24', cell(content), '', ''])], { 'word/comments.xml': comments }, links))
    expect(textsOf(tables)[1]?.[1]).toBe('seen done the policy www.example.org')
    expect(tables[0]?.notices?.map(({ code, values }) => [code, values?.['text']])).toEqual([
      ['outsideSource', 'file:///C:/t.dotm'],
      ['hiddenText', 'secret'],
      ['struckText', ' done'],
      ['comment', 'Is this right?'],
      ['image', 'A map'],
      ['link', ' the policy'],
    ])
  })

  test('fields show their result, symbols their sign, and a control that nobody filled is empty', () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE \\@ d</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    const placeholder = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Click to enter text')}</w:sdtContent></w:sdt>`
    const filled = `<w:sdt><w:sdtPr/><w:sdtContent>${run('filled')}</w:sdtContent></w:sdt>`
    const symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    const breaks = '<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:tab/><w:t>d</w:t></w:r>'
    expect(textOf(paragraph(`${field}${run('5 March ')}${placeholder}${filled} ${symbol}${breaks}`))).toBe(
      '5 March filled✓a\nb-c d',
    )
  })
})

test('headings that come again and rows that a page tore are one table', () => {
  const tables = open(
    tracker([
      row(['1/24', 'A workshop for', '7/2/2024: Agreed.', 'NM']),
      HEAD,
      row(['', 'every force of the region', '', '']),
      row(['2/24', 'A profile', '', 'NM']),
    ]),
  )
  const { actions, problems } = proposeImport(tables, { words: createWords('en') })
  expect(actions.map(({ reference, details }) => [reference, details])).toEqual([
    ['1/24', 'A workshop for every force of the region'],
    ['2/24', 'A profile'],
  ])
  expect(problems).toMatchObject([{ row: 4, code: 'tornRow', lost: false, mend: { kind: 'joinRow' } }])
})

test('the words are those that another reader finds', async () => {
  const content = `${paragraph('One & <two>')}${paragraph(`${run('bold', '<w:b/>')}${run(' plain')}`)}`
  const bytes = pack(tracker([row(['1/24', cell(content), 'x', 'NM'])]))
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  const words = (text: string): string[] => text.split(/\s+/u).filter(Boolean)
  const tables = open(bytes)
  expect(words([...(tables[0]?.caption ?? []), ...textsOf(tables).flat()].join(' '))).toEqual(words(value))
})

describe.skipIf(!hasOffice)('LibreOffice', () => {
  test('writes the same table', { timeout: 120_000 }, () => {
    const bytes = convert(
      'log.docx',
      pack(tracker(FICTIONAL.slice(1).map((cells) => row(cells.map((text) => cell(lines(text))))))),
      'odt',
    )
    const again = convert('log.odt', bytes, 'docx:MS Word 2007 XML')
    expect(textsOf(open(again))).toEqual(FICTIONAL)
  })
})
