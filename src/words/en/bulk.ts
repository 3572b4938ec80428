/** One deed for many actions: the bar at the grid's foot, what is asked once, how far it is, and what became of each. */
export const bulk = {
  'bulk.bar': 'What is selected',
  'bulk.selected': '{count, plural, one {# action selected} other {# actions selected}}',
  'bulk.clear': 'Let go of the selection',
  'bulk.clearKey': 'Let go of the selection (Esc)',
  'bulk.nothing': 'Nothing is selected any more.',

  'bulk.note.retain':
    '{count, plural, one {It comes up again there. That is no extension.} other {All # come up again there. That is no extension.}}',
  'bulk.note.reassign':
    '{count, plural, one {Whose it was stays in its history.} other {These # get the same owners. Whose they were stays in their histories.}}',
  'bulk.note.askExtension':
    '{count, plural, one {Nothing moves until somebody else has decided.} other {Nothing moves until somebody else has decided, on each of the # by itself.}}',
  'bulk.ownersMissing': 'Pick who takes them over.',
  'bulk.already': 'It is so already.',
  'bulk.unable': '{count, plural, one {# is left out} other {# are left out}}',

  'bulk.send.retain': '{count, plural, =0 {Keep none} one {Keep # action} other {Keep # actions}}',
  'bulk.send.reassign':
    '{count, plural, =0 {Change none} one {Change the owners of # action} other {Change the owners of # actions}}',
  'bulk.send.askExtension': '{count, plural, =0 {Ask for none} one {Ask for # action} other {Ask for # actions}}',

  'bulk.sending': '{done} of {total} saved',
  'bulk.notAll': 'Not all of it could be done',
  'bulk.show': 'Show',
  'bulk.stop': 'Stop',
  'bulk.stopping': 'Stopping after the one that is under way…',

  'bulk.done': '{count, plural, =0 {Nothing was changed.} one {# action was changed.} other {# actions were changed.}}',
  'bulk.undone': '{count, plural, one {# action is as it was.} other {# actions are as they were.}}',
  'bulk.undonePart': '{done} of {total} are as they were. The others could not be taken back.',
  'bulk.left': '{count, plural, one {# isn’t saved yet} other {# aren’t saved yet}}',
  'bulk.stopped': 'You stopped. What is saved stays saved; going on changes nothing twice.',
  'bulk.unsaved.offline': 'You are offline. Going on later changes nothing twice.',
  'bulk.unsaved.throttled': 'SharePoint is busy. Going on later changes nothing twice.',
  'bulk.unsaved.denied': 'You may read this register but not write in it.',
  'bulk.unsaved.signIn': 'Please sign in again, then go on: nothing is changed twice.',
  'bulk.unsaved.fault': 'SharePoint didn’t answer as it should ({requestId}). Going on changes nothing twice.',
  'bulk.goOn': 'Go on',
  'bulk.stale':
    '{count, plural, one {Somebody changed # of them meanwhile; it is left as it is} other {Somebody changed # of them meanwhile; they are left as they are}}',
  'bulk.differs': '{field}: it was {seen}, now {now}',
  'bulk.sendStale': 'Do it to these all the same',
  'bulk.refused': '{count, plural, one {# couldn’t be done} other {# couldn’t be done}}',
  'bulk.finish': 'Close',
}
