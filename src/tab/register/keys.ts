/**
 * Every key of the register, written down once: handlers ask which key was pressed, and the help sheet lists the same
 * table. Pure but for one switch: single letters can be turned off while the page is open (WCAG 2.1.4), for people who
 * speak to their computer.
 *
 *   keyIn('register', event) // 'add' for N, null for what is no key of ours there
 */

export const KEY_PLACES = ['register', 'panel', 'form', 'grid', 'meeting'] as const
export type KeyPlace = (typeof KEY_PLACES)[number]

interface Key {
  readonly place: KeyPlace
  /** Any of them: modifiers first, then the key as events name it. Ctrl stands for ⌘ too. */
  readonly keys: readonly [string, ...string[]]
}

/** In the order in which one learns them. */
export const KEYS = {
  add: { place: 'register', keys: ['n'] },
  search: { place: 'register', keys: ['/'] },
  undo: { place: 'register', keys: ['Ctrl+z'] },
  leave: { place: 'register', keys: ['Escape'] },
  help: { place: 'register', keys: ['?'] },

  open: { place: 'grid', keys: ['Enter'] },
  look: { place: 'grid', keys: ['o'] },
  update: { place: 'grid', keys: ['u'] },
  down: { place: 'grid', keys: ['ArrowDown'] },
  up: { place: 'grid', keys: ['ArrowUp'] },
  pageDown: { place: 'grid', keys: ['PageDown'] },
  pageUp: { place: 'grid', keys: ['PageUp'] },
  home: { place: 'grid', keys: ['Home'] },
  end: { place: 'grid', keys: ['End'] },
  first: { place: 'grid', keys: ['Ctrl+Home'] },
  last: { place: 'grid', keys: ['Ctrl+End'] },
  right: { place: 'grid', keys: ['ArrowRight'] },
  left: { place: 'grid', keys: ['ArrowLeft'] },
  select: { place: 'grid', keys: [' '] },
  selectDown: { place: 'grid', keys: ['Shift+ArrowDown'] },
  selectUp: { place: 'grid', keys: ['Shift+ArrowUp'] },
  selectAll: { place: 'grid', keys: ['Ctrl+a'] },

  next: { place: 'panel', keys: ['j'] },
  previous: { place: 'panel', keys: ['k'] },
  write: { place: 'panel', keys: ['u'] },
  breakUp: { place: 'panel', keys: ['b'] },
  ready: { place: 'panel', keys: ['Escape'] },

  forward: { place: 'meeting', keys: ['j', 'ArrowRight', 'PageDown'] },
  backward: { place: 'meeting', keys: ['k', 'ArrowLeft', 'PageUp'] },
  tell: { place: 'meeting', keys: ['u'] },
  retain: { place: 'meeting', keys: ['r'] },
  discharge: { place: 'meeting', keys: ['d'] },
  extend: { place: 'meeting', keys: ['e'] },
  refer: { place: 'meeting', keys: ['f'] },
  reassign: { place: 'meeting', keys: ['o'] },
  raise: { place: 'meeting', keys: ['n'] },
  agenda: { place: 'meeting', keys: ['a'] },

  saveLine: { place: 'form', keys: ['Enter'] },
  save: { place: 'form', keys: ['Ctrl+Enter'] },
  saveAnother: { place: 'form', keys: ['Ctrl+Shift+Enter'] },
} as const satisfies Readonly<Record<string, Key>>

export type KeyName = keyof typeof KEYS

/** The keys of one place. */
export type KeyIn<Place extends KeyPlace> = {
  [Name in KeyName]: (typeof KEYS)[Name]['place'] extends Place ? Name : never
}[KeyName]

export const KEY_NAMES = Object.keys(KEYS) as readonly KeyName[]

export interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Which key of a place was pressed, or null. */
export function keyIn<Place extends KeyPlace>(place: Place, event: Pressed): KeyIn<Place> | null {
  const pressed = chordOf(event)
  if (pressed.length === 1 && pressed !== ' ' && !lettersOn) return null
  const isIt = (name: KeyName): name is KeyIn<Place> =>
    KEYS[name].place === place && KEYS[name].keys.some((key) => key === pressed)
  return KEY_NAMES.find(isIt) ?? null
}

export function isKey(name: KeyName, event: Pressed): boolean {
  return keyIn(KEYS[name].place, event) === name
}

let lettersOn = true

export function areLettersOn(): boolean {
  return lettersOn
}

export function setLettersOn(on: boolean): void {
  lettersOn = on
}

/** A sign that is typed with Shift (`?`) is that sign; a letter under Caps Lock is the letter. */
function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const sign = key.length === 1
  const letter = sign && key.toLowerCase() !== key.toUpperCase()
  const said = letter ? key.toLowerCase() : key
  const shift = shiftKey && (letter || !sign)
  return [ctrlKey || metaKey ? 'Ctrl+' : '', altKey ? 'Alt+' : '', shift ? 'Shift+' : '', said].join('')
}
