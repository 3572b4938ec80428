import type { accessRefusal as english } from '../en/accessrefusal.ts'

export const accessRefusal: Record<keyof typeof english, string> = {
  'refusal.nominationMissing': 'Nid oes enwebiad o’r fath yma.',
  'refusal.nominatedAlready':
    'Mae {name} wedi’i enwebu neu ei henwebu eisoes. Dirymwch hwnnw yn gyntaf, a chaewch y cyfrif.',
  'refusal.teamUnknown': 'Dewiswch un o dimau’r adnodd hwn.',
  'refusal.trainingDayWrong': 'Rhowch ddiwrnod yr hyfforddiant: heddiw neu’n gynharach.',
  'refusal.accessMovedOn': 'Nid yw hwn yn aros mwyach: roedd rhywun yn gynt, neu daeth y diwrnod. Edrychwch arno eto.',
  'refusal.approvedAlready': 'Chi roddodd y gymeradwyaeth gyntaf. Rhaid i rywun arall roi’r ail.',
  'refusal.reviewMissing': 'Nid oes adolygiad o’r fath yma.',
  'refusal.availabilityNeeded': 'Dywedwch sut mae’r deunydd ar gael i’ch staff.',
  'refusal.personNotReviewed': 'Atebwch dros o leiaf un o’r bobl y mae’r adolygiad hwn amdanynt.',
  'refusal.resourceMissing': 'Nid oes gan y grŵp hwn adnodd o’r fath.',
}
