/** The grounds on which a group withholds something: the usual ones until it chooses its own. */

import { USUAL_GROUNDS, type Ground } from '../../domain/grounds.ts'
import { createWords } from '../../words/words.ts'
import type { Office } from '../office.ts'

export async function groundsOf(
  { confidential }: Pick<Office, 'confidential'>,
  group: string,
): Promise<readonly Ground[]> {
  return (await confidential.of(group, 'grounds')).get(group)?.grounds ?? usualGrounds()
}

export function usualGrounds(): readonly Ground[] {
  const [en, cy] = [createWords('en'), createWords('cy')]
  return USUAL_GROUNDS.map((id) => {
    const key = `disclosure.ground.${id}` as const
    return { id, en: en.say(key), cy: cy.say(key), withdrawn: null }
  })
}
