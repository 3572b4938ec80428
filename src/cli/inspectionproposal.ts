/** What an import of recommendations or of workstreams would bring in, for programs and for people. */

import type {
  PrintedDue,
  PrintedPublication,
  PrintedRecommendation,
  RecommendationsProposal,
} from '../documents/recommendation.ts'
import { PRINTED_STATUSES } from '../documents/recommendation.ts'
import { WORKSTREAM_FIELDS, type PrintedWorkstream, type WorkstreamsProposal } from '../documents/workstreams.ts'
import { makeColumns } from './columns.ts'

/** The shape is a promise to programs that we don't know; names may be added to it. */
export function makeRecommendationsJson(proposal: RecommendationsProposal): object {
  const { title, legend, headings, day, publications } = proposal
  return { title, day, legend, headings, publications: publications.map(makePublicationJson) }
}

function makePublicationJson({ row, recommendations, ...publication }: PrintedPublication): object {
  return { row, ...publication, recommendations: recommendations.map(makeRecommendationJson) }
}

function makeRecommendationJson(recommendation: PrintedRecommendation): object {
  const { sheet: _, row, number, kind, label, text, status, statusWords, dues, comments, ...others } = recommendation
  const words = statusWords === null ? {} : { statusWords }
  return { row, number, kind, label, text, status, ...words, dues: dues.map(makeDueJson), comments, ...others }
}

function makeDueJson({ words, kind, due, ...others }: PrintedDue): object {
  return { words, kind, due, ...others }
}

/** As above. */
export function makeWorkstreamsJson({ workstreams, objectives }: WorkstreamsProposal): object {
  return { objectives, workstreams: workstreams.map(makeWorkstreamJson) }
}

function makeWorkstreamJson(workstream: PrintedWorkstream): object {
  const { row, number, period } = workstream
  return { row, number, ...Object.fromEntries(WORKSTREAM_FIELDS.map((field) => [field, workstream[field]])), period }
}

/** A line a report with what it counts by status, and a line a recommendation. */
export function makeRecommendationLines({ day, publications }: RecommendationsProposal): string[] {
  const counts = publications.map(({ title, published, recommendations, reconciliation }) => [
    title,
    published ?? '–',
    ...PRINTED_STATUSES.map((status) => String(recommendations.filter((each) => each.status === status).length || '–')),
    String(recommendations.length),
    reconciliation ? `${reconciliation.claimed} = ${reconciliation.shown} + ${reconciliation.earlier}` : '–',
  ])
  const rows = publications.flatMap(({ recommendations }) =>
    recommendations.map((each) => [
      String(each.row),
      each.number ?? '–',
      each.status ?? each.statusWords ?? '–',
      each.rule.differs ? each.rule.colour : '',
      each.addressee.body ?? '–',
      each.dues.at(-1)?.words.replaceAll('\n', ' ') ?? '–',
      each.text.replaceAll('\n', ' '),
    ]),
  )
  return [
    `Edition of ${day}`,
    '',
    ...makeColumns(
      [['Report', 'Published', ...PRINTED_STATUSES, 'Shown', 'Claimed = shown + earlier'], ...counts],
      [60, 10, 5, 5, 5, 9, 5, 6, 5, 24],
    ),
    '',
    ...makeColumns(
      [['Row', 'No', 'Status', 'Rule', 'Waits for', 'Due', 'Recommendation'], ...rows],
      [6, 5, 10, 6, 28, 30, 72],
    ),
  ]
}

/** A line a work stream. */
export function makeWorkstreamLines({ workstreams }: WorkstreamsProposal): string[] {
  const rows = workstreams.map((each) => [
    String(each.row),
    each.number ?? '–',
    each.chiefOfficerLead ?? '–',
    each.smtLead ?? '–',
    ...(['status', 'planned', 'barriers'] as const).map((field) => (each[field] === null ? '–' : 'yes')),
    (each.workStream ?? each.objective ?? '–').replaceAll('\n', ' '),
  ])
  const headings = ['Row', 'No', 'Chief officer lead', 'SMT lead', 'Status', 'Planned', 'Barriers', 'Work stream']
  return makeColumns([headings, ...rows], [6, 6, 26, 26, 6, 7, 8, 72])
}
