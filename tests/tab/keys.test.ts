import { afterEach, describe, expect, it } from 'vitest'
import { isKey, KEY_NAMES, KEYS, keyIn, setLettersOn, type Pressed } from '../../src/tab/register/keys.ts'

const NONE: Pressed = { key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({ ...NONE, key, ...more })

describe('keys', () => {
  afterEach(() => setLettersOn(true))

  it('no chord means two things in one place', () => {
    const chords = KEY_NAMES.flatMap((name) => KEYS[name].keys.map((key) => `${KEYS[name].place} ${key}`))
    expect(chords.filter((chord, index) => chords.indexOf(chord) !== index)).toEqual([])
  })

  it('a letter is one under Caps Lock too, and no other with a modifier', () => {
    expect(keyIn('register', press('n'))).toBe('add')
    expect(keyIn('register', press('N'))).toBe('add')
    expect(keyIn('register', press('N', { shiftKey: true }))).toBeNull()
    expect(keyIn('register', press('n', { altKey: true }))).toBeNull()
    expect(keyIn('register', press('n', { ctrlKey: true }))).toBeNull()
    expect(keyIn('panel', press('n'))).toBeNull()
  })

  it('a sign is that sign, however the keyboard makes it', () => {
    expect(isKey('help', press('?', { shiftKey: true }))).toBe(true)
    expect(isKey('help', press('?'))).toBe(true)
    expect(isKey('search', press('/', { shiftKey: true }))).toBe(true)
  })

  it('⌘ is as good as Ctrl', () => {
    expect(isKey('undo', press('z', { metaKey: true }))).toBe(true)
    expect(isKey('save', press('Enter', { metaKey: true }))).toBe(true)
    expect(isKey('saveAnother', press('Enter', { ctrlKey: true, shiftKey: true }))).toBe(true)
    expect(isKey('save', press('Enter', { ctrlKey: true, shiftKey: true }))).toBe(false)
  })

  it('with Shift, an arrow selects and doesn’t just go', () => {
    expect(keyIn('grid', press('ArrowDown'))).toBe('down')
    expect(keyIn('grid', press('ArrowDown', { shiftKey: true }))).toBe('selectDown')
    expect(keyIn('grid', press('End', { ctrlKey: true }))).toBe('last')
  })

  it('single letters and signs can be turned off; the others stay', () => {
    setLettersOn(false)
    expect(keyIn('register', press('n'))).toBeNull()
    expect(keyIn('register', press('?', { shiftKey: true }))).toBeNull()
    expect(keyIn('grid', press(' '))).toBe('select')
    expect(keyIn('register', press('z', { ctrlKey: true }))).toBe('undo')
  })
})
