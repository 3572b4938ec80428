/**
 * Who may do what, and by which way: the one table that the service decides by, and that a test walks for every role,
 * operation and surface. Roles are those of Control, in force on the day, of holder or deputy. `reader` is whoever may
 * open the group's site; nobody else learns that there is such a group. A surface that a row doesn't name has no way to
 * do it.
 */

import { ROLES, type Role, type SwitchedRoom } from '../domain/group.ts'

/**
 * `api` is the tab's and the command line's; `import` the confirming of a batch; `card` a button in a chat; `chat` words
 * said to the bot; `graph` a program with the person's own token and without us.
 */
export const SURFACES = ['api', 'import', 'card', 'chat', 'graph'] as const
export type Surface = (typeof SURFACES)[number]

/**
 * `holder`: of a post that owns the work, their deputy, or to whom it was passed. `mended`: whoever writes into the
 * group's lists can, and within minutes it is found and put right.
 */
export type Who = 'reader' | 'holder' | 'nobody' | 'mended' | readonly Role[]

/** Whoever holds a post of the group. */
const POSTS: readonly Role[] = ROLES
/** And tells of what happened: an auditor looks on. */
const REPORTERS: readonly Role[] = ROLES.filter((role) => role !== 'auditor')

export const POLICY = {
  /** With the person's own token, by SharePoint's permissions; in a chat, what its marking lets be shown there. */
  'register.read': { graph: 'reader', chat: 'reader' },
  'register.write': { graph: 'reader' },
  /** What a decision brings about: columns that are the service's. */
  'outcome.write': { graph: 'mended' },
  'control.read': { graph: 'nobody' },
  'control.write': { graph: 'nobody' },
  /** What waits for a decision, with its evidence and history. */
  'approval.read': { api: 'reader' },
  /**
   * And not for what they asked for themselves; from a further extension on, whom the group's settings name. A card only
   * opens the dialog, where it is theirs and freshly signed in.
   */
  'approval.decide': { api: ['chair'], card: 'nobody', chat: 'nobody' },
  'import.confirm': { import: ['coordinator'] },
  'settings.read': { api: 'reader' },
  'settings.change': { api: ['coordinator', 'chair'] },
  /** Which rooms a group's channel has. */
  'rooms.change': { api: ['coordinator', 'chair'] },
  'unreached.read': { api: ['coordinator'] },
  'people.read': { api: 'reader' },
  /** Nobody gives themselves a post that decides (src/domain/peoplechange.ts). */
  'people.change': { api: ['coordinator', 'chair'] },
  'leavers.read': { api: ['coordinator', 'chair'] },
  /** Closing, and putting what was decided aloud before the chair. */
  'meeting.close': { api: ['coordinator'] },
  'list.read': { api: 'reader' },
  /** What a meeting decided aloud, once and as one list; not by whoever recorded it. */
  'list.confirm': { api: ['chair'] },
  /** With its evidence, and not of what one asked for oneself. */
  'outside.record': { api: ['coordinator'] },
  /** Whoever owes a response is prompted again today. */
  'request.chase': { api: ['coordinator'] },
  /** What a return gathered goes back to every organisation. */
  'return.circulate': { api: ['coordinator', 'analyst'] },
  'guidance.read': { api: 'reader' },
  /** Writing, submitting, taking back, an interim position, what an outside body answered. */
  'guidance.draft': { api: ['coordinator', 'assetOwner'] },
  /** Whoever holds the post that it names, and wrote none of it. A card only opens the dialog. */
  'guidance.decide': { api: ['chair', 'assetOwner'], card: 'nobody', chat: 'nobody' },
  /** What is in force, only by whoever might have agreed it. */
  'guidance.withdraw': { api: ['coordinator', 'chair', 'assetOwner'] },
  /** What a SPOC's own organisation says of a draft; what anybody else said, whoever drafts. */
  'guidance.consult': { api: ['coordinator', 'assetOwner', 'spoc'] },
  /** For one's own organisation, of the words that one saw. */
  'guidance.acknowledge': { api: ['spoc'], card: 'nobody', chat: 'nobody' },
  /** Counts, notifications and profiles of incidents. */
  'incident.read': { api: POSTS },
  /** For one's own force; for any by who searches and keeps for the region (src/domain/incident.ts). */
  'incident.report': { api: REPORTERS },
  /** Of what one may read; itself a disclosure, on record with whom it is for. */
  'incident.export': { api: POSTS },
  /** What a force’s own notifications come to, for its return. */
  'incident.figures': { api: REPORTERS },
  /** Where there is an information asset owner, not by the coordinator (src/domain/profile.ts). */
  'profile.keep': { api: ['assetOwner', 'coordinator'] },
  /** The register of who has access: of one's own organisation, but for whom `access.export` names. */
  'access.read': { api: ['spoc', 'approver', 'assetOwner', 'databaseAdministrator', 'coordinator', 'auditor'] },
  /** Of all organisations, and out of here. */
  'access.export': { api: ['assetOwner', 'databaseAdministrator', 'coordinator', 'auditor'] },
  'access.nominate': { api: ['spoc', 'approver'] },
  /** The one of the organisation, then the other; not for whom they nominated, nor for themselves. */
  'access.decide': { api: ['approver', 'assetOwner'], card: 'nobody', chat: 'nobody' },
  /** That the account was opened, or closed. */
  'access.confirm': { api: ['databaseAdministrator'] },
  /** Suspending and revoking: one person, at once. */
  'access.end': { api: ['spoc', 'approver', 'assetOwner'] },
  'access.askBack': { api: ['spoc', 'approver'] },
  'access.review': { api: ['approver'] },
  'access.reconcile': { api: ['databaseAdministrator', 'assetOwner'] },
  'access.setUp': { api: ['assetOwner'] },
  /** Who saw and changed what of the group's on Control. */
  'audit.read': { api: ['auditor'] },
  /** Itself a disclosure that stands in the audit. */
  'audit.export': { api: ['auditor'] },
  'audit.verify': { api: ['auditor'] },
  /** How long what Control keeps is kept, and how much of it is due to go. */
  'audit.retention': { api: ['auditor', 'assetOwner', 'coordinator'] },
  'audit.retain': { api: ['assetOwner', 'coordinator'] },
  /** Never by whom it could show up: an auditor looks, and destroys nothing. */
  'audit.dispose': { api: ['assetOwner', 'coordinator'] },
  /** Requests under the Freedom of Information Act, with what is withheld. */
  'disclosure.read': { api: ['coordinator', 'chair'] },
  'disclosure.prepare': { api: ['coordinator'] },
  /** On which grounds something may be withheld. */
  'disclosure.grounds': { api: ['coordinator'] },
  /** Exactly the copy that was asked for, and not by who prepared it (src/domain/disclosure.ts). */
  'disclosure.release': { api: ['chair'] },
  /** A file of what was released. */
  'disclosure.takeOut': { api: ['coordinator', 'chair'] },
  /** An update, nothing to report, a proposal, a request for more time. */
  'work.answer': { card: 'holder', chat: 'nobody' },
  'work.pass': { api: 'holder', card: 'holder' },
} as const satisfies Record<string, Partial<Record<Surface, Who>>>

export type Operation = keyof typeof POLICY

/** What the operations of a switched room begin with. */
const ROOM_OF: Readonly<Record<string, SwitchedRoom>> = {
  guidance: 'guidance',
  incident: 'incidents',
  profile: 'incidents',
  access: 'access',
  disclosure: 'report',
}

/**
 * The room that an operation is done in: while it is off nobody does it, by any way. Null: in none. The audit answers
 * whatever is switched on: whom it shows up doesn't end it.
 */
export function roomOf(operation: Operation): SwitchedRoom | null {
  return ROOM_OF[operation.slice(0, operation.indexOf('.'))] ?? null
}

export type SurfaceOf<Of extends Operation> = keyof (typeof POLICY)[Of] & Surface

/**
 * For who may read the group.
 *
 * @param isTheirs the work that it is about is put to them
 */
export function mayDo<Of extends Operation>(
  operation: Of,
  surface: SurfaceOf<Of>,
  roles: ReadonlySet<Role>,
  isTheirs = false,
): boolean {
  const row: Partial<Record<Surface, Who>> = POLICY[operation]
  const who = row[surface] ?? 'nobody'
  switch (who) {
    case 'reader':
      return true
    case 'holder':
      return isTheirs
    case 'nobody':
    case 'mended':
      return false
    default:
      return who.some((role) => roles.has(role))
  }
}
