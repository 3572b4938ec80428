/** The register of the OCAG database access group: few members, few actions. Fictional throughout. */

import { addDays, type Day } from '../../domain/day.ts'
import {
  by,
  discharges,
  endOf,
  next,
  nextMeeting,
  proposes,
  quarterOf,
  raise,
  says,
  until,
  waitsFor,
  type Tale,
} from './story.ts'

/** @param days when the group met, oldest first; the fifth is the next meeting */
export function accessTales(today: Day, days: readonly Day[]): Tale[] {
  const m = (index: number): Day => days[index] ?? ''
  const ago = (count: number): Day => addDays(today, -count)
  const tales = [
    raise(
      'nominations',
      m(0),
      ['severn-vale', 'taff-vale'],
      nextMeeting,
      'Each organisation to nominate no more than four people, in named teams',
      [
        says(m(1), 'spoc-vale', 'Three nominated.'),
        ...discharges(m(2), 'spoc-welsh', 'Enwebwyd dau. / Two nominated, so that all nominations are in.', 2),
      ],
    ),
    raise(
      'conditions',
      m(0),
      'wms-rocu',
      endOf(addDays(m(1), 30)),
      'Conditions of use on one page, signed before an account is opened',
      [...discharges(m(1), 'iao', 'The page is agreed and signed by all who have an account.', 1)],
    ),
    raise(
      'quarterly-review',
      m(1),
      'wms-rocu',
      quarterOf(ago(0)),
      'Review every account each quarter: still in the team, still needed',
      [
        says(m(2), 'iao', 'Seven accounts reviewed, one closed.'),
        says(
          m(3),
          'iao',
          'Six accounts reviewed, none closed.',
          next('The next review before the quarter ends', 'wms-rocu', quarterOf(ago(0))),
        ),
      ],
    ),
    raise(
      'leaver',
      m(1),
      'severn-vale',
      by(ago(15)),
      'Tell the ROCU within a day when somebody with an account leaves a team',
      [
        says(
          m(2),
          'spoc-vale',
          'Put into the leaver’s checklist.',
          next('See whether the next leaver is reported', 'severn-vale', by(ago(15))),
        ),
      ],
    ),
    raise('reconcile', m(2), 'wms-rocu', nextMeeting, 'Lay the database’s own list of accounts beside this register', [
      says(
        m(3),
        'iao',
        'One account stood in the database and not here. It was suspended the same day.',
        next('Find out how it was opened', 'wms-rocu', by(ago(2))),
      ),
    ]),
    raise(
      'retention',
      m(2),
      'wms-rocu',
      until('the national retention schedule is published'),
      'How long is a record of a confrontation kept?',
      [waitsFor(m(3), 'iao', 'National lead for records', 'the retention schedule')],
    ),
    raise(
      'audit-sample',
      m(2),
      'name:Information auditor',
      endOf(addDays(today, 20)),
      'A sample of twenty look-ups: was there a reason for each?',
      [says(m(3), 'auditor', 'Nineteen had a reason on the log. The twentieth is being asked about.')],
    ),
    raise('welsh-conditions', m(3), 'taff-vale', nextMeeting, 'Amodau defnyddio yn Gymraeg', [
      proposes(ago(5), 'spoc-welsh', 'Mae’r dudalen wedi’i chyfieithu a’i gwirio.'),
    ]),
    raise(
      'training',
      m(3),
      ['severn-vale', 'taff-vale'],
      by(addDays(today, 30)),
      'Half an hour’s training for each person before the first look-up',
      [says(ago(10), 'spoc-vale', 'Two of three have done it.')],
    ),
    raise(
      'categories',
      m(3),
      'wms-rocu',
      null,
      'Are the categories of the database clear enough to be counted the same way twice?',
      [],
    ),
  ]
  return tales.map((tale) => ({ ...tale, by: 'iao' as const }))
}
