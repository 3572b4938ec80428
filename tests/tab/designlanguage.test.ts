/** The visual language is used everywhere: no colour, no space and no size of type that src/tab/design doesn't know. */

import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../src/tab', import.meta.url))
/** Where the language itself is written down. */
const WRITTEN = new Set(['design/theme.ts', 'design/scale.ts'])
const FILES = globSync('**/*.{ts,tsx,css}', { cwd: ROOT })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !WRITTEN.has(file))

const NAMED =
  'black|white|red|green|blue|orange|yellow|grey|gray|silver|navy|teal|purple|maroon|gold|pink|brown|crimson|amber'

const RULES: readonly { readonly rule: string; readonly strays: RegExp }[] = [
  {
    rule: 'colours by role',
    strays: new RegExp(
      `#[\\da-f]{3,8}\\b|\\b(?:rgb|hsl|oklch|lab|color-mix)a?\\(|(?:[cC]olor|fill|stroke|border|background)\\w*: '(?:[^']* )?(?:${NAMED})\\b`,
      'i',
    ),
  },
  {
    // A line may be 1 px wide; what hangs on the window's height is no step of the ramp.
    rule: 'space by the ramp',
    strays: /\b(?:gap|rowGap|columnGap|padding\w*|margin\w*): (?:['`](?:[^'`]* )?-?(?!1px)\d*\.?\d+px|-?[1-9])/,
  },
  { rule: 'type by its role', strays: /\bfontSize: (?:['`]|\d)|\bfontWeight: (?:['`]|\d)|\bfontFamily: ['`]/ },
]

/** Lines of a text that stray, without what is said in comments. */
function straysIn(text: string, strays: RegExp): string[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
  return code.split('\n').flatMap((line, at) => {
    const said = line.replace(/(^|\s)\/\/.*/, '')
    return strays.test(said) ? [`${at + 1}: ${line.trim()}`] : []
  })
}

describe.each(RULES)('$rule', ({ strays }) => {
  test('everywhere in the tab', () => {
    const found = FILES.flatMap((file) =>
      straysIn(readFileSync(`${ROOT}/${file}`, 'utf8'), strays).map((line) => `${file}:${line}`),
    )
    expect(found).toEqual([])
  })
})

test('a stray is found, and what is right is left alone', () => {
  const [colours, space, kind] = RULES.map(({ strays }) => strays)
  for (const line of [
    "color: '#b10e1c',",
    "backgroundColor: 'rgb(0 0 0 / 50%)',",
    "border: '1px solid red',",
    "fill: 'white',",
  ]) {
    expect(straysIn(line, colours as RegExp), line).toHaveLength(1)
  }
  for (const line of ["padding: '10px',", "margin: '0 14px',", 'gap: 8,', "marginLeft: '-8px',", 'rowGap: `3px`,']) {
    expect(straysIn(line, space as RegExp), line).toHaveLength(1)
  }
  for (const line of ["fontSize: '13px',", 'fontWeight: 600,', "fontFamily: 'Arial',"]) {
    expect(straysIn(line, kind as RegExp), line).toHaveLength(1)
  }
  const sound = [
    'color: tokens.colorNeutralForeground1,',
    "color: 'CanvasText',",
    'padding: tokens.spacingVerticalM,',
    "margin: '0 auto',",
    "paddingBlock: '1px',",
    "width: '216px',",
    'fontSize: tokens.fontSizeBase200,',
  ].join('\n')
  for (const { strays } of RULES) expect(straysIn(sound, strays)).toEqual([])
  expect(FILES.length).toBeGreaterThan(60)
})
