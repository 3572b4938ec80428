import type { workstreams as en } from '../en/workstreams.ts'

export const workstreams: Record<keyof typeof en, string> = {
  'workstreams.title': 'Ffrydiau gwaith',
  'workstreams.why':
    'Lle mae pob un yn sefyll y chwarter hwn, wrth ymyl yr hyn a gynlluniwyd ar ei gyfer, a beth sydd yn y ffordd.',
  'workstreams.empty':
    'Dim ffrydiau gwaith eto. Mae cydlynydd yn ychwanegu’r cyntaf yma, neu’n dod â dogfen i mewn gyda “matters import --kind workstreams”.',
  'workstreams.missing':
    'Nid oes lle i ffrydiau gwaith ar safle’r grŵp hwn eto. Gofynnwch i’ch gweinyddwr Microsoft 365 redeg “matters provision” eto.',
  'workstreams.quarter': 'Chwarter',
  'workstreams.before': 'Y chwarter cynt',
  'workstreams.after': 'Y chwarter nesaf',
  'workstreams.complete': 'Mae {said} o {count, plural, other {#}} wedi dweud lle maent yn sefyll.',
  'workstreams.noObjective': 'Dan ddim amcan',
  'workstreams.leads.chief': 'Prif swyddog arweiniol: {names}',
  'workstreams.leads.smt': 'Arweinydd yr uwch dîm: {names}',
  'workstreams.plannedBefore': 'A gynlluniwyd ar gyfer y chwarter hwn',
  'workstreams.plannedBefore.none': 'Ni chynlluniwyd dim ar ei gyfer.',
  'workstreams.status': 'Statws presennol',
  'workstreams.status.none': 'Heb ei ddweud eto.',
  'workstreams.planned': 'Cynlluniwyd ar gyfer y chwarter nesaf',
  'workstreams.planned.none': 'Heb ei ddweud eto.',
  'workstreams.versions':
    'dywedwyd {count, plural, one {unwaith} two {ddwywaith} few {deirgwaith} other {# gwaith}}, ddiwethaf gan {name} ar {day}',
  'workstreams.say': 'Dweud lle mae’n sefyll',
  'workstreams.change': 'Newid yr hyn a ddywedir',
  'workstreams.save': 'Ei gadw',
  'workstreams.cancel': 'Nid nawr',
  'workstreams.barriers': 'Rhwystrau a mesurau lliniaru',
  'workstreams.barriers.none': 'Nid oes dim yn y ffordd.',
  'workstreams.barriers.open':
    '{count, plural, zero {# rhwystr agored} one {# rhwystr agored} two {# rwystr agored} few {# rhwystr agored} many {# rhwystr agored} other {# rhwystr agored}}',
  'workstreams.barrier.since': 'Ers {day}, {name}',
  'workstreams.barrier.resolved': 'Datryswyd ar {day}: {words}',
  'workstreams.barrier.raise': 'Mae rhywbeth yn y ffordd',
  'workstreams.barrier.words': 'Beth sydd yn y ffordd',
  'workstreams.barrier.mitigate': 'Beth a wneir yn ei gylch',
  'workstreams.barrier.resolve': 'Mae wedi’i ddatrys',
  'workstreams.barrier.how': 'Sut y’i datryswyd',
  'workstreams.barrier.showResolved': '{count, plural, other {Dangos # a ddatryswyd}}',
  'workstreams.add': 'Ychwanegu ffrwd waith',
  'workstreams.edit': 'Newid y ffrwd waith',
  'workstreams.field.number': 'Rhif',
  'workstreams.field.title': 'Ffrwd waith',
  'workstreams.field.objective': 'Amcan',
  'workstreams.field.chief': 'Prif swyddog arweiniol',
  'workstreams.field.smt': 'Arweinydd yr uwch dîm',
}
