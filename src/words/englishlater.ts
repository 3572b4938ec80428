/** Words that no page shows before its first rows: a page loads them after those (loading.ts). English. */

import { accessibility } from './en/accessibility.ts'
import { acting } from './en/acting.ts'
import { configure } from './en/configure.ts'
import { documents } from './en/documents.ts'
import { example } from './en/example.ts'
import { importing } from './en/importing.ts'
import { provisioning } from './en/provisioning.ts'
import { service } from './en/service.ts'
import { unsent } from './en/unsent.ts'

export const englishLater = {
  ...accessibility,
  ...acting,
  ...configure,
  ...documents,
  ...example,
  ...importing,
  ...provisioning,
  ...service,
  ...unsent,
}

export type LaterKey = keyof typeof englishLater
