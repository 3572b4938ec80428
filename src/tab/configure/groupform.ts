/**
 * What the configuration page asks, the rules of each field, and the request that comes of it. Pure: the page shows
 * it, the API sends it, the service checks it all again.
 */

import * as v from 'valibot'
import type { ChannelAnswer, MakeGroup } from '../../contract/endpoints.ts'
import { MARKINGS, ORGANISATION_KINDS, type Organisation } from '../../domain/group.ts'
import type { WordKey } from '../../words/words.ts'

/** A problem is the key of its sentence. */
const required = (key: WordKey) => v.pipe(v.string(), v.trim(), v.minLength(1, key))
const line = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest, 'configure.problem.long'))

const organisationShape = v.object({
  name: v.pipe(required('configure.problem.organisationName'), v.maxLength(120, 'configure.problem.long')),
  shortName: line(40),
  aliases: v.array(v.string()),
  kind: v.picklist(ORGANISATION_KINDS),
  nation: line(60),
  region: line(60),
})

export const groupFormShape = v.object({
  name: v.pipe(required('configure.problem.name'), v.maxLength(120, 'configure.problem.long')),
  nameWelsh: line(120),
  level: v.picklist(MARKINGS),
  handling: line(200),
  lateBy: v.picklist(['first', 'current']),
  organisations: v.pipe(
    v.array(organisationShape),
    v.checkItems(
      ({ name }, index, all) => all.findIndex((other) => fold(other.name) === fold(name)) === index,
      'configure.problem.organisationTwice',
    ),
  ),
})
export type GroupForm = v.InferOutput<typeof groupFormShape>
export type OrganisationForm = GroupForm['organisations'][number]

export function blankForm(suggestion: ChannelAnswer['suggestion']): GroupForm {
  return {
    name: suggestion.name,
    nameWelsh: '',
    level: 'OFFICIAL-SENSITIVE',
    handling: '',
    lateBy: 'current',
    organisations: [],
  }
}

export function blankOrganisation(name = '', shortName = ''): OrganisationForm {
  return { name, shortName, aliases: [], kind: 'force', nation: '', region: '' }
}

export interface Place {
  readonly commandId: string
  readonly teamId: string
  readonly channelId: string
  readonly key: string
}

export function makeRequest(form: GroupForm, place: Place): MakeGroup {
  const taken = new Set<string>()
  return {
    ...place,
    name: form.name,
    ...(form.nameWelsh === '' ? {} : { nameWelsh: form.nameWelsh }),
    marking: { level: form.level, ...(form.handling === '' ? {} : { handling: form.handling }) },
    lateBy: form.lateBy,
    organisations: form.organisations.map((organisation): Organisation => {
      const key = makeKey(organisation.name, taken)
      taken.add(key)
      return { ...organisation, key, shortName: organisation.shortName || organisation.name.slice(0, 40) }
    }),
  }
}

/** `Severn Vale Constabulary` → `severn-vale-constabulary`; a second one gets a number. */
export function makeKey(name: string, taken: ReadonlySet<string>): string {
  const base =
    fold(name)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 55)
      .replace(/-+$/, '') || 'organisation'
  let key = base
  for (let count = 2; taken.has(key); count++) key = `${base}-${count}`
  return key
}

/** Lines of a pasted list, each perhaps with a short name: "North Mercia Police (NMP)", "North Mercia Police, NMP". */
export function parseOrganisations(text: string): OrganisationForm[] {
  return text
    .split(/[\r\n]+/)
    .map((each) => each.replace(/^[\s•·*\-–\d.)]+/, '').trim())
    .filter((each) => each !== '')
    .map((each) => {
      const match = /^(.*?)\s*(?:\(([^()]{1,40})\)|[\t,;]\s*(\S.{0,39}))$/.exec(each)
      const name = (match?.[1] || each).trim()
      return blankOrganisation(name.slice(0, 120), (match?.[2] ?? match?.[3] ?? '').trim())
    })
}

function fold(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim()
}
