/**
 * What a group's work answers of a framework as a paper for the yearly statement: the matrix, the evidence paragraph by
 * paragraph, and what nothing answers. In the words of one language. Pure.
 */

import { evidenceOf, type CoverageCell, type CoverageMatrix, type CoveringItem } from '../../domain/coverage.ts'
import type { Work } from '../../domain/covering.ts'
import type { Day } from '../../domain/day.ts'
import type { Framework, Named, Paragraph } from '../../domain/framework.ts'
import { groupName } from '../../domain/group.ts'
import { FINANCIAL_YEAR, parsePeriod } from '../../domain/period.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { makePeriodName } from '../../words/periods.ts'
import { whyOf } from '../../words/standing.ts'
import type { Words } from '../../words/words.ts'
import { makeParagraphs } from './cell.ts'
import { said, type Paper, type PaperCell, type PaperSection } from './paper.ts'
import { makeMarkingWords } from './table.ts'

export interface EvidencePaperOptions {
  readonly words: Words
  readonly snapshot: Snapshot
  readonly today: Day
}

export function makeEvidencePaper(matrix: CoverageMatrix, { words, snapshot, today }: EvidencePaperOptions): Paper {
  const { framework } = matrix
  const told = evidenceOf(matrix).map(({ item }) => item.work)
  return {
    title: words.say('assurance.paper.title', { group: groupName(snapshot.group, words.language) }),
    lines: [
      words.say('assurance.paper.framework', {
        framework: named(framework.title, words),
        edition: words.month(framework.edition),
      }),
      words.say('assurance.paper.day', { day: words.day(today) }),
    ],
    marking: makeMarkingWords(snapshot, told),
    sections: [
      matrixSection(matrix, words),
      ...(framework.capabilities.length > 0 ? [capabilitiesSection(matrix, words)] : []),
      evidenceSection(matrix, words),
      uncoveredSection(matrix, words),
    ],
    words,
  }
}

/** `csae-sgg-spr-2023-2026-11-24.docx` */
export function makeEvidenceName(group: string, framework: string, day: Day, format: string): string {
  return `${group}-${framework}-${day}.${format}`
}

/** Words of a framework in the language that is read. */
export function named(title: Named, words: Pick<Words, 'language'>): string {
  return words.language === 'cy' ? title.cy : title.en
}

/** Name of a threat, pillar, capability or duty-holder. */
export function partName(framework: Framework, key: string, words: Pick<Words, 'language'>): string {
  const { threats, pillars, capabilities, dutyHolders } = framework
  const part = [...threats, ...pillars, ...capabilities, ...dutyHolders].find((each) => each.key === key)
  return part ? named(part.title, words) : key
}

/** `Child sexual abuse, Capabilities` */
export function placeName(
  framework: Framework,
  { under, pillar }: Pick<Paragraph, 'under' | 'pillar'>,
  words: Words,
): string {
  const name = partName(framework, under, words)
  if (pillar === null) return name
  return words.say('assurance.place', { under: name, pillar: partName(framework, pillar, words) })
}

/** `Work stream: 1.2 One list of homes`; an action goes by its reference alone. */
export function workName({ label, name }: Pick<Work, 'label' | 'name'>, words: Words): string {
  if (label === 'action') return named(name, words)
  return words.say('assurance.work.named', { kind: labelWords(label, words), name: named(name, words) })
}

/** What a piece of work is. */
export function labelWords(label: Work['label'], words: Words): string {
  if (label === 'workstream' || label === 'return' || label === 'request') return words.say(`assurance.work.${label}`)
  return words.say(`kind.${label}`)
}

/** Why it stands as it does, by the rule that it has. */
export function whyWords({ stands: { standing, why } }: Pick<Work, 'stands'>, words: Words): string {
  if (standing) return whyOf(standing, words)
  const { day, quarter, ...counts } = why.values
  const period = typeof quarter === 'string' ? parsePeriod(quarter, 'quarterly', FINANCIAL_YEAR) : null
  return words.say(`assurance.stands.${why.code}`, {
    ...counts,
    ...(typeof day === 'string' ? { day: day === '' ? '' : words.day(day) } : {}),
    ...(period ? { quarter: makePeriodName(period, words.language) } : {}),
  })
}

/** Said where it covers nothing. */
export function overWords({ counts }: Pick<Work, 'counts'>, words: Words): string {
  return counts ? '' : words.say('assurance.closed')
}

function matrixSection({ framework, cells, covered, uncovered }: CoverageMatrix, words: Words): PaperSection {
  const { threats, pillars } = framework
  const rows = threats.map(({ key, title }) => [
    said(named(title, words)),
    ...cells.filter(({ under }) => under === key).map((cell) => standing(cell, words)),
  ])
  return {
    key: 'matrix',
    heading: words.say('assurance.matrix'),
    words: [
      words.say('assurance.why', {
        covered,
        all: covered + uncovered.length,
        framework: named(framework.title, words),
      }),
    ],
    table: {
      caption: words.say('assurance.matrix'),
      columns: [
        { title: words.say('assurance.threat'), weight: 3 },
        ...pillars.map(({ title }) => ({ title: named(title, words), weight: 2 })),
      ],
      heading: 0,
      rows,
    },
  }
}

/** They have no pillars. */
function capabilitiesSection({ framework, capabilities }: CoverageMatrix, words: Words): PaperSection {
  return {
    key: 'capabilities',
    heading: words.say('assurance.capabilities'),
    words: [],
    table: {
      caption: words.say('assurance.capabilities'),
      columns: [
        { title: words.say('assurance.capability'), weight: 3 },
        { title: words.say('assurance.column.status'), weight: 4 },
      ],
      heading: 0,
      rows: capabilities.map((cell) => [said(partName(framework, cell.under, words)), standing(cell, words)]),
    },
  }
}

function standing({ state, covered, paragraphs, worst }: CoverageCell, words: Words): PaperCell {
  if (state === 'notInFramework') return said(words.say('assurance.notInFramework'))
  const count = words.say('assurance.of', { covered, all: paragraphs.length })
  const word = words.say(worst === null ? 'assurance.uncovered' : `status.${worst}`)
  return said(`${word}, ${count}`, worst ?? undefined)
}

function evidenceSection(matrix: CoverageMatrix, words: Words): PaperSection {
  const evidence = evidenceOf(matrix)
  return {
    key: 'evidence',
    heading: words.say('assurance.paper.evidence'),
    words: [words.say('assurance.paper.evidence.why')],
    table:
      evidence.length === 0
        ? null
        : {
            caption: words.say('assurance.paper.evidence'),
            columns: [
              ...paragraphColumns(words),
              { title: words.say('assurance.column.work'), weight: 5 },
              { title: words.say('assurance.column.status'), weight: 4 },
              { title: words.say('assurance.column.evidence'), weight: 5 },
            ],
            heading: 0,
            rows: evidence.map(({ paragraph, item }) => [
              ...paragraphCells(matrix.framework, paragraph, words),
              ...itemCells(item, words),
            ]),
          },
  }
}

function itemCells({ work, coverage }: CoveringItem, words: Words): readonly PaperCell[] {
  const { colour } = work.stands
  return [
    text(workName(work, words), words),
    {
      kind: 'words',
      words: makeParagraphs(`${words.say(`status.${colour}`)}\n${whyWords(work, words)}`, words),
      colour,
    },
    text([coverage.evidence, overWords(work, words)].filter((each) => each !== '').join('\n'), words),
  ]
}

function uncoveredSection({ framework, uncovered }: CoverageMatrix, words: Words): PaperSection {
  return {
    key: 'uncovered',
    heading: words.say('assurance.open'),
    words: [words.say('assurance.open.why', { count: uncovered.length })],
    table:
      uncovered.length === 0
        ? null
        : {
            caption: words.say('assurance.open'),
            columns: [...paragraphColumns(words)],
            heading: 0,
            rows: uncovered.map(({ paragraph }) => paragraphCells(framework, paragraph, words)),
          },
  }
}

function paragraphColumns(words: Words) {
  return [
    { title: words.say('assurance.column.number'), weight: 2 },
    { title: words.say('assurance.column.place'), weight: 4 },
    { title: words.say('assurance.column.what'), weight: 5 },
    { title: words.say('assurance.column.duty'), weight: 3 },
  ] as const
}

function paragraphCells(framework: Framework, paragraph: Paragraph, words: Words): readonly PaperCell[] {
  const { number, title, dutyHolder, tier } = paragraph
  return [
    said(number),
    said(placeName(framework, paragraph, words)),
    said(named(title, words)),
    said(
      words.say('assurance.duty', {
        holder: partName(framework, dutyHolder, words),
        tier: words.say(`assurance.tier.${tier}`),
      }),
    ),
  ]
}

function text(value: string, words: Words): PaperCell {
  return { kind: 'words', words: makeParagraphs(value, words) }
}
