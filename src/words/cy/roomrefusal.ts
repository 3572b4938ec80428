import type { roomRefusal as english } from '../en/roomrefusal.ts'

export const roomRefusal: Record<keyof typeof english, string> = {
  'refusal.requestUnknown': 'Nid yw’r cais hwn yno bellach. Ni newidiwyd dim.',
  'refusal.requestClosed': 'Mae’r cais hwn wedi’i gau. I’w ateb, gofynnwch i’r cydlynydd ei ailagor.',
  'refusal.requestNotPut': 'Nid yw’r cais hwn wedi’i roi i’r sefydliad hwnnw.',
  'refusal.organisationsMissing': 'Dewiswch o leiaf un sefydliad i’w holi.',
  'refusal.responseNotYours': 'Sefydliad arall sydd i ateb hwn. Os chi ddylai ateb, gofynnwch i’r cydlynydd.',
  'refusal.responseAccepted': 'Derbyniwyd yr ateb hwn. I’w newid, gofynnwch i’r cydlynydd ei ddychwelyd.',
  'refusal.responseMissing': 'Nid oes ateb yma eto.',
  'refusal.responseFull': 'Mae hanes yr ateb hwn yn llawn. Rhowch yr hyn sy’n hir mewn ffeil.',
  'refusal.approverOnly': 'Un o gymeradwywyr y sefydliad sy’n llofnodi hwn.',
  'refusal.signOffNotAsked': 'Nid oes dim yma’n aros i’w lofnodi.',
  'refusal.chasedToday': 'Cawsant eu hatgoffa heddiw eisoes. Mae unwaith y dydd yn ddigon.',
  'refusal.fieldsInvalid':
    'Ni ellir ateb y maes hwn fel y mae: rhowch deitl iddo, a dewisiadau neu derfynau sy’n caniatáu ateb.',
  'refusal.valueMissing': 'Mae angen hwn.',
  'refusal.valueInvalid': 'Dewiswch un o’r rhai a gynigir yma.',
  'refusal.numberInvalid': 'Rhowch rif, er enghraifft 12.',
  'refusal.numberTooLow': 'Mae hwn yn rhy isel: o leiaf {least}.',
  'refusal.numberTooHigh': 'Mae hwn yn rhy uchel: {most} ar y mwyaf.',
  'refusal.returnUnknown': 'Nid yw’r ffurflen hon yno bellach.',
  'refusal.circulationUnknown': 'Nid yw’r cylchrediad hwn yno bellach.',
  'refusal.meetingClosed':
    'Mae’r cyfarfod ar gau: mae’r hyn a wnaeth yn sefyll. Gall cydlynydd gywiro ei gofnodion o hyd.',
  'refusal.meetingNotOpen': 'Nid yw’r cyfarfod wedi’i agor, felly nid oes dim i’w gau.',
  'refusal.mattersInLimbo':
    '{count, plural, one {Mae un mater heb ei setlo o hyd: cadwch, cyflawnwch, estynnwch, cyfeiriwch neu ailneilltuwch ef.} two {Mae dau fater heb eu setlo o hyd: cadwch, cyflawnwch, estynnwch, cyfeiriwch neu ailneilltuwch bob un.} few {Mae # mater heb eu setlo o hyd: cadwch, cyflawnwch, estynnwch, cyfeiriwch neu ailneilltuwch bob un.} many {Mae # mater heb eu setlo o hyd: cadwch, cyflawnwch, estynnwch, cyfeiriwch neu ailneilltuwch bob un.} other {Mae # mater heb eu setlo o hyd: cadwch, cyflawnwch, estynnwch, cyfeiriwch neu ailneilltuwch bob un.}}',
  'refusal.matterUnknown': 'Nid yw’r cyfarfod wedi delio â’r mater hwn.',
  'refusal.itemUnknown': 'Nid yw’r eitem hon yno bellach.',
  'refusal.paperUnknown': 'Nid yw’r papur hwn yno bellach.',
  'refusal.changedMeanwhile': 'Mae rhywun arall newydd newid hyn. Gwelwch beth mae’n ei ddweud nawr.',
  'refusal.timeInvalid': 'Rhowch amser megis 10:30.',
  'refusal.endsBefore': 'Byddai’n dod i ben cyn dechrau.',
  'refusal.addressInvalid': 'Rhowch gyfeiriad cyfan sy’n dechrau â https://.',
}
