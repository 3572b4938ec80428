/** How groups and people want things, what was passed on, and who was told, as rows of Control's lists. Pure. */

import * as v from 'valibot'
import type { Owner } from '../../domain/action.ts'
import { personKey } from '../../domain/appointment.ts'
import type { Weekday } from '../../domain/calendar.ts'
import type { Day } from '../../domain/day.ts'
import { PERSON_SETTINGS, type PersonSettings } from '../../domain/gathering.ts'
import type { Person } from '../../domain/group.ts'
import {
  GROUP_SETTINGS,
  PROMPT_STATES,
  WORDS_UP_TO,
  type GroupSettings,
  type PromptState,
} from '../../domain/record.ts'
import {
  RETAINED_LISTS,
  RETENTION,
  RETENTION_YEARS,
  type RetainedList,
  type Retention,
} from '../../domain/retention.ts'
import { PASSES, PEOPLE, PROMPTS, SETTINGS } from '../controllists.ts'
import type { StoredRow } from '../table.ts'
import { makeData, readCells } from '../work/cells.ts'
import type { KeyedValues } from '../work/rows.ts'
import { owners, person } from '../work/shapes.ts'

export const SETTINGS_COLUMNS = SETTINGS.columns.map(({ name }) => name)
export const PEOPLE_COLUMNS = PEOPLE.columns.map(({ name }) => name)
export const PASSES_COLUMNS = PASSES.columns.map(({ name }) => name)
export const PROMPTS_COLUMNS = PROMPTS.columns.map(({ name }) => name)

/** Lists that nobody chose years for are kept as every group keeps them until then. */
export function parseRetention(row: StoredRow): Retention {
  const chosen = readCells(row, SETTINGS, []).data('RetentionData', years) ?? {}
  return Object.fromEntries(RETAINED_LISTS.map((list) => [list, chosen[list] ?? RETENTION[list]])) as Record<
    RetainedList,
    number
  >
}

export function makeRetention(group: string, retention: Retention): KeyedValues {
  return { Key: group, RetentionData: makeData(retention) }
}

const years: v.GenericSchema<unknown, Partial<Record<string, number>>> = v.record(
  v.string(),
  v.pipe(v.number(), v.integer(), v.minValue(RETENTION_YEARS[0]), v.maxValue(RETENTION_YEARS[1])),
)

/** What was passed on, or said to be somebody else's. */
export interface PassRecord {
  /** The command that said so. */
  readonly key: string
  readonly group: string
  readonly action: string
  readonly kind: 'passed' | 'notOurs'
  readonly by: Person
  /** Null: not theirs. */
  readonly to: Person | null
  /** The owners of the action at the time. */
  readonly owners: readonly Owner[]
  readonly day: Day
  readonly words: string
}

/** That somebody was told of something. */
export interface PromptRecord {
  readonly id: string
  readonly group: string
  readonly day: Day
  readonly kind: string
  readonly action: string
  readonly part: string
  readonly to: Person
  readonly post: string
  readonly state: PromptState
  /** ISO instant. */
  readonly at: string
}

/** What is missing or makes no sense is as every group has it until somebody chooses. */
export function parseGroupSettings(row: StoredRow): GroupSettings {
  const cells = readCells(row, SETTINGS, [])
  const at = cells.number('At')
  const [daysBefore, lapsesAfter] = [cells.number('DaysBefore'), cells.number('LapsesAfter')]
  const [opens, due] = [cells.number('QuarterOpens'), cells.number('QuarterDue')]
  const [weeks, from, post] = [cells.number('ChairAfterWeeks'), cells.number('HigherFrom'), cells.text('HigherPost')]
  return {
    at: at > 0 && at < 24 * 60 ? at : GROUP_SETTINGS.at,
    daysBefore: daysBefore > 0 ? daysBefore : GROUP_SETTINGS.daysBefore,
    chairAfterWeeks: weeks > 0 ? weeks : null,
    quarterOpens: opens > 0 ? opens : GROUP_SETTINGS.quarterOpens,
    quarterDue: due > 0 ? due : GROUP_SETTINGS.quarterDue,
    lapsesAfter: lapsesAfter > 0 ? lapsesAfter : GROUP_SETTINGS.lapsesAfter,
    higher: from > 0 && post !== '' ? { fromExtension: from, post } : null,
    wordsUpTo: cells.choiceOrNull('WordsUpTo', WORDS_UP_TO) ?? GROUP_SETTINGS.wordsUpTo,
    digest: cells.text('Digest') !== 'no',
  }
}

export function makeGroupSettings(group: string, settings: GroupSettings): KeyedValues {
  return {
    Key: group,
    Title: group,
    At: settings.at,
    DaysBefore: settings.daysBefore,
    ChairAfterWeeks: settings.chairAfterWeeks ?? 0,
    QuarterOpens: settings.quarterOpens,
    QuarterDue: settings.quarterDue,
    LapsesAfter: settings.lapsesAfter,
    HigherFrom: settings.higher?.fromExtension ?? 0,
    HigherPost: settings.higher?.post ?? null,
    WordsUpTo: settings.wordsUpTo,
    Digest: settings.digest ? 'yes' : 'no',
  }
}

export function parsePersonSettings(row: StoredRow): PersonSettings {
  const cells = readCells(row, PEOPLE, [])
  const at = cells.number('At')
  const [from, until] = [cells.day('AwayFrom'), cells.day('AwayUntil')]
  const daysOff = [...new Set(cells.text('DaysOff'))].map(Number).filter((each) => each >= 1 && each <= 7)
  return {
    at: at > 0 && at < 24 * 60 ? at : PERSON_SETTINGS.at,
    daysOff: daysOff as Weekday[],
    away: from !== null && until !== null && from <= until ? { from, until } : null,
    language: cells.choiceOrNull('Language', ['en', 'cy'] as const),
  }
}

export function makePersonSettings(who: Pick<Person, 'tenantId' | 'objectId'>, settings: PersonSettings): KeyedValues {
  return {
    Key: personKey(who),
    Title: who.objectId,
    At: settings.at ?? 0,
    DaysOff: settings.daysOff.join('') || null,
    AwayFrom: settings.away?.from ?? null,
    AwayUntil: settings.away?.until ?? null,
    Language: settings.language,
  }
}

/** Null where a row can't be read: work then stays with whoever holds the post. */
export function parsePass(row: StoredRow): PassRecord | null {
  const cells = readCells(row, PASSES, [])
  const kind = cells.choiceOrNull('Kind', ['passed', 'notOurs'] as const)
  const [by, to] = [cells.data('ByData', person), cells.data('ToData', person)]
  const day = cells.day('Day')
  if (kind === null || by === null || day === null || (kind === 'passed' && to === null)) return null
  return {
    key: cells.text('Key'),
    group: cells.text('GroupKey'),
    action: cells.text('ActionKey'),
    kind,
    by,
    to: kind === 'passed' ? to : null,
    owners: cells.data('OwnersData', owners) ?? [],
    day,
    words: cells.text('Words'),
  }
}

export function makePass(pass: PassRecord): KeyedValues {
  return {
    Key: pass.key,
    Title: `${pass.group} ${pass.day}`,
    GroupKey: pass.group,
    ActionKey: pass.action,
    Kind: pass.kind,
    ByData: makeData(pass.by),
    ToData: makeData(pass.to),
    OwnersData: makeData(pass.owners),
    Day: pass.day,
    Words: pass.words || null,
  }
}

export function parsePrompt(row: StoredRow): PromptRecord {
  const cells = readCells(row, PROMPTS, [])
  return {
    id: cells.text('Key'),
    group: cells.text('GroupKey'),
    day: cells.day('Day') ?? '',
    kind: cells.text('Kind'),
    action: cells.text('ActionKey'),
    part: cells.text('Part'),
    to: { tenantId: cells.text('TenantId'), objectId: cells.text('ObjectId'), name: cells.text('PersonName') },
    post: cells.text('PostKey'),
    state: cells.choiceOrNull('State', PROMPT_STATES) ?? 'unclear',
    at: cells.text('At'),
  }
}

export function makePrompt(prompt: PromptRecord): KeyedValues {
  return {
    Key: prompt.id,
    Title: `${prompt.group} ${prompt.day}`,
    GroupKey: prompt.group,
    Day: prompt.day,
    Kind: prompt.kind,
    ActionKey: prompt.action || null,
    Part: prompt.part || null,
    ObjectId: prompt.to.objectId,
    TenantId: prompt.to.tenantId,
    PersonName: prompt.to.name || null,
    PostKey: prompt.post || null,
    State: prompt.state,
    At: prompt.at,
  }
}
