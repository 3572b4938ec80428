/** Everything of Control that is one list of things with rules of their own, by name. */

import type { CollectionCommand } from '../../domain/collection.ts'
import { nominationKind, reconciliationKind, resourceKind, reviewKind } from './accessrows.ts'
import type { ConfidentialKind } from './confidential.ts'
import { disclosureKind, groundsKind } from './disclosurerows.ts'
import { acknowledgementKind, guidanceKind } from './guidancerows.ts'
import { incidentKind, openingKind, profileKind } from './incidentrows.ts'

export const CONFIDENTIAL = {
  guidance: guidanceKind,
  acknowledgements: acknowledgementKind,
  incidents: incidentKind,
  profiles: profileKind,
  openings: openingKind,
  resources: resourceKind,
  nominations: nominationKind,
  accessReviews: reviewKind,
  reconciliations: reconciliationKind,
  disclosures: disclosureKind,
  grounds: groundsKind,
} as const

export type ConfidentialName = keyof typeof CONFIDENTIAL
type Held<Name extends ConfidentialName> =
  (typeof CONFIDENTIAL)[Name] extends ConfidentialKind<infer Content, infer Command, infer Code>
    ? { content: Content; command: Command; code: Code }
    : never

export type ConfidentialContent<Name extends ConfidentialName> = Extract<
  Held<Name>['content'],
  { readonly group: string }
>
export type ConfidentialCommand<Name extends ConfidentialName> = Extract<Held<Name>['command'], CollectionCommand>
/** What any of their rules may say no with. */
export type ConfidentialCode = { [Name in ConfidentialName]: Extract<Held<Name>['code'], string> }[ConfidentialName]
