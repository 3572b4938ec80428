/**
 * The board's report as a paper: what `reportOf` worked out, in the words of one language. Each figure stands beside the
 * rows that it counts. Pure.
 */

import type { ReportColour, Report, ReportCounts, ReportLine } from '../../domain/report.ts'
import { NEWS, REPORT_COLOURS, totalOfCounts } from '../../domain/report.ts'
import { KINDS, type Colour } from '../../domain/action.ts'
import type { Due } from '../../domain/due.ts'
import { groupName } from '../../domain/group.ts'
import { ownerWords } from '../../domain/owner.ts'
import { shorten } from '../../domain/passage.ts'
import { makeRuns } from '../../domain/reference.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { whyOf } from '../../words/standing.ts'
import type { Words } from '../../words/words.ts'
import { makeParagraphs } from './cell.ts'
import { stateDue } from './due.ts'
import {
  figure,
  lengthOf,
  said,
  type Paper,
  type PaperBar,
  type PaperCell,
  type PaperChart,
  type PaperColumn,
  type PaperSection,
} from './paper.ts'
import { makeMarkingWords } from './table.ts'

/** Characters of the details where a few actions are told with their why: what all of them say stands below, whole. */
const BRIEF = 240

export interface ReportPaperOptions {
  readonly words: Words
  readonly snapshot: Snapshot
}

export function makeReportPaper(report: Report, { words, snapshot }: ReportPaperOptions): Paper {
  const made = new Maker(report, words, snapshot)
  return {
    title: words.say('report.paper.title', { group: groupName(snapshot.group, words.language) }),
    lines: [
      words.say('report.paper.period', { from: words.day(report.from), to: words.day(report.to) }),
      report.since === null
        ? words.say('report.paper.first')
        : words.say('report.paper.since', { day: words.day(report.since) }),
    ],
    marking: makeMarkingWords(
      snapshot,
      report.lines.map(({ action }) => action),
    ),
    sections: [
      made.counts(),
      made.news(),
      made.listed('red', 'RED'),
      made.listed('newGreen', 'NEW GREEN'),
      made.listed('white', 'WHITE'),
      made.slips(),
      made.returns(),
      made.organisations(),
      made.kinds(),
      made.all(),
    ].filter((section) => section !== null),
    words,
  }
}

/** `csae-sgg-report-2026-11-24.docx` */
export function makeReportName(group: string, day: string, format: string): string {
  return `${group}-report-${day}.${format}`
}

/** The domain's colour of one that only a report has. */
function plainColour(colour: ReportColour): Colour {
  return colour === 'NEW GREEN' ? 'GREEN' : colour
}

class Maker {
  readonly #report: Report
  readonly #words: Words
  readonly #snapshot: Snapshot
  /** A log of one force names nobody; an empty column would take the room of the words. */
  readonly #areOwned: boolean

  constructor(report: Report, words: Words, snapshot: Snapshot) {
    this.#areOwned = report.lines.some(({ action }) => action.owners.length > 0)
    this.#report = report
    this.#words = words
    this.#snapshot = snapshot
  }

  counts(): PaperSection {
    const words = this.#words
    const { counts, earlier, lines } = this.#report
    return {
      key: 'counts',
      heading: words.say('report.counts'),
      words: [words.say('report.counts.why', { shown: lines.length, earlier, all: lines.length + earlier })],
      ...this.#chart(
        words.say('report.counts'),
        REPORT_COLOURS.map((colour) => ({
          name: words.say(`report.colour.${colour}`),
          pieces: this.#pieces(counts, [colour]),
        })),
      ),
      table: {
        caption: words.say('report.counts'),
        columns: [column(words.say('report.column.status'), 3), column(words.say('report.column.count'), 1)],
        heading: 0,
        rows: [
          ...REPORT_COLOURS.map((colour) => [this.#colour(colour), figure(counts[colour])]),
          [said(words.say('report.total')), figure(totalOfCounts(counts))],
        ],
      },
    }
  }

  news(): PaperSection {
    const words = this.#words
    const { news, lines } = this.#report
    const rows = NEWS.map((kind) => [
      said(words.say(`report.news.${kind}`)),
      figure(news[kind]),
      said(this.#which(lines.filter((line) => line.news.includes(kind)))),
    ])
    return {
      key: 'news',
      heading: words.say('report.news'),
      words: [],
      table: {
        caption: words.say('report.news'),
        columns: [
          column(words.say('report.column.what'), 3),
          column(words.say('report.column.count'), 1),
          column(words.say('report.column.which'), 6),
        ],
        heading: 0,
        rows,
      },
    }
  }

  /** Those of one colour, each with its why. Null where there are none but for RED, of which that is said. */
  listed(key: 'red' | 'newGreen' | 'white', colour: ReportColour): PaperSection | null {
    const words = this.#words
    const lines = this.#report.lines.filter((line) => line.colour === colour)
    if (lines.length === 0 && key === 'white') return null
    return {
      key,
      heading: words.say(`report.${key}`),
      words: lines.length === 0 ? [words.say(`report.${key}.none`)] : [],
      table:
        lines.length === 0
          ? null
          : {
              caption: words.say(`report.${key}`),
              columns: [...this.#actionColumns(), column(words.say('report.column.why'), 5)],
              heading: 0,
              rows: lines.map((line) => [...this.#actionCells(line, BRIEF), this.#why(line)]),
            },
    }
  }

  slips(): PaperSection {
    const words = this.#words
    const lines = this.#report.lines
      .filter(({ slipped, action }) => slipped > 0 && action.status !== 'closed' && action.status !== 'discharged')
      .toSorted((a, b) => b.slipped - a.slipped)
    return {
      key: 'slips',
      heading: words.say('report.slips'),
      words: [words.say(lines.length === 0 ? 'report.slips.none' : 'report.slips.why')],
      table:
        lines.length === 0
          ? null
          : {
              caption: words.say('report.slips'),
              columns: [
                ...this.#actionColumns(),
                column(words.say('report.column.firstDue'), 3),
                column(words.say('report.column.extensions'), 2),
                column(words.say('report.column.days'), 2),
              ],
              heading: 0,
              rows: lines.map((line) => [
                ...this.#actionCells(line, BRIEF),
                this.#due(line.action.firstDue),
                figure(line.action.extensions.length),
                figure(line.slipped),
              ]),
            },
    }
  }

  returns(): PaperSection | null {
    const words = this.#words
    const { returns } = this.#report
    if (returns.length === 0) return null
    return {
      key: 'returns',
      heading: words.say('report.returns'),
      words: [],
      table: {
        caption: words.say('report.returns'),
        columns: [
          column(words.say('report.column.return'), 5),
          column(words.say('report.column.due'), 2),
          column(words.say('report.column.answered'), 2),
          column(words.say('report.column.asked'), 2),
          column(words.say('report.column.missing'), 5),
        ],
        heading: 0,
        rows: returns.map(({ title, due, complete, asked, missing }) => [
          said(title),
          said(due === null ? '' : words.day(due)),
          figure(complete),
          figure(asked),
          said(words.list(missing.map((organisation) => this.#organisation(organisation)))),
        ]),
      },
    }
  }

  organisations(): PaperSection {
    const rows = this.#report.organisations.map(
      ({ organisation, counts }) => [this.#organisation(organisation), counts] as const,
    )
    const bars = rows.map(([name, counts]) => ({ name, pieces: this.#pieces(counts) }))
    return {
      ...this.#broken('organisations', rows),
      ...this.#chart(
        this.#words.say('report.organisations'),
        bars.filter(({ pieces }) => pieces.length > 0),
      ),
    }
  }

  kinds(): PaperSection | null {
    const kinds = KINDS.filter((kind) => totalOfCounts(this.#report.kinds[kind]) > 0)
    if (kinds.length < 2) return null
    return this.#broken(
      'kinds',
      kinds.map((kind) => [this.#words.say(`kind.${kind}`), this.#report.kinds[kind]] as const),
    )
  }

  all(): PaperSection {
    const words = this.#words
    const { lines } = this.#report
    return {
      key: 'all',
      heading: words.say('report.all'),
      words: lines.length === 0 ? [words.say('report.all.none')] : [],
      table:
        lines.length === 0
          ? null
          : {
              caption: words.say('report.all'),
              columns: [
                ...this.#actionColumns(),
                column(words.say('report.column.due'), 3),
                column(words.say('report.column.status'), 3),
                column(words.say('report.column.latest'), 6),
              ],
              heading: 0,
              rows: lines.map((line) => [
                ...this.#actionCells(line),
                this.#due(line.action.due),
                this.#colour(line.colour),
                line.latest
                  ? this.#text(`${words.day(line.latest.day)}: ${line.latest.words}`)
                  : said(words.say('report.nothingSaid')),
              ]),
            },
    }
  }

  #broken(
    key: 'organisations' | 'kinds',
    rows: readonly (readonly [name: string, counts: ReportCounts])[],
  ): PaperSection {
    const words = this.#words
    return {
      key,
      heading: words.say(`report.${key}`),
      words: key === 'organisations' ? [words.say('report.organisations.why')] : [],
      table: {
        caption: words.say(`report.${key}`),
        columns: [
          column(words.say(`report.column.${key}`), 4),
          ...REPORT_COLOURS.map((colour) => column(words.say(`report.colour.${colour}`), 2)),
          column(words.say('report.total'), 2),
        ],
        heading: 0,
        rows: rows.map(([name, counts]) => [
          said(name),
          ...REPORT_COLOURS.map((colour) => figure(counts[colour])),
          figure(totalOfCounts(counts)),
        ]),
      },
    }
  }

  /** Nothing where there is nothing to compare. */
  #chart(heading: string, bars: readonly PaperBar[]): { readonly chart?: PaperChart } {
    const words = this.#words
    if (bars.every(({ pieces }) => pieces.length === 0)) return {}
    const figures = words.list(bars.map((bar) => `${bar.name} ${words.number(lengthOf(bar))}`))
    const kinds = this.#pieces(this.#report.counts)
    return { chart: { alt: words.say('report.chart.alt', { heading, figures }), kinds, bars } }
  }

  #pieces(counts: ReportCounts, colours: readonly ReportColour[] = REPORT_COLOURS): PaperBar['pieces'] {
    return colours.flatMap((colour) => {
      if (counts[colour] === 0) return []
      const name = this.#words.say(`report.colour.${colour}`)
      return [{ name, colour: plainColour(colour), number: counts[colour] }]
    })
  }

  #actionColumns(): readonly PaperColumn[] {
    const words = this.#words
    return [
      column(words.say('exporting.column.reference'), 2),
      column(words.say('exporting.column.details'), 7),
      ...(this.#areOwned ? [column(words.say('exporting.column.owner'), 3)] : []),
    ]
  }

  #which(lines: readonly ReportLine[]): string {
    const words = this.#words
    const runs = makeRuns(lines.map(({ action }) => action.reference))
    return words.list(runs.map(([from, to]) => (to === undefined ? from : words.say('report.run', { from, to }))))
  }

  /** @param longest of the details; all that is open has them whole */
  #actionCells({ action }: ReportLine, longest = Infinity): readonly PaperCell[] {
    const owners = action.owners.map((owner) => ownerWords(owner, this.#snapshot))
    return [
      said(action.reference),
      this.#text(shorten(action.details, longest)),
      ...(this.#areOwned ? [said(owners.join(', '))] : []),
    ]
  }

  /** What the rule says, and what somebody gave as their reason. */
  #why({ standing, rationale, colour }: ReportLine): PaperCell {
    const words = this.#words
    const rule = whyOf(standing, words)
    if (colour !== 'RED' || standing.override) return this.#text(rule)
    return this.#text(
      `${rule} ${rationale === null ? words.say('report.noRationale') : words.say('report.rationale', { reason: rationale })}`,
    )
  }

  #due(due: Due | null): PaperCell {
    const told = due ? stateDue(due, this.#words) : ''
    return said(told.charAt(0).toLocaleUpperCase(this.#words.language) + told.slice(1))
  }

  #text(text: string): PaperCell {
    return { kind: 'words', words: makeParagraphs(text, this.#words) }
  }

  #colour(colour: ReportColour): PaperCell {
    return said(this.#words.say(`report.colour.${colour}`), plainColour(colour))
  }

  #organisation(key: string): string {
    if (key === '') return this.#words.say('report.nobody')
    return this.#snapshot.organisations.get(key)?.shortName ?? key
  }
}

function column(title: string, weight: number): PaperColumn {
  return { title, weight }
}
