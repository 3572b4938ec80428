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
  'refusal.roomOff':
    'This part of the group is switched off: nothing in it is shown or changed until its coordinator switches it on, in the group’s settings.',
  'refusal.accessRuns':
    '{count, plural, one {One person still has access, waits for it, or has an account that nobody has confirmed as closed} other {# people still have access, wait for it, or have an account that nobody has confirmed as closed}}. End that in the Access room first; until then it stays on.',
  'refusal.guidanceRuns':
    '{count, plural, one {One piece of guidance still waits} other {# pieces of guidance still wait}} to be agreed. Decide, or take it back, first; until then the Guidance room stays on.',
  'refusal.disclosureRuns':
    '{count, plural, one {One request for disclosure isn’t answered yet} other {# requests for disclosure aren’t answered yet}}, and the law gives them 20 working days. Answer first; until then the Report room stays on.',
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
  'refusal.disclosureMissing': 'There is no such request any more. Reload the page.',
  'refusal.disclosureOver': 'This request was answered. What was given out stays as it was given out.',
  'refusal.fileNotKept':
    'This file isn’t kept any more as it was released, so it isn’t given out. Its hash stays on the record.',
  'refusal.lastGround': 'There has to be a ground to withhold on. Add another before you withdraw this one.',
  'refusal.groundTwice': 'There is a ground of these words already.',
  'refusal.notAllowed': 'None of your posts in this group lets you do this.',
  'refusal.personalData':
    '{kind, select, telephone {There is a telephone number in this} email {There is an e-mail address in this} postcode {There is a postcode in this} other {There is what looks like a date of birth in this}}. Take it out: nobody’s details are kept here.',
  'refusal.incidentDay': 'Give the day on which it happened: today or earlier.',
  'refusal.incidentUnknown': 'This notification isn’t there any more.',
  'refusal.incidentWithdrawn': 'This notification was withdrawn. Tell of the incident again if it happened after all.',
  'refusal.incidentAlike':
    '{count, plural, one {One like this has} other {# like this have}} been told already: same force, same day, same group. If yours is another one, say so and send it again.',
  'refusal.profileUnknown': 'This group has no profile any more. Choose another, or “not known”.',
  'refusal.profileNameTaken': 'There is a profile of {name} already, or it is another name of one.',
  'refusal.openingUnknown': 'This opening count isn’t there any more.',
  'refusal.openingTwice': 'Another opening count has some of these days and forces: they would be counted twice.',
  'refusal.notYourOrganisation': 'You tell of incidents for your own force. This is another one.',
  'refusal.notProfileKeeper': 'The information asset owner keeps these. Ask them to change it.',
  'refusal.serviceBusy':
    'Microsoft 365 is busy just now. Try again in {seconds, plural, one {# second} other {# seconds}}. Nothing you wrote is lost.',
  'refusal.serviceFault':
    'Something went wrong on our side. Nothing you wrote is lost. If it happens again, report {id}.',
}
