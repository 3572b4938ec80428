/** What the CSAE SGG set itself at its first meeting in the register, and what became of it. Fictional throughout. */

import { addDays, type Day } from '../../domain/day.ts'
import { makeWithheld } from '../../domain/passage.ts'
import {
  discharges,
  by,
  closes,
  endOf,
  finishes,
  next,
  nextMeeting,
  part,
  quarterOf,
  raise,
  retains,
  says,
  until,
  waitsFor,
  type Tale,
} from './story.ts'

/** @param days when the group met, oldest first; the ninth is the next meeting */
export function founding(days: readonly Day[]): Tale[] {
  const m = (index: number): Day => days[index] ?? ''
  const key = (index: number): string => `meeting-${m(index)}`
  const flagging = part(
    'a',
    'Each force to describe how and by whom the CSE flag is applied, and how sure it is of it',
    'marches',
  )
  const workshop = part(
    'b',
    'ROCU to hold one workshop for crime registrars and set down what good looks like',
    'wms-rocu',
  )
  return [
    raise(
      'flagging',
      m(0),
      ['wms-rocu', 'marches'],
      nextMeeting,
      'Forces do not flag child sexual exploitation in the same way, so that regional figures cannot be compared',
      [
        says(
          m(1),
          'spoc-marches',
          'The flag is set by the reporting officer and checked by nobody. One in four sampled records was wrong.',
          next('Sample a second quarter before anything is changed', 'marches', nextMeeting),
        ),
        says(
          m(2),
          'spoc-north',
          'North Mercia sampled 120 records: 88 per cent right after the front desk was briefed.',
        ),
        finishes(m(3), 'spoc-marches', flagging),
        says(
          m(3),
          'coordinator',
          'All five forces have described their practice; the paper was circulated with the minutes.',
          next('Workshop for the five registrars, half a day, at the ROCU', 'wms-rocu', endOf(addDays(m(4), 20))),
        ),
        finishes(addDays(m(4), 25), 'coordinator', workshop),
        ...discharges(
          m(5),
          'spoc-marches',
          'The workshop agreed one rule for the flag. Registrars check ten records a month and report here.',
        ),
      ],
      [flagging, workshop],
    ),
    raise(
      'national-position',
      m(0),
      'wms-rocu',
      until('the national working group has agreed its position'),
      'Obtain the national position on groups that confront suspects themselves, and circulate it',
      [
        says(
          m(1),
          'coordinator',
          'A draft exists. It may be read but not passed on.',
          next('Ask again once the working group has met', 'wms-rocu'),
        ),
        says(
          m(3),
          'coordinator',
          'The draft went back to its authors for legal advice.',
          next('Keep until the position is agreed'),
        ),
        waitsFor(m(4), 'coordinator', 'National working group', 'the agreed position'),
        says(
          m(7),
          'coordinator',
          'Nothing further. Forces keep to the interim position that was circulated last year.',
          next('Keep until the position is agreed'),
        ),
      ],
    ),
    raise(
      'quarterly-returns',
      m(0),
      'wms-rocu',
      nextMeeting,
      'Forces to send the OCAG return each quarter; the ROCU to prompt two weeks before',
      [
        says(
          m(1),
          'coordinator',
          'Three of five returns arrived, two after a second prompt.',
          next('Prompt by name and not by mailbox', 'wms-rocu'),
        ),
        retains(m(2), key(3), 'Four of five. Keep for the next meeting.'),
        says(
          m(4),
          'spoc-coast',
          'Severnside could not say who collects it after a move of teams. That is now the intelligence desk.',
          next('Send the return of the last quarter with this one', 'severnside', by(addDays(m(4), 30))),
        ),
        says(
          m(6),
          'coordinator',
          'All five, on time, for the first time.',
          next('Circulate the regional table each month instead of each quarter', 'wms-rocu', nextMeeting),
        ),
        retains(m(7), key(8), 'The monthly table has been sent twice. Keep until it is routine.'),
      ],
    ),
    raise(
      'debriefs',
      m(0),
      ['severn-vale', 'taff-vale'],
      by(addDays(m(1), 30)),
      'Nominate prisoners for debriefing on how children were approached',
      [
        says(
          m(1),
          'spoc-vale',
          'Two nominations drafted, none sent: the form asks for an assessment that the force does not make.',
          next('Ask which part of the form may be left empty', 'severn-vale'),
        ),
        ...discharges(
          m(2),
          'spoc-vale',
          'Both nominations accepted; the third is with the prison and no longer a matter for this group.',
        ),
      ],
    ),
    raise('informant-strategy', m(0), 'wms-rocu', null, makeWithheld('Operational'), [
      says(m(1), 'coordinator', makeWithheld('Operational')),
      closes(m(3), 'overtaken', 'Now followed elsewhere.'),
    ]),
    raise(
      'social-media',
      m(0),
      ['north-mercia', 'name:Regional lead for digital harm'],
      nextMeeting,
      'Raise the platforms’ slow answers to preservation requests with the national lead',
      [
        says(
          m(1),
          'chair',
          'Raised. Platforms answer in nine days on average; the national lead asks for figures by platform.',
          next('Figures by platform for one month from each force', 'north-mercia', endOf(addDays(m(1), 40))),
        ),
        says(m(2), 'spoc-north', 'Figures of four forces sent.'),
        ...discharges(
          m(3),
          'spoc-north',
          'The national lead has the figures of all five forces and has taken the matter up.',
        ),
      ],
    ),
    raise(
      'schools',
      m(0),
      'taff-vale',
      endOf(addDays(m(2), 30)),
      'Gwaith ataliol gydag ysgolion: cadw’n ddiogel ar-lein',
      [
        says(
          m(1),
          'spoc-welsh',
          'Mae’r adnoddau presennol yn Saesneg yn unig. Gofynnwyd i’r awdurdod addysg am gyfieithiad.',
          next('Cytuno ar y cyfieithiad â’r awdurdod addysg', 'taff-vale', endOf(addDays(m(2), 20))),
        ),
        says(m(2), 'spoc-welsh', 'Cytunwyd ar y cyfieithiad. Bydd y pecyn yn cyrraedd ysgolion ar ddechrau’r tymor.'),
        ...discharges(
          m(3),
          'spoc-welsh',
          'Mae’r pecyn dwyieithog mewn 41 o ysgolion. Rhannwyd â’r pedwar heddlu arall.',
        ),
      ],
      [
        part('1', 'Casglu’r adnoddau sydd eisoes ar gael', 'taff-vale', null, true),
        part('2', 'Rhannu’r pecyn â’r heddluoedd eraill', 'taff-vale', null, true),
      ],
    ),
    raise(
      'interviews',
      m(0),
      ['wms-rocu', 'marches'],
      nextMeeting,
      `Bring the co-ordinators of return home interviews together once, so that what children say reaches intelligence ${makeWithheld('Names a child’s placement')}`,
      [
        says(
          m(1),
          'spoc-marches',
          'Two of nine authorities share interviews as a rule.',
          next('Write to the seven others', 'marches'),
        ),
        says(
          m(3),
          'spoc-marches',
          `Six authorities now share. ${makeWithheld('Names a provider')}`,
          next('The remaining three through the safeguarding partnership', 'marches', quarterOf(m(5))),
        ),
        retains(m(5), key(6), 'Two remain.'),
        says(
          m(6),
          'guest',
          'The partnership will make sharing a condition of the new contract.',
          next('See the contract’s wording', 'wms-rocu', by(addDays(m(7), -10))),
        ),
      ],
    ),
  ]
}
