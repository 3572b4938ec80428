import type { settings as en } from '../en/settings.ts'

export const settings: Record<keyof typeof en, string> = {
  'settings.save': 'Cadw',
  'settings.saving': 'Wrthi’n cadw…',
  'settings.saved': 'Wedi’i gadw.',
  'settings.unreachable': 'Nid oedd modd cyrraedd y gwasanaeth. Ni chollwyd dim o’r hyn a lenwyd gennych: cadwch eto.',
  'settings.number': 'Rhif cyfan o {from} i {to}.',
  'settings.london': 'Amser y Deyrnas Unedig, ar ddyddiau gwaith.',
  'settings.at': 'Amser y neges ddyddiol',

  'settings.rooms': 'Ystafelloedd y sianel hon',
  'settings.rooms.why':
    'Yr hyn sydd gan y grŵp yn ogystal â’i gofrestr, ei gyfarfodydd, ei geisiadau a’i bobl. Ni chollir dim wrth ddiffodd ystafell, ond tra bydd wedi’i diffodd nid oes neb yn gweld nac yn newid yr hyn sydd ynddi, ac ni chaiff neb ei atgoffa amdano. Felly mae Mynediad yn aros ymlaen tra bydd gan rywun fynediad neu gyfrif agored, Canllawiau tra bydd rhywbeth yn aros i’w gytuno, ac Adroddiad tra na fydd cais am ddatgelu wedi’i ateb.',
  'settings.room.report': 'Adroddiad: yr hyn a ddywedir wrth y bwrdd, ar sgrin, fel Word, PDF, Excel',
  'settings.room.health': 'Iechyd: beth sy’n llithro, yn ei wrth-ddweud ei hun neu heb neb',
  'settings.room.recommendations': 'Argymhellion: adroddiadau arolygu a’r hyn a ddaeth ohonynt',
  'settings.room.workstreams': 'Ffrydiau gwaith: statws, cynllun a rhwystrau bob chwarter',
  'settings.room.assurance': 'Sicrwydd: beth sy’n cwmpasu fframwaith cenedlaethol, a beth nad yw',
  'settings.room.access': 'Mynediad: pwy gaiff ddefnyddio cronfa ddata gyfyngedig, ar air pwy, tan pryd',
  'settings.room.incidents': 'Digwyddiadau: yr hyn y mae heddluoedd yn ei hysbysu, a phroffiliau',
  'settings.room.guidance': 'Canllawiau: yr hyn a ddywedwyd gennym, a phwy sydd wedi’i gydnabod',
  'settings.room.audit': 'Archwilio: pwy welodd a newidiodd beth',

  'settings.mine.open': 'Fy ngosodiadau',
  'settings.mine.title': 'Fy ngosodiadau',
  'settings.mine.why':
    'Cewch un neges y dydd, â phopeth sy’n eiddo i chi ynddi. Mae hyn yn wir am bob un o’ch grwpiau.',
  'settings.at.group': 'Pan fydd pob grŵp yn ei hanfon',
  'settings.daysOff': 'Dyddiau pan nad ydych yn gweithio',
  'settings.daysOff.hint':
    'Daw’r hyn sy’n disgyn ar un ohonynt ar eich diwrnod gwaith nesaf. Mae gwyliau banc yn hysbys eisoes.',
  'settings.away': 'I ffwrdd am gyfnod hirach',
  'settings.away.from': 'O',
  'settings.away.until': 'Hyd at y dydd hwn',
  'settings.away.hint':
    'Yn y cyfamser gofynnir i’ch dirprwy yn eich lle. Er enghraifft: 27 3 2027. Gadewch y ddau’n wag pan fyddwch yn ôl.',
  'settings.away.noDay': 'Rhowch ddyddiad sy’n bod, er enghraifft 27 3 2027.',
  'settings.away.order': 'Mae’r diwrnod olaf cyn y cyntaf. Newidiwch un ohonynt.',
  'settings.language': 'Iaith y negeseuon',
  'settings.language.teams': 'Yr un y mae Teams wedi’i gosod iddi',

  'settings.group.title': 'Sut y mae’r grŵp hwn yn atgoffa ac yn penderfynu',
  'settings.group.why': 'Mae’n wir am bawb yn y grŵp. Caiff pob person ddewis amser arall iddo’i hun.',
  'settings.daysBefore': 'Nifer y dyddiau cyn y dyddiad cyflawni y dywedir wrth ei berchennog',
  'settings.chairAfterWeeks': 'Nifer yr wythnosau’n hwyr cyn y dywedir wrth y cadeirydd hefyd',
  'settings.chairAfterWeeks.hint': 'Gadewch ef yn wag os na ddylid dweud byth.',
  'settings.lapsesAfter': 'Nifer y dyddiau y mae’n rhaid penderfynu ar gais o’u mewn',
  'settings.higher': 'Pwy sy’n penderfynu ar estyniadau pellach',
  'settings.higher.hint': 'Yn lle’r cadeirydd, o’r estyniad a rowch.',
  'settings.higher.none': 'Y cadeirydd bob tro',
  'settings.fromExtension': 'O ba estyniad o gam ymlaen',
  'settings.wordsUpTo': 'Y marc uchaf y caiff ei eiriau sefyll mewn sgwrs',
  'settings.wordsUpTo.hint': 'Uwch ei ben, dim ond y cyfeirnod, y dyddiad a botwm sydd mewn neges.',
  'settings.wordsUpTo.none': 'Dim un: byth dim geiriau',
  'settings.digest': 'Dweud wrth y sianel sut y saif y materion, ar y diwrnod gwaith cyn cyfarfod',

  'settings.unreached.title': 'Pwy na chyrhaeddodd neges',
  'settings.unreached.none': 'Cyrhaeddodd pob neges yn ystod y pythefnos diwethaf.',
  'settings.unreached.fault': 'Nid oedd modd darllen y rhestr hon.',
  'settings.unreached.sent': 'Cyrhaeddodd y neges.',
  'settings.unreached.unreachable':
    'Ni allai Teams eu cyrraedd. Ychwanegwch yr ap iddynt, neu gofynnwch iddynt ei agor unwaith.',
  'settings.unreached.mailed': 'Ni allai Teams eu cyrraedd; cawsant e-bost yn lle hynny.',
  'settings.unreached.unclear': 'Nid yw’n sicr bod y neges wedi cyrraedd. Bydd yr un nesaf yn ei chario eto.',
  'settings.unreached.about': 'Agor {reference}',
}
