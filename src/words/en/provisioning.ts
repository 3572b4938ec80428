/** What `matters provision` tells the administrator. */
export const provisioning = {
  'provisioning.did.made': 'made      {what} {where}',
  'provisioning.did.changed': 'changed   {what} {where}',
  'provisioning.did.there': 'was there {what} {where}',
  'provisioning.what.list': 'list',
  'provisioning.what.column': 'column',
  'provisioning.what.row': 'row',
  'provisioning.what.grant': 'grant to',
  'provisioning.summary':
    '{made, plural, =0 {Nothing was missing} one {# thing was made} other {# things were made}}, {changed, plural, =0 {nothing was changed} one {# was changed} other {# were changed}}, {there, plural, one {# was there already} other {# were there already}}.',
  'provisioning.control': 'The service’s MATTERS_CONTROL_SITE is {id}',
  'provisioning.problem.siteUnknown':
    '{site} isn’t a site that this token can find. Check its address, and that the token has Sites.FullControl.All. Nothing was written.',
  'provisioning.problem.siteIsControl':
    '{site} is the Control site, and can’t be the site of a group as well: its readers would read decisions. Nothing was written.',
  'provisioning.problem.tabOnControl':
    'The tab’s application has a grant on {site}. It must have none there: take it away in SharePoint, then run this again.',
  'provisioning.problem.notAllowed':
    'This token may not change {site}. Use the token of an administrator with Sites.FullControl.All.',
  'provisioning.missing':
    'Missing in the environment: {names}. MATTERS_TOKEN is an administrator’s access token for Graph.',
  'provisioning.idInvalid': '{option} takes the id of an app registration, a GUID; not “{value}”.',
  'provisioning.nothingNamed': 'Name a Control site (--control) or at least one site of a team (--site).',
  'provisioning.unreachable':
    'Microsoft Graph gave no good answer ({status} {code}). What was done is kept: run this again.',
}
