/** What the bot says. Only the service reads these: no page loads them. */
export const bot = {
  'bot.fault': 'That didn’t work, and nothing was changed. Try again in a minute, or open Matters Arising.',
} as const

export type BotKey = keyof typeof bot
