/** What the CSAE SGG took on in the last two quarters. Fictional throughout. */

import { addDays, type Day } from '../../domain/day.ts'
import { by, endOf, next, nextMeeting, proposes, quarterOf, raise, says, waitsFor, type Tale } from './story.ts'

/** @param days when the group met, oldest first; the ninth is the next meeting */
export function lately(today: Day, days: readonly Day[]): Tale[] {
  const m = (index: number): Day => days[index] ?? ''
  const ago = (count: number): Day => addDays(today, -count)
  const ahead = (count: number): Day => addDays(today, count)
  return [
    raise(
      'monthly-table',
      m(6),
      'wms-rocu',
      nextMeeting,
      'A monthly table of OCAG notifications for each force, without names',
      [
        says(
          m(7),
          'coordinator',
          'Two tables sent. Forces ask for the category beside the count.',
          next('Add the category from next month', 'wms-rocu', nextMeeting),
        ),
      ],
    ),
    raise(
      'peer-review',
      m(6),
      ['marches', 'severnside'],
      quarterOf(ahead(60)),
      'Peer review of each other’s investigations: two forces, five cases each',
      [
        says(
          m(7),
          'spoc-marches',
          'Cases are chosen. Reviewers have been vetted.',
          next('Reviews in the second month of the quarter', 'marches', quarterOf(ahead(60))),
        ),
      ],
    ),
    raise(
      'health-visitors',
      m(6),
      'name:Partnership manager',
      by(ahead(35)),
      'Ask health visitors what they would need to pass on a worry early',
      [
        says(
          m(7),
          'guest',
          'Thirty answers. The most frequent: a name and a telephone number.',
          next('One name for each force', 'wms-rocu', by(ahead(35))),
        ),
      ],
    ),
    raise('national-return', m(6), 'wms-rocu', by(ahead(5)), 'The national return for this half year', [
      says(
        addDays(m(7), 30),
        'coordinator',
        'Four of five forces have sent their figures.',
        next('Severnside’s figures', 'severnside', by(ahead(2))),
      ),
    ]),
    raise(
      'inspection',
      m(6),
      ['north-mercia', 'wms-rocu'],
      null,
      'What the inspectorate found in another region: would it find it here?',
      [
        says(
          m(7),
          'chair',
          'Read. Three of its seven findings would hold for us as well.',
          next('A page on each of the three', 'wms-rocu', nextMeeting),
        ),
        waitsFor(m(7), 'chair', 'Inspectorate', 'the annex with the method, which is not published yet'),
      ],
    ),
    raise(
      'school-holidays',
      m(7),
      ['taff-vale', 'severnside'],
      by(ahead(26)),
      'Plan for the school holidays: patrols, messages, who is told',
      [
        says(addDays(m(7), 28), 'spoc-coast', 'Severnside will patrol the two parks and the station.'),
        says(addDays(m(7), 33), 'spoc-welsh', 'Negeseuon dwyieithog yn barod ar gyfer yr ysgolion.'),
      ],
    ),
    raise(
      'vetting',
      m(7),
      'wms-rocu',
      by(ago(4)),
      'Vetting of the two new members of the group before papers are sent to them',
      [
        says(
          addDays(m(7), 14),
          'coordinator',
          'One is cleared.',
          next('Ask about the other every week', 'wms-rocu', by(ago(4))),
        ),
      ],
    ),
    raise(
      'minutes-form',
      m(7),
      'wms-rocu',
      nextMeeting,
      'Minutes to carry actions in a table, so that nothing is lost between prose and tracker',
      [
        proposes(
          ago(6),
          'coordinator',
          'The minutes of the last meeting have the table. Members found it easier to read.',
        ),
      ],
    ),
    raise(
      'helpline',
      m(7),
      ['severn-vale', 'north-mercia'],
      endOf(ahead(48)),
      'A helpline for parents, shared by two forces for a trial of six months',
      [
        says(
          ago(12),
          'spoc-vale',
          'A number has been reserved. Staffing is agreed for evenings.',
          next('Words for the website, in plain English', 'severn-vale', endOf(ahead(20))),
        ),
      ],
    ),
    raise(
      'welsh-helpline',
      m(7),
      'taff-vale',
      { kind: 'words', words: 'To be set' },
      'A ddylai’r llinell gymorth fod ar gael yn Gymraeg o’r diwrnod cyntaf?',
      [
        says(
          ago(8),
          'spoc-welsh',
          'Dylai. Mae dau aelod o staff ar gael gyda’r nos.',
          next('Cytuno â’r ddau heddlu arall', 'taff-vale', nextMeeting),
        ),
      ],
    ),
    raise(
      'vehicles',
      m(7),
      'marches',
      nextMeeting,
      'Vehicles that are seen near homes more than once: one list, read by all five control rooms',
      [
        says(
          ago(3),
          'spoc-marches',
          'The list can be shared once a week. Daily needs a change in two control rooms.',
          next('Start weekly', 'marches', nextMeeting),
        ),
      ],
    ),
    raise(
      'immediate',
      addDays(m(7), 40),
      'wms-rocu',
      { kind: 'words', words: 'Immediate' },
      'Correct the address in the distribution list: papers went to a mailbox that nobody reads',
      [proposes(ago(2), 'coordinator', 'Corrected; the owner of the mailbox has confirmed that nothing was opened.')],
    ),
  ]
}
