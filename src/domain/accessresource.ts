/**
 * A restricted resource of a group: the OCAG database, or any other that people are nominated for. Its asset owner says
 * what it is called, which teams people may be in, and when access is reviewed; what already was opened stays as it was.
 */

import { isSchedule, type ReviewSchedule } from './accessreview.ts'
import { isInForce, isSamePerson } from './appointment.ts'
import type { CollectionCommand } from './collection.ts'
import type { ConfidentialContext, ConfidentialRefusal } from './confidential.ts'
import type { Result } from './result.ts'

export interface ResourceContent {
  readonly group: string
  /** Within the group. */
  readonly key: string
  readonly name: string
  readonly nameWelsh: string
  /** As written: "POLIT", "Intelligence". */
  readonly teams: readonly string[]
  readonly reviews: ReviewSchedule
}

export type ResourceCommand = CollectionCommand & { readonly kind: 'saveResource'; readonly content: ResourceContent }

export type ResourceRefusalCode = 'notAllowed' | 'requestInvalid'

export function decideResource(
  { content }: ResourceCommand,
  _: ResourceContent | null,
  { actor, today, appointments }: ConfidentialContext,
): Result<ResourceContent, ConfidentialRefusal<ResourceRefusalCode>> {
  const isOwner = appointments.some(
    (each) =>
      each.role === 'assetOwner' &&
      isInForce(each, today) &&
      (isSamePerson(each.holder, actor) || isSamePerson(each.deputy, actor)),
  )
  if (!isOwner) return { ok: false, error: { code: 'notAllowed' } }
  const wrong = (field: string) => ({ ok: false, error: { code: 'requestInvalid', field } }) as const
  const teams = [...new Set(content.teams.map((team) => team.trim()).filter((team) => team !== ''))]
  const name = content.name.trim()
  if (name === '') return wrong('name')
  if (teams.length === 0) return wrong('teams')
  if (!isSchedule(content.reviews)) return wrong('reviews')
  return { ok: true, value: { ...content, name, nameWelsh: content.nameWelsh.trim(), teams } }
}
