/**
 * The tenant of the demonstration: a fictional region of five forces with a Regional Organised Crime Unit, its people,
 * teams, sites and the applications that an administrator would have registered. Ids are fixed, so that a bookmark, a
 * test and a script mean the same person on every laptop. It holds no secret: the service's key is made by the laptop
 * and only its public half is handed in.
 */

import type { Application, Person, PersonKey, Site, Team, Tenant } from '../../local/tenant.ts'

export const TENANT_ID = 'aaaaaaaa-0000-4000-8000-000000000001'
/** Where the guest comes from. */
const PARTNER_TENANT_ID = 'aaaaaaaa-0000-4000-8000-000000000002'
/** The service writes from it to whom Teams can't reach. */
export const MAILBOX = 'matters.arising@rocu.wmshires.example'
export const SITE_HOST = 'local.sharepoint.com'

export const GRAPH_AUDIENCE = 'https://graph.microsoft.com'

/** Application (client) ids. */
export const APPS = {
  tab: '11111111-aaaa-4000-8000-000000000001',
  service: '11111111-aaaa-4000-8000-000000000002',
  /** A program that we did not write: a script, PnPjs, a spreadsheet. */
  outside: '11111111-aaaa-4000-8000-000000000003',
  /** The `matters` command in an administrator's hands. */
  administration: '11111111-aaaa-4000-8000-000000000004',
  /** Speaks with the Bot Connector, and with nothing else. */
  bot: '11111111-aaaa-4000-8000-000000000005',
} as const

/** The Teams app's id, as in its manifest. */
export const TEAMS_APP_ID = '11111111-aaaa-4000-8000-0000000000aa'

export const SERVICE_AUDIENCE = `api://${APPS.service}`
export const SERVICE_SCOPE = `${SERVICE_AUDIENCE}/access_as_user`

const POLICE = 'wmshires.example'

export const PEOPLE: readonly Person[] = [
  person(1, 'coordinator', 'Priya Raman', 'Governance Secretary', 'West Midland Shires ROCU', 'rocu'),
  person(2, 'chair', 'Helen Marlowe', 'Assistant Chief Constable', 'North Mercia Police', 'north-mercia'),
  person(3, 'iao', 'Owen Prothero', 'Information Asset Owner', 'West Midland Shires ROCU', 'rocu'),
  person(4, 'auditor', 'Grace Adeyemi', 'Information Auditor', 'West Midland Shires ROCU', 'rocu'),
  person(5, 'spoc-north', 'Aisha Khan', 'Detective Inspector', 'North Mercia Police', 'north-mercia'),
  person(6, 'spoc-vale', 'Martin Cole', 'Detective Inspector', 'Severn Vale Constabulary', 'severn-vale'),
  person(7, 'spoc-marches', 'Ruth Hollis', 'Detective Sergeant', 'Marches Police', 'marches'),
  person(8, 'spoc-coast', 'Kofi Mensah', 'Detective Chief Inspector', 'Severnside Police', 'severnside'),
  {
    ...person(9, 'spoc-welsh', 'Siân Bevan', 'Ditectif Arolygydd', 'Heddlu Dyffryn Taf', 'taff-vale'),
    language: 'cy-GB',
  },
  {
    ...person(10, 'guest', 'Tom Ashworth', 'Partnership Manager', 'Shires Safeguarding Partnership', 'partnership'),
    userPrincipalName: `tom.ashworth_shires-safeguarding.example#EXT#@${POLICE}`,
    mail: 'tom.ashworth@shires-safeguarding.example',
    guestOf: PARTNER_TENANT_ID,
  },
  person(11, 'outsider', 'Daniel Firth', 'Roads Policing Planner', 'Marches Police', 'marches'),
  person(12, 'administrator', 'Mei Chen', 'Microsoft 365 Administrator', 'West Midland Shires ROCU', 'rocu'),
  // Has retired: nobody can be them any more.
  { ...person(13, 'leaver', 'Neil Baker', 'Detective Inspector', 'Marches Police', 'marches'), disabled: true },
  person(14, 'approver-vale', 'Judith Ames', 'Detective Superintendent', 'Severn Vale Constabulary', 'severn-vale'),
  {
    ...person(15, 'approver-welsh', 'Gwenllian Rees', 'Ditectif Uwch-arolygydd', 'Heddlu Dyffryn Taf', 'taff-vale'),
    language: 'cy-GB',
  },
  person(16, 'database', 'Yusuf Karim', 'Database Administrator', 'West Midland Shires ROCU', 'rocu'),
  ...(
    [
      ['polit-vale', 'Karen Osei', 'Detective Sergeant'],
      ['intel-vale', 'Dominic Hale', 'Intelligence Analyst'],
      ['desk-vale', 'Grant Whitlock', 'Intelligence Officer'],
      ['past-vale', 'Lorna Petrie', 'Detective Constable'],
      ['move-vale', 'Stella Nunn', 'Detective Sergeant'],
      ['online-vale', 'Farah Siddiqui', 'Detective Constable'],
    ] as const
  ).map(([key, name, title], index) =>
    nominee(17 + index, key, name, title, 'Severn Vale Constabulary', 'severn-vale'),
  ),
  ...(
    [
      ['polit-welsh', 'Rhodri Pugh', 'Ditectif Ringyll'],
      ['away-welsh', 'Elin Howells', 'Ditectif Gwnstabl'],
      ['intel-welsh', 'Nia Morgan', 'Dadansoddwr Cudd-wybodaeth'],
      ['online-welsh', 'Gethin Wynne', 'Ditectif Gwnstabl'],
    ] as const
  ).map(([key, name, title], index) => nominee(23 + index, key, name, title, 'Heddlu Dyffryn Taf', 'taff-vale')),
]

/** Somebody whom others nominate. Nobody needs to be them. */
function nominee(...about: Parameters<typeof person>): Person {
  return { ...person(...about), inDirectoryOnly: true }
}

const SPOCS: readonly PersonKey[] = ['spoc-north', 'spoc-vale', 'spoc-marches', 'spoc-coast', 'spoc-welsh']

export const TEAMS = {
  csae: {
    id: '33333333-0000-4000-8000-000000000001',
    displayName: 'CSAE SGG',
    description: 'Child Sexual Abuse and Exploitation Strategic Governance Group',
    sitePath: '/sites/csae-sgg',
    owners: ['coordinator'],
    members: ['chair', ...SPOCS, 'auditor', 'guest'],
    channels: channels('csaesgg', 'Governance'),
  },
  ocag: {
    id: '33333333-0000-4000-8000-000000000002',
    displayName: 'OCAG database access group',
    description: 'Who may use the database on online child abuse activist groups, and until when',
    sitePath: '/sites/ocag-access',
    owners: ['iao'],
    members: ['auditor', 'spoc-vale', 'spoc-welsh', 'approver-vale', 'approver-welsh', 'database'],
    channels: channels('ocagaccess', 'Access'),
  },
  missing: {
    id: '33333333-0000-4000-8000-000000000003',
    displayName: 'Missing Children Working Group',
    description: 'A new working group: its channel has no register yet',
    sitePath: '/sites/missing-children',
    owners: ['coordinator'],
    members: ['chair', ...SPOCS],
    channels: channels('missingchildren', 'Working group'),
  },
  roads: {
    id: '33333333-0000-4000-8000-000000000004',
    displayName: 'Roads Policing Planning',
    description: 'Nothing to do with any of the groups',
    sitePath: '/sites/roads-policing',
    owners: ['outsider'],
    members: [],
    channels: channels('roadspolicing', 'Plans'),
  },
} as const satisfies Record<string, Team>

export const CONTROL_SITE_PATH = '/sites/control'
/** Where anybody may try things out. */
export const SANDBOX_SITE_PATH = '/sites/sandbox'

const SITES: readonly Site[] = [
  { path: CONTROL_SITE_PATH, displayName: 'Matters Arising Control', owners: ['administrator'], members: [] },
  { path: SANDBOX_SITE_PATH, displayName: 'Sandbox', owners: ['coordinator'], members: [] },
]

type PublicKey = Readonly<Record<string, unknown>>

/**
 * @param keys public halves of the keys that applications sign their client assertions with; without one they
 *   get no token
 */
export function demonstrationTenant(keys: Readonly<Partial<Record<'service' | 'bot', PublicKey>>> = {}): Tenant {
  const applications: readonly Application[] = [
    {
      appId: APPS.tab,
      displayName: 'Matters Arising',
      delegated: ['openid', 'profile', 'offline_access', 'Sites.Selected', 'User.ReadBasic.All', SERVICE_SCOPE],
      application: [],
    },
    {
      appId: APPS.service,
      displayName: 'Matters Arising service',
      delegated: [],
      application: [
        'Sites.Selected',
        'User.Read.All',
        'Mail.Send',
        // What a team grants when the app is installed in it (its manifest: "resourceSpecific").
        'TeamSettings.Read.Group',
        'TeamMember.Read.Group',
        'ChannelSettings.Read.Group',
        'ChannelMember.Read.Group',
      ],
      exposes: { audience: SERVICE_AUDIENCE, scopes: ['access_as_user'] },
      ...(keys.service ? { publicKey: keys.service } : {}),
    },
    {
      appId: APPS.bot,
      displayName: 'Matters Arising bot',
      delegated: [],
      application: [],
      ...(keys.bot ? { publicKey: keys.bot } : {}),
    },
    {
      appId: APPS.outside,
      displayName: 'A program from elsewhere',
      delegated: ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'User.Read', 'User.ReadBasic.All'],
      application: [],
    },
    {
      appId: APPS.administration,
      displayName: 'Matters Arising administration',
      delegated: ['Sites.FullControl.All', 'Sites.Manage.All', 'User.Read.All', 'Group.Read.All'],
      application: [],
    },
  ]
  return {
    tenantId: TENANT_ID,
    displayName: 'West Midland Shires',
    siteHost: SITE_HOST,
    people: PEOPLE,
    teams: Object.values(TEAMS),
    sites: SITES,
    mailboxes: [MAILBOX],
    applications,
    administrators: ['administrator'],
  }
}

function person(
  number: number,
  key: PersonKey,
  displayName: string,
  jobTitle: string,
  companyName: string,
  organisation: string,
): Person {
  const account = displayName.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.')
  const address = `${account}@${organisation}.${POLICE}`
  return {
    key,
    objectId: `22222222-0000-4000-8000-${String(number).padStart(12, '0')}`,
    displayName,
    userPrincipalName: address,
    mail: address,
    jobTitle,
    companyName,
    language: 'en-GB',
  }
}

/** Every team has its General channel; the group lives in the other one. */
function channels(name: string, displayName: string): Team['channels'] {
  return [
    { id: `19:${name}general@thread.tacv2`, displayName: 'General', membershipType: 'standard' },
    { id: `19:${name}@thread.tacv2`, displayName, membershipType: 'standard' },
  ]
}
