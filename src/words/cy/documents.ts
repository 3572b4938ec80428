import type { documents as english } from '../en/documents.ts'

export const documents: Record<keyof typeof english, string> = {
  'documents.column.reference': 'Rhif',
  'documents.column.details': 'Manylion',
  'documents.column.update': 'Diweddariad',
  'documents.column.owner': 'Perchennog',
  'documents.column.due': 'Erbyn pryd',
  'documents.column.status': 'Statws',
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
    'Mae’r rhif {reference} eisoes gan res {earlier}. {proposed, select, none {} other {Y nesaf sy’n rhydd yw {proposed}.}}',
  'documents.problem.skippedNumbers':
    '{count, plural, one {Mae’r rhif {first} ar goll cyn hwn.} other {Mae’r rhifau {first} i {last} ar goll cyn hwn.}}',
  'documents.problem.missingDetails': 'Nid yw cam gweithredu {reference} yn dweud beth sydd i’w wneud.',
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
    '{status, select, continued {Rhyddhawyd cam gweithredu {reference}, ac eto mae diweddariad diweddarach yn parhau ag ef. Fe’i darllenir fel un agored.} ended {“{text}” yw cam gweithredu {reference}, ond mae ei ddiweddariad diweddaraf yn parhau ag ef. Fe’i darllenir fel “{text}”.} other {“{text}” yw cam gweithredu {reference}, ond mae ei ddiweddariad diweddaraf yn ei ryddhau. Fe’i darllenir fel un wedi’i ryddhau.}}',
  'documents.problem.unknownStatus':
    'Nid yw “{text}” yn statws sydd gan y gofrestr hon. Darllenir cam gweithredu {reference} fel y dywed ei hanes.',
  'documents.problem.textTooLong':
    'Mae’r testun yn {length} o nodau, ac mae rhestr yn SharePoint yn dal {longest}. Byrhewch ef yn y ddogfen, neu ni ellir cadw’r cam gweithredu.',

  'documents.unreadable.empty': 'Mae {name} yn wag.',
  'documents.unreadable.binary':
    'Nid testun yw {name}. Cadwch y tabl fel testun â thabiau, neu fel tudalen we, a rhowch gynnig arall arni.',
  'documents.unreadable.office':
    'Ffeil Word neu Excel yw {name}, a dim ond tablau ar ffurf testun neu dudalen we y gellir eu darllen hyd yma. Copïwch y tabl a’i ludo, neu ei gadw fel testun â thabiau.',
  'documents.unreadable.tooLarge': 'Mae {name} yn rhy fawr: caiff tabl 20,000 o resi ac 8 miliwn o nodau.',
  'documents.unreadable.noTable': 'Nid oes tabl yn {name}: nid oes rhes â chelloedd wedi’u gwahanu gan dabiau.',
  'documents.unreadable.noActions':
    'Mae tabl yn {name}, ond nid tabl camau gweithredu: nid oes colofn sy’n dweud beth sydd i’w wneud.',
  'documents.unreadable.missing': 'Nid yw {name} yno, neu ni cheir ei ddarllen.',
  'documents.pasted': 'Yr hyn a ludwyd',
}
