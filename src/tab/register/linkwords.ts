/** How a link is told: "Waits for NCA: the profile". Pure. */

import type { Link } from '../../domain/action.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'

export function linkWords({ kind, target }: Pick<Link, 'kind' | 'target'>, snapshot: Snapshot, words: Words): string {
  if ('action' in target) {
    return words.say(`panel.link.${kind}`, { to: snapshot.actions.get(target.action)?.reference ?? target.action })
  }
  const to = 'group' in target ? [target.group, target.reference ?? ''] : [target.body, target.what]
  return words.say(`panel.link.${kind}`, { to: to.filter(Boolean).join(': ') })
}
