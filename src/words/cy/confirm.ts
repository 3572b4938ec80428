import type { confirm as en } from '../en/confirm.ts'

export const confirm: Record<keyof typeof en, string> = {
  'confirm.title': 'Cadarnhau’r hyn a benderfynwyd',
  'confirm.lead': '{meeting}. Cofnododd {name} fod hyn wedi’i benderfynu yn y cyfarfod.',
  'confirm.count':
    '{discharges, plural, =0 {} one {Un cam wedi’i gyflawni} two {Dau gam wedi’u cyflawni} few {# cham wedi’u cyflawni} many {# cham wedi’u cyflawni} other {# cam wedi’u cyflawni}}{both, select, yes { ac } other {}}{extensions, plural, =0 {} one {un estyniad} two {dau estyniad} few {# estyniad} many {# estyniad} other {# estyniad}}.',
  'confirm.hint': 'Dad-diciwch yr hyn a benderfynwyd fel arall: caiff ei wrthod, ac mae’n aros fel yr oedd.',
  'confirm.list': 'Yr hyn a benderfynwyd',
  'confirm.discharge': 'Cyfrif bod {reference} wedi’i gyflawni',
  'confirm.extension': 'Rhagor o amser i {reference}',
  'confirm.untilLabel': 'O {from} i {to}.',
  'confirm.approved': 'Cadarnhawyd',
  'confirm.refused': 'Ni chadarnhawyd',
  'confirm.changed': 'Newidiodd ers ei roi yma',
  'confirm.reason': 'Pam nad y rhai a ddad-diciwyd gennych',
  'confirm.reason.hint': 'Mae’n sefyll yn eu hanes.',
  'confirm.reason.lacking': 'Pam y caiff ei gyfrif fel wedi’i gyflawni tra bo atebion ar goll',
  'confirm.reason.missing': 'Dywedwch pam nad ydych yn eu cadarnhau: mae’n sefyll yn eu hanes.',
  'confirm.all':
    '{count, plural, one {Ei gadarnhau} two {Cadarnhau’r ddau} few {Cadarnhau’r #} many {Cadarnhau’r #} other {Cadarnhau’r #}}',
  'confirm.some': 'Cadarnhau {count}, gwrthod {refused}',
  'confirm.none':
    '{refused, plural, one {Ei wrthod} two {Gwrthod y ddau} few {Gwrthod y #} many {Gwrthod y #} other {Gwrthod y #}}',
  'confirm.sending': 'Wrthi’n anfon…',
  'confirm.next': 'O’u cadarnhau, daw pob un i rym ar unwaith, ac mae ei hanes yn dweud mai chi a benderfynodd.',
  'confirm.deputy': 'Gall eich dirprwy, {name}, gadarnhau hyn hefyd.',
  'confirm.done.title': 'Cadarnhawyd',
  'confirm.done':
    '{approved, plural, =0 {Ni ddaw dim i rym} one {Daw un penderfyniad i rym} two {Daw dau benderfyniad i rym} few {Daw # phenderfyniad i rym} many {Daw # phenderfyniad i rym} other {Daw # penderfyniad i rym}}; {refused, plural, =0 {ni wrthodwyd dim} one {gwrthodwyd un} two {gwrthodwyd dau} few {gwrthodwyd #} many {gwrthodwyd #} other {gwrthodwyd #}}.',
  'confirm.before.title': 'Roedd y rhestr hon wedi’i chadarnhau eisoes',
  'confirm.before': 'Penderfynodd {name} ar {day}. Mae hynny’n sefyll.',
  'confirm.why.notApprover': 'Dim ond cadeirydd y grŵp, neu ddirprwy’r cadeirydd, sy’n cadarnhau hyn.',
  'confirm.why.ownRequest': 'Chi eich hun a gofnododd rywfaint o hyn, felly rhywun arall sy’n ei gadarnhau.',
  'confirm.why.lapsed': 'Ni chadarnhaodd neb hyn mewn pryd. Rhaid gofyn amdano eto.',
  'confirm.why.changed':
    'Newidiodd rhywbeth ar y rhestr hon ar ôl ei chyflwyno. Bydd ei chydlynydd yn ei chyflwyno eto; dywedir wrthych bryd hynny.',
}
