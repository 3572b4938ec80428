/**
 * What every card is made from: the prompts that it carries, the register and what else is known of each group as it is
 * now, the answers given so far. No card asks for more, so that whoever sends one and whoever answers a press say the same.
 */

import type { CirculationContent } from '../../domain/circulation.ts'
import type { ControlMatter } from '../../domain/controlprompting.ts'
import type { Day } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import type { Prompt } from '../../domain/prompt.ts'
import type { GroupSettings } from '../../domain/record.ts'
import type { RequestContent, ResponseContent } from '../../domain/request.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/speech.ts'
import type { Links } from './links.ts'

/** What a card calls a prompt: nothing else of it leaves the service. */
export type CardPrompt = Prompt & { readonly id: string }

/** An answer that somebody gave on a card. */
export interface GivenAnswer {
  readonly verb: AnswerVerb
  readonly person: Pick<Person, 'tenantId' | 'objectId'>
  readonly day: Day
  readonly state: 'taken' | 'applied' | 'refused'
}

export const ANSWER_VERBS = ['update', 'nil', 'last', 'proposeDischarge', 'askExtension', 'passOn', 'notOurs'] as const
export type AnswerVerb = (typeof ANSWER_VERBS)[number]

/** What is known of one group. */
export interface Place {
  readonly snapshot: Snapshot
  readonly settings: Pick<GroupSettings, 'wordsUpTo'>
  /** Subjects of the lists that wait for the chair; left out where nobody has looked. */
  readonly lists?: ReadonlySet<string>
  readonly requests: ReadonlyMap<string, RequestContent>
  readonly responses: ReadonlyMap<string, ResponseContent>
  /** Left out where nobody has looked. */
  readonly circulations?: ReadonlyMap<string, CirculationContent>
  /** What is on Control alone, by subject; left out where nobody has looked. */
  readonly matters?: ReadonlyMap<string, ControlMatter>
}

export interface CardGround {
  readonly words: Words
  readonly today: Day
  readonly links: Links
  /** By the keys of groups. */
  readonly groups: ReadonlyMap<string, Place>
  /** By the ids of prompts. */
  readonly answers: ReadonlyMap<string, GivenAnswer>
}
