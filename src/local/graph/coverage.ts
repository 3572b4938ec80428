/**
 * How much of Microsoft Graph is here: a row for each route, whether it is whole, what it leaves out, and the test
 * that shows it. A test holds this table equal to the routes and looks the tests up.
 */

export interface Coverage {
  /** As in routes.ts. */
  readonly route: string
  readonly status: 'supported' | 'partial'
  /** What is left out or done otherwise. */
  readonly note: string
  /** File below tests/local/graph, and the name of a test in it. */
  readonly test: readonly [file: string, name: string]
}

const row = (route: string, status: Coverage['status'], note: string, file: string, name: string): Coverage => ({
  route,
  status,
  note,
  test: [`${file}.test.ts`, name],
})

export const COVERAGE: readonly Coverage[] = [
  row(
    'batch',
    'supported',
    'At most 20; answers come last first, so that no client leans on their order.',
    'batch',
    'answers each request by itself, in any order',
  ),
  row('sites.search', 'partial', '$search by words; no filter.', 'lists', 'is found by search only by who may open it'),
  row('sites.get', 'supported', 'By id, by host and path, by getByPath; $expand=lists.', 'lists', 'is found at %s'),
  row('sites.columns', 'partial', 'The built-in columns only.', 'lists', 'has the columns that every list has'),
  row(
    'permissions.list',
    'partial',
    "Applications' grants only: people come to a site by its team.",
    'access',
    'holds on its own site alone, can be changed, and ends when it is taken away',
  ),
  row(
    'permissions.create',
    'partial',
    'Applications only.',
    'access',
    'holds on its own site alone, can be changed, and ends when it is taken away',
  ),
  row(
    'permissions.get',
    'supported',
    '',
    'access',
    'holds on its own site alone, can be changed, and ends when it is taken away',
  ),
  row(
    'permissions.update',
    'supported',
    '',
    'access',
    'holds on its own site alone, can be changed, and ends when it is taken away',
  ),
  row(
    'permissions.delete',
    'supported',
    '',
    'access',
    'holds on its own site alone, can be changed, and ends when it is taken away',
  ),
  row(
    'lists.list',
    'partial',
    'A filter on displayName only, as SharePoint does; no paging.',
    'lists',
    'is found by a filter on its title and on nothing else',
  ),
  row(
    'lists.create',
    'partial',
    'Generic lists only.',
    'lists',
    'is made with its columns and found by id and by name',
  ),
  row(
    'lists.get',
    'supported',
    'By id, name or displayName; $expand=columns.',
    'lists',
    'is made with its columns and found by id and by name',
  ),
  row(
    'lists.update',
    'partial',
    'displayName and description.',
    'lists',
    'is renamed and removed with all that is in it',
  ),
  row('lists.delete', 'supported', '', 'lists', 'is renamed and removed with all that is in it'),
  row(
    'contentTypes.list',
    'partial',
    'The two that every list has; none can be added.',
    'lists',
    'has the content types of its items',
  ),
  row('columns.list', 'supported', '', 'lists', 'is made with its columns and found by id and by name'),
  row(
    'columns.create',
    'partial',
    'Text, number, boolean, dateTime, choice, personOrGroup, hyperlinkOrPicture, currency.',
    'lists',
    'is added, changed and removed',
  ),
  row('columns.get', 'supported', 'By id or name.', 'lists', 'is added, changed and removed'),
  row('columns.update', 'supported', '', 'lists', 'can not become unique while values repeat'),
  row('columns.delete', 'supported', '', 'lists', 'is added, changed and removed'),
  row(
    'items.list',
    'partial',
    '$select, $expand=fields, $filter, $orderby by one field, $top; no folders.',
    'query',
    'is the same in pages of one: %s',
  ),
  row('items.create', 'supported', '', 'items', 'is created with its fields, by whom the token says, and found again'),
  row('items.get', 'supported', '', 'items', 'is created with its fields, by whom the token says, and found again'),
  row(
    'items.update',
    'partial',
    'Fields only.',
    'items',
    'keeps the fields that a change leaves out, and loses the one set to null',
  ),
  row(
    'items.delete',
    'partial',
    'No recycle bin.',
    'items',
    'is changed and deleted only at the version that If-Match names',
  ),
  row(
    'items.delta',
    'supported',
    '',
    'delta',
    'tells everything first, then only what changed, each once and as it now is',
  ),
  row('fields.get', 'supported', '', 'items', 'keeps several choices, people and days as SharePoint shows them'),
  row(
    'fields.update',
    'supported',
    '',
    'items',
    'keeps the fields that a change leaves out, and loses the one set to null',
  ),
  row(
    'versions.list',
    'partial',
    'Versioning is always on and keeps every version.',
    'items',
    'has versions, newest first, and any of them can be brought back',
  ),
  row('versions.get', 'supported', '', 'items', 'has versions, newest first, and any of them can be brought back'),
  row('versions.fields', 'supported', '', 'items', 'has versions, newest first, and any of them can be brought back'),
  row('versions.restore', 'supported', '', 'items', 'has versions, newest first, and any of them can be brought back'),
  row(
    'drive.put',
    'partial',
    'By path, up to 4 MB, replacing; no upload sessions, and nothing is read back.',
    'drive',
    'takes a file whole, under its name, from whoever may write there',
  ),
  row('me.get', 'partial', 'The properties that a directory shows of a colleague.', 'people', 'are who the token says'),
  row('me.joinedTeams', 'supported', '', 'people', 'are those that one belongs to'),
  row(
    'users.list',
    'partial',
    '$filter and $search on names and addresses; one page.',
    'people',
    'are found by object id, by principal name and by search; a guest by the name the tenant gave',
  ),
  row(
    'users.get',
    'partial',
    'Without photo and manager.',
    'people',
    'are found by object id, by principal name and by search; a guest by the name the tenant gave',
  ),
  row(
    'users.sendMail',
    'partial',
    'Recipients, subject and body; kept here, never delivered; no folder of sent mail.',
    'mail',
    'is taken for its recipients from a mailbox that there is',
  ),
  row('groups.get', 'partial', 'Groups that are teams.', 'people', 'have owners, members and a site'),
  row('groups.members', 'partial', 'One page.', 'people', 'have owners, members and a site'),
  row('groups.owners', 'partial', 'One page.', 'people', 'have owners, members and a site'),
  row('groups.site', 'supported', '', 'people', 'have owners, members and a site'),
  row(
    'teams.get',
    'partial',
    'Without settings.',
    'people',
    'are closed to who does not belong to them, and open to an application that may read their members',
  ),
  row(
    'teams.members',
    'partial',
    'One page; members come and go with the tenant only.',
    'people',
    'tell who owns them and who is a guest',
  ),
  row('teams.member', 'supported', '', 'people', 'tell who owns them and who is a guest'),
  row('channels.list', 'supported', '', 'people', 'have channels, each with members and a folder'),
  row('channels.get', 'supported', '', 'people', 'have channels, each with members and a folder'),
  row(
    'channels.members',
    'partial',
    "The team's members: the tenant names no others for private and shared channels.",
    'people',
    'have channels, each with members and a folder',
  ),
  row(
    'channels.filesFolder',
    'partial',
    'Its address only: there are no drives here.',
    'people',
    'have channels, each with members and a folder',
  ),
]
