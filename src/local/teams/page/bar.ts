/** The slim bar at the top: who one is, and how Teams is set: theme, language, device. */

import type { HostView, PersonView } from '../view.ts'
import { make, refill } from './element.ts'
import { DEVICES, LANGUAGES, type Language, type Place, THEMES } from './place.ts'
import { drawToday } from './today.ts'
import { LANGUAGE_NAMES, type Words } from './words.ts'

export interface BarActions {
  /** Keeps the place, changes the setting. */
  set(change: Partial<Place>): void
  be(person: string): void
  copyLink(): void
  /** Moves the day that the app believes it is. */
  move(days: number): Promise<void>
  /** Answers whether the drawer is open now. */
  toggleMessages(): boolean
}

export function drawBar(
  bar: HTMLElement,
  view: HostView,
  place: Place,
  language: Language,
  words: Words,
  actions: BarActions,
): void {
  const isOpen = bar.querySelector('[data-key="messages"]')?.ariaExpanded === 'true'
  const messages: HTMLButtonElement = make('button', {
    type: 'button',
    className: 'quiet',
    textContent: words.messages,
    ariaExpanded: String(isOpen),
    onclick: () => (messages.ariaExpanded = String(actions.toggleMessages())),
    attributes: { 'data-key': 'messages', 'aria-controls': 'drawer' },
  })
  refill(
    bar,
    make('span', { className: 'bar-name', textContent: words.host }),
    make('span', { className: 'bar-tenant', textContent: view.tenantName }),
    view.today === null ? null : drawToday(view.today, language, words, (days) => actions.move(days)),
    choice(
      'as',
      words.person,
      view.people.map((person) => [person.key, personLabel(person, words)]),
      view.person.key,
      (key) => actions.be(key),
    ),
    choice(
      'theme',
      words.theme,
      THEMES.map((theme) => [theme, words[`theme.${theme}`]]),
      place.theme,
      (theme) => actions.set({ theme }),
    ),
    choice(
      'lang',
      words.language,
      LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]]),
      language,
      (chosen) => actions.set({ language: chosen }),
    ),
    choice(
      'device',
      words.device,
      DEVICES.map((device) => [device, words[`device.${device}`]]),
      place.device,
      (device) => actions.set({ device }),
    ),
    make('button', {
      type: 'button',
      className: 'quiet',
      textContent: words.copyLink,
      onclick: () => actions.copyLink(),
      attributes: { 'data-key': 'copy-link' },
    }),
    messages,
  )
}

function choice<Value extends string>(
  key: string,
  label: string,
  options: readonly (readonly [Value, string])[],
  chosen: Value,
  choose: (value: Value) => void,
): HTMLElement {
  const select = make(
    'select',
    { attributes: { 'data-key': key }, onchange: () => choose(select.value as Value) },
    ...options.map(([value, text]) => make('option', { value, textContent: text, selected: value === chosen })),
  )
  return make('label', { className: `choice choice-${key}` }, make('span', { textContent: label }), select)
}

function personLabel(person: PersonView, words: Words): string {
  const facts = [
    person.jobTitle,
    person.companyName,
    person.isGuest ? words.guest : null,
    person.isDisabled ? words.disabled : null,
  ]
  const known = facts.filter((fact) => fact !== null)
  return known.length === 0 ? person.displayName : `${person.displayName} · ${known.join(', ')}`
}
