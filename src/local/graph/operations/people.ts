/** People: the signed-in one, and others by id, user principal name or search. */

import { permissions, requirePermission } from '../access.ts'
import { collection, contextOf, ok, type Answer, type Call } from '../call.ts'
import type { Person } from '../../tenant.ts'
import { holds, pathsOf } from '../filter.ts'
import { selected } from '../query.ts'
import { badRequest, resourceNotFound } from '../refusal.ts'

/** What comes without `$select`. */
const BASIC = ['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName']
const ORDINARY = [...BASIC, 'businessPhones', 'jobTitle', 'mobilePhone', 'officeLocation', 'preferredLanguage']
const FILTERABLE = new Set(['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName', 'accountEnabled'])
const PAGE = 100

export function getMe(call: Call): Answer {
  const { caller } = call
  if (caller.kind !== 'person') throw badRequest('/me request is only valid with delegated authentication flow.')
  requirePermission(caller, 'User.Read', 'User.ReadBasic.All', 'User.Read.All')
  return userAnswer(call, caller.person, true)
}

export function getUser(call: Call): Answer {
  requirePermission(call.caller, 'User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All')
  const asked = call.params['user'] ?? ''
  const person = call.directory.person(asked)
  if (!person) throw resourceNotFound(asked)
  return userAnswer(call, person, readsAll(call))
}

export function getUsers(call: Call): Answer {
  const { caller, directory, query } = call
  requirePermission(caller, 'User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All')
  const { filter } = query
  const foreign = filter ? pathsOf(filter).find((path) => !FILTERABLE.has(path)) : undefined
  if (foreign) throw badRequest(`Unsupported or invalid query filter clause specified for property '${foreign}'.`)
  const words = /"?(?:displayName|mail|userPrincipalName):([^"]*)"?/.exec(query.search ?? '')?.[1]?.toLowerCase()
  const found = directory.people
    .map((person) => ({ person, body: userBody(person) }))
    .filter(({ body }) => !filter || holds(filter, body))
    .filter(
      ({ person }) => words === undefined || [person.displayName, person.mail].join(' ').toLowerCase().includes(words),
    )
    .slice(0, query.top ?? PAGE)
  return collection(
    call,
    'users',
    found.map(({ person }) => shownUser(call, person, readsAll(call))),
  )
}

export function userBody(person: Person): Record<string, unknown> {
  const [givenName, ...surname] = person.displayName.split(' ')
  return {
    businessPhones: [],
    displayName: person.displayName,
    givenName,
    jobTitle: person.jobTitle ?? null,
    mail: person.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: person.language,
    surname: surname.join(' '),
    userPrincipalName: person.userPrincipalName,
    id: person.objectId,
    accountEnabled: person.disabled !== true,
    companyName: person.companyName ?? null,
    userType: person.guestOf ? 'Guest' : 'Member',
  }
}

function shownUser(call: Call, person: Person, all: boolean): Record<string, unknown> {
  const body = all ? userBody(person) : selected(userBody(person), BASIC)
  return selected(body, call.query.select ?? ORDINARY)
}

function userAnswer(call: Call, person: Person, all: boolean): Answer {
  return ok({ '@odata.context': contextOf(call, 'users/$entity'), ...shownUser(call, person, all) })
}

/** With `User.ReadBasic.All` alone the directory shows names and addresses only. */
function readsAll(call: Call): boolean {
  const held = permissions(call.caller)
  return held.has('User.Read.All') || held.has('Directory.Read.All')
}
