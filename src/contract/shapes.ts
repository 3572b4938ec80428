/**
 * The domain's things as they cross the wire between tab and service: each shape gives exactly the domain's type, so a
 * field that one side forgets doesn't compile. What comes in is trimmed and bounded here and nowhere else.
 */

import * as v from 'valibot'
import { isDay, type Day } from '../domain/day.ts'
import {
  MARKINGS,
  ORGANISATION_KINDS,
  ROLES,
  type Group,
  type Marking,
  type Organisation,
  type Person,
  type Post,
} from '../domain/group.ts'

/** One line of words: no control characters, nothing but spaces refused. */
export const lineShape = (longest: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest), v.regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u))

/** Like `lineShape`, but may be empty. */
export const perhapsLineShape = (longest: number) => v.union([v.literal(''), lineShape(longest)])

/** `csae-sgg`: goes into addresses and list rows, so it is plain and never changes. */
export const keyShape = v.pipe(v.string(), v.maxLength(60), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/))

/** Made by whoever asks; asking twice with one id is asking once. */
export const commandIdShape = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/))

/** Ids of Microsoft's own: teams, sites, tenants, persons. Bounded, and no character that could end a path segment. */
export const idShape = v.pipe(v.string(), v.minLength(1), v.maxLength(300), v.regex(/^[^\s/?#\\%\p{Cc}]+$/u))

export const dayShape = v.custom<Day>((input) => typeof input === 'string' && isDay(input))

export const roleShape = v.picklist(ROLES)

export const markingShape: v.GenericSchema<Marking> = v.strictObject({
  level: v.picklist(MARKINGS),
  handling: v.exactOptional(lineShape(200)),
})

export const personShape: v.GenericSchema<Person> = v.strictObject({
  tenantId: idShape,
  objectId: idShape,
  name: lineShape(200),
})

export const organisationShape: v.GenericSchema<Organisation> = v.strictObject({
  key: keyShape,
  name: lineShape(120),
  shortName: lineShape(40),
  aliases: v.pipe(v.array(lineShape(120)), v.maxLength(30)),
  kind: v.picklist(ORGANISATION_KINDS),
  nation: perhapsLineShape(60),
  region: perhapsLineShape(60),
})

export const postShape: v.GenericSchema<Post> = v.strictObject({
  key: keyShape,
  title: lineShape(120),
  organisation: keyShape,
  role: roleShape,
  holder: v.nullable(personShape),
  deputy: v.nullable(personShape),
  from: v.nullable(dayShape),
  to: v.nullable(dayShape),
  lead: v.exactOptional(perhapsLineShape(120)),
})

/** The settings of a group that its members see. */
export const groupEntries = {
  key: keyShape,
  name: lineShape(120),
  nameWelsh: v.exactOptional(lineShape(120)),
  marking: markingShape,
} satisfies v.ObjectEntries

export const lateByShape = v.picklist(['first', 'current'] as const satisfies readonly Group['lateBy'][])
