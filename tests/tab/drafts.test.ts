/** Unsaved words: kept for their author alone, on the device only where the marking allows it, and not for long. */
import { describe, expect, it } from 'vitest'
import { createDrafts } from '../../src/tab/register/drafts.ts'

/** The browser's own Storage, as much of it as exists outside one. */
function makeStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  }
}

const AISHA = { tenantId: 't', objectId: 'aisha', name: 'Aisha' }
const MARTIN = { tenantId: 't', objectId: 'martin', name: 'Martin' }
const OFFICIAL = { level: 'OFFICIAL' } as const
const SENSITIVE = { level: 'OFFICIAL-SENSITIVE' } as const
const HOUR = 3_600_000

describe('a draft', () => {
  it('survives a reload where the marking is OFFICIAL', () => {
    const storage = makeStorage()
    createDrafts(storage, AISHA, 'sgg', () => 0).keep('a', { text: 'words' }, OFFICIAL)
    expect(createDrafts(storage, AISHA, 'sgg', () => HOUR).read('a')).toEqual({ text: 'words' })
  })

  it('marked OFFICIAL-SENSITIVE is in memory only', () => {
    const storage = makeStorage()
    const drafts = createDrafts(storage, AISHA, 'sgg', () => 0)
    drafts.keep('a', { text: 'words' }, SENSITIVE)
    expect(drafts.read('a')).toEqual({ text: 'words' })
    expect(storage.length).toBe(0)
  })

  it('whose marking rises leaves the device', () => {
    const storage = makeStorage()
    const drafts = createDrafts(storage, AISHA, 'sgg', () => 0)
    drafts.keep('a', { text: 'words' }, OFFICIAL)
    drafts.keep('a', { text: 'words' }, SENSITIVE)
    expect(storage.length).toBe(0)
  })

  it('is gone after a day', () => {
    const storage = makeStorage()
    createDrafts(storage, AISHA, 'sgg', () => 0).keep('a', { text: 'words' }, OFFICIAL)
    expect(createDrafts(storage, AISHA, 'sgg', () => 25 * HOUR).read('a')).toBeNull()
    expect(storage.length).toBe(0)
  })

  it('is gone when somebody else signs in, and never shown to them', () => {
    const storage = makeStorage()
    createDrafts(storage, AISHA, 'sgg', () => 0).keep('a', { text: 'words' }, OFFICIAL)
    expect(createDrafts(storage, MARTIN, 'sgg', () => 0).read('a')).toBeNull()
    expect(storage.length).toBe(0)
  })

  it('is forgotten on denial, and leaves what isn’t ours', () => {
    const storage = makeStorage()
    storage.setItem('of the host', 'stays')
    const drafts = createDrafts(storage, AISHA, 'sgg', () => 0)
    drafts.keep('a', { text: 'words' }, OFFICIAL)
    drafts.clear()
    expect(drafts.read('a')).toBeNull()
    expect(storage.getItem('of the host')).toBe('stays')
    expect(storage.length).toBe(1)
  })

  it('that something else wrote under our name is none', () => {
    const storage = makeStorage()
    const drafts = createDrafts(storage, AISHA, 'sgg', () => 0)
    storage.setItem('matters-arising.draft.t.aisha.sgg.a', 'not JSON')
    expect(drafts.read('a')).toBeNull()
  })
})
