/** Both languages at hand. A page that reads in one of them loads that one (loading.ts). */

import { english } from './english.ts'
import { welsh } from './welsh.ts'

export type { WordKey } from './english.ts'

export const CATALOGUE = { en: english, cy: welsh } as const
