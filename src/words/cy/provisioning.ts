import type { provisioning as english } from '../en/provisioning.ts'

export const provisioning: Record<keyof typeof english, string> = {
  'provisioning.did.made': 'gwnaed     {what} {where}',
  'provisioning.did.changed': 'newidiwyd  {what} {where}',
  'provisioning.did.there': 'yno eisoes {what} {where}',
  'provisioning.what.list': 'rhestr',
  'provisioning.what.column': 'colofn',
  'provisioning.what.row': 'rhes',
  'provisioning.what.grant': 'caniatâd i',
  'provisioning.summary': 'Gwnaed: {made}. Newidiwyd: {changed}. Yno eisoes: {there}.',
  'provisioning.control': 'Gwerth MATTERS_CONTROL_SITE y gwasanaeth yw {id}',
  'provisioning.problem.siteUnknown':
    'Ni all y tocyn hwn ddod o hyd i safle {site}. Gwiriwch ei gyfeiriad, a bod Sites.FullControl.All gan y tocyn. Nid ysgrifennwyd dim.',
  'provisioning.problem.siteIsControl':
    '{site} yw’r safle Rheoli, ac ni all fod yn safle grŵp hefyd: byddai ei ddarllenwyr yn darllen penderfyniadau. Nid ysgrifennwyd dim.',
  'provisioning.problem.tabOnControl':
    'Mae gan raglen y tab ganiatâd ar {site}. Rhaid iddi beidio â chael dim yno: tynnwch ef yn SharePoint, ac yna rhedwch hwn eto.',
  'provisioning.problem.notAllowed':
    'Ni chaiff y tocyn hwn newid {site}. Defnyddiwch docyn gweinyddwr sydd â Sites.FullControl.All.',
  'provisioning.missing': 'Ar goll o’r amgylchedd: {names}. Tocyn mynediad gweinyddwr i Graph yw MATTERS_TOKEN.',
  'provisioning.idInvalid': 'Mae angen id cofrestriad ap, sef GUID, ar gyfer {option}; nid “{value}”.',
  'provisioning.nothingNamed': 'Enwch safle Rheoli (--control) neu o leiaf un safle tîm (--site).',
  'provisioning.unreachable':
    'Ni chafwyd ateb da gan Microsoft Graph ({status} {code}). Cedwir yr hyn a wnaed: rhedwch hwn eto.',
}
