import type { bot as en } from '../en/bot.ts'

export const bot: Record<keyof typeof en, string> = {
  'bot.fault':
    'Ni weithiodd hynny, ac ni newidiwyd dim. Rhowch gynnig arall arni ymhen munud, neu agorwch Materion yn Codi.',
}
