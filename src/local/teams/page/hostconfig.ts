/**
 * How Teams dresses cards, for the official renderer: type, spacing and colours of each theme. Microsoft doesn't publish
 * the real one in full; this follows its published samples and what one sees.
 */

import type { Theme } from './place.ts'

interface Palette {
  readonly ink: string
  readonly quiet: string
  readonly accent: string
  readonly good: string
  readonly warning: string
  readonly attention: string
  readonly surface: string
  readonly emphasis: string
  readonly line: string
}

const PALETTES: Readonly<Record<Theme, Palette>> = {
  default: {
    ink: '#242424',
    quiet: '#616161',
    accent: '#4f52b2',
    good: '#0e700e',
    warning: '#8a5a00',
    attention: '#b10e1c',
    surface: '#ffffff',
    emphasis: '#f5f5f5',
    line: '#e0e0e0',
  },
  dark: {
    ink: '#ffffff',
    quiet: '#c7c7c7',
    accent: '#a6a9f8',
    good: '#92d292',
    warning: '#fde300',
    attention: '#ff99a4',
    surface: '#292929',
    emphasis: '#383838',
    line: '#525252',
  },
  contrast: {
    ink: '#ffffff',
    quiet: '#ffffff',
    accent: '#ffff01',
    good: '#3ff23f',
    warning: '#ffff01',
    attention: '#ff5e5e',
    surface: '#000000',
    emphasis: '#000000',
    line: '#ffffff',
  },
}

export function hostConfig(theme: Theme): object {
  const palette = PALETTES[theme]
  const colour = (value: string) => ({ default: value, subtle: value === palette.ink ? palette.quiet : value })
  const style = (backgroundColor: string) => ({
    backgroundColor,
    borderColor: palette.line,
    foregroundColors: {
      default: colour(palette.ink),
      dark: colour(palette.ink),
      light: colour(palette.quiet),
      accent: colour(palette.accent),
      good: colour(palette.good),
      warning: colour(palette.warning),
      attention: colour(palette.attention),
    },
  })
  return {
    supportsInteractivity: true,
    fontFamily: "'Segoe UI', system-ui, 'Noto Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 400, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    imageSizes: { small: 32, medium: 52, large: 100 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
    // Below the chat's own.
    textBlock: { headingLevel: 2 },
    separator: { lineThickness: 1, lineColor: palette.line },
    containerStyles: {
      default: style(palette.surface),
      emphasis: style(palette.emphasis),
      accent: style(palette.emphasis),
      good: style(palette.emphasis),
      attention: style(palette.emphasis),
      warning: style(palette.emphasis),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', size: 'small', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder', size: 'small' },
      },
      errorMessage: { size: 'small', color: 'attention', spacing: 'small' },
    },
    adaptiveCard: { allowCustomStyle: false },
    factSet: {
      title: { size: 'default', color: 'default', isSubtle: true, weight: 'default', wrap: true, maxWidth: 160 },
      value: { size: 'default', color: 'default', weight: 'default', wrap: true },
      spacing: 12,
    },
    textStyles: {
      heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false },
      columnHeader: { size: 'default', weight: 'bolder', color: 'default', isSubtle: false },
    },
  }
}
