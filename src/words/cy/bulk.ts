import type { bulk as english } from '../en/bulk.ts'

export const bulk: Record<keyof typeof english, string> = {
  'bulk.bar': 'Yr hyn a ddewiswyd',
  'bulk.selected':
    '{count, plural, one {Dewiswyd # cam} two {Dewiswyd # gam} few {Dewiswyd # cham} many {Dewiswyd # cham} other {Dewiswyd # cam}}',
  'bulk.clear': 'Gollwng y dewis',
  'bulk.clearKey': 'Gollwng y dewis (Esc)',
  'bulk.nothing': 'Nid oes dim wedi’i ddewis bellach.',

  'bulk.note.retain':
    '{count, plural, one {Daw gerbron eto yno. Nid estyniad mo hynny.} other {Daw pob un o’r # gerbron eto yno. Nid estyniad mo hynny.}}',
  'bulk.note.reassign':
    '{count, plural, one {Mae’r hen berchnogion yn aros yn ei hanes.} other {Caiff y # hyn yr un perchnogion. Mae’r hen berchnogion yn aros yn eu hanes.}}',
  'bulk.note.askExtension':
    '{count, plural, one {Ni fydd dim yn symud nes i rywun arall benderfynu.} other {Ni fydd dim yn symud nes i rywun arall benderfynu, ar bob un o’r # ar wahân.}}',
  'bulk.ownersMissing': 'Dewiswch pwy sy’n eu cymryd drosodd.',
  'bulk.already': 'Felly y mae eisoes.',
  'bulk.unable':
    '{count, plural, one {Gadewir # allan} two {Gadewir # allan} few {Gadewir # allan} many {Gadewir # allan} other {Gadewir # allan}}',

  'bulk.send.retain':
    '{count, plural, =0 {Cadw dim un} one {Cadw # cam} two {Cadw # gam} few {Cadw # cham} many {Cadw # cham} other {Cadw # cam}}',
  'bulk.send.reassign':
    '{count, plural, =0 {Newid dim un} one {Newid perchnogion # cam} two {Newid perchnogion # gam} few {Newid perchnogion # cham} many {Newid perchnogion # cham} other {Newid perchnogion # cam}}',
  'bulk.send.askExtension':
    '{count, plural, =0 {Gofyn am ddim un} one {Gofyn am # cam} two {Gofyn am # gam} few {Gofyn am # cham} many {Gofyn am # cham} other {Gofyn am # cam}}',

  'bulk.sending': 'Cadwyd {done} o {total}',
  'bulk.notAll': 'Ni ellid gwneud y cyfan',
  'bulk.show': 'Dangos',
  'bulk.stop': 'Stopio',
  'bulk.stopping': 'Yn stopio ar ôl yr un sydd ar waith…',

  'bulk.done':
    '{count, plural, =0 {Ni newidiwyd dim.} one {Newidiwyd # cam.} two {Newidiwyd # gam.} few {Newidiwyd # cham.} many {Newidiwyd # cham.} other {Newidiwyd # cam.}}',
  'bulk.undone':
    '{count, plural, one {Mae # cam fel yr oedd.} two {Mae # gam fel yr oeddent.} few {Mae # cham fel yr oeddent.} many {Mae # cham fel yr oeddent.} other {Mae # cam fel yr oeddent.}}',
  'bulk.undonePart': 'Mae {done} o {total} fel yr oeddent. Nid oedd modd tynnu’r lleill yn ôl.',
  'bulk.left': '{count, plural, other {# heb eu cadw eto}}',
  'bulk.stopped': 'Fe wnaethoch stopio. Mae’r hyn a gadwyd yn aros; nid yw mynd ymlaen yn newid dim ddwywaith.',
  'bulk.unsaved.offline': 'Rydych all-lein. Nid yw mynd ymlaen yn nes ymlaen yn newid dim ddwywaith.',
  'bulk.unsaved.throttled': 'Mae SharePoint yn brysur. Nid yw mynd ymlaen yn nes ymlaen yn newid dim ddwywaith.',
  'bulk.unsaved.denied': 'Cewch ddarllen y gofrestr hon ond nid ysgrifennu ynddi.',
  'bulk.unsaved.signIn': 'Mewngofnodwch eto, yna ewch ymlaen: ni newidir dim ddwywaith.',
  'bulk.unsaved.fault': 'Nid atebodd SharePoint fel y dylai ({requestId}). Nid yw mynd ymlaen yn newid dim ddwywaith.',
  'bulk.goOn': 'Mynd ymlaen',
  'bulk.stale':
    '{count, plural, one {Newidiodd rhywun # ohonynt yn y cyfamser; fe’i gadewir fel y mae} other {Newidiodd rhywun # ohonynt yn y cyfamser; fe’u gadewir fel y maent}}',
  'bulk.differs': '{field}: {seen} gynt, {now} nawr',
  'bulk.sendStale': 'Ei wneud i’r rhain er hynny',
  'bulk.refused': '{count, plural, other {Nid oedd modd gwneud #}}',
  'bulk.finish': 'Cau',
}
