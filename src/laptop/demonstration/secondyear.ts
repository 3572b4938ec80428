/** The second year of the CSAE SGG's register: what goes on, and what has become late. Fictional throughout. */

import { addDays, type Day } from '../../domain/day.ts'
import { makeWithheld } from '../../domain/passage.ts'
import {
  asksFor,
  discharges,
  by,
  commandId,
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
        finishes(m(7), 'coordinator', compare),
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
        asksFor(
          ago(1),
          'spoc-vale',
          by(ahead(30)),
          'The month’s count ends next week. Severnside then needs two weeks to lay it beside its own.',
        ),
      ],
    ),
    raise(
      'phone-evidence',
      m(5),
      'north-mercia',
      by(ahead(3)),
      'Return a child’s telephone within 24 hours, or say why not',
      [
        says(m(6), 'spoc-north', 'Of 60 telephones 22 came back within 24 hours.'),
        says(
          m(7),
          'spoc-north',
          'Of 64 telephones 41 came back within 24 hours. The rest wait for one of two kiosks.',
          next('Business case for a third kiosk', 'north-mercia', by(ahead(3))),
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
        // Of what waits for the chair, the one that is about to lapse.
        proposes(
          ago(25),
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
  ]
}
