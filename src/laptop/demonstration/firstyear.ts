/** The rest of the CSAE SGG's first year: most of it is done with, some of it still waits. Fictional throughout. */

import { addDays, type Day } from '../../domain/day.ts'
import {
  discharges,
  by,
  closes,
  endOf,
  next,
  nextMeeting,
  proposes,
  quarterOf,
  raise,
  refuses,
  says,
  waitsFor,
  type Tale,
} from './story.ts'

/** @param days when the group met, oldest first; the ninth is the next meeting */
export function firstYear(days: readonly Day[]): Tale[] {
  const m = (index: number): Day => days[index] ?? ''
  return [
    raise(
      'nrm',
      m(1),
      'wms-rocu',
      nextMeeting,
      'Say how many children of the region were referred to the National Referral Mechanism, by force and by kind',
      [
        says(
          m(2),
          'coordinator',
          'The published tables are too coarse. Forces would have to count for themselves.',
          next('Each force to count one quarter, by hand, once'),
        ),
        ...discharges(
          m(4),
          'coordinator',
          'The count was made for one quarter and is on file. The group agreed not to repeat it.',
        ),
      ],
    ),
    raise(
      'referrals-input',
      m(1),
      'wms-rocu',
      nextMeeting,
      'A visitor from the national referrals desk, to say what becomes of what forces send',
      [...discharges(m(2), 'coordinator', 'Input given at the meeting, slides circulated.')],
    ),
    raise('new-spoc-marches', m(1), 'marches', nextMeeting, 'A SPOC for Marches Police is required', [
      says(m(2), 'chair', 'The post has been advertised within the force.'),
      closes(m(3), 'superseded', 'An interim SPOC attends; the permanent post is followed under its own number.'),
    ]),
    raise(
      'hotels',
      m(1),
      ['severnside', 'severn-vale'],
      quarterOf(m(3)),
      'Repeat the hotel exercise of two years ago: would staff notice, and would they call?',
      [
        says(
          m(2),
          'spoc-coast',
          'Twelve of twenty hotels let the booking through.',
          next('Training offered to all twenty', 'severnside', endOf(addDays(m(3), 10))),
        ),
        says(m(4), 'spoc-coast', 'Fifteen hotels trained. The exercise was repeated: four of twenty let it through.'),
        ...discharges(
          m(4),
          'spoc-coast',
          'Results and the training pack were shared with all forces and the licensing authorities.',
          6,
        ),
      ],
    ),
    raise('analyst-time', m(1), 'wms-rocu', nextMeeting, 'Find analyst time for a regional problem profile', [
      says(m(2), 'coordinator', 'No time this quarter.'),
      proposes(m(3), 'coordinator', 'A student placement will write the profile.'),
      refuses(addDays(m(3), 2), 'A placement cannot see the data that the profile needs.'),
      says(
        m(4),
        'coordinator',
        'Two days a week from the new financial year.',
        next('Terms of reference for the profile', 'wms-rocu', endOf(addDays(m(5), 15))),
      ),
      ...discharges(m(5), 'coordinator', 'The analyst has started; the profile has its own number.'),
    ]),
    raise(
      'missing-marker',
      m(2),
      ['north-mercia', 'marches'],
      by(addDays(m(3), 14)),
      'Agree one marker for children who go missing across force boundaries',
      [
        says(m(3), 'spoc-north', 'Two forces can set it today, two need a change by their supplier.'),
        closes(m(4), 'overtaken', 'The national system brings its own marker.'),
      ],
    ),
    raise(
      'taxi',
      m(2),
      'severn-vale',
      nextMeeting,
      'Share what taxi licensing learned from refusals with the other licensing authorities',
      [...discharges(m(3), 'spoc-vale', 'Shared; three authorities have changed their questions.')],
    ),
    raise(
      'victims-voice',
      m(2),
      'name:Partnership manager',
      nextMeeting,
      'Hear from young people how they were told about the outcome of their case',
      [
        says(
          m(3),
          'guest',
          'Six young people took part. All six heard from somebody other than the officer they knew.',
          next('Words for officers, written with the young people', 'wms-rocu', endOf(addDays(m(4), 30))),
        ),
        ...discharges(m(5), 'guest', 'The words are agreed and in the officers’ pocket guide of all five forces.'),
      ],
    ),
    raise(
      'court-delays',
      m(2),
      'north-mercia',
      null,
      'Collect how long children wait for trial, and pass it to the criminal justice board',
      [
        says(
          m(4),
          'chair',
          'Median of 14 months. Passed to the board, which will answer.',
          next('Wait for the board’s answer'),
        ),
        waitsFor(m(4), 'chair', 'Criminal justice board', 'an answer on waiting times'),
        says(m(7), 'chair', 'The board has the paper on its next agenda.'),
      ],
    ),
    raise('duplicate-hotels', m(3), 'severnside', nextMeeting, 'Hotel staff: repeat the exercise', [
      closes(addDays(m(3), 5), 'duplicate', 'The hotel exercise has its own number already.'),
    ]),
    raise(
      'cross-border',
      m(3),
      ['taff-vale', 'marches'],
      endOf(addDays(m(4), 40)),
      'Cytundeb trawsffiniol gyda Heddlu’r Gororau / A cross-border agreement with Marches Police on first response',
      [
        says(
          m(4),
          'spoc-welsh',
          'Cyfarfu’r ddau heddlu. Mae’r drafft yn nodi pwy sy’n ymateb gyntaf ar hyd y ffin.',
          next('Cyngor cyfreithiol ar y drafft', 'taff-vale'),
        ),
        says(m(5), 'spoc-marches', 'Legal advice is in: two sentences to change.'),
        ...discharges(m(6), 'spoc-welsh', 'Llofnodwyd y cytundeb. / The agreement is signed by both forces.'),
      ],
    ),
    raise(
      'training-days',
      m(3),
      'wms-rocu',
      quarterOf(addDays(m(4), 10)),
      'One regional training day each half year, for front desks and control rooms',
      [
        says(m(4), 'coordinator', 'The first day was held: 62 people from five forces.'),
        ...discharges(m(5), 'coordinator', 'The second day is planned and belongs to the training calendar now.'),
      ],
    ),
  ]
}
