/** What was answered under one prompt, as the cards of the others of the same thing are told. */

import { expect, test } from 'vitest'
import { createAnswerRows } from '../../../src/service/bot/answerrows.ts'
import { onEachDatabase } from '../databases.ts'

onEachDatabase('an answer', ({ open }) => {
  test('stands on every earlier card of the same thing, and on no later one, of nobody else and of nothing else', async () => {
    const database = await open()
    const plan = (
      id: string,
      kind: string,
      person: string,
      part: string | null,
      minutesAgo: number,
    ): Promise<unknown> =>
      database.query(
        `insert into matters.prompt (id, occurrence, kind, group_key, action, part, tenant, person, as_role, day, planned_at)
         values ($1, $1, $2, 'sgg', 'action', $3, 't', $4, 'holder', '2026-11-27', now() - make_interval(mins => $5))`,
        [id, kind, part, person, minutesAgo],
      )
    await plan('last-week', 'overdue', 'spoc', null, 9)
    await plan('this-week', 'overdue', 'spoc', null, 5)
    await plan('next-week', 'overdue', 'spoc', null, -5)
    await plan('part', 'overdue', 'spoc', 'a', 9)
    await plan('decision', 'approvalWanted', 'spoc', null, 9)
    await plan('colleague', 'overdue', 'other', null, 9)
    const rows = createAnswerRows(database)
    const by = { tenantId: 't', objectId: 'spoc' }
    await rows.note({ id: 'answer', prompt: 'this-week', verb: 'nil', by, hash: '', day: '2026-11-27' })
    const all = ['last-week', 'this-week', 'next-week', 'part', 'decision', 'colleague']
    const answers = await rows.answers(all)
    expect([...answers.keys()].toSorted()).toEqual(['last-week', 'this-week'])
    expect(answers.get('last-week')).toMatchObject({ verb: 'nil', state: 'applied', person: by })
    await database.close()
  })
})
