/** What isn't saved yet, on its row and above the register. */
export const outbox = {
  'outbox.mark.sending': 'Saving',
  'outbox.mark.waiting': 'Not saved yet',
  'outbox.mark.held': 'Needs you',
  'outbox.waits': '{count, plural, one {# change waits} other {# changes wait}} to be sent.',
  'outbox.waits.denied':
    '{count, plural, one {# change isn’t} other {# changes aren’t}} saved: you may read this register but not write in it.',
  'outbox.waits.memory': 'Don’t close this page: what is marked OFFICIAL-SENSITIVE is kept in it alone.',
  'outbox.held': '{count, plural, one {# change needs} other {# changes need}} your decision.',
  'outbox.show': 'Show',
  'outbox.hide': 'Hide',
  'outbox.sendNow': 'Send now',
  'outbox.news': '{count, plural, one {# new} other {# new}}',
  'outbox.news.label':
    '{count, plural, one {# action that is new: go to it} other {# actions that are new: go to the first}}',
}
