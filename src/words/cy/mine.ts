import type { mine as en } from '../en/mine.ts'

export const mine: Record<keyof typeof en, string> = {
  'mine.title': 'Fy materion',
  'mine.summary':
    '{count, plural, =0 {Does dim yn aros amdanoch.} one {Mae # mater yn aros amdanoch.} two {Mae # fater yn aros amdanoch.} few {Mae # mater yn aros amdanoch.} many {Mae # mater yn aros amdanoch.} other {Mae # mater yn aros amdanoch.}}',
  'mine.summary.late':
    '{count, plural, one {Mae # yn hwyr.} two {Mae # yn hwyr.} few {Mae # yn hwyr.} many {Mae # yn hwyr.} other {Mae # yn hwyr.}}',
  'mine.section.late': 'Hwyr',
  'mine.section.soon': 'I’w gwneud erbyn y cyfarfod nesaf',
  'mine.section.later': 'Yn nes ymlaen, neu heb ddyddiad',
  'mine.section.others': 'Yn aros am eraill',
  'mine.section.decide': 'Yn aros am eich penderfyniad',
  'mine.section.asked': 'Chi a ofynnodd, eraill sy’n penderfynu',
  'mine.summary.decide':
    '{count, plural, one {Mae # yn aros am eich penderfyniad.} two {Mae # yn aros am eich penderfyniad.} few {Mae # yn aros am eich penderfyniad.} many {Mae # yn aros am eich penderfyniad.} other {Mae # yn aros am eich penderfyniad.}}',
  'mine.summary.asked': '{count, plural, one {Gofynnir # peth i chi.} other {Gofynnir # o bethau i chi.}}',
  'mine.asked': 'Gofynnir i chi',
  'mine.asked.since': 'gofynnwyd {ago}',
  'mine.asked.reviewWarning': 'Adolygiad mynediad: heb eich ateb, caiff mynediad ei atal',
  'mine.asked.reviewWanted': 'Adolygiad mynediad i’w ateb',
  'mine.asked.accountToClose': 'Cyfrif i’w gau',
  'mine.asked.accountToOpen': 'Cyfrif i’w agor',
  'mine.asked.accessWanted': 'Mynediad i’w benderfynu',
  'mine.asked.guidanceWanted': 'Canllaw i’w benderfynu',
  'mine.asked.guidanceToRead': 'Canllaw i’w ddarllen a’i gydnabod',
  'mine.approval.discharge': 'Wedi’i gyflawni?',
  'mine.approval.extension': 'Rhagor o amser',
  'mine.approval.list': 'Penderfynwyd mewn cyfarfod',
  'mine.approval.listCount':
    '{count, plural, one {Un penderfyniad i’w gadarnhau.} two {Dau benderfyniad i’w cadarnhau.} few {# phenderfyniad i’w cadarnhau.} many {# phenderfyniad i’w cadarnhau.} other {# penderfyniad i’w cadarnhau.}}',
  'mine.approval.openMeeting': 'Agor y cyfarfod',
  'mine.approval.lapses': 'i’w benderfynu erbyn {day}',
  'mine.approval.lapsed': 'daeth i ben ar {day}',
  'mine.approval.youAsked': 'Gofynnoch chi {ago}.',
  'mine.approval.open': 'Agor {reference} yn y gofrestr',
  'mine.approval.fault': 'Nid oedd modd darllen yr hyn sy’n aros am benderfyniad. Mae eich materion eich hun isod.',
  'mine.requests': 'Atebion a geisir, {group}',
  'mine.quarters': 'Ffrydiau gwaith i adrodd arnynt, {group}',
  'mine.next': 'Nesaf',
  'mine.deputy': 'fel dirprwy',
  'mine.parts':
    '{count, plural, one {Chi biau # rhan ohono} two {Chi biau # ran ohono} few {Chi biau # rhan ohono} many {Chi biau # rhan ohono} other {Chi biau # rhan ohono}}',
  'mine.empty.title': 'Does dim yn aros amdanoch',
  'mine.empty':
    'Pan fydd grŵp yn rhoi cam gweithredu i’ch swydd neu i’ch sefydliad, bydd yn sefyll yma, y mwyaf brys yn gyntaf.',
  'mine.noGroups.title': 'Nid ydych mewn grŵp eto',
  'mine.noGroups':
    'Gofynnwch i gydlynydd grŵp eich ychwanegu at ei dîm. Bydd ei faterion ar eich cyfer chi’n sefyll yma wedyn.',
  'mine.partly.loading': 'Yn dal i ddarllen {groups}.',
  'mine.partly.offline': 'Rydych all-lein. Dyma’r hyn a wyddid ddiwethaf.',
  'mine.partly.denied': 'Ni chewch agor {groups} mwyach.',
  'mine.partly.throttled': 'Mae Microsoft 365 yn brysur. Bydd {groups} yn dilyn ohono’i hun.',
  'mine.partly.fault': 'Doedd dim modd darllen {groups}. Rhoddir cynnig arall arni’n awtomatig.',
}
