import type { outbox as english } from '../en/outbox.ts'

export const outbox: Record<keyof typeof english, string> = {
  'outbox.mark.sending': 'Yn cadw',
  'outbox.mark.waiting': 'Heb ei gadw eto',
  'outbox.mark.held': 'Mae eich angen chi',
  'outbox.news': '{count, plural, one {# newydd} two {# newydd} few {# newydd} many {# newydd} other {# newydd}}',
  'outbox.news.label':
    '{count, plural, one {# cam newydd: ewch ato} two {# gam newydd: ewch at y cyntaf} few {# cham newydd: ewch at y cyntaf} many {# cham newydd: ewch at y cyntaf} other {# cam newydd: ewch at y cyntaf}}',
}
