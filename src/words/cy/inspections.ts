/** Yr hyn a ddywedir am gofnod o argymhellion arolygu, ac am ddogfen ffrydiau gwaith, sy’n dod i mewn. */
export const inspections = {
  'documents.problem.editionDay':
    'Nid yw’r ddogfen yn dweud o ba ddiwrnod y mae. Y diwrnod olaf y mae’n ei enwi yw {proposed}, a darllenir hi o’r diwrnod hwnnw. Dywedwch pa un ydyw.',
  'documents.problem.reportUnnamed':
    'Mae tabl yma nad yw o dan unrhyw adroddiad. Dywedwch o ba adroddiad y mae ei argymhellion.',
  'documents.problem.publishedMissing':
    '{text, select, none {Nid yw “{title}” yn dweud pryd y’i cyhoeddwyd.} other {Nid yw “{text}” yn ddiwrnod nac yn fis y gallai “{title}” fod wedi’i gyhoeddi.}}',
  'documents.problem.publishedContradicts':
    'Cyhoeddwyd “{title}” ym {text}, ac yna mae’n dweud: {other}. Cedwir y ddau.',
  'documents.problem.claimDiffers':
    'Mae “{title}” yn hawlio {claimed, plural, other {#}} i’r heddlu. Mae’n dangos {shown, plural, other {#}}, ac roedd {earlier, plural, other {#}} wedi’u cwblhau neu eu cau yn gynharach: nid yw’r rhain yn cytuno.',
  'documents.problem.claimsContradict': 'Mae’r hyn y mae “{title}” yn ei gyfrif yn gwrth-ddweud ei hun: {text}',
  'documents.problem.numberMissing':
    'Nid oes rhif yn y ddogfen i “{text}”. Daw i mewn heb un.{perhaps, select, none {} other { Yn ôl y rhai o’i gwmpas, {perhaps} fyddai.}}',
  'documents.problem.kindMissing':
    'Nid oes dim yn dweud ai argymhelliad, maes i’w wella ynteu achos pryder yw “{text}”. Darllenir ef fel argymhelliad.',
  'documents.problem.headingUnknown':
    'Nid yw’r golofn “{heading}” yn un sydd gan argymhellion. Ni ddaw’r hyn sydd ynddi i mewn, a dywedir hynny fesul rhes.',
  'documents.problem.statusUnknown':
    '{text, select, none {Nid oes statws gan argymhelliad {number}.} other {Nid yw “{text}” yn statws y gall argymhelliad {number} ei gael. Cedwir ei eiriau.}}',
  'documents.problem.statusSlipped':
    'Mae “{text}” o dan {from}. Darllenir ef fel statws {to, select, row {y rhes} other {pwynt bwled}}.',
  'documents.problem.statusOfNoPart':
    'Mae “{text}” wrth ochr argymhelliad {number}, ac nid oes dim yn dweud o ba bwynt bwled.',
  'documents.problem.positionMissing': 'Nid oes sylw gan argymhelliad {number}: nid oes dim yn dweud ble y mae arni.',
  'documents.problem.dueMissing': 'Nid oes dyddiad cau gan argymhelliad {number}, ac nid oes dim yn dweud pam.',
  'documents.problem.tornWord': 'Mae tudalen yn gorffen yng nghanol gair yma. Darllenir ef fel “{text}”.',
  'documents.problem.wordsMissing':
    'Mae hwn yn mynd ymlaen yng nghanol brawddeg, ac mae’r geiriau o’i flaen ar goll yn y ddogfen: “{text}”',
  'documents.problem.noSuchDay': 'Nid oes dyddiad fel “{date}”. Mae’r geiriau’n aros fel y maent.',
  'documents.problem.severalDues':
    'Mae gan argymhelliad {number} sawl dyddiad cau, ac nid oes dim yn dweud pa un sy’n cyfrif: {text}. Cedwir pob un; yr olaf sy’n cyfrif.',
  'documents.problem.extensionNotLater':
    'Symudwyd argymhelliad {number} o “{from}” i “{to}”, nad yw’n ddiweddarach. Cedwir y ddau.',
  'documents.problem.dueUnplaced':
    'Nid oes dim yn dweud o ba bryd y symudwyd argymhelliad {number}, nac a symudwyd ef, gyda “{text}”. Ni wneir estyniad ohono; cedwir ei eiriau.',
  'documents.problem.stageMoved':
    'Roedd argymhelliad {number} i’w gyflawni “{from}”, ac wedyn “{to}”. Darllenir hyn fel estyniad; gall fod yn garreg filltir a gyrhaeddwyd.',
  'documents.problem.deadlineDiffers':
    'Mae argymhelliad {number} yn gofyn amdano {deadline}, sef {day}; mae’r cofnod yn dechrau â “{due}”. Cedwir y ddau.',
  'documents.problem.ruleDiffers':
    'Mae argymhelliad {number} yn {status} yn y ddogfen. Yn ôl y rheol mae’n {rule} ar {day}, ac yn {first} lle mae’r dyddiad cau cyntaf yn cyfrif. Dangosir y ddau.',
  'documents.problem.workstreamField':
    'Nid oes gan {number} {field, select, objective {amcan plismona} workStream {ffrwd waith} chiefOfficerLead {arweinydd o blith y prif swyddogion} smtLead {arweinydd o’r uwch dîm rheoli} status {sefyllfa bresennol} planned {cynnydd a gynlluniwyd ar gyfer y chwarter nesaf} other {rhwystrau}}. Gadewir ef yn wag.',
  'documents.problem.periodContradicts':
    'Mae sefyllfa {number} yn dweud ei bod o {period}, ac yn sôn am {date}. Cedwir y ddau.',
  'documents.problem.objectiveDiffers': 'Amcan {number} yw “{text}” yma, a “{heading}” uchod. Cedwir y ddau.',
  'documents.problem.workstreamUnnumbered':
    'Nid oes rhif gan y ffrwd waith “{text}”: mae’r ddogfen yn dechrau yng nghanol un, neu’n ei adael allan.',
}
