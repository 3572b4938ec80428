import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { endpoints } from '../../src/contract/endpoints.ts'
import { findKnown, REGIONS } from '../../src/tab/configure/forces.ts'
import {
  blankForm,
  blankOrganisation,
  groupFormShape,
  makeKey,
  makeRequest,
  parseOrganisations,
} from '../../src/tab/configure/groupform.ts'

const PLACE = { commandId: 'command-1', teamId: 'team', channelId: '19:a@thread.tacv2', key: 'sgg' }

/** What the service reads of a request. */
function read(request: unknown): unknown {
  if (endpoints.makeGroup.request === null) throw new Error('making a group has no body')
  return v.parse(endpoints.makeGroup.request, request)
}

describe('the form that makes a channel a group', () => {
  const form = { ...blankForm({ key: 'sgg', name: 'Strategic Governance Group' }) }

  test('with the suggested name alone it is complete, and the service takes what comes of it', () => {
    const filled = v.parse(groupFormShape, form)
    const request = makeRequest(filled, PLACE)
    expect(read(request)).toEqual(request)
    expect(request).not.toHaveProperty('nameWelsh')
    expect(request.marking).toEqual({ level: 'OFFICIAL-SENSITIVE' })
  })

  test('every organisation that we know is taken by the service, each under its own key', () => {
    const organisations = REGIONS.flatMap((region) => region.organisations).map((each) =>
      Object.assign(blankOrganisation(), each, { aliases: [...each.aliases] }),
    )
    const request = makeRequest(v.parse(groupFormShape, { ...form, organisations }), PLACE)
    expect(read(request)).toEqual(request)
    const spellings = organisations.flatMap(({ shortName, aliases }) => [shortName, ...aliases])
    expect(new Set(spellings.map((each) => each.toLowerCase())).size).toBe(spellings.length)
  })

  test('a group without a name, an organisation without one, and one that is there twice are told', () => {
    const wrong = { ...form, name: ' ', organisations: ['', 'North', 'north '].map((name) => blankOrganisation(name)) }
    const checked = v.safeParse(groupFormShape, wrong)
    expect(checked.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toEqual([
      'name: configure.problem.name',
      'organisations.0.name: configure.problem.organisationName',
      'organisations.2: configure.problem.organisationTwice',
    ])
  })
})

describe('organisations', () => {
  test('get plain keys that never clash', () => {
    expect(makeKey('Heddlu Dyffryn Taf / Taff Vale Police', new Set())).toBe('heddlu-dyffryn-taf-taff-vale-police')
    expect(makeKey('Siân’s Unit', new Set(['sian-s-unit', 'sian-s-unit-2']))).toBe('sian-s-unit-3')
    expect(makeKey('★', new Set())).toBe('organisation')
  })

  test('come in as a pasted list, with bullets, numbers and short names', () => {
    const text = ' • North Mercia Police (NMP)\r\n2. Severn Vale Constabulary, SVC\n\n- Marches Police\nWales\tWLS'
    expect(parseOrganisations(text).map(({ name, shortName }) => [name, shortName])).toEqual([
      ['North Mercia Police', 'NMP'],
      ['Severn Vale Constabulary', 'SVC'],
      ['Marches Police', ''],
      ['Wales', 'WLS'],
    ])
  })

  test('that are public knowledge are found by any of their names', () => {
    expect(findKnown(' gmp ')?.name).toBe('Greater Manchester Police')
    expect(findKnown('heddlu gwent')?.nation).toBe('Wales')
    expect(findKnown('North Mercia Police')).toBeNull()
  })
})
