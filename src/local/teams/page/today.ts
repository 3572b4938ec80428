/** The day that the app believes it is, and the buttons that move it on, so that tomorrow's prompts come today. */

import { make } from './element.ts'
import type { Language } from './place.ts'
import { fill, type Words } from './words.ts'

const MOVES = [
  { days: -1, short: 'minusDay', long: 'dayBack' },
  { days: 1, short: 'plusDay', long: 'dayOn' },
  { days: 7, short: 'plusWeek', long: 'weekOn' },
] as const

/** Chromium has no Welsh calendar of its own. */
const WELSH_DAYS = ['Sul', 'Llun', 'Maw', 'Mer', 'Iau', 'Gwe', 'Sad']
const WELSH_MONTHS = ['Ion', 'Chw', 'Maw', 'Ebr', 'Mai', 'Meh', 'Gor', 'Awst', 'Medi', 'Hyd', 'Tach', 'Rhag']

export function drawToday(
  today: string,
  language: Language,
  words: Words,
  move: (days: number) => Promise<void>,
): HTMLElement {
  const day = dayInWords(today, language)
  const buttons = MOVES.map(({ days, short, long }) =>
    make('button', {
      type: 'button',
      className: 'quiet',
      textContent: words[short],
      title: words[long],
      onclick: () => void move(days),
      attributes: { 'data-key': `today ${days}` },
    }),
  )
  return make(
    'div',
    { className: 'today', ariaLabel: fill(words.todayIs, { day }), attributes: { role: 'group' } },
    make('span', { className: 'today-label', textContent: words.today }),
    make('time', { dateTime: today, textContent: day }),
    ...buttons,
  )
}

/** `Fri 27 Nov 2026` */
export function dayInWords(day: string, language: Language): string {
  const date = new Date(`${day}T12:00:00Z`)
  if (language === 'cy') {
    const weekday = WELSH_DAYS[date.getUTCDay()]
    return `${weekday} ${date.getUTCDate()} ${WELSH_MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
  }
  const parts = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat('en-GB', parts).format(date).replace(',', '')
}
