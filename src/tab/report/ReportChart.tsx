/** How everything stands, or how it does for each organisation, as Fluent's own bars; the table beside it says the same. */

import { VerticalBarChart, VerticalStackedBarChart } from '@fluentui/react-charts'
import { plainColour } from '../../documents/export/report.ts'
import { REPORT_COLOURS, totalOfCounts, type Report, type ReportColour } from '../../domain/report.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { statusColour } from '../design/theme.ts'
import { useWords } from '../words.tsx'

const HEIGHT = 240

export interface ReportChartProps {
  readonly kind: 'counts' | 'organisations'
  readonly report: Report
  readonly snapshot: Snapshot
  readonly width: number
}

export function ReportChart({ kind, report, snapshot, width }: ReportChartProps) {
  const words = useWords()
  const name = (colour: ReportColour): string => words.say(`report.colour.${colour}`)
  if (kind === 'counts') {
    return (
      <VerticalBarChart
        chartTitle={words.say('report.counts')}
        data={REPORT_COLOURS.map((colour) => ({
          x: name(colour),
          y: report.counts[colour],
          legend: name(colour),
          color: statusColour(plainColour(colour)),
          callOutAccessibilityData: { ariaLabel: `${name(colour)}: ${words.number(report.counts[colour])}` },
        }))}
        width={Math.min(width, 640)}
        height={HEIGHT}
        barWidth={36}
        hideLegend
        yAxisTickCount={4}
      />
    )
  }
  const nameOf = (key: string): string =>
    key === '' ? words.say('report.nobody') : (snapshot.organisations.get(key)?.shortName ?? key)
  return (
    <VerticalStackedBarChart
      chartTitle={words.say('report.organisations')}
      data={report.organisations
        .filter(({ counts }) => totalOfCounts(counts) > 0)
        .map(({ organisation, counts }) => ({
          xAxisPoint: nameOf(organisation),
          chartData: REPORT_COLOURS.filter((colour) => counts[colour] > 0).map((colour) => ({
            legend: name(colour),
            data: counts[colour],
            color: statusColour(plainColour(colour)),
            callOutAccessibilityData: {
              ariaLabel: `${nameOf(organisation)}, ${name(colour)}: ${words.number(counts[colour])}`,
            },
          })),
        }))}
      width={width}
      height={HEIGHT}
      barWidth={Math.max(10, Math.min(36, Math.floor((width - 80) / Math.max(1, report.organisations.length)) - 8))}
      barGapMax={2}
      isCalloutForStack
      hideLabels
      yAxisTickCount={4}
      enabledLegendsWrapLines
      legendProps={{ allowFocusOnLegends: true }}
    />
  )
}
