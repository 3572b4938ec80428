/** Both languages at hand. A page that reads in one of them loads that one (loading.ts). */

import { bot as welshBot } from './cy/bot.ts'
import { bot } from './en/bot.ts'
import { english } from './english.ts'
import { englishLater } from './englishlater.ts'
import { welsh } from './welsh.ts'
import { welshLater } from './welshlater.ts'

export type { WordKey } from './english.ts'

export const CATALOGUE = {
  en: { ...english, ...englishLater, ...bot },
  cy: { ...welsh, ...welshLater, ...welshBot },
} as const
