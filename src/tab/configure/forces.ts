/**
 * The territorial forces of England and Wales by the region of their Regional Organised Crime Unit, the other two
 * nations' forces and the national partners, so that nobody types them. Public facts; every field can be changed
 * before it is saved.
 */

import type { Organisation } from '../../domain/group.ts'

export type OrganisationDraft = Pick<Organisation, 'name' | 'shortName' | 'kind' | 'nation' | 'region'> & {
  readonly aliases: readonly string[]
}

export interface Region {
  readonly name: string
  readonly organisations: readonly OrganisationDraft[]
}

type Entry = readonly [name: string, shortName: string, ...aliases: string[]]

const ENGLAND: Readonly<Record<string, { readonly unit: Entry; readonly forces: readonly Entry[] }>> = {
  'East Midlands': {
    unit: ['East Midlands Special Operations Unit', 'EMSOU'],
    forces: [
      ['Derbyshire Constabulary', 'Derbyshire'],
      ['Leicestershire Police', 'Leicestershire'],
      ['Lincolnshire Police', 'Lincolnshire'],
      ['Northamptonshire Police', 'Northamptonshire', 'Northants'],
      ['Nottinghamshire Police', 'Nottinghamshire', 'Notts'],
    ],
  },
  Eastern: {
    unit: ['Eastern Region Special Operations Unit', 'ERSOU'],
    forces: [
      ['Bedfordshire Police', 'Bedfordshire', 'Beds'],
      ['Cambridgeshire Constabulary', 'Cambridgeshire', 'Cambs'],
      ['Essex Police', 'Essex'],
      ['Hertfordshire Constabulary', 'Hertfordshire', 'Herts'],
      ['Kent Police', 'Kent'],
      ['Norfolk Constabulary', 'Norfolk'],
      ['Suffolk Constabulary', 'Suffolk'],
    ],
  },
  London: {
    unit: ['London Regional Organised Crime Unit', 'London ROCU'],
    forces: [
      ['City of London Police', 'City of London', 'CoLP'],
      ['Metropolitan Police Service', 'Met', 'MPS', 'Metropolitan Police'],
    ],
  },
  'North East': {
    unit: ['North East Regional Special Operations Unit', 'NERSOU'],
    forces: [
      ['Cleveland Police', 'Cleveland'],
      ['Durham Constabulary', 'Durham'],
      ['Northumbria Police', 'Northumbria'],
    ],
  },
  'North West': {
    unit: ['North West Regional Organised Crime Unit', 'NWROCU', 'ROCUNW'],
    forces: [
      ['Cheshire Constabulary', 'Cheshire'],
      ['Cumbria Constabulary', 'Cumbria'],
      ['Greater Manchester Police', 'GMP'],
      ['Lancashire Constabulary', 'Lancashire', 'Lancs'],
      ['Merseyside Police', 'Merseyside'],
    ],
  },
  'South East': {
    unit: ['South East Regional Organised Crime Unit', 'SEROCU', 'ROCUSE'],
    forces: [
      ['Hampshire and Isle of Wight Constabulary', 'Hampshire', 'Hampshire Constabulary', 'Hants'],
      ['Surrey Police', 'Surrey'],
      ['Sussex Police', 'Sussex'],
      ['Thames Valley Police', 'TVP', 'Thames Valley'],
    ],
  },
  'South West': {
    unit: ['South West Regional Organised Crime Unit', 'SWROCU', 'ROCUSW'],
    forces: [
      ['Avon and Somerset Police', 'Avon and Somerset', 'ASP'],
      ['Devon and Cornwall Police', 'Devon and Cornwall'],
      ['Dorset Police', 'Dorset'],
      ['Gloucestershire Constabulary', 'Gloucestershire', 'Glos'],
      ['Wiltshire Police', 'Wiltshire', 'Wilts'],
    ],
  },
  'West Midlands': {
    unit: ['Regional Organised Crime Unit for the West Midlands', 'ROCUWM', 'WMROCU'],
    forces: [
      ['Staffordshire Police', 'Staffordshire', 'Staffs'],
      ['Warwickshire Police', 'Warwickshire', 'Warks'],
      ['West Mercia Police', 'West Mercia'],
      ['West Midlands Police', 'WMP', 'West Midlands'],
    ],
  },
  'Yorkshire and the Humber': {
    unit: ['Yorkshire and Humber Regional Organised Crime Unit', 'YHROCU'],
    forces: [
      ['Humberside Police', 'Humberside'],
      ['North Yorkshire Police', 'North Yorkshire'],
      ['South Yorkshire Police', 'South Yorkshire'],
      ['West Yorkshire Police', 'West Yorkshire'],
    ],
  },
}

const WALES = 'Wales'

export const REGIONS: readonly Region[] = [
  ...Object.entries(ENGLAND).map(([name, { unit, forces }]) => ({
    name,
    organisations: [
      draft(unit, 'rocu', 'England', name),
      ...forces.map((force) => draft(force, 'force', 'England', name)),
    ],
  })),
  {
    name: WALES,
    organisations: [
      draft(['Tarian Regional Organised Crime Unit', 'Tarian'], 'rocu', WALES, 'Southern Wales'),
      draft(['Dyfed-Powys Police', 'Dyfed-Powys', 'Heddlu Dyfed-Powys'], 'force', WALES, 'Southern Wales'),
      draft(['Gwent Police', 'Gwent', 'Heddlu Gwent'], 'force', WALES, 'Southern Wales'),
      draft(['North Wales Police', 'North Wales', 'Heddlu Gogledd Cymru'], 'force', WALES, 'North West'),
      draft(['South Wales Police', 'South Wales', 'Heddlu De Cymru'], 'force', WALES, 'Southern Wales'),
    ],
  },
  {
    name: 'Scotland and Northern Ireland',
    organisations: [
      draft(['Police Scotland', 'Police Scotland', 'PSoS'], 'force', 'Scotland', ''),
      draft(['Police Service of Northern Ireland', 'PSNI'], 'force', 'Northern Ireland', ''),
    ],
  },
  {
    name: 'National',
    organisations: [
      draft(['National Crime Agency', 'NCA'], 'partner', 'United Kingdom', ''),
      draft(['British Transport Police', 'BTP'], 'force', 'Great Britain', ''),
      draft(['Crown Prosecution Service', 'CPS'], 'partner', 'England and Wales', ''),
    ],
  },
]

/** What is known of an organisation by its name or one of its other names, whatever their case. */
export function findKnown(name: string): OrganisationDraft | null {
  const wanted = name.trim().toLocaleLowerCase('en-GB')
  for (const region of REGIONS) {
    for (const known of region.organisations) {
      const names = [known.name, known.shortName, ...known.aliases]
      if (names.some((each) => each.toLocaleLowerCase('en-GB') === wanted)) return known
    }
  }
  return null
}

function draft([name, shortName, ...aliases]: Entry, kind: Organisation['kind'], nation: string, region: string) {
  return { name, shortName, aliases, kind, nation, region } satisfies OrganisationDraft
}
