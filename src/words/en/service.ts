/** What the service says no with, and the few words that it writes itself. */
export const service = {
  'service.coordinator': 'Coordinator',
  'service.agenda.welcome': 'Welcome and apologies',
  'service.agenda.minutes': 'Minutes of the meeting of {day}',
  'service.agenda.matters': 'Matters arising',
  'service.agenda.other': 'Any other business',
  'refusal.signInNeeded': 'Sign in again to go on. What you wrote is kept.',
  'refusal.requestInvalid': 'This can’t be kept as it is. Look at it again, then send it once more.',
  'refusal.requestTooLarge': 'This is more than can be sent at once. Send it in smaller pieces.',
  'refusal.tooManyRequests':
    'That was a lot at once. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  'refusal.addressUnknown': 'The service doesn’t know this page’s question. Reload the page to get its newest version.',
  'refusal.notOwner': 'Only an owner of this team can set up the register of its channel. Ask one of them.',
  'refusal.notMember': 'You aren’t a member of this channel. Ask an owner of its team to add you.',
  'refusal.channelUnknown': 'This channel isn’t in its team any more. Open the tab in a channel that is.',
  'refusal.siteNotGranted':
    'Matters Arising may not use this team’s SharePoint site yet. Ask your Microsoft 365 administrator to grant it (“matters provision”), then try again.',
  'refusal.siteTaken':
    'This team’s site already holds the register of {name}. A second register needs a private channel, or a team of its own.',
  'refusal.channelTaken': 'This channel already has the register of {name}. Reload the page to open it.',
  'refusal.groupKeyTaken': 'Another group has this short name. Choose a different one.',
  'refusal.groupUnfinished':
    'Setting this channel up stopped half-way before. Use the short name {key} to finish it: everything else may be changed.',
  'refusal.commandReused': 'This was sent before with other words. Reload the page and try again.',
  'refusal.groupUnknown': 'There is no such group, or you aren’t in it.',
  'refusal.notCoordinator': 'Only the coordinator of this group can do this.',
  'refusal.rowsChanged': 'Somebody changed some of these actions at the same moment. Try again.',
  'refusal.nothingAsked': 'Nothing waits for a decision here any more: it was withdrawn or decided.',
  'refusal.contentChanged': 'This changed since you opened it. Look at it again, then decide.',
  'refusal.notApprover': 'Only the chair, or whoever the group’s settings name, can decide this.',
  'refusal.askedYourself': 'You asked for this yourself. Somebody else must decide it.',
  'refusal.hasLapsed': 'Nobody decided this in time. It has to be asked for again.',
  'refusal.reasonNeeded': 'Give a reason: it stands in the history.',
  'refusal.settingsChanged': 'Somebody changed these settings at the same moment. Look at them again.',
  'refusal.notYourWork': 'This isn’t yours to pass on. Its owners are others.',
  'refusal.meetingMissing': 'This group has no such meeting.',
  'refusal.meetingNotRunning': 'The meeting isn’t open: it was never begun, or is closed already.',
  'refusal.stillInLimbo':
    '{count, plural, one {One matter is still in limbo: retain, discharge, extend, refer or reassign it.} other {# matters are still in limbo: retain, discharge, extend, refer or reassign each of them.}}',
  'refusal.listChanged': 'Something on this list changed after it was put. Its coordinator has to put it again.',
  'refusal.nothingToCirculate': 'Nobody has answered this period yet, so there is nothing to circulate.',
  'refusal.guidanceMissing': 'This guidance isn’t there any more. Nothing was changed.',
  'refusal.bodyUnknown': 'It wasn’t submitted to this body.',
  'refusal.bodiesAwaited': 'It can’t be agreed yet: a body that it was submitted to hasn’t agreed.',
  'refusal.notSpoc': 'Only the SPOC of an organisation, or their deputy, can do this for it.',
  'refusal.notAllowed': 'None of your posts in this group lets you do this.',
  'refusal.serviceBusy':
    'Microsoft 365 is busy just now. Try again in {seconds, plural, one {# second} other {# seconds}}. Nothing you wrote is lost.',
  'refusal.serviceFault':
    'Something went wrong on our side. Nothing you wrote is lost. If it happens again, report {id}.',
}
