/**
 * Incidents as a paper: how many since a day by force, group and month, and each notification that counts among them, for
 * whoever may read them. In the words of one language. Pure.
 */

import type { Day } from '../../domain/day.ts'
import { groupName } from '../../domain/group.ts'
import { totalOf, type Count } from '../../domain/incidentcount.ts'
import { showCounts, type ListedBook, type Shown } from '../../domain/incidenttable.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'
import { figure, said, type Paper, type PaperCell, type PaperSection } from './paper.ts'
import { markingWords } from './table.ts'

export interface IncidentPaperOptions {
  readonly words: Words
  readonly snapshot: Snapshot
  readonly since: Day
  readonly today: Day
}

export function makeIncidentPaper(book: ListedBook, options: IncidentPaperOptions): Paper {
  const { words, snapshot, since, today } = options
  const shown = showCounts(book, snapshot.organisations, since)
  return {
    title: words.say('incidents.paper.title', { group: groupName(snapshot.group, words.language) }),
    lines: [
      words.say('incidents.paper.since', { day: words.day(since) }),
      words.say('incidents.paper.known', { day: words.day(today) }),
    ],
    marking: markingWords(snapshot.group.marking),
    sections: [
      forceSection(shown, options),
      groupSection(shown, words),
      monthSection(shown, words),
      listSection(book, options),
    ],
    words,
  }
}

/** `ocag-access-incidents-2026-11-24.xlsx` */
export function makeIncidentName(group: string, day: Day, format: string): string {
  return `${group}-incidents-${day}.${format}`
}

function forceSection({ forces, counts }: Shown, { words, snapshot, since }: IncidentPaperOptions): PaperSection {
  const nationName = (nation: string): string =>
    nation === '' ? words.say('incidents.noNation') : words.say('incidents.nation', { nation })
  const hasBefore = counts.all.before > 0
  const unsplit = counts.unsplit.map(({ organisation, nation, count, from, to }) =>
    words.say('incidents.unsplit', {
      count,
      where:
        organisation === null ? nationName(nation) : (snapshot.organisations.get(organisation)?.name ?? organisation),
      from: words.day(from),
      to: words.day(to),
      since: words.day(since),
    }),
  )
  const rows = forces.map(({ name, nation, count }) => [
    said(name || words.say('incidents.nationOnly', { nation: nationName(nation) })),
    said(nationName(nation)),
    ...figures(count, hasBefore),
  ])
  const sum = [said(words.say('incidents.sum')), said(''), ...figures(counts.all, hasBefore)]
  const columns = ['incidents.force', 'incidents.paper.nation', ...(hasBefore ? FIGURES : FIGURES_TOLD)] as const
  return section('forces', words.say('incidents.byForce'), [...rows, sum], { words, columns, said: unsplit })
}

function groupSection({ groups, counts }: Shown, words: Words): PaperSection {
  const rows = groups.map(({ name, count }) => [
    said(name || words.say('incidents.group.unknown')),
    ...figures(count, false),
  ])
  const sum = [said(words.say('incidents.sum')), ...figures({ ...counts.all, before: 0 }, false)]
  return section('groups', words.say('incidents.byGroup'), [...rows, sum], {
    words,
    columns: ['incidents.group', ...FIGURES_TOLD],
  })
}

function monthSection({ counts }: Shown, words: Words): PaperSection {
  const rows = counts.byMonth.map(({ month, count }) => [said(words.month(month)), ...figures(count, false)])
  const note = counts.all.before > 0 ? [words.say('incidents.chart.beforeNote')] : []
  const columns = ['incidents.month', ...FIGURES_TOLD] as const
  return section('months', words.say('incidents.byMonth'), rows, { words, columns, said: note })
}

function listSection(
  { incidents, profiles }: ListedBook,
  { words, snapshot, since }: IncidentPaperOptions,
): PaperSection {
  const names = new Map(profiles.map(({ key, name }) => [key, name]))
  const counted = incidents.filter(({ day, state }) => day >= since && state === 'stands')
  const rows = counted
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .map(({ day, organisation, profile, category, source, outcome, reference, note }) => [
      said(words.day(day)),
      said(snapshot.organisations.get(organisation)?.name ?? organisation),
      said((profile !== null && names.get(profile)) || words.say('incidents.group.unknown')),
      said(words.say(`incidents.category.${category}`)),
      said(words.say(`incidents.source.${source}`)),
      said(words.say(`incidents.outcome.${outcome}`)),
      said(reference),
      said(note),
    ])
  const columns = [
    'incidents.paper.day',
    'incidents.force',
    'incidents.group',
    'incidents.category',
    'incidents.source',
    'incidents.outcome',
    'incidents.list.reference',
    'incidents.panel.note',
  ] as const
  return section('list', words.say('incidents.section.list'), rows, { words, columns })
}

const FIGURES = ['incidents.told', 'incidents.found', 'incidents.before', 'incidents.all'] as const

/** Nothing from before the register has a group or a month. */
const FIGURES_TOLD = ['incidents.told', 'incidents.found', 'incidents.all'] as const

function figures(count: Count, hasBefore: boolean): readonly PaperCell[] {
  return [count.told, count.found, ...(hasBefore ? [count.before] : []), totalOf(count)].map(figure)
}

function section(
  key: string,
  heading: string,
  rows: readonly (readonly PaperCell[])[],
  about: {
    readonly words: Words
    readonly columns: readonly Parameters<Words['say']>[0][]
    readonly said?: readonly string[]
  },
): PaperSection {
  const { words, columns, said: lines = [] } = about
  const isFigure = (column: string): boolean => (FIGURES as readonly string[]).includes(column)
  return {
    key,
    heading,
    words: lines,
    table: {
      caption: heading,
      columns: columns.map((column) => ({ title: words.say(column), weight: isFigure(column) ? 1 : 3 })),
      rows,
      heading: 0,
    },
  }
}
