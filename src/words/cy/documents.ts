import type { documents as english } from '../en/documents.ts'

export const documents: Record<keyof typeof english, string> = {
  'documents.column.reference': 'Rhif',
  'documents.column.details': 'Manylion',
  'documents.column.update': 'Diweddariad',
  'documents.column.owner': 'Perchennog',
  'documents.column.due': 'Erbyn pryd',
  'documents.column.status': 'Statws',
  'documents.column.day': 'Dyddiad y diweddariad',
  'documents.column.ended': 'Daeth i ben ar',
  'documents.column.ignore': 'Wedi’i hepgor',

  'documents.problem.missingColumn':
    'Nid oes colofn yma sy’n dweud beth sydd i’w wneud, felly ni ddarllenwyd dim o’r tabl hwn. Mae’n dechrau â “{text}”. Dewiswch pa golofn sy’n dal y manylion.',
  'documents.problem.unknownColumn':
    '{count, plural, =0 {Nid yw’r golofn “{heading}” yn un sydd gan y gofrestr hon. Mae’n wag.} one {Nid yw’r golofn “{heading}” yn un sydd gan y gofrestr hon. Ni ddaw ei hunig gell i mewn.} other {Nid yw’r golofn “{heading}” yn un sydd gan y gofrestr hon. Ni ddaw ei chelloedd i mewn (#).}}',
  'documents.problem.strayText':
    'Mae “{text}” ar ei ben ei hun yn ei res ac nid yw’n perthyn i unrhyw gam gweithredu. Ni ddaw i mewn.',
  'documents.problem.extraCell': 'Mae “{text}” y tu hwnt i’r golofn olaf. Ni ddaw i mewn.',
  'documents.problem.slippedCell':
    'Mae “{text}” o dan {from}, ac mae {to} yn wag. Mae’n edrych fel cell sydd wedi llithro: fe’i darllenir fel {to}.',
  'documents.problem.missingReference':
    '{proposed, select, none {Nid oes rhif gan y cam gweithredu hwn.} other {Nid oes rhif gan y cam gweithredu hwn. Y nesaf sy’n rhydd yw {proposed}.}}',
  'documents.problem.referenceForm':
    '{proposed, select, none {Nid yw “{reference}” yn rhif fel 1/19.} other {Nid yw “{reference}” yn rhif fel 1/19. Y nesaf sy’n rhydd yw {proposed}.}}',
  'documents.problem.duplicateReference':
    'Mae’r rhif {reference} eisoes gan res {earlier}.{proposed, select, none {} other { Y nesaf sy’n rhydd yw {proposed}.}}',
  'documents.problem.skippedNumbers':
    '{count, plural, one {Mae’r rhif {first} ar goll cyn hwn.} other {Mae’r rhifau {first} i {last} ar goll cyn hwn.}}',
  'documents.problem.missingDetails': 'Nid yw cam gweithredu {reference} yn dweud beth sydd i’w wneud.',
  'documents.problem.dueWithOwner':
    'Mae “{due}” gyda’r perchennog, ac nid oes dyddiad cau wedi’i ysgrifennu yn unman arall. Fe’i darllenir fel dyddiad cau {owner}.',
  'documents.problem.serialDay':
    '“{number}” yw’r ffordd y mae taenlen yn cadw {proposed} pan fo’r gell wedi colli ei fformat. Fe’i darllenir fel y diwrnod hwnnw.',
  'documents.problem.revisedDue': '{text} oedd y dyddiad cau, a {due} ydyw bellach. Dim ond yr olaf a ddaw i mewn.',
  'documents.problem.emptyOwner': 'Nid oes perchennog gan gam gweithredu {reference}.',
  'documents.problem.undatedUpdate':
    '{proposed, select, none {Nid oes dyddiad gan “{text}”. Ni ddaw i mewn nes bod ganddo un.} other {Nid oes dyddiad gan “{text}”. Ni ddaw i mewn nes bod ganddo un: {proposed}?}}',
  'documents.problem.withheldUndated':
    'Mae’r diweddariad wedi’i ddal yn ôl ac nid oes dyddiad iddo. Nodir bod rhan o’r cam gweithredu wedi’i dal yn ôl; nid oes cofnod ohono yn ei hanes.',
  'documents.problem.impossibleDate':
    '{proposed, select, none {Nid oes y fath ddiwrnod â “{date}”. Ni ddaw “{text}” i mewn nes bod ganddo un.} other {Nid oes y fath ddiwrnod â “{date}”. Ni ddaw “{text}” i mewn nes bod ganddo un: {proposed}?}}',
  'documents.problem.incompleteDate':
    '{proposed, select, none {Nid yw “{date}” yn ddyddiad cyfan. Ni ddaw “{text}” i mewn nes bod ganddo un.} other {Nid yw “{date}” yn ddyddiad cyfan. Ni ddaw “{text}” i mewn nes bod ganddo un: {proposed}?}}',
  'documents.problem.futureDate': 'Mae “{date}” eto i ddod. Ni ddaw “{text}” i mewn: ni all neb fod wedi’i ddweud eto.',
  'documents.problem.contradiction':
    '{status, select, continued {Rhyddhawyd cam gweithredu {reference}, ac eto mae diweddariad diweddarach yn parhau ag ef. Fe’i darllenir fel un agored.} ended {“{text}” yw cam gweithredu {reference}, ond mae ei ddiweddariad diweddaraf yn parhau ag ef. Fe’i darllenir fel “{text}”.} elsewhere {“{written}” yw cam gweithredu {reference}, ac eto mae “{text}” yn dweud ei fod ar ben. Fe’i darllenir fel “{written}”.} other {“{text}” yw cam gweithredu {reference}, ond mae ei ddiweddariad diweddaraf yn ei ryddhau. Fe’i darllenir fel un wedi’i ryddhau.}}',
  'documents.problem.unknownStatus':
    'Nid yw “{text}” yn statws sydd gan y gofrestr hon. Darllenir cam gweithredu {reference} fel y dywed ei hanes.',
  'documents.problem.textTooLong':
    'Mae’r testun yn {length} o nodau, ac mae rhestr yn SharePoint yn dal {longest}. Byrhewch ef yn y ddogfen, neu ni ellir cadw’r cam gweithredu.',
  'documents.problem.headingProposed':
    'Nid oes gan golofn {heading} bennawd sy’n dweud beth ydyw. Yn ôl yr hyn sydd ynddi, fe’i darllenir fel {column}.',
  'documents.problem.tornRow':
    'Nid oes rhif gan y rhes hon, ac mae’n parhau lle mae rhes {earlier} yn gorffen. Cysylltir “{text}” â hi.',
  'documents.problem.restartedNumbers': 'Mae’r rhifau’n dechrau eto o {reference} yma, ar ôl {highest}.',
  'documents.problem.ownNumbering':
    'Mae’r log hwn yn rhifo yn ei ffordd ei hun ({reference}). Caiff ei gamau gweithredu rifau fel 1/19 yma, gan gadw eu rhifau eu hunain wrth eu hymyl.',
  'documents.problem.referenceDate': 'Dyddiad a wnaeth taenlen o rif yw “{reference}”. Fe’i darllenir fel {proposed}.',
  'documents.problem.numberInDetails':
    'Mae’r rhif {reference} ar ddechrau’r geiriau. Fe’i darllenir fel rhif y cam gweithredu.',
  'documents.problem.yearInferred': 'Nid yw “{date}” yn dweud ei flwyddyn. Darllenir “{text}” fel cofnod {proposed}.',
  'documents.problem.dayUnused': 'Nid “{date}” yw dyddiad unrhyw gofnod yma. Ni ddaw i mewn.',
  'documents.problem.statusFromHeading':
    'Mae “{text}” uwchben {count, plural, one {y cam gweithredu hwn. Fe’i darllenir} other {# o gamau gweithredu. Fe’u darllenir}} fel {status, select, closed {rhai sydd ar gau} other {rhai a gyflawnwyd}}, oni bai eu bod yn dweud yn wahanol.',
  'documents.problem.greenStatus':
    'Gall “gwyrdd” olygu ei fod wedi’i wneud, neu ei fod ar y trywydd iawn. Fe’i darllenir fel {status, select, discharged {un sydd wedi’i wneud} other {un sydd ar y trywydd iawn}}.',
  'documents.problem.perhapsEnded':
    'Mae diweddariad diweddaraf cam gweithredu {reference} yn dweud “{text}”, ac nid oes dim arall yn dweud ei fod wedi dod i ben. Fe’i darllenir fel un agored.',
  'documents.problem.noNumbers':
    '{count, plural, one {Nid oes rhif gan y cam gweithredu yma. Caiff y nesaf sy’n rhydd.} other {Nid oes rhifau gan y camau gweithredu yma (#). Cânt y rhai nesaf sy’n rhydd.}}',
  'documents.problem.impossibleDue':
    'Nid oes y fath ddiwrnod â “{date}”. Fe’i cedwir fel geiriau, ac ni all dim fod yn hwyr yn ôl y rhain.',
  'documents.problem.hiddenSheet':
    'Mae’r ddalen “{text}” wedi’i chuddio yn y llyfr gwaith. Darllenir yr hyn sydd arni fel y lleill.',
  'documents.problem.hiddenRows':
    '{count, plural, one {Mae un rhes wedi’i chuddio yma, gan hidlydd efallai. Fe’i darllenir fel y lleill.} other {Mae rhesi wedi’u cuddio yma (#), gan hidlydd efallai. Fe’u darllenir fel y lleill.}}',
  'documents.problem.image':
    '{outside, select, yes {{count, plural, one {Mae llun wrth ymyl y tabl. Ni ddaw i mewn.} other {Mae lluniau wrth ymyl y tabl (#). Ni ddônt i mewn.}}} other {Mae llun yn y gell hon. Ni ddaw i mewn.}}',
  'documents.problem.chart':
    '{outside, select, yes {{count, plural, one {Mae siart wrth ymyl y tabl. Ni ddaw i mewn.} other {Mae siartiau wrth ymyl y tabl (#). Ni ddônt i mewn.}}} other {Mae siart yn y gell hon. Ni ddaw i mewn.}}',
  'documents.problem.embedded':
    '{outside, select, yes {Mae dogfen wedi’i mewnblannu wrth ymyl y tabl. Nid agorir hi ac ni ddaw i mewn.} other {Mae dogfen wedi’i mewnblannu yn y gell hon. Nid agorir hi ac ni ddaw i mewn.}}',
  'documents.problem.comment': 'Mae sylw yn dweud “{text}”. Ni ddaw sylwadau i mewn.',
  'documents.problem.deletedText': 'Mae “{text}” wedi’i farcio fel wedi’i ddileu, ac mae’n aros allan.',
  'documents.problem.hiddenText': 'Mae “{text}” wedi’i guddio yn y ddogfen, ac ni ddaw i mewn.',
  'documents.problem.struckText': 'Mae llinell drwy “{text}”. Daw i mewn fel unrhyw eiriau eraill.',
  'documents.problem.nestedTable': 'Mae tabl y tu mewn i’r gell hon. Daw ei eiriau i mewn fel llinellau.',
  'documents.problem.link': 'Mae “{text}” yn arwain at {target}. Ni ddaw’r cyfeiriad i mewn.',
  'documents.problem.outsideSource':
    '{known, select, no {Mae’r ddogfen yn cymryd rhywbeth o ffeil arall. Nid agorir honno.} other {Mae’r ddogfen yn cymryd rhywbeth o’r tu allan: {text}. Nid agorir hwnnw.}}',
  'documents.problem.macros': 'Mae macros yn y ddogfen. Nid ydynt yn cael eu rhedeg ac ni ddônt i mewn.',
  'documents.problem.pivot': 'Mae tabl colyn ar y ddalen hon. Fe’i darllenir fel y celloedd y mae’n eu dangos.',
  'documents.problem.formulaError': 'Mae fformiwla yma yn dangos y gwall {text}. Darllenir y gell fel un wag.',
  'documents.problem.formulaWithoutValue':
    'Nid oes gwerth wedi’i gadw gan fformiwla yma. Agorwch y ffeil yn Excel, cadwch hi, a rhowch gynnig arall arni; darllenir y gell fel un wag.',
  'documents.problem.farCells':
    '{count, plural, one {Mae un gell ymhell i’r dde, y tu hwnt i {columns} o golofnau. Ni ddaw i mewn.} other {Mae celloedd ymhell i’r dde (#), y tu hwnt i {columns} o golofnau. Ni ddônt i mewn.}}',

  'documents.unreadable.empty': 'Mae {name} yn wag.',
  'documents.unreadable.missing': 'Nid yw {name} yno, neu ni cheir ei ddarllen.',
  'documents.unreadable.binary':
    'Nid yw {name} yn ddogfen y gellir ei darllen. Gellir darllen Word (.docx), Excel (.xlsx), CSV, testun â thabiau a thudalennau gwe.',
  'documents.unreadable.otherFormat':
    '{format} yw {name}, ac ni ellir ei darllen. Cadwch hi fel Word (.docx) neu Excel (.xlsx), neu copïwch y tabl a’i ludo.',
  'documents.unreadable.oldOffice':
    'Mae {name} ar ffurf Office cyn 2007. Agorwch hi, ei chadw fel .docx neu .xlsx, a rhowch gynnig arall arni.',
  'documents.unreadable.encrypted':
    'Mae {name} wedi’i diogelu gan gyfrinair neu label. Agorwch hi, cadw copi heb ddiogelwch, a rhowch gynnig arall arni.',
  'documents.unreadable.archive': 'Archif yw {name}, neu mae’n dal un. Tynnwch y traciwr ohoni a dod â hwnnw i mewn.',
  'documents.unreadable.damaged':
    'Mae {name} wedi’i difrodi neu ei thorri’n fyr. Agorwch hi yn ei rhaglen ei hun, ei chadw eto, a rhowch gynnig ar honno.',
  'documents.unreadable.unsafe':
    'Mae {name} wedi’i llunio mewn ffordd nad oes un o raglenni Office yn llunio dogfen, ac nid agorir hi. Cadwch hi eto o Word neu Excel.',
  'documents.unreadable.tooLarge':
    'Mae {name} yn rhy fawr: caiff dogfen hyd at {longest, plural, other {#}} o nodau o destun.',
  'documents.unreadable.tooManyRows':
    'Mae gan {name} ormod o resi: caiff dogfen hyd at {longest, plural, other {#}} o resi â geiriau ynddynt.',
  'documents.unreadable.unpacksTooFar':
    'Mae {name} yn dadbacio i lawer mwy nag y gall dogfen o’i maint ei ddal, ac nid agorir hi.',
  'documents.unreadable.tooSlow':
    'Mae darllen {name} yn cymryd gormod o amser, ac fe’i terfynwyd. Dewch â hi i mewn fesul darn.',
  'documents.unreadable.noTable': 'Nid oes tabl yn {name}, na brawddeg sy’n dweud ei bod yn gam gweithredu.',
  'documents.minutes.actions': 'Camau gweithredu’r cofnodion',
  'documents.minutes.duties': 'Dyletswyddau parhaus',
  'documents.unreadable.noActions':
    'Mae tabl yn {name}, ond nid tabl camau gweithredu: nid oes colofn sy’n dweud beth sydd i’w wneud.',
  'documents.pasted': 'Yr hyn a ludwyd',
}
