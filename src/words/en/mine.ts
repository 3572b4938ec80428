/** My matters: what I have to do, in all my groups. */
export const mine = {
  'mine.title': 'My matters',
  'mine.summary':
    '{count, plural, =0 {Nothing is waiting for you.} one {# matter is waiting for you.} other {# matters are waiting for you.}}',
  'mine.summary.late': '{count, plural, one {# is late.} other {# are late.}}',
  'mine.section.late': 'Late',
  'mine.section.soon': 'Due by the next meeting',
  'mine.section.later': 'Later, or with no day',
  'mine.section.others': 'Waiting for others',
  'mine.next': 'Next',
  'mine.deputy': 'as deputy',
  'mine.parts': '{count, plural, one {# part of it is yours} other {# parts of it are yours}}',
  'mine.empty.title': 'Nothing is waiting for you',
  'mine.empty': 'When a group gives your post or your organisation an action, it stands here, most urgent first.',
  'mine.noGroups.title': 'You aren’t in a group yet',
  'mine.noGroups': 'Ask a group’s coordinator to add you to its team. Its matters for you will then stand here.',
  'mine.partly.loading': 'Still reading {groups}.',
  'mine.partly.offline': 'You are offline. This is what was known last.',
  'mine.partly.denied': 'You may no longer open {groups}.',
  'mine.partly.throttled': 'Microsoft 365 is busy. {groups} will follow by itself.',
  'mine.partly.fault': '{groups} couldn’t be read. It is tried again by itself.',
} as const
