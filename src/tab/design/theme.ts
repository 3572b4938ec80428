/**
 * The three themes of Teams, with the colours of status added as tokens of their own: `var(--statusRed)`. A shape has
 * at least 3:1 and a word at least 4.5:1 against every ground they stand on (tests/tab/design.test.ts measures it;
 * Fluent's own marigold has 2.55:1). In high contrast no colour means anything: word and shape carry the status.
 */

import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, type Theme } from '@fluentui/react-components'
import type { Colour } from '../../domain/action.ts'

/** As Teams names them (`app.theme`). */
export const THEME_NAMES = ['default', 'dark', 'contrast'] as const
export type ThemeName = (typeof THEME_NAMES)[number]

export interface StatusTokens {
  readonly statusRED: string
  readonly statusAMBER: string
  readonly statusGREEN: string
  readonly statusWHITE: string
  readonly statusCLOSED: string
  /** Words in the status' colour. */
  readonly statusTextRED: string
  readonly statusTextAMBER: string
  /** Ground and words of a withheld passage. */
  readonly withheldGround: string
  readonly withheldText: string
  /** Stands for the ground where there is none. */
  readonly withheldEdge: string
}

export type TabTheme = Theme & StatusTokens

const LIGHT: StatusTokens = {
  statusRED: '#b10e1c',
  statusAMBER: '#b26300',
  statusGREEN: '#0b7a0b',
  statusWHITE: '#5c5c5c',
  statusCLOSED: '#6b6b6b',
  statusTextRED: '#a80c1a',
  statusTextAMBER: '#854800',
  withheldGround: '#d6d6d6',
  withheldText: '#424242',
  withheldEdge: 'transparent',
}

const DARK: StatusTokens = {
  statusRED: '#f88a92',
  statusAMBER: '#f5b041',
  statusGREEN: '#6cc96c',
  statusWHITE: '#e6e6e6',
  statusCLOSED: '#b0b0b0',
  statusTextRED: '#ff99a0',
  statusTextAMBER: '#f7be62',
  withheldGround: '#4d4d4d',
  withheldText: '#e0e0e0',
  withheldEdge: 'transparent',
}

/** Whatever the ground's own foreground is: hovered and selected grounds of this theme turn it over. */
const CONTRAST: StatusTokens = {
  statusRED: 'currentcolor',
  statusAMBER: 'currentcolor',
  statusGREEN: 'currentcolor',
  statusWHITE: 'currentcolor',
  statusCLOSED: 'currentcolor',
  statusTextRED: 'currentcolor',
  statusTextAMBER: 'currentcolor',
  withheldGround: 'transparent',
  withheldText: 'currentcolor',
  withheldEdge: 'currentcolor',
}

const THEMES: Readonly<Record<ThemeName, TabTheme>> = {
  default: { ...teamsLightTheme, ...LIGHT },
  dark: { ...teamsDarkTheme, ...DARK },
  contrast: { ...teamsHighContrastTheme, ...CONTRAST },
}

/** The theme for what Teams says; anything it may add later is shown as its default. */
export function themeOf(name: string): TabTheme {
  return name === 'dark' || name === 'contrast' ? THEMES[name] : THEMES.default
}

export function statusColour(colour: Colour): string {
  return `var(--status${colour})`
}
