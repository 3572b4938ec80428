/** A chart of a paper on a page of a PDF: bars that lie, each of its pieces with its figure in it, and what colours mean. */

import { legendOf, lengthOf, type PaperChart } from './paper.ts'
import { LEADING, SOFT, type Element, type PdfPages } from './pdfpage.ts'

/** Points: of the longest bar, of a bar's height and the room below it, and around words. */
const [LONGEST, BAR, ROOM, PAD] = [320, 11.5, 4, 6]
const WHITE = '#FFFFFF'

export function heightOfChart(chart: PaperChart): number {
  return chart.bars.length * (BAR + ROOM) + (legendOf(chart).length > 0 ? LEADING + ROOM : 0) + 2 * ROOM
}

/** On the page that one is on: see that there is room. */
export function drawChart(pages: PdfPages, parent: Element, chart: PaperChart): void {
  const { alt, bars } = chart
  const legend = legendOf(chart)
  const names = Math.max(...bars.map(({ name }) => pages.widthOf(name))) + PAD
  const share = LONGEST / Math.max(1, ...bars.map(lengthOf))
  const figure = pages.figure(parent, alt, { width: names + LONGEST, height: heightOfChart(chart) })
  pages.open(figure, 'Figure')
  pages.skip(ROOM)
  for (const { name, pieces } of bars) {
    pages.label(name, { x: names - PAD - pages.widthOf(name), y: 0 })
    let x = names
    for (const { colour, number } of pieces) {
      const width = number * share
      const told = String(number)
      pages.bar(colour, { x, y: 0, width, height: BAR })
      const wide = pages.widthOf(told, true)
      if (wide + 2 < width) pages.label(told, { x: x + (width - wide) / 2, y: 0, colour: WHITE, isBold: true })
      x += width
    }
    pages.skip(BAR + ROOM)
  }
  let x = names
  for (const { name, colour } of legend) {
    pages.bar(colour, { x, y: 2.5, width: 6.5, height: 6.5 })
    pages.label(name, { x: x + 6.5 + ROOM, y: 0, colour: SOFT })
    x += 6.5 + ROOM + pages.widthOf(name) + 2 * PAD
  }
  if (legend.length > 0) pages.skip(LEADING + ROOM)
  pages.close()
  figure.end()
  pages.skip(ROOM)
}
