/**
 * Incidents by month, a bar for each with its nations one above the other. Fluent's own chart, loaded when it is looked
 * at; the table behind it says the same (Months.tsx).
 */

import { tokens } from '@fluentui/react-components'
import { VerticalStackedBarChart, type VerticalStackedChartProps } from '@fluentui/react-charts'
import type { MonthCount } from '../../domain/incidentcount.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from '../words.tsx'

/** One after the other; they differ in lightness, not in hue alone, and in high contrast too. */
const GROUNDS = [
  tokens.colorCompoundBrandBackground,
  tokens.colorNeutralForeground3,
  tokens.colorBrandForegroundLink,
] as const
const HEIGHT = 240

export interface MonthChartProps {
  readonly title: string
  readonly months: readonly MonthCount[]
  readonly nations: readonly string[]
  readonly width: number
}

export function MonthChart({ title, months, nations, width }: MonthChartProps) {
  const words = useWords()
  const data = months.map(({ month, byNation }): VerticalStackedChartProps => ({
    xAxisPoint: shortMonth(month, words),
    xAxisCalloutData: words.month(month),
    chartData: nations.map((nation, index) => ({
      legend: words.say('incidents.nation', { nation }) || words.say('incidents.noNation'),
      data: byNation.get(nation) ?? 0,
      color: GROUNDS[index % GROUNDS.length] ?? tokens.colorCompoundBrandBackground,
      callOutAccessibilityData: {
        ariaLabel: `${words.month(month)}: ${words.say('incidents.inNation', { nation, count: byNation.get(nation) ?? 0 })}`,
      },
    })),
  }))
  return (
    <VerticalStackedBarChart
      chartTitle={title}
      data={data}
      width={width}
      height={HEIGHT}
      barWidth={Math.max(6, Math.min(28, Math.floor((width - 80) / Math.max(1, months.length)) - 6))}
      barGapMax={2}
      hideTooltip={false}
      isCalloutForStack
      hideLabels
      yAxisTickCount={4}
      enabledLegendsWrapLines
      legendProps={{ allowFocusOnLegends: true }}
    />
  )
}

/** `Nov 26`, `Tach 26`: a dozen of them stand beside one another. */
function shortMonth(month: string, words: Words): string {
  const first = `${month}-01`
  return `${words.shortDay(first, first).replace(/^1 /, '')} ${month.slice(2, 4)}`
}
