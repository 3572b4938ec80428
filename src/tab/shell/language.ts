/**
 * The language a person reads: what they chose here, else the one that Teams is set to. The choice is the only thing
 * that the shell keeps on the device, under the person's id; a device that keeps nothing forgets it.
 */

import { LANGUAGES, type Language } from '../../words/dates.ts'

/** BCP 47, for `lang`: screen readers choose their voice by it. */
export const LANGUAGE_TAGS = { en: 'en-GB', cy: 'cy-GB' } as const satisfies Record<Language, string>

export function readLanguage(objectId: string): Language | null {
  const kept = storage()?.getItem(keyOf(objectId))
  return LANGUAGES.find((language) => language === kept) ?? null
}

export function keepLanguage(objectId: string, language: Language): void {
  storage()?.setItem(keyOf(objectId), language)
}

function keyOf(objectId: string): string {
  return `matters.language.${objectId}`
}

/** A browser that blocks storage of framed pages throws on the mere mention of it. */
function storage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
