/**
 * A chart of a paper as Word draws it: bars that lie, each of its pieces with its figure in it, and words for who doesn't
 * see them. Its figures stand in it; no workbook is behind it that would say more than one sees.
 */

import { STATUS_COLOURS } from './mark.ts'
import { escape, RELATION, type Part } from './openxml.ts'
import { legendOf, type PaperChart } from './paper.ts'
import { makeParagraph } from './wordpieces.ts'

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006'
const CHART = `${DRAWING}/chart`

/** English Metric Units, 36,000 a millimetre: of the whole, of a bar with its room, of the legend. */
const [WIDTH, BAR, LEGEND] = [6_480_000, 230_000, 290_000]
const [INK, SOFT] = ['1F1F1F', '595959']

/** The paragraph that a chart stands in. @param relation the id by which the document knows the chart */
export function makeWordDrawing({ alt, bars }: PaperChart, number: number, relation: string): string {
  const height = bars.length * BAR + LEGEND
  const drawing =
    `<wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent cx="${WIDTH}" cy="${height}"/><wp:docPr id="${number}" name="Chart ${number}" descr="${escape(alt)}"/>` +
    `<wp:cNvGraphicFramePr/><a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${CHART}">` +
    `<c:chart xmlns:c="${CHART}" r:id="${relation}"/></a:graphicData></a:graphic></wp:inline>`
  return makeParagraph('<w:keepNext/><w:spacing w:after="80"/>', `<w:r><w:drawing>${drawing}</w:drawing></w:r>`)
}

export function makeWordChart(chart: PaperChart, number: number): Part & { readonly kind: string } {
  const { kinds, bars } = chart
  const legend = legendOf(chart)
  const categories =
    `<c:strLit><c:ptCount val="${bars.length}"/>` +
    `${bars.map(({ name }, index) => `<c:pt idx="${index}"><c:v>${escape(name)}</c:v></c:pt>`).join('')}</c:strLit>`
  const series = kinds.map(({ name, colour }, index) => {
    const points = bars.flatMap(({ pieces }, at) => {
      const piece = pieces.find((each) => each.name === name)
      return piece ? [`<c:pt idx="${at}"><c:v>${piece.number}</c:v></c:pt>`] : []
    })
    return (
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escape(name)}</c:v></c:tx>` +
      `<c:spPr><a:solidFill><a:srgbClr val="${STATUS_COLOURS[colour]}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
      `<c:cat>${categories}</c:cat><c:val><c:numLit><c:formatCode>General</c:formatCode>` +
      `<c:ptCount val="${bars.length}"/>${points.join('')}</c:numLit></c:val></c:ser>`
    )
  })
  const xml =
    `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}/main" xmlns:r="${RELATION}"><c:roundedCorners val="0"/><c:chart>` +
    '<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/>' +
    `<c:varyColors val="0"/>${series.join('')}${FIGURES}<c:gapWidth val="35"/><c:overlap val="100"/>` +
    `<c:axId val="1"/><c:axId val="2"/></c:barChart>${AXES}</c:plotArea>` +
    (legend.length > 0 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${lettersOf(SOFT)}</c:legend>` : '') +
    `<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${NO_FRAME}</c:chartSpace>`
  return { kind: 'chart', name: `word/charts/chart${number}.xml`, type: 'drawingml.chart', xml }
}

/** In nine points, as the words around it. */
function lettersOf(colour: string, isBold = false): string {
  return (
    `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900" b="${isBold ? 1 : 0}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>` +
    '<a:latin typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
  )
}

const NO_LINE = '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
const NO_FRAME = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'

const FIGURES =
  `<c:dLbls>${lettersOf('FFFFFF', true)}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>` +
  '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'

/** The first bar above; no scale, for the figures stand in the bars. */
const AXES =
  '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>' +
  `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${NO_LINE}${lettersOf(INK)}` +
  '<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>' +
  '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/>' +
  '<c:axPos val="t"/><c:crossAx val="1"/><c:crosses val="autoZero"/></c:valAx>'
