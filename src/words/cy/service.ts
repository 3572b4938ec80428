import type { service as english } from '../en/service.ts'

export const service: Record<keyof typeof english, string> = {
  'service.coordinator': 'Cydlynydd',
  'service.agenda.welcome': 'Croeso ac ymddiheuriadau',
  'service.agenda.minutes': 'Cofnodion y cyfarfod ar {day}',
  'service.agenda.matters': 'Materion yn codi',
  'service.agenda.other': 'Unrhyw fater arall',
  'refusal.signInNeeded': 'Mewngofnodwch eto i fynd ymlaen. Mae’r hyn a ysgrifennoch wedi’i gadw.',
  'refusal.requestInvalid': 'Ni ellir cadw hwn fel y mae. Edrychwch arno eto, ac yna’i anfon unwaith yn rhagor.',
  'refusal.requestTooLarge': 'Mae hyn yn fwy nag y gellir ei anfon ar y tro. Anfonwch ef fesul darn.',
  'refusal.tooManyRequests':
    'Roedd hynny’n llawer ar unwaith. Rhowch gynnig arall arni ymhen {seconds, plural, one {# eiliad} two {# eiliad} other {# eiliad}}.',
  'refusal.addressUnknown':
    'Nid yw’r gwasanaeth yn adnabod cwestiwn y dudalen hon. Ail-lwythwch y dudalen i gael ei fersiwn diweddaraf.',
  'refusal.notOwner': 'Dim ond un o berchnogion y tîm hwn all osod cofrestr ei sianel. Gofynnwch i un ohonynt.',
  'refusal.notMember': 'Nid ydych yn aelod o’r sianel hon. Gofynnwch i un o berchnogion ei thîm eich ychwanegu.',
  'refusal.channelUnknown': 'Nid yw’r sianel hon yn ei thîm bellach. Agorwch y tab mewn sianel sydd yno.',
  'refusal.siteNotGranted':
    'Ni chaiff Materion yn Codi ddefnyddio safle SharePoint y tîm hwn eto. Gofynnwch i’ch gweinyddwr Microsoft 365 roi caniatâd (“matters provision”), ac yna rhowch gynnig arall arni.',
  'refusal.siteTaken':
    'Mae safle’r tîm hwn eisoes yn cadw cofrestr {name}. Mae angen sianel breifat, neu dîm ar wahân, ar gyfer ail gofrestr.',
  'refusal.channelTaken': 'Mae cofrestr {name} yn y sianel hon eisoes. Ail-lwythwch y dudalen i’w hagor.',
  'refusal.groupKeyTaken': 'Mae’r enw byr hwn gan grŵp arall. Dewiswch un gwahanol.',
  'refusal.groupUnfinished':
    'Daeth gosod y sianel hon i stop ar ei hanner o’r blaen. Defnyddiwch yr enw byr {key} i’w orffen: gellir newid popeth arall.',
  'refusal.commandReused':
    'Anfonwyd hwn o’r blaen â geiriau eraill. Ail-lwythwch y dudalen a rhowch gynnig arall arni.',
  'refusal.groupUnknown': 'Nid oes grŵp o’r fath, neu nid ydych ynddo.',
  'refusal.notCoordinator': 'Dim ond cydlynydd y grŵp hwn gaiff wneud hyn.',
  'refusal.rowsChanged': 'Newidiodd rhywun rai o’r camau hyn ar yr un pryd. Rhowch gynnig arall arni.',
  'refusal.nothingAsked': 'Nid oes dim yn aros am benderfyniad yma bellach: fe’i tynnwyd yn ôl neu fe’i penderfynwyd.',
  'refusal.contentChanged': 'Mae hwn wedi newid ers i chi ei agor. Edrychwch arno eto, ac yna penderfynwch.',
  'refusal.notApprover': 'Dim ond y cadeirydd, neu’r sawl a enwir yng ngosodiadau’r grŵp, gaiff benderfynu hyn.',
  'refusal.askedYourself': 'Chi ofynnodd am hyn. Rhaid i rywun arall ei benderfynu.',
  'refusal.hasLapsed': 'Ni phenderfynodd neb hyn mewn pryd. Rhaid gofyn amdano eto.',
  'refusal.reasonNeeded': 'Rhowch reswm: bydd yn sefyll yn yr hanes.',
  'refusal.settingsChanged': 'Newidiodd rhywun y gosodiadau hyn ar yr un pryd. Edrychwch arnynt eto.',
  'refusal.roomOff':
    'Mae’r rhan hon o’r grŵp wedi’i diffodd: ni ddangosir ac ni newidir dim ynddi nes i’r cydlynydd ei throi ymlaen, yng ngosodiadau’r grŵp.',
  'refusal.accessRuns':
    'Mae gan {count, plural, one {un person} two {# berson} few {# pherson} many {# pherson} other {# person}} fynediad o hyd, neu gais amdano, neu gyfrif nad oes neb wedi cadarnhau ei fod ar gau. Dewch â hynny i ben yn yr ystafell Mynediad yn gyntaf; tan hynny mae’n aros ymlaen.',
  'refusal.guidanceRuns':
    'Mae {count, plural, one {un canllaw} two {# ganllaw} few {# chanllaw} many {# chanllaw} other {# canllaw}} yn aros o hyd i’w gytuno. Penderfynwch, neu tynnwch yn ôl, yn gyntaf; tan hynny mae’r ystafell Canllawiau’n aros ymlaen.',
  'refusal.disclosureRuns':
    'Nid yw {count, plural, one {un cais} two {# gais} few {# chais} many {# chais} other {# cais}} am ddatgelu wedi’i ateb eto, ac mae’r gyfraith yn rhoi 20 diwrnod gwaith i bob cais. Atebwch yn gyntaf; tan hynny mae’r ystafell Adroddiad yn aros ymlaen.',
  'refusal.notYourWork': 'Nid eich gwaith chi yw hwn i’w drosglwyddo. Eraill yw ei berchnogion.',
  'refusal.meetingMissing': 'Nid oes cyfarfod o’r fath gan y grŵp hwn.',
  'refusal.meetingNotRunning': 'Nid yw’r cyfarfod ar agor: ni ddechreuodd, neu mae wedi’i gau eisoes.',
  'refusal.stillInLimbo':
    '{count, plural, one {Mae un mater heb ei setlo o hyd: cadwch, cyflawnwch, estynnwch, cyfeiriwch neu ailneilltuwch ef.} two {Mae dau fater heb eu setlo o hyd: cadwch, cyflawnwch, estynnwch, cyfeiriwch neu ailneilltuwch bob un.} few {Mae # mater heb eu setlo o hyd: cadwch, cyflawnwch, estynnwch, cyfeiriwch neu ailneilltuwch bob un.} many {Mae # mater heb eu setlo o hyd: cadwch, cyflawnwch, estynnwch, cyfeiriwch neu ailneilltuwch bob un.} other {Mae # mater heb eu setlo o hyd: cadwch, cyflawnwch, estynnwch, cyfeiriwch neu ailneilltuwch bob un.}}',
  'refusal.listChanged':
    'Newidiodd rhywbeth ar y rhestr hon ar ôl ei chyflwyno. Rhaid i’w chydlynydd ei chyflwyno eto.',
  'refusal.nothingToCirculate': 'Nid oes neb wedi ateb am y cyfnod hwn eto, felly nid oes dim i’w gylchredeg.',
  'refusal.guidanceMissing': 'Nid yw’r canllaw hwn yno bellach. Ni newidiwyd dim.',
  'refusal.bodyUnknown': 'Ni chafodd ei gyflwyno i’r corff hwn.',
  'refusal.bodiesAwaited': 'Ni ellir cytuno arno eto: mae corff y’i cyflwynwyd iddo heb gytuno.',
  'refusal.notSpoc': 'Dim ond SPOC sefydliad, neu ei ddirprwy, gaiff wneud hyn ar ei ran.',
  'refusal.disclosureMissing': 'Nid oes cais o’r fath mwyach. Ail-lwythwch y dudalen.',
  'refusal.disclosureOver': 'Atebwyd y cais hwn. Mae’r hyn a roddwyd allan yn aros fel y’i rhoddwyd.',
  'refusal.fileNotKept':
    'Nid yw’r ffeil hon yn cael ei chadw mwyach fel y’i rhyddhawyd, felly ni chaiff ei rhoi allan. Mae ei stwnsh yn aros ar y cofnod.',
  'refusal.lastGround': 'Rhaid cael sail i ddal yn ôl arni. Ychwanegwch un arall cyn tynnu hon yn ôl.',
  'refusal.groundTwice': 'Mae sail â’r geiriau hyn eisoes.',
  'refusal.notAllowed': 'Nid yw’r un o’ch swyddi yn y grŵp hwn yn caniatáu ichi wneud hyn.',
  'refusal.personalData':
    '{kind, select, telephone {Mae rhif ffôn yn hwn} email {Mae cyfeiriad e-bost yn hwn} postcode {Mae cod post yn hwn} other {Mae rhywbeth sy’n edrych fel dyddiad geni yn hwn}}. Tynnwch ef allan: ni chedwir manylion neb yma.',
  'refusal.incidentDay': 'Rhowch y diwrnod y digwyddodd: heddiw neu’n gynharach.',
  'refusal.incidentUnknown': 'Nid yw’r hysbysiad hwn yno bellach.',
  'refusal.incidentWithdrawn':
    'Tynnwyd yr hysbysiad hwn yn ôl. Rhowch wybod am y digwyddiad eto os digwyddodd wedi’r cyfan.',
  'refusal.incidentAlike':
    'Rhoddwyd gwybod am {count, plural, zero {# tebyg} one {un tebyg} two {ddau debyg} few {# tebyg} many {# thebyg} other {# tebyg}} eisoes: yr un heddlu, yr un diwrnod, yr un grŵp. Os un arall yw hwn, dywedwch hynny a’i anfon eto.',
  'refusal.profileUnknown': 'Nid oes proffil o’r grŵp hwn bellach. Dewiswch un arall, neu “ddim yn hysbys”.',
  'refusal.profileNameTaken': 'Mae proffil o {name} eisoes, neu mae’n enw arall ar un.',
  'refusal.openingUnknown': 'Nid yw’r cyfrif agoriadol hwn yno bellach.',
  'refusal.openingTwice':
    'Mae rhai o’r dyddiau a’r heddluoedd hyn mewn cyfrif agoriadol arall: byddent yn cael eu cyfrif ddwywaith.',
  'refusal.notYourOrganisation': 'Dros eich heddlu eich hun yr ydych yn rhoi gwybod am ddigwyddiadau. Un arall yw hwn.',
  'refusal.notProfileKeeper': 'Perchennog yr ased gwybodaeth sy’n cadw’r rhain. Gofynnwch iddynt ei newid.',
  'refusal.serviceBusy':
    'Mae Microsoft 365 yn brysur ar hyn o bryd. Rhowch gynnig arall arni ymhen {seconds, plural, one {# eiliad} two {# eiliad} other {# eiliad}}. Ni chollwyd dim o’r hyn a ysgrifennoch.',
  'refusal.serviceFault':
    'Aeth rhywbeth o’i le gyda ni. Ni chollwyd dim o’r hyn a ysgrifennoch. Os digwydd eto, rhowch wybod gan ddyfynnu {id}.',
}
