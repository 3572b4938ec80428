import type { outbox as english } from '../en/outbox.ts'

export const outbox: Record<keyof typeof english, string> = {
  'outbox.mark.sending': 'Yn cadw',
  'outbox.mark.waiting': 'Heb ei gadw eto',
  'outbox.mark.held': 'Mae eich angen chi',
  'outbox.news': '{count, plural, one {# newydd} two {# newydd} few {# newydd} many {# newydd} other {# newydd}}',
  'outbox.news.label':
    '{count, plural, one {# newydd: ewch ato} two {# newydd: ewch at y cyntaf} few {# newydd: ewch at y cyntaf} many {# newydd: ewch at y cyntaf} other {# newydd: ewch at y cyntaf}}',
}
