import type { accessibility as en } from '../en/accessibility.ts'

export const accessibility: Record<keyof typeof en, string> = {
  'accessibility.title': 'Datganiad hygyrchedd',
  'accessibility.intro':
    'Bwriedir i bawb allu defnyddio Materion yn Codi. Mae’r datganiad hwn yn ymwneud â’r tudalennau y mae’n eu dangos yn Microsoft Teams; mae gan Teams ei hun ddatganiad gan Microsoft.',
  'accessibility.scope':
    'Fe’i rhedir gan y sefydliad y defnyddiwch ef yn ei Microsoft 365, sydd am i gynifer o bobl â phosibl allu ei ddefnyddio.',
  'accessibility.use.title': 'Yr hyn y dylech allu ei wneud',
  'accessibility.use':
    'Gwneud popeth â bysellfwrdd yn unig, ag adnabod lleferydd neu â darllenydd sgrin; chwyddo i 400% heb sgrolio i’r ochr; ei ddarllen mewn golau, tywyllwch a chyferbyniad uchel; a newid rhwng Cymraeg a Saesneg ar bob tudalen.',
  'accessibility.keys.title': 'Bysellau',
  'accessibility.keys.row':
    'Mae’r saethau, Page Up, Page Down, Home ac End yn symud drwy’r gofrestr; mae Enter yn agor cam gweithredu.',
  'accessibility.keys.escape': 'Mae Escape yn cau’r hyn sydd ar agor ar y brig.',
  'accessibility.keys.tab': 'Mae Tab yn symud rhwng rhannau tudalen; un stop yw’r gofrestr.',
  'accessibility.known.title': 'Yr hyn nad yw’n iawn eto',
  'accessibility.known.manual':
    'Nid yw pobl sy’n defnyddio technoleg gynorthwyol bob dydd wedi rhoi cynnig arno eto. Hyd nes y gwnânt, nid ydym yn dweud ei fod yn cydymffurfio’n llawn.',
  'accessibility.known.documents':
    'Dangosir testun a ddaeth o ddogfennau yn yr iaith yr ysgrifennwyd ef ynddi, ac ni chaiff yr iaith honno ei nodi i ddarllenwyr sgrin (maen prawf llwyddiant 3.1.2, iaith rhannau).',
  'accessibility.report.title': 'Rhowch wybod i ni, neu gofynnwch am fformat arall',
  'accessibility.report':
    'Os bydd rhywbeth yn eich rhwystro, neu os oes arnoch angen y gofrestr mewn fformat arall megis print bras neu ddogfen blaen, dywedwch wrth {contact}.',
  'accessibility.report.coordinator': 'gydlynydd eich grŵp neu gyswllt hygyrchedd digidol eich sefydliad',
  'accessibility.report.answer':
    'Dywedwch beth roeddech am ei wneud a beth a ddefnyddiwch i ddarllen. Cewch ateb o fewn 10 diwrnod gwaith.',
  'accessibility.enforcement.title': 'Os nad ydych yn fodlon ar yr ateb',
  'accessibility.enforcement':
    'Y Comisiwn Cydraddoldeb a Hawliau Dynol sy’n gorfodi Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Rhaglenni Symudol) (Rhif 2) 2018 yng Nghymru, Lloegr a’r Alban. Cysylltwch â’r Gwasanaeth Cynghori a Chefnogi ar Gydraddoldeb (equalityadvisoryservice.com). Yng Ngogledd Iwerddon, cysylltwch â Chomisiwn Cydraddoldeb Gogledd Iwerddon.',
  'accessibility.technical.title': 'Gwybodaeth dechnegol',
  'accessibility.technical': 'Mae’r sefydliad wedi ymrwymo i wneud yr ap hwn yn hygyrch yn unol â’r rheoliadau hynny.',
  'accessibility.status':
    'Mae’n cydymffurfio’n rhannol â’r Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn 2.2, lefel AA, oherwydd yr hyn a enwir uchod.',
  'accessibility.burden':
    'Nid oes dim wedi’i adael allan fel baich anghymesur, ac nid oes dim y tu allan i’r rheoliadau.',
  'accessibility.next.title': 'Yr hyn a wneir i’w wella',
  'accessibility.next':
    'Bydd pobl sy’n defnyddio darllenwyr sgrin, chwyddwyr ac adnabod lleferydd yn rhoi cynnig arno, a chaiff yr hyn a ganfyddant ei gywiro cyn unrhyw beth newydd.',
  'accessibility.preparation.title': 'Paratoi’r datganiad hwn',
  'accessibility.preparation': 'Fe’i paratowyd ar {day} a’i adolygu ddiwethaf ar {day}.',
  'accessibility.tested':
    'Profwyd pob tudalen ddiwethaf ar {day} gan y rhai a’i gwnaeth: gan axe, prawf awtomatig, mewn golau, tywyllwch a chyferbyniad uchel, yn y ddwy iaith, ar led ffôn ac wedi’i chwyddo i 400%; a chan y bysellfwrdd yn unig.',
}
