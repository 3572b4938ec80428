/** The register as an Excel file among the person's downloads. Loaded when one is asked for; small enough to be made here. */

import type { AccessRegister } from '../../contract/access.ts'
import { makeAccessBook } from '../../documents/export/accessbook.ts'
import { markingWords } from '../../documents/export/table.ts'
import type { Day } from '../../domain/day.ts'
import type { Marking } from '../../domain/group.ts'
import type { Words } from '../../words/words.ts'
import { download } from '../exporting/making.ts'
import { eventWords, whyWords } from './History.tsx'
import { inOrder, onWhoseSay, tellHistory, type Named } from './shown.ts'

export interface SaveAccessOptions {
  /** As the service handed it out. */
  readonly register: AccessRegister
  readonly group: string
  readonly groupName: string
  readonly marking: Marking
  readonly named: Named
  readonly today: Day
  readonly words: Words
}

/** The name of the file. */
export function saveAccess({ register, group, groupName, marking, named, today, words }: SaveAccessOptions): string {
  const day = register.day ?? today
  const resources = new Map(register.resources.map((resource) => [resource.key, resource]))
  const rows = inOrder(register.nominations, named, words.language).map((nomination) => {
    const { nominated, approver, assetOwner } = onWhoseSay(nomination.history)
    const resource = resources.get(nomination.resource)
    return {
      resource: (words.language === 'cy' && resource?.nameWelsh) || (resource?.name ?? nomination.resource),
      person: nomination.person.name,
      organisation: named(nomination.organisation),
      team: nomination.team,
      standing: nomination.standing,
      since: nomination.since,
      why: whyWords(nomination, words),
      reason: nomination.reason,
      trained: nomination.trained,
      nominated: nominated?.by ?? '',
      approver: approver?.by ?? '',
      assetOwner: assetOwner?.by ?? '',
      account: nomination.account,
      runsOut: nomination.runsOut,
      history: tellHistory(nomination.history).map((event) => ({
        day: event.day,
        what: eventWords(event, words),
        by: event.by === '' ? words.say('access.event.itself') : event.by,
        words: event.kind === 'opened' ? '' : event.words,
      })),
    }
  })
  const title = `${words.say('access.title')}, ${groupName}`
  const bytes = makeAccessBook({ title, rows, day, marking: markingWords(marking), words })
  const name = `${group}-access-${day}.xlsx`
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  download(new Blob([new Uint8Array(bytes)], { type }), name)
  return name
}
