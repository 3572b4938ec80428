import type { health as en } from '../en/health.ts'

export const health: Record<keyof typeof en, string> = {
  'health.title': 'Iechyd',
  'health.why':
    'Wedi’i gyfrifo o’r gofrestr fel y mae’n awr. Mae pob llinell yn arwain at y man lle y caiff ei chywiro.',
  'health.well': 'Nid oes dim yn llithro, yn ei wrth-ddweud ei hun nac heb neb. Da iawn.',
  'health.empty': 'Nid oes dim yn y gofrestr eto, felly nid oes dim i’w ddweud amdani.',
  'health.jump': 'Beth sydd i’w gywiro',
  'health.figure.late': '{count, plural, other {yn hwyr}}',
  'health.figure.slips': '{count, plural, other {yn llithro}}',
  'health.figure.contradictions':
    '{count, plural, zero {gwrthddywediad} one {gwrthddywediad} two {wrthddywediad} few {gwrthddywediad} many {gwrthddywediad} other {gwrthddywediad}}',
  'health.figure.vacancies':
    '{count, plural, zero {swydd wag} one {swydd wag} two {swydd wag} few {swydd wag} many {swydd wag} other {swydd wag}}',
  'health.figure.silent':
    '{count, plural, zero {sefydliad tawel} one {sefydliad tawel} two {sefydliad tawel} few {sefydliad tawel} many {sefydliad tawel} other {sefydliad tawel}}',
  'health.load': 'Pwy sy’n cario beth',
  'health.load.why': 'Camau agored pob sefydliad, a faint ohonynt sy’n hwyr.',
  'health.load.nobody': 'Neb y gellid gofyn iddo',
  'health.load.line': '{name}: {open, plural, other {# yn agored}}, {late, plural, other {# yn hwyr}}',
  'health.load.counts': '{open} yn agored · {late} yn hwyr',
  'health.load.none': 'dim yn agored',
  'health.ages': 'Pa mor hen yw gwaith agored',
  'health.ages.why': 'Ers ei godi.',
  'health.ages.below': 'Dan {below} diwrnod',
  'health.ages.between': '{from} i {below} diwrnod',
  'health.ages.above': 'Dros flwyddyn',
  'health.ages.line':
    '{band}: {count, plural, zero {# cam} one {# cam} two {# gam} few {# cham} many {# cham} other {# cam}}',
  'health.slips': 'Beth sy’n llithro',
  'health.slips.why':
    'Y pellaf o’i ddyddiad cyntaf yn gyntaf. Mae’r hyn sydd i’w wneud erbyn y cyfarfod nesaf yn symud gydag ef, ac nid yw’n cyfrif.',
  'health.slips.none': 'Mae popeth agored o fewn ei ddyddiad cyntaf.',
  'health.slips.days': '{span} heibio i’w ddyddiad cyntaf',
  'health.slips.extended': 'estynnwyd {count, plural, one {unwaith} two {ddwywaith} few {deirgwaith} other {# gwaith}}',
  'health.contradictions': 'Beth sy’n ei wrth-ddweud ei hun',
  'health.contradictions.none': 'Dim byd.',
  'health.contradiction.claimed':
    'Mae’n dweud ei fod wedi’i gyflawni, ond ni phenderfynodd neb hynny. Cynigiwch ei gyflawni, neu ei ailagor.',
  'health.contradiction.noEvidence':
    'Mae wedi’i gyflawni, ac nid oes dim yn dweud beth sy’n dangos hynny. Ychwanegwch ddiweddariad sy’n gwneud.',
  'health.contradiction.openParts':
    'Mae wedi’i gyflawni tra bo rhan yn agored. Gorffennwch y rhan, neu ailagorwch y cam.',
  'health.contradiction.openPieces':
    'Mae wedi’i gyflawni er bod cam y’i rhannwyd iddo yn dal yn agored. Gorffennwch y cam hwnnw, neu ei ailagor.',
  'health.contradiction.againstRule': 'Gosododd rhywun liw gwahanol i liw’r rheol. Edrychwch a yw’r rheswm yn dal.',
  'health.contradiction.doneNotProposed':
    'Mae popeth y’i rhannwyd iddo wedi’i wneud, ac nid oes neb wedi cynnig ei gyflawni.',
  'health.vacancies': 'Swyddi heb neb ynddynt',
  'health.vacancies.none': 'Mae pob swydd wedi’i llenwi.',
  'health.vacancies.line':
    '{count, plural, =0 {dim gwaith agored} zero {mae # cam agored yn disgyn iddi} one {mae # cam agored yn disgyn iddi} two {mae # gam agored yn disgyn iddi} few {mae # cham agored yn disgyn iddi} many {mae # cham agored yn disgyn iddi} other {mae # cam agored yn disgyn iddi}}',
  'health.vacancies.open': 'Ei gweld dan Pobl',
  'health.silent': 'Pwy sydd wedi tawelu',
  'health.silent.why': 'Gwaith agored, a dim wedi’i ddweud am ddim ohono ers chwarter.',
  'health.silent.none': 'Mae pob sefydliad â gwaith agored wedi dweud rhywbeth y chwarter hwn.',
  'health.silent.since': 'clywyd ddiwethaf ar {day}',
  'health.silent.never': 'heb glywed erioed',
  'health.actions':
    '{count, plural, zero {Ei # cam agored} one {Ei gam agored} two {Ei # gam agored} few {Ei # cham agored} many {Ei # cham agored} other {Ei # cam agored}}',
  'health.showAll': '{count, plural, other {Dangos # arall}}',
}
