/** What isn't saved yet, on its row and above the register. */
export const outbox = {
  'outbox.mark.sending': 'Saving',
  'outbox.mark.waiting': 'Not saved yet',
  'outbox.mark.held': 'Needs you',
  'outbox.news': '{count, plural, one {# new} other {# new}}',
  'outbox.news.label': '{count, plural, one {# new: go to it} other {# new: go to the first}}',
}
