import type { outbox as english } from '../en/outbox.ts'

export const outbox: Record<keyof typeof english, string> = {
  'outbox.mark.sending': 'Yn cadw',
  'outbox.mark.waiting': 'Heb ei gadw eto',
  'outbox.mark.held': 'Mae eich angen chi',
  'outbox.waits':
    'Mae {count, plural, one {# newid} two {# newid} few {# newid} many {# newid} other {# newid}} yn aros i’w hanfon.',
  'outbox.waits.denied':
    'Nid yw {count, plural, one {# newid} two {# newid} few {# newid} many {# newid} other {# newid}} wedi’u cadw: cewch ddarllen y gofrestr hon ond nid ysgrifennu ynddi.',
  'outbox.waits.memory':
    'Peidiwch â chau’r dudalen hon: dim ond yma y cedwir yr hyn sydd wedi’i farcio’n OFFICIAL-SENSITIVE.',
  'outbox.held':
    'Mae {count, plural, one {# newid} two {# newid} few {# newid} many {# newid} other {# newid}} yn aros am eich penderfyniad.',
  'outbox.show': 'Dangos',
  'outbox.hide': 'Cuddio',
  'outbox.sendNow': 'Anfon nawr',
  'outbox.news': '{count, plural, one {# newydd} two {# newydd} few {# newydd} many {# newydd} other {# newydd}}',
  'outbox.news.label':
    '{count, plural, one {# cam newydd: ewch ato} two {# gam newydd: ewch at y cyntaf} few {# cham newydd: ewch at y cyntaf} many {# cham newydd: ewch at y cyntaf} other {# cam newydd: ewch at y cyntaf}}',
}
