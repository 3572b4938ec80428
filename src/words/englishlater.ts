/** Words that no page shows before its first rows: a page loads them after those (loading.ts). English. */

import { acting } from './en/acting.ts'
import { documents } from './en/documents.ts'
import { importing } from './en/importing.ts'
import { provisioning } from './en/provisioning.ts'
import { unsent } from './en/unsent.ts'

export const englishLater = { ...acting, ...documents, ...importing, ...provisioning, ...unsent }

export type LaterKey = keyof typeof englishLater
