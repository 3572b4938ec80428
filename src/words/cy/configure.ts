import type { configure as en } from '../en/configure.ts'

export const configure: Record<keyof typeof en, string> = {
  'configure.title': 'Gwneud y sianel hon yn grŵp',
  'configure.why':
    'Caiff camau gweithredu’r grŵp eu cadw yn safle SharePoint y tîm hwn ei hun, felly gall pawb yn y tîm eu darllen ac ychwanegu atynt, a neb arall.',
  'configure.tabName': 'Materion yn codi',
  'configure.saving': 'Yn creu rhestrau’r grŵp yn SharePoint. Gall hyn gymryd munud.',

  'configure.name': 'Enw’r grŵp',
  'configure.name.hint': 'Fel y mae ar yr agenda, er enghraifft “CSAE Strategic Governance Group”.',
  'configure.nameWelsh': 'Enw yn Gymraeg, os oes un',
  'configure.marking': 'Marc diogelwch',
  'configure.marking.OFFICIAL': 'OFFICIAL',
  'configure.marking.OFFICIAL-SENSITIVE': 'OFFICIAL-SENSITIVE',
  'configure.marking.hint': 'Dangosir ef ar bob golwg, cerdyn ac allforiad. Ni cheir cadw dim uwch yma.',
  'configure.handling': 'Cyfarwyddyd trin',
  'configure.handling.hint': 'Er enghraifft “Aelodau’r grŵp yn unig”. Gadewch ef yn wag os nad oes un.',
  'configure.lateBy': 'Pryd mae cam gweithredu’n hwyr?',
  'configure.lateBy.current': 'Ar ôl y dyddiad sy’n sefyll nawr',
  'configure.lateBy.current.hint': 'Mae estyniad yn ei symud.',
  'configure.lateBy.first': 'Ar ôl y dyddiad cyntaf a roddwyd iddo',
  'configure.lateBy.first.hint': 'Mae cam a estynnwyd yn dal i gyfrif yn hwyr, a dangosir ei estyniadau.',

  'configure.organisations': 'Sefydliadau sy’n aelodau',
  'configure.organisations.hint':
    'Rhoddir gwaith i sefydliadau, fel ei fod yn parhau wedi i rywun adael. Gallwch eu newid yn nes ymlaen.',
  'configure.organisations.region': 'Ychwanegu heddluoedd rhanbarth',
  'configure.organisations.pick': 'Dewiswch ranbarth',
  'configure.organisations.add': 'Ychwanegu sefydliad',
  'configure.organisations.none': 'Dim un eto. Dewiswch ranbarth, ychwanegwch un, neu gludwch restr.',
  'configure.organisations.count':
    '{count, plural, one {# sefydliad} two {# sefydliad} few {# sefydliad} many {# sefydliad} other {# sefydliad}}',
  'configure.organisations.added':
    '{count, plural, =0 {Maen nhw i gyd yn y rhestr yn barod.} one {Ychwanegwyd # sefydliad.} two {Ychwanegwyd # sefydliad.} few {Ychwanegwyd # sefydliad.} many {Ychwanegwyd # sefydliad.} other {Ychwanegwyd # sefydliad.}}',
  'configure.organisation.name': 'Enw',
  'configure.organisation.paste': 'Enw, neu gludwch restr: un ar bob llinell',
  'configure.organisation.shortName': 'Enw byr',
  'configure.organisation.kind': 'Math',
  'configure.organisation.kind.force': 'Heddlu',
  'configure.organisation.kind.rocu': 'ROCU',
  'configure.organisation.kind.partner': 'Partner',
  'configure.organisation.nation': 'Gwlad',
  'configure.organisation.region': 'Rhanbarth',
  'configure.organisation.change': 'Newid {name}',
  'configure.organisation.done': 'Wedi gorffen',
  'configure.organisation.remove': 'Tynnu {name}',
  'configure.organisation.removeUnnamed': 'Tynnu’r sefydliad hwn',
  'configure.organisation.numbered': 'Sefydliad {number}',

  'configure.problem.name': 'Rhowch enw i’r grŵp.',
  'configure.problem.long': 'Mae hwn yn rhy hir. Gwnewch ef yn fyrrach.',
  'configure.problem.organisationName': 'Rhowch enw i’r sefydliad, neu tynnwch y rhes.',
  'configure.problem.organisationTwice': 'Mae’r sefydliad hwn yn y rhestr ddwywaith. Tynnwch un.',

  'configure.already.title': 'Y sianel hon yw’r grŵp “{name}”',
  'configure.already': 'Mae ei gofrestr yma’n barod. Dewiswch Cadw i binio ei dab i’r sianel.',
  'configure.notOwner.title': 'Rhaid i un o berchnogion y tîm wneud hyn',
  'configure.notOwner':
    'Mae gwneud sianel yn grŵp yn penderfynu pwy gaiff ddarllen ei gamau gweithredu. Gofynnwch i un o berchnogion {team} ychwanegu’r tab; gallwch ei ddefnyddio o hynny ymlaen.',
  'configure.notOwner.team': 'y tîm hwn',
  'configure.notGranted.title': 'Ni chaiff yr ap ddefnyddio safle’r tîm hwn eto',
  'configure.notGranted':
    'Eich gweinyddwr Microsoft 365 sy’n caniatáu hynny, i’r tîm hwn yn unig, â’r gorchymyn hwn. Yna gwiriwch eto.',
  'configure.notGranted.copy': 'Copïo’r gorchymyn',
  'configure.notGranted.copied': 'Copïwyd',
  'configure.notGranted.check': 'Gwirio eto',
  'configure.noChannel.title': 'Ychwanegwch ef at sianel',
  'configure.noChannel': 'Mewn sianel tîm y mae grŵp yn byw. Agorwch y sianel a dewiswch “+ Ychwanegu tab” yno.',
  'configure.failed': 'Ni wnaed y grŵp: {reason}',
}
