/** What a status is drawn with can be read on every ground it stands on, in every theme. */
import { describe, expect, it } from 'vitest'
import { COLOURS } from '../../src/domain/action.ts'
import { STATUS_SHAPES } from '../../src/tab/design/statusshapes.ts'
import { THEME_NAMES, themeOf, type TabTheme } from '../../src/tab/design/theme.ts'

const GROUNDS = [
  'colorNeutralBackground1',
  'colorNeutralBackground1Hover',
  'colorNeutralBackground1Selected',
  'colorNeutralBackground2',
  'colorNeutralBackground3',
] as const

/** WCAG 2.2: relative luminance of `#rrggbb` or `#rgb`. */
function luminance(colour: string): number {
  const hex = colour.length === 4 ? colour.replaceAll(/[\da-f]/gi, '$&$&') : colour
  expect(hex).toMatch(/^#[\da-f]{6}$/i)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const field = (theme: TabTheme, name: string): string => (theme as unknown as Record<string, string>)[name] ?? ''

describe.each(['default', 'dark'] as const)('in the theme %s', (name) => {
  const theme = themeOf(name)

  it.each(COLOURS.flatMap((colour) => GROUNDS.map((ground) => [colour, ground] as const)))(
    'the shape of %s has 3:1 on %s',
    (colour, ground) => {
      expect(contrast(theme[`status${colour}`], field(theme, ground))).toBeGreaterThanOrEqual(3)
    },
  )

  it.each(GROUNDS)('words in red and amber have 4.5:1 on %s', (ground) => {
    expect(contrast(theme.statusTextRED, field(theme, ground))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(theme.statusTextAMBER, field(theme, ground))).toBeGreaterThanOrEqual(4.5)
  })

  it('the words in a withheld passage’s place have 4.5:1 on their bar', () => {
    expect(contrast(theme.withheldText, theme.withheldGround)).toBeGreaterThanOrEqual(4.5)
  })
})

describe('in high contrast', () => {
  it('a status takes the colour of the words beside it, whatever the ground', () => {
    const theme = themeOf('contrast')
    for (const colour of COLOURS) expect(theme[`status${colour}`]).toBe('currentcolor')
  })
})

describe('without colour', () => {
  it('no two statuses have one shape', () => {
    const drawn = COLOURS.map((colour) => JSON.stringify(STATUS_SHAPES[colour]))
    expect(new Set(drawn).size).toBe(COLOURS.length)
  })

  it('a theme that Teams may add is shown as its default', () => {
    expect(themeOf('glass')).toBe(themeOf('default'))
    expect(THEME_NAMES.map(themeOf)).toHaveLength(3)
  })
})
