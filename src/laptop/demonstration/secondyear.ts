/** The second year of the CSAE SGG's register: what the group is working on now, some of it late. Fictional throughout. */

import { addDays, type Day } from '../../domain/day.ts'
import { makeWithheld } from '../../domain/passage.ts'
import {
  by,
  commandId,
  discharges,
  endOf,
  finishes,
  next,
  nextMeeting,
  part,
  proposes,
  quarterOf,
  raise,
  retains,
  says,
  until,
  waitsFor,
  type Tale,
} from './story.ts'

/** @param days when the group met, oldest first; the ninth is the next meeting */
export function secondYear(today: Day, days: readonly Day[]): Tale[] {
  const m = (index: number): Day => days[index] ?? ''
  const key = (index: number): string => `meeting-${m(index)}`
  const ago = (count: number): Day => addDays(today, -count)
  const ahead = (count: number): Day => addDays(today, count)
  const collect = part('a', 'Each force to send its list of places of concern', 'severnside')
  const compare = part('b', 'ROCU to lay the five lists over each other', 'wms-rocu')
  return [
    raise(
      'profile',
      m(4),
      'wms-rocu',
      by(ago(20)),
      'Regional problem profile on child sexual exploitation, with recommendations that somebody owns',
      [
        {
          day: m(4),
          by: 'coordinator',
          command: {
            kind: 'addLink',
            link: { kind: 'continues', target: { action: commandId('csae-sgg', 'analyst-time') } },
          },
        },
        says(
          m(5),
          'coordinator',
          'Data of four forces is in.',
          next('Taff Vale to send its data in the same shape', 'taff-vale'),
        ),
        says(m(6), 'spoc-welsh', 'Anfonwyd data Dyffryn Taf ym mis olaf y chwarter.'),
        says(
          m(7),
          'coordinator',
          'A first draft was read by the chair. Chapter 3 rests on too few cases to publish.',
          next('Rewrite chapter 3, then circulate', 'wms-rocu', by(ago(20))),
        ),
      ],
    ),
    raise(
      'places',
      m(4),
      ['severnside', 'wms-rocu'],
      nextMeeting,
      'Map the places where children of more than one force were met',
      [
        says(m(5), 'spoc-coast', 'Severnside’s list holds 31 places, 9 of them outside the force.'),
        finishes(m(6), 'spoc-coast', collect),
        says(
          m(7),
          'coordinator',
          'Laid over each other, eleven places stand on more than one list.',
          next('Visit the eleven, one force each', 'wms-rocu', nextMeeting),
        ),
      ],
      [collect, compare, part('c', 'Visits to the places that stand on more than one list', 'wms-rocu', nextMeeting)],
    ),
    raise(
      'data-agreement',
      m(4),
      'wms-rocu',
      until('all five forces have signed'),
      'Information sharing agreement between the forces and the safeguarding partnerships',
      [
        says(m(5), 'coordinator', 'Three forces have signed.'),
        says(m(6), 'spoc-north', 'North Mercia signed on the day before the meeting.'),
        says(
          m(7),
          'spoc-vale',
          'Severn Vale’s data protection officer asks for one paragraph more.',
          next('Send the paragraph to the other four before it is signed', 'severn-vale', by(ago(9))),
        ),
      ],
    ),
    raise(
      'online-desk',
      m(4),
      'severn-vale',
      endOf(addDays(m(6), 30)),
      'Say what each force’s online desk does when a parent forwards messages',
      [
        says(m(5), 'spoc-vale', 'Two forces open an incident each time, three do not.'),
        ...discharges(m(6), 'spoc-vale', 'One page, agreed by all five desks, is in use.'),
      ],
    ),
    raise(
      'night-response',
      m(4),
      ['north-mercia'],
      by(addDays(m(6), 10)),
      'First response at night: who speaks with the child?',
      [
        says(m(6), 'spoc-north', 'Specialist officers are on call until 2 am from this month.'),
        ...discharges(m(7), 'spoc-north', 'A month’s trial: eleven calls, each answered within the hour.'),
      ],
    ),
    raise(
      'residential',
      m(5),
      'marches',
      by(ago(41)),
      'List of residential homes that take children from other regions, and who tells us when one opens',
      [
        says(
          m(6),
          'spoc-marches',
          'The inspectorate’s list is complete for registered homes.',
          next('Ask the nine authorities about homes that are not registered yet', 'marches'),
        ),
        says(
          m(7),
          'spoc-marches',
          'Seven of nine authorities have answered.',
          next('The two others, in writing, from the chair', 'marches', by(ago(41))),
        ),
      ],
    ),
    raise('withheld-operation', m(5), 'wms-rocu', null, makeWithheld('Operational'), [
      says(m(6), 'coordinator', makeWithheld('Operational')),
    ]),
    raise(
      'spoc-rocu',
      m(5),
      'post:chair',
      nextMeeting,
      'The post of CSE SPOC at the ROCU is vacant: somebody is needed who can say what the ROCU will do',
      [
        says(m(6), 'coordinator', 'The secretary stands in for now.'),
        retains(m(7), key(8), 'Interviews are planned. Keep for the next meeting.'),
      ],
    ),
    raise(
      'interpreters',
      m(5),
      ['severnside', 'severn-vale'],
      quarterOf(ago(100)),
      'Interpreters for first accounts: how long does a child wait?',
      [
        says(m(6), 'spoc-coast', 'Four hours on average at Severnside.'),
        says(
          addDays(m(6), 21),
          'spoc-vale',
          'Two hours by telephone; nobody counted visits in person.',
          next('Count visits in person for one month', 'severn-vale', quarterOf(ago(100))),
        ),
      ],
    ),
    raise(
      'phone-evidence',
      m(5),
      'north-mercia',
      endOf(ahead(10)),
      'Return a child’s telephone within 24 hours, or say why not',
      [
        says(m(6), 'spoc-north', 'Of 60 telephones 22 came back within 24 hours.'),
        says(
          m(7),
          'spoc-north',
          'Of 64 telephones 41 came back within 24 hours. The rest wait for one of two kiosks.',
          next('Business case for a third kiosk', 'north-mercia', endOf(ahead(10))),
        ),
      ],
    ),
    raise(
      'licensing-visits',
      m(5),
      'severn-vale',
      nextMeeting,
      'Joint visits with licensing to late-night premises near children’s homes',
      [
        says(m(6), 'spoc-vale', 'Fourteen premises visited, two reviews of licences asked for.'),
        proposes(
          addDays(m(7), 20),
          'spoc-vale',
          'Both reviews have ended with conditions. Visits are part of licensing’s plan now.',
        ),
      ],
    ),
    raise(
      'welsh-forms',
      m(5),
      'taff-vale',
      endOf(ago(35)),
      'Ffurflenni cydsynio dwyieithog ar gyfer cyfweliadau â phlant',
      [
        says(
          m(6),
          'spoc-welsh',
          'Mae’r ffurflen gyntaf wedi’i chyfieithu ac yn cael ei phrofi.',
          next('Adborth gan dri gweithiwr cymdeithasol', 'taff-vale'),
        ),
        says(
          m(7),
          'spoc-welsh',
          'Cafwyd adborth. Rhaid symleiddio’r ail dudalen.',
          next('Anfon y fersiwn derfynol at yr argraffydd', 'taff-vale', endOf(ago(35))),
        ),
      ],
    ),
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
      [
        proposes(
          addDays(m(7), 41),
          'coordinator',
          'Corrected; the owner of the mailbox has confirmed that nothing was opened.',
        ),
      ],
    ),
  ]
}
