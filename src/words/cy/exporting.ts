import type { exporting as english } from '../en/exporting.ts'

export const exporting: Record<keyof typeof english, string> = {
  'exporting.title': 'Traciwr camau gweithredu: {group}',
  'exporting.sheet': 'Camau gweithredu',
  'exporting.page': 'Tudalen {page} o {pages}',
  'exporting.column.reference': 'Rhif',
  'exporting.column.details': 'Manylion',
  'exporting.column.update': 'Diweddariad',
  'exporting.column.owner': 'Perchennog',
  'exporting.column.due': 'Erbyn',
  'exporting.column.status': 'Statws',
  'exporting.agreed': 'CAM GWEITHREDU',
  'exporting.discharged': 'Cyflawnwyd',
  'exporting.retained': 'I’w gadw ar gyfer y cyfarfod nesaf',
  'exporting.withheld': '[daliwyd yn ôl: {words}]',
  'exporting.quarter': 'Ch{quarter} {year}',
  'exporting.setByHand': '{colour}, wedi’i osod â llaw',
  'exporting.claimed': '{status} (honiad)',

  'exporting.open': 'Allforio',
  'exporting.heading': 'Allforio’r traciwr',
  'exporting.which': 'Pa gamau gweithredu',
  'exporting.which.view':
    '{count, plural, one {Yr un a welwch} two {Y # a welwch} few {Y # a welwch} many {Y # a welwch} other {Y # a welwch}}',
  'exporting.which.all': '{count, plural, one {Yr unig un} other {Pob un o’r #}}',
  'exporting.status': 'Dangos pob statws a’i liw',
  'exporting.status.hint': 'Fel arall dim ond lle bo angen ar gam gweithredu y bydd colofnau Erbyn a Statws.',
  'exporting.word': 'Word',
  'exporting.excel': 'Excel',
  'exporting.cancel': 'Canslo',
  'exporting.marked': 'Mae’r ffeil wedi’i marcio’n {marking}. Cadwch hi lle y gellir cadw hynny.',
  'exporting.making': 'Yn creu’r ffeil…',
  'exporting.made': 'Mae {file} wedi’i chreu: edrychwch ymhlith eich lawrlwythiadau.',
  'exporting.failed': 'Ni fu modd creu’r ffeil. Ni newidiwyd dim. Rhowch gynnig arall arni.',
  'exporting.unreachable':
    'Ni ellir darllen y diweddariadau ar hyn o bryd, a byddai traciwr hebddynt yn anghywir. Rhowch gynnig arall arni.',
}
