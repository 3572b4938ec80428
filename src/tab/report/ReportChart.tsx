/** A chart of a paper as Fluent's own bars; the table beside it says the same. */

import { VerticalStackedBarChart } from '@fluentui/react-charts'
import { legendOf, type PaperChart } from '../../documents/export/paper.ts'
import { statusColour } from '../design/theme.ts'
import { useWords } from '../words.tsx'

const HEIGHT = 240
/** Pixels of a bar and of the room around it, and how wide a chart of few bars is. */
const [BAR, ROOM, FEW] = [36, 8, 640]

export interface ReportChartProps {
  readonly chart: PaperChart
  readonly width: number
}

export function ReportChart({ chart, width }: ReportChartProps) {
  const words = useWords()
  const legend = legendOf(chart)
  const wide = legend.length === 0 ? Math.min(width, FEW) : width
  return (
    <div style={{ maxWidth: wide }}>
      <VerticalStackedBarChart
        chartTitle={chart.alt}
        data={chart.bars.map((bar) => ({
          xAxisPoint: bar.name,
          chartData: bar.pieces.map(({ name, colour, number }) => ({
            legend: name,
            data: number,
            color: statusColour(colour),
            callOutAccessibilityData: {
              ariaLabel: `${name === bar.name ? name : `${bar.name}, ${name}`}: ${words.number(number)}`,
            },
          })),
        }))}
        width={wide}
        height={HEIGHT}
        barWidth={Math.max(10, Math.min(BAR, Math.floor((wide - 80) / chart.bars.length) - ROOM))}
        barGapMax={2}
        isCalloutForStack
        yAxisTickCount={4}
        hideLegend={legend.length === 0}
        enabledLegendsWrapLines
        legendProps={{ allowFocusOnLegends: true }}
      />
    </div>
  )
}
