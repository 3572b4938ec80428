import type { recommendations as en } from '../en/recommendations.ts'

const ARGYMHELLION =
  'zero {# argymhelliad} one {# argymhelliad} two {# argymhelliad} few {# argymhelliad} many {# argymhelliad} other {# argymhelliad}'
const ADRODDIADAU =
  'zero {# adroddiad} one {# adroddiad} two {# adroddiad} few {# adroddiad} many {# adroddiad} other {# adroddiad}'

/** Adroddiadau arolygu, yr hyn y maent yn ei argymell, a’r hyn a ddaeth ohono. */
export const recommendations: Record<keyof typeof en, string> = {
  'recommendations.title': 'Argymhellion',
  'recommendations.why':
    'Adroddiadau arolygu, yr hyn y mae pob un yn ei argymell, a ble y mae pethau arni. Cam o’r gofrestr yw argymhelliad: yno y mae’n agor.',
  'recommendations.none':
    'Ni chedwir adroddiad arolygu yma eto. Dewch â’r cofnod sydd gennych i mewn, neu ysgrifennwch yr adroddiad cyntaf.',
  'recommendations.none.reader': 'Ni chedwir adroddiad arolygu yma eto. Gall y cydlynydd ddod ag un i mewn.',
  'recommendations.add': 'Ychwanegu adroddiad',
  'recommendations.bring': 'Dod â chofnod i mewn',
  'recommendations.filter.report': 'Adroddiad',
  'recommendations.filter.allReports': 'Pob adroddiad',
  'recommendations.filter.status': 'Statws',
  'recommendations.filter.all': 'Y cyfan',
  'recommendations.counts': `{shown} o {of, plural, ${ARGYMHELLION}} mewn {reports, plural, ${ADRODDIADAU}}`,
  'recommendations.newGreen': 'Newydd ers yr adroddiad diwethaf',
  'recommendations.nothing': 'Nid oes dim o’r statws hwn.',
  'recommendations.noReport': 'O ddim un adroddiad a gedwir yma',
  'recommendations.published': 'Cyhoeddwyd {day}',
  'recommendations.unpublished': 'Nid yw’n hysbys pa ddiwrnod y’i cyhoeddwyd',
  'recommendations.publishedBy': 'gan {publishers}',
  'recommendations.scope.national': 'cenedlaethol',
  'recommendations.scope.force': 'am un heddlu',
  'recommendations.scope.joint': 'ar y cyd',
  'recommendations.lead': '{lead} sy’n arwain arno',
  'recommendations.noLead': 'Nid oes neb yn arwain arno eto',
  'recommendations.of': `{count, plural, =0 {dim argymhelliad} ${ARGYMHELLION}}`,
  'recommendations.claim.whole':
    'Mae’n cyfrif {claimed}: {shown} a ddangosir yma a {earlier} a gwblhawyd neu a gaewyd yn gynharach. Mae hynny’n cytuno.',
  'recommendations.claim.withoutOthers':
    'Mae’n cyfrif {claimed}. Dangosir {shown} yma, {others} ohonynt yn aros am eraill, a chwblhawyd neu caewyd {earlier} yn gynharach: mae hynny’n cytuno heb y rhai y mae’n eu gadael i eraill.',
  'recommendations.claim.no':
    'Mae’n cyfrif {claimed}, ond dangosir {shown} yma a chwblhawyd neu caewyd {earlier} yn gynharach. Nid yw’r rhain yn cytuno.',
  'recommendations.summary': 'Yr hyn y mae’r cofnod yn ei gyfrif',
  'recommendations.position': 'Ble yr ydym arni',
  'recommendations.position.none': 'Nid oes neb wedi dweud eto ble y mae’r heddlu arni.',
  'recommendations.position.by': '{name}, {day}',
  'recommendations.position.earlier':
    '{count, plural, zero {# safbwynt cynharach} one {# safbwynt cynharach} two {# safbwynt cynharach} few {# safbwynt cynharach} many {# safbwynt cynharach} other {# safbwynt cynharach}}',
  'recommendations.reply.owed': 'Mae arnom ateb i {to}: {due}',
  'recommendations.reply.sent': 'Atebwyd {to} ar {day}',
  'recommendations.told': 'Hysbyswyd {board} ar {day}',
  'recommendations.notTold': 'Ni hysbyswyd bwrdd eto.',
  'recommendations.edit': 'Golygu',
  'recommendations.edit.of': 'Golygu {title}',
  'recommendations.statePosition': 'Nodi’r safbwynt…',
  'recommendations.oweReply': 'Mae arnom ateb…',
  'recommendations.reply': 'Fe’i hanfonwyd…',
  'recommendations.tellBoard': 'Hysbyswyd bwrdd…',
  'recommendations.form.title': 'Teitl',
  'recommendations.form.subtitle': 'Is-deitl',
  'recommendations.form.publishers': 'Cyhoeddwyd gan',
  'recommendations.form.publishers.hint': 'Atalnodau sy’n gwahanu mwy nag un.',
  'recommendations.form.published': 'Cyhoeddwyd',
  'recommendations.form.published.hint': 'Diwrnod, neu fis lle na wyddys ond hynny: 11 Mawrth 2026, neu Mawrth 2026.',
  'recommendations.form.published.wrong': 'Rhowch ddiwrnod neu fis, er enghraifft 11 Mawrth 2026.',
  'recommendations.form.scope': 'Mae’n ymwneud â',
  'recommendations.form.scope.none': 'heb ei ddweud',
  'recommendations.form.lead': 'Pwy sy’n arwain arno',
  'recommendations.form.save': 'Cadw',
  'recommendations.form.cancel': 'Canslo',
  'recommendations.form.position': 'Ble y mae’r heddlu arni',
  'recommendations.form.day': 'Diwrnod',
  'recommendations.form.to': 'I bwy',
  'recommendations.form.due': 'Erbyn pryd',
  'recommendations.form.due.wrong': 'Dywedwch erbyn pryd, er enghraifft 30 Mehefin 2026.',
  'recommendations.form.what': 'Beth a anfonwyd, a ble y’i cedwir',
  'recommendations.form.board': 'Bwrdd',
  'recommendations.form.toldWords': 'Beth a ddywedodd (os dim)',
  'recommendations.form.wrongDay': 'Rhowch ddiwrnod a fu.',
  'recommendations.stale':
    'Newidiodd rhywun arall yr adroddiad hwn wrth ichi ysgrifennu. Edrychwch arno, yna cadwch eto.',
  'recommendations.number': 'Rhif {number}',
  'recommendations.open': 'Agor {reference} yn y gofrestr',
  'recommendations.differs': 'Gosodwyd yn {shown}; dywed y rheol {rule}.',
  'recommendations.parts': '{done} o {of} wedi’u gwneud',
  'recommendations.part.done': 'wedi’i wneud',
  'recommendations.part.open': 'yn agored',
  'recommendations.pieces':
    'Rhannwyd yn {of, plural, zero {# cam} one {# cam} two {# gam} few {# cham} many {# cham} other {# cam}}: {done} o {of} wedi’u rhyddhau',
  'recommendations.elsewhere.open': 'heb ei ateb eto',
  'recommendations.noDue': 'Dim dyddiad cau',
  'recommendations.moved': 'Symudwyd i {due}: {reason}',
  'recommendations.milestone': '{purpose}: {due}',
  'recommendations.milestone.done': '{purpose}: cyrhaeddwyd {day}',
  'recommendations.log.title': 'Dod â chofnod o argymhellion i mewn',
  'recommendations.log.how':
    'Ffeil Word, Excel neu destun. Fe’i darllenir ar y ddyfais hon a’i dangos cyn i ddim gael ei ysgrifennu. Dim ond yr hyn sy’n newydd y mae argraffiad diweddarach yn ei ychwanegu.',
  'recommendations.log.back': 'Yn ôl i’r argymhellion',
  'recommendations.log.day': 'Mae’r cofnod o',
  'recommendations.log.read': `{reports, plural, ${ADRODDIADAU}} â {count, plural, ${ARGYMHELLION}} yn {document}`,
  'recommendations.log.reports': 'Yr hyn sydd ynddo',
  'recommendations.log.nothing': 'Nid oes adroddiad yn {document}, nac argymhelliad.',
  'recommendations.log.fresh':
    '{fresh, plural, =0 {nid oes dim yn newydd yma} zero {nid oes dim yn newydd yma} one {mae # yn newydd yma} two {mae # yn newydd yma} few {mae # yn newydd yma} many {mae # yn newydd yma} other {mae # yn newydd yma}}, {news, plural, =0 {nid oes newyddion am ddim} zero {nid oes newyddion am ddim} one {mae newyddion am #} two {mae newyddion am #} few {mae newyddion am #} many {mae newyddion am #} other {mae newyddion am #}}',
  'recommendations.log.doubtful':
    '{count, plural, zero {Ni ellir gwahaniaethu # oddi wrth eraill yma, ac ni ddaw i mewn.} one {Ni ellir gwahaniaethu # oddi wrth eraill yma, ac ni ddaw i mewn.} two {Ni ellir gwahaniaethu # oddi wrth eraill yma, ac ni ddônt i mewn.} few {Ni ellir gwahaniaethu # oddi wrth eraill yma, ac ni ddônt i mewn.} many {Ni ellir gwahaniaethu # oddi wrth eraill yma, ac ni ddônt i mewn.} other {Ni ellir gwahaniaethu # oddi wrth eraill yma, ac ni ddônt i mewn.}}',
  'recommendations.log.bringing': 'Yn ysgrifennu’r adroddiadau…',
  'recommendations.log.failed': 'Ni ellid ysgrifennu “{title}”: {reason} Nid aeth dim ar goll: dewch ag ef i mewn eto.',
  'recommendations.unreachable': 'Ni ellir cyrraedd y rhestr adroddiadau ar hyn o bryd.',
}
