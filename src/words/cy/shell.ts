import type { shell as en } from '../en/shell.ts'

export const shell: Record<keyof typeof en, string> = {
  'shell.loading': 'Yn agor…',
  'shell.signIn.title': 'Mewngofnodwch i barhau',
  'shell.signIn.why': 'Mae Microsoft 365 am i chi gadarnhau y caiff yr ap hwn agor rhestrau’r grŵp ar eich rhan.',
  'shell.signIn.do': 'Mewngofnodi',
  'shell.signIn.asked': 'Mae Microsoft 365 yn gofyn i chi fewngofnodi. Mae’r hyn rydych wedi’i deipio wedi’i gadw.',
  'shell.again': 'Rhoi cynnig arall arni',
  'shell.reload': 'Ail-lwytho',
  'shell.openTeams': 'Agor Teams',
  'shell.requestId': 'Os byddwch yn rhoi gwybod am hyn, nodwch y rhif {id}.',

  'shell.fault.outsideTeams.title': 'Mae hwn yn agor y tu mewn i Microsoft Teams',
  'shell.fault.outsideTeams': 'Agorwch sianel y grŵp yn Teams a dewiswch ei dab.',
  'shell.fault.signInUnsupported.title': 'Ni all y Teams hwn eich mewngofnodi yma',
  'shell.fault.signInUnsupported': 'Diweddarwch Teams, neu agorwch y tab yn Teams ar y we.',
  'shell.fault.signInSlow.title': 'Mae mewngofnodi’n cymryd gormod o amser',
  'shell.fault.signInSlow': 'Nid yw Microsoft 365 wedi ateb. Does dim wedi’i golli: rhowch gynnig arall arni.',
  'shell.fault.signInFailed.title': 'Doedd dim modd eich mewngofnodi',
  'shell.fault.signInFailed':
    'Gwrthododd Microsoft 365 ({detail}). Rhowch gynnig arall arni, neu gofynnwch i’ch gweinyddwr.',
  'shell.fault.personChanged.title': 'Mae rhywun arall wedi mewngofnodi bellach',
  'shell.fault.personChanged': 'Ail-lwythwch i weld y dudalen fel y person y mae Teams yn ei adnabod nawr.',
  'shell.fault.configuration.title': 'Nid yw’r ap hwn wedi’i osod eto',
  'shell.fault.configuration': 'Rhaid i’w weinyddwr gwblhau’r ffurfweddiad: {detail}.',
  'shell.fault.addressUnknown.title': 'Does dim tudalen o’r fath',
  'shell.fault.addressUnknown': 'Mae cyfeiriad y tab yn anghyflawn. Tynnwch y tab o’r sianel a’i ychwanegu eto.',
  'shell.fault.offline.title': 'Rydych all-lein',
  'shell.fault.offline': 'Ni newidiwyd dim. Rhowch gynnig arall arni pan fyddwch wedi cysylltu.',
  'shell.fault.service.title': 'Bu nam ar y gwasanaeth',
  'shell.fault.service': 'Ni newidiwyd dim pellach. Rhowch gynnig arall arni ymhen munud.',
  'shell.fault.unknown.title': 'Aeth rhywbeth o’i le ar y dudalen hon',
  'shell.fault.unknown': 'Mae’r hyn a gadwyd yn ddiogel. Ail-lwythwch y dudalen i fynd ymlaen.',

  'shell.language.switch': 'English',
  'shell.footer': 'Ynghylch yr ap hwn',
  'shell.accessibility': 'Hygyrchedd',
  'shell.back': 'Yn ôl',

  'accessibility.title': 'Datganiad hygyrchedd',
  'accessibility.intro':
    'Bwriedir i bawb allu defnyddio Matters Arising: â bysellfwrdd yn unig, â darllenydd sgrin, wedi’i chwyddo i 400%, mewn cyferbyniad uchel, yn Gymraeg ac yn Saesneg.',
  'accessibility.status.title': 'Pa mor hygyrch ydyw',
  'accessibility.status':
    'Fe’i hadeiladwyd i fodloni’r Canllawiau Hygyrchedd Cynnwys Gwe, fersiwn 2.2, lefel AA. Caiff pob tudalen ei gwirio gan brofion awtomatig mewn golau, tywyllwch a chyferbyniad uchel, yn y ddwy iaith, ar led ffôn.',
  'accessibility.known.title': 'Yr hyn y gwyddom nad yw’n iawn eto',
  'accessibility.known.manual':
    'Nid yw pobl sy’n defnyddio technoleg gynorthwyol bob dydd wedi rhoi cynnig arno eto. Hyd nes y gwnânt, nid ydym yn dweud ei fod yn cydymffurfio’n llawn.',
  'accessibility.known.documents':
    'Dangosir testun a ddaeth o ddogfennau yn yr iaith yr ysgrifennwyd ef ynddi; ni chaiff yr iaith honno ei nodi i ddarllenwyr sgrin.',
  'accessibility.keys.title': 'Bysellau',
  'accessibility.keys.row':
    'Mae’r saethau, Page Up, Page Down, Home ac End yn symud drwy’r gofrestr; mae Enter yn agor cam gweithredu.',
  'accessibility.keys.escape': 'Mae Escape yn cau’r hyn sydd ar agor ar y brig.',
  'accessibility.keys.tab': 'Mae Tab yn symud rhwng rhannau tudalen; un stop yw’r gofrestr.',
  'accessibility.report.title': 'Rhowch wybod i ni',
  'accessibility.report':
    'Os bydd rhywbeth yn eich rhwystro, dywedwch wrth gydlynydd eich grŵp neu wrth gyswllt hygyrchedd digidol eich sefydliad. Gallant hefyd roi’r gofrestr i chi mewn fformat arall.',
  'accessibility.enforcement.title': 'Os na fydd dim yn digwydd',
  'accessibility.enforcement':
    'Y Comisiwn Cydraddoldeb a Hawliau Dynol sy’n gorfodi Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Rhaglenni Symudol) (Rhif 2) 2018. Cysylltwch â’r Gwasanaeth Cynghori a Chefnogi ar Gydraddoldeb os nad ydych yn fodlon ar yr ateb.',
}
