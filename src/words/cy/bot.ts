import type { bot as en } from '../en/bot.ts'

export const bot: Record<keyof typeof en, string> = {
  'bot.fault':
    'Ni weithiodd hynny, ac ni newidiwyd dim. Rhowch gynnig arall arni ymhen munud, neu agorwch Materion yn Codi.',

  'bot.message.title':
    '{count, plural, one {Un mater i chi} two {# fater i chi} few {# mater i chi} many {# mater i chi} other {# mater i chi}}',
  'bot.message.done': 'Does dim yma’n aros amdanoch mwyach',
  'bot.summary':
    '{title}, {late, plural, one {# ohonynt yn hwyr} two {# ohonynt yn hwyr} few {# ohonynt yn hwyr} many {# ohonynt yn hwyr} other {# ohonynt yn hwyr}}',
  'bot.more':
    '{count, plural, one {Ac un arall yn Fy materion.} two {A # arall yn Fy materion.} few {A # arall yn Fy materion.} many {A # arall yn Fy materion.} other {A # arall yn Fy materion.}}',
  'bot.dueOn': 'Erbyn {day}, {told}',
  'bot.due': 'Erbyn: {due}',

  'bot.kind.listWanted': 'Rhestr i’w chadarnhau: penderfynwyd yn y cyfarfod',
  'bot.kind.listReminder': 'I’w chadarnhau o hyd: penderfynwyd yn y cyfarfod',
  'bot.kind.approvalWanted': 'Yn aros am eich penderfyniad',
  'bot.kind.approvalReminder': 'Yn dal i aros am eich penderfyniad',
  'bot.kind.overdue': 'Hwyr',
  'bot.kind.overdueChair': 'Hwyr yn eich grŵp',
  'bot.kind.dueToday': 'I’w wneud yn awr',
  'bot.kind.dueSoon': 'I’w wneud yn fuan',
  'bot.kind.milestoneDue': 'Carreg filltir',
  'bot.kind.assigned': 'Newydd i chi',
  'bot.kind.extensionDecided': 'Rhagor o amser: penderfynwyd',
  'bot.kind.dischargeDecided': 'Cyflawni: penderfynwyd',
  'bot.kind.notOurs': 'Dywed rhywun nad nhw biau hyn',
  'bot.kind.signOffWanted': 'Mae ateb yn aros am eich llofnod',
  'bot.kind.responseOverdue': 'Mae eich ateb yn hwyr',
  'bot.kind.responseChased': 'Mae’r cydlynydd yn gofyn am eich ateb',
  'bot.kind.responseReturned': 'Dychwelwyd eich ateb',
  'bot.kind.responseDue': 'Mae angen eich ateb yn fuan',
  'bot.kind.responseWanted': 'Ceisir eich ateb',
  'bot.kind.responseNotOurs': 'Mae rhywun yn dweud nad eu cais nhw ydyw',
  'bot.kind.returnLate': 'Mae ei ateb yn dal yn hwyr',
  'bot.kind.returnCirculated': 'Yr hyn a gasglwyd, i chi',
  'bot.circulated': '{title}: atebodd {complete} o {asked}.',
  'bot.kind.reviewWarning': 'Heb eich ateb caiff mynediad eich pobl ei atal',
  'bot.kind.accountToClose': 'Mae cyfrif i’w gau',
  'bot.kind.accessWanted': 'Mae cais am fynediad yn aros am eich penderfyniad',
  'bot.kind.guidanceWanted': 'Mae canllaw yn aros am eich penderfyniad',
  'bot.kind.accountToOpen': 'Mae cyfrif i’w agor',
  'bot.kind.reviewWanted': 'Mae adolygiad mynediad yn aros am eich ateb',
  'bot.kind.quarterOverdue': 'Yn hwyr: dywedwch lle mae eich ffrwd waith yn sefyll',
  'bot.kind.quarterChased': 'Mae’r cydlynydd yn gofyn lle mae eich ffrwd waith yn sefyll',
  'bot.kind.quarterDue': 'I’w wneud yn fuan: dywedwch lle mae eich ffrwd waith yn sefyll',
  'bot.kind.quarterWanted': 'Lle mae eich ffrwd waith yn sefyll?',
  'bot.kind.guidanceToRead': 'Canllaw i’w ddarllen a’i gydnabod',
  'bot.kind.accessSuspended': 'Ataliwyd mynediad',
  'bot.kind.vacancy': 'Does neb yn dal y swydd hon',

  'bot.told.givenAt': 'Newydd i chi, o’r cyfarfod ar {day}',
  'bot.told.discharged': 'Cymeradwywyd ei gyflawni',
  'bot.told.notDischarged': 'Ni chymeradwywyd ei gyflawni: mae’n aros yn agored',
  'bot.told.extended': 'Rhoddwyd rhagor o amser',
  'bot.told.notExtended': 'Ni roddwyd rhagor o amser: mae’r dyddiad yn sefyll',
  'bot.as.deputy': 'chi sy’n dirprwyo',
  'bot.as.coordinator': 'neb arall i ofyn iddo',
  'bot.as.passedTo': 'trosglwyddwyd i chi',

  'bot.mail.subject': 'Materion yn Codi: {title}',
  'bot.mail.why':
    'Rydych yn cael hwn drwy e-bost am na all Materion yn Codi ysgrifennu atoch yn Teams. Ychwanegwch yr ap yno i ateb mewn sgwrs.',

  'bot.answer': 'Ateb',
  'bot.decide': 'Penderfynu',
  'bot.confirm': 'Cadarnhau',
  'bot.read': 'Darllen',
  'bot.open': 'Agor',
  'bot.mine': 'Agor Fy materion',
  'bot.back': 'Yn ôl',
  'bot.send': 'Anfon diweddariad',
  'bot.nil': 'Dim i’w adrodd',
  'bot.proposeDischarge': 'Cynnig ei gyflawni',
  'bot.askExtension': 'Gofyn am ragor o amser',
  'bot.passOn': 'Ei drosglwyddo',
  'bot.notOurs': 'Nid ni biau hwn',
  'bot.choose.discharge': 'Mae wedi’i wneud…',
  'bot.choose.extension': 'Rhagor o amser…',
  'bot.withFiles': 'Gyda ffeiliau…',
  'bot.choose.pass': 'Ei drosglwyddo…',
  'bot.choose.notOurs': 'Nid ni biau hwn…',

  'bot.form.update': 'Beth sydd wedi digwydd?',
  'bot.form.update.missing': 'Dywedwch beth sydd wedi digwydd, neu dewiswch “Dim i’w adrodd”.',
  'bot.form.next': 'Y cam nesaf, os oes un',
  'bot.form.evidence': 'Beth sy’n dangos ei fod wedi’i wneud?',
  'bot.form.evidence.missing': 'Bydd y cadeirydd yn penderfynu ar sail yr hyn sy’n dangos ei fod wedi’i wneud.',
  'bot.form.to': 'Dyddiad newydd',
  'bot.form.to.missing': 'Dewiswch ddiwrnod ar ôl heddiw.',
  'bot.form.reason': 'Pam mae angen rhagor o amser?',
  'bot.form.reason.missing': 'Bydd y cadeirydd yn penderfynu ar sail y rheswm.',
  'bot.form.person': 'I bwy?',
  'bot.form.person.placeholder': 'Dewis cydweithiwr',
  'bot.form.person.missing': 'Dewiswch pwy fydd yn ei wneud.',
  'bot.form.note': 'Gair i fynd gydag ef',
  'bot.form.whose': 'Pwy biau hwn, hyd y gwyddoch?',
  'bot.form.nobody': 'Does neb arall yn nhîm y grŵp. Gofynnwch i’w berchennog ychwanegu eich cydweithiwr.',
  'bot.form.chairDecides': 'Y cadeirydd fydd yn penderfynu.',
  'bot.form.firstDue': 'Y cadeirydd fydd yn penderfynu. Mae’r dyddiad cyntaf yn aros ar gofnod.',
  'bot.form.accountable': 'Chi sy’n dal yn atebol amdano.',
  'bot.form.coordinatorHears': 'Bydd y cydlynydd yn clywed, ac ni ofynnir i chi eto nes iddo ateb.',

  'bot.nil.text': 'Dim i’w adrodd.',

  'bot.settled.update': 'Diweddarwyd. Mae eich geiriau yn y gofrestr.',
  'bot.settled.nil': 'Cofnodwyd: dim i’w adrodd.',
  'bot.settled.proposeDischarge': 'Cynigiwyd ei gyflawni. Y cadeirydd fydd yn penderfynu.',
  'bot.settled.askExtension': 'Gofynnwyd am ragor o amser. Y cadeirydd fydd yn penderfynu.',
  'bot.settled.passOn': 'Trosglwyddwyd. Pwy bynnag a’i trosglwyddodd sy’n dal yn atebol.',
  'bot.settled.notOurs': 'Mae’r cydlynydd yn gwybod nad chi biau hwn.',
  'bot.settled.taken': 'Derbyniwyd. Bydd yn y gofrestr ymhen eiliad.',
  'bot.settled.gone': 'Nid yw yn y gofrestr mwyach.',
  'bot.settled.list': 'Nid oes dim o’r rhestr hon yn aros mwyach.',
  'bot.settled.discharged': 'Penderfynwyd: mae wedi’i gyflawni.',
  'bot.settled.notDischarged': 'Ni chymeradwywyd ei gyflawni: mae’n aros yn agored.',
  'bot.settled.due': 'Does dim ar ôl i’w benderfynu: y dyddiad hwn sy’n sefyll.',
  'bot.settled.over': 'Does dim ar ôl i’w ateb: {status}.',

  'bot.stands.over': 'Does dim o hyn yn aros amdanoch mwyach.',
  'bot.stands.approved': 'Cymeradwywyd.',
  'bot.stands.refused': 'Ni chymeradwywyd.',
  'bot.stands.opened': 'Mae’r cyfrif ar agor.',
  'bot.stands.closed': 'Mae’r cyfrif wedi’i gau.',
  'bot.stands.answered': 'Atebwyd yr adolygiad.',
  'bot.stands.suspended': 'Nid atebwyd mewn pryd: mae’r mynediad wedi’i atal.',
  'bot.stands.agreed': 'Cytunwyd arno.',
  'bot.stands.sentBack': 'Ni chytunwyd arno: fe’i hanfonwyd yn ôl.',
  'bot.stands.read': 'Does dim ar ôl i chi ei gydnabod yma.',
  'bot.stands.said': 'Wedi’i ddweud: mae ar gofnod lle mae’n sefyll.',

  'bot.unknown': 'Ni ellir ateb hyn yma mwyach. Mae Fy materion yn dangos sut mae pethau’n sefyll.',
  'bot.notYours': 'Ni roddwyd hwn i chi, neu nid mwyach. Ni newidiwyd dim.',
  'bot.roomOff':
    'Mae’r rhan hon o’r grŵp wedi’i diffodd: ni ddangosir ac ni newidir dim ynddi nes i’r cydlynydd ei throi ymlaen.',
  'bot.changed': 'Mae wedi newid ers anfon hwn. Ni chofnodwyd dim: dyma sut mae’n sefyll yn awr.',

  'bot.greeting.title': 'Yma y bydd Materion yn Codi’n ysgrifennu atoch',
  'bot.greeting':
    'Unwaith y dydd ar y mwyaf, pan fydd rhywbeth yn aros amdanoch. Gallwch ateb yn y fan hon. Dywedwch “help” i weld beth arall y gallwch ei ofyn.',
  'bot.greeting.team':
    'Cyn pob cyfarfod bydd y sianel hon yn cael crynodeb. Soniwch amdanaf a dweud “help” i weld beth y gallwch ei ofyn.',

  'bot.help.title': 'Beth y gallwch ei ofyn',
  'bot.help.unknown': 'Ni ddeallais hynny. Dyma’r hyn y gallwch ei ofyn:',
  'bot.help.mine': '“fy nghamau”: yr hyn sy’n aros amdanoch, yn eich holl grwpiau',
  'bot.help.overdue': '“hwyr”: yr hyn sy’n hwyr',
  'bot.help.find': '“chwilio” a rhai geiriau: camau sy’n eu cynnwys',
  'bot.help.incident': '“digwyddiad”: rhoi gwybod i’r rhanbarth am un, mewn munud',
  'bot.help.help': '“help”: hyn. It understands English too: “my actions”, “overdue”, “find”',

  'bot.incident.title': 'Rhoi gwybod am ddigwyddiad',
  'bot.incident.what':
    'Munud mae’n ei gymryd: pa ddiwrnod, pa heddlu, beth ddaeth ohono. Dim enwau, na dim a fyddai’n fodd i ddod o hyd i neb.',
  'bot.incident.open': 'Agor y ffurflen',
  'bot.incident.which': 'I ba un o’ch grwpiau y mae?',
  'bot.incident.another': 'Un arall o’ch grwpiau',
  'bot.incident.nowhere': 'Nid oes yr un grŵp lle’r ydych yn dal swydd yn casglu digwyddiadau.',

  'bot.list.mine':
    '{count, plural, =0 {Does dim yn aros amdanoch} one {Chi biau un cam gweithredu} two {Chi biau # gam gweithredu} few {Chi biau # cham gweithredu} many {Chi biau # cham gweithredu} other {Chi biau # cam gweithredu}}',
  'bot.list.overdue':
    '{count, plural, =0 {Does dim yn hwyr} one {Mae un cam gweithredu yn hwyr} two {Mae # gam gweithredu yn hwyr} few {Mae # cham gweithredu yn hwyr} many {Mae # cham gweithredu yn hwyr} other {Mae # cam gweithredu yn hwyr}}',
  'bot.list.found':
    '{count, plural, =0 {Does gan yr un cam y geiriau hyn} one {Mae gan un cam gweithredu y geiriau hyn} two {Mae gan # gam gweithredu y geiriau hyn} few {Mae gan # cham gweithredu y geiriau hyn} many {Mae gan # cham gweithredu y geiriau hyn} other {Mae gan # cam gweithredu y geiriau hyn}}',
  'bot.list.more':
    '{count, plural, one {Ac un arall.} two {A # arall.} few {A # arall.} many {A # arall.} other {A # arall.}}',
  'bot.list.withheld':
    '{count, plural, one {Mae un â marc rhy uchel i’w ddangos mewn sgwrs.} two {Mae # â marc rhy uchel i’w dangos mewn sgwrs.} few {Mae # â marc rhy uchel i’w dangos mewn sgwrs.} many {Mae # â marc rhy uchel i’w dangos mewn sgwrs.} other {Mae # â marc rhy uchel i’w dangos mewn sgwrs.}}',
  'bot.list.mineHere':
    'I chi’n unig y mae’r hyn sy’n eiddo i chi: gofynnwch imi yn ein sgwrs ein hunain, neu agorwch Fy materion.',
  'bot.list.findWhat': 'Dywedwch beth i chwilio amdano, er enghraifft “chwilio briffio”.',

  'bot.digest.title': 'Cyn y cyfarfod ar {day}',
  'bot.digest.open':
    '{count, plural, =0 {Does dim cam gweithredu ar agor} one {Mae un cam gweithredu ar agor} two {Mae # gam gweithredu ar agor} few {Mae # cham gweithredu ar agor} many {Mae # cham gweithredu ar agor} other {Mae # cam gweithredu ar agor}}',
  'bot.digest.late':
    '{count, plural, =0 {dim un yn hwyr} one {un yn hwyr} two {# yn hwyr} few {# yn hwyr} many {# yn hwyr} other {# yn hwyr}}',
  'bot.digest.waiting':
    '{count, plural, =0 {dim yn aros am y cadeirydd} one {un yn aros am y cadeirydd} two {# yn aros am y cadeirydd} few {# yn aros am y cadeirydd} many {# yn aros am y cadeirydd} other {# yn aros am y cadeirydd}}',
}
