/** What is said of a deed: in the menu and above its form, before it is done and after. Pure. */

import type { Action } from '../../domain/action.ts'
import { ownerWords } from '../../domain/owner.ts'
import { nextMeetingDay } from '../../domain/group.ts'
import { standingOf } from '../../domain/status.ts'
import type { Words } from '../../words/words.ts'
import type { DeedGround, UntoldCommand } from './deedfields.ts'
import type { Begun } from './deeds.ts'

/** How the menu names it; the same words stand above its form. */
export function titleOf({ deed, about }: Begun, words: Words): string {
  if (deed === 'addLink' && about === 'referredTo') return words.say('acting.refer')
  if (deed !== 'setPart') return words.say(`acting.${deed}`)
  return about === null ? words.say('acting.addPart') : words.say('acting.setPart', { letter: about })
}

/** What to know before doing it, or null. */
export function noteOf({ action, snapshot, today, begun, words }: DeedGround): string | null {
  const { deed } = begun
  switch (deed) {
    case 'askExtension': {
      const due = action.due ? words.dueStated(action.due) : ''
      const count = action.extensions.length
      if (count === 0) return words.say('acting.note.askExtension', { due })
      return words.say('acting.note.askExtensionAgain', { due, count })
    }
    case 'completeMilestone':
      return action.milestones.find((each) => each.id === begun.about)?.purpose ?? null
    case 'proposeDischarge':
      return words.say('composer.proposeText')
    case 'overrideStatus':
    case 'liftOverride': {
      const nextMeeting = nextMeetingDay([...snapshot.meetings.values()], today)
      const { rule, why } = standingOf(action, { today, nextMeeting, lateBy: snapshot.group.lateBy })
      return words.say(`acting.note.${deed}`, { colour: words.say(`status.${rule}`), why: words.reason(why) })
    }
    case 'setDue':
    case 'setMilestone':
    case 'retain':
    case 'withdrawDischarge':
    case 'close':
    case 'reopen':
    case 'reword':
    case 'setAddressee':
    case 'correct':
      return words.say(`acting.note.${deed}`)
    case 'reassign':
    case 'mark':
    case 'setPart':
    case 'addLink':
    case 'answerLink':
    case 'removeLink':
      return null
  }
}

/** What was done, once it is saved. */
export function savedWords(
  command: UntoldCommand,
  before: Action,
  after: Action,
  { snapshot, words }: Pick<DeedGround, 'snapshot' | 'words'>,
): string {
  const { reference } = after
  switch (command.kind) {
    case 'setDue':
    case 'askExtension':
      return words.say(`acting.saved.${command.kind}`, {
        reference,
        due: after.due ? words.dueStated(after.due) : words.say('register.noDue'),
      })
    case 'retain': {
      const meeting = snapshot.meetings.get(command.meeting)
      return words.say('acting.saved.retain', { reference, day: meeting ? words.day(meeting.day) : command.meeting })
    }
    case 'reassign': {
      const owners = command.owners.map((owner) => ownerWords(owner, snapshot))
      if (owners.length === 0) return words.say('acting.saved.reassignNobody', { reference })
      return words.say('acting.saved.reassign', { reference, owners: words.list(owners) })
    }
    case 'mark':
      return words.say('acting.saved.mark', { reference, marking: (after.marking ?? snapshot.group.marking).level })
    case 'setPart': {
      const { letter, status } = command.part
      const was = before.parts.find((part) => part.letter === letter)
      if (!was || was.status === status) return words.say('acting.saved.setPart', { reference, letter })
      return words.say(status === 'done' ? 'acting.saved.partDone' : 'acting.saved.partReopened', { reference, letter })
    }
    case 'overrideStatus':
      return words.say('acting.saved.overrideStatus', { reference, colour: words.say(`status.${command.colour}`) })
    case 'setMilestone':
    case 'completeMilestone':
    case 'proposeDischarge':
    case 'withdrawDischarge':
    case 'close':
    case 'reopen':
    case 'reword':
    case 'setAddressee':
    case 'addLink':
    case 'answerLink':
    case 'removeLink':
    case 'liftOverride':
      return words.say(`acting.saved.${command.kind}`, { reference })
    case 'addUpdate':
    case 'mergeEdition':
    case 'recordDischarge':
    case 'recordExtension':
    case 'putRight':
    case 'noteHandOver':
      return words.say('acting.saved.correct', { reference })
  }
}
