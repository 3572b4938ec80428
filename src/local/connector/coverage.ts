/**
 * How much of the Bot Connector of Teams is here: a row for each route, what it leaves out, and the test that shows it.
 * A test holds this table equal to the routes and looks the tests up. Not begun: meetings, reactions, targeted
 * messages, `/v3/teams`, attachments as files, message extensions, automatic refresh of cards (`refresh.userIds` are
 * kept and nothing comes of them).
 */

export interface Coverage {
  /** As in routes.ts. */
  readonly route: string
  readonly status: 'supported' | 'partial'
  /** What is left out or done otherwise. */
  readonly note: string
  /** File below tests/local/connector, and the name of a test in it. */
  readonly test: readonly [file: string, name: string]
}

export const COVERAGE: readonly Coverage[] = [
  {
    route: 'conversations.create',
    status: 'partial',
    note: 'One person, or a new thread in a channel; no group chats. One-to-one conversations have the same id for ever.',
    test: ['bot', 'who is named by object id or by their id for the bot, in one conversation for ever'],
  },
  {
    route: 'activities.create',
    status: 'partial',
    note: 'Messages and typing; no streams of text, no files.',
    test: ['bot', 'and edits it, and takes it back; nobody else sees it'],
  },
  {
    route: 'activities.reply',
    status: 'supported',
    note: '',
    test: ['bot', 'answers in the thread of what it answers'],
  },
  {
    route: 'activities.update',
    status: 'partial',
    note: 'Counts as a message sent; Microsoft publishes no limit of its own for edits.',
    test: ['bot', 'and edits it, and takes it back; nobody else sees it'],
  },
  {
    route: 'activities.delete',
    status: 'partial',
    note: 'The message goes without a trace, where Teams says that one was deleted.',
    test: ['bot', 'and edits it, and takes it back; nobody else sees it'],
  },
  {
    route: 'members.list',
    status: 'supported',
    note: '',
    test: ['bot', 'names its members, guests as guests of this tenant'],
  },
  {
    route: 'members.get',
    status: 'supported',
    note: '',
    test: ['bot', 'names its members, guests as guests of this tenant'],
  },
  {
    route: 'members.paged',
    status: 'supported',
    note: '',
    test: ['bot', 'names its members, guests as guests of this tenant'],
  },
]
