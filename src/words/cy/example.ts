import type { example as en } from '../en/example.ts'

export const example: Record<keyof typeof en, string> = {
  'example.close': 'Yn ôl i’ch cofrestr',
  'example.title': 'Enghraifft yw hon.',
  'example.text':
    'Mae popeth ynddi wedi’i ddyfeisio. Rhowch gynnig ar beth bynnag y mynnwch: ni chedwir dim, ac nid oes neb arall yn ei weld.',
  'example.author': 'Enghraifft',
  'example.group': 'Grŵp enghreifftiol',
  'example.meeting': 'Cyfarfod nesaf',
  'example.organisation.north': 'Heddlu’r Gogledd',
  'example.organisation.vale': 'Heddlu’r Dyffryn',
  'example.organisation.coast': 'Heddlu’r Arfordir',
  'example.late':
    'Dweud wrth y grŵp faint o amser mae’n ei gymryd i drefnu datganiad cyntaf, a beth sy’n ei ddal yn ôl',
  'example.late.first': 'Cyfrifwyd am fis. Mae eu hanner yn aros am gyfieithydd.',
  'example.late.second': 'Gofynnwyd i ddau ddarparwr am eu hamseroedd; mae un wedi ateb.',
  'example.late.next': 'Holi’r ail ddarparwr eto, yna dod â’r ddau i’r cyfarfod',
  'example.parts': 'Pob heddlu i fapio’r mannau lle cyfarfuwyd â phlant, ac anfon ei restr',
  'example.parts.a': 'Rhestr Heddlu’r Gogledd',
  'example.parts.b': 'Rhestr Heddlu’r Arfordir',
  'example.parts.first': 'Anfonodd Heddlu’r Gogledd un ar ddeg o fannau. Dechreuodd Heddlu’r Arfordir yr wythnos hon.',
  'example.parts.next': 'Gosod y ddwy restr ochr yn ochr',
  'example.soon': 'Enwi dirprwy i’r pwynt cyswllt unigol',
  'example.waits': 'Rhoi’r geiriad a gytunwyd yn y canllawiau lleol',
  'example.waits.first': 'Mae’r geiriad yn barod i fynd i mewn cyn gynted ag y cytunir arno.',
  'example.waits.body': 'Y gweithgor cenedlaethol',
  'example.waits.what': 'y geiriad a gytunwyd',
  'example.withheld': '⟦Gweithredol⟧',
  'example.done': 'Rhannu’r templed ar gyfer y tabl misol â phob heddlu',
  'example.done.first': 'Anfonwyd at bawb; mae pob un wedi’i ddefnyddio unwaith.',
}
