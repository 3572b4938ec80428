/**
 * From accepted actions to commands that add them. An import has an id; each command's id follows from it and its
 * place, so that an import that was cut off is simply done again: what is there already is not added twice.
 */

import type { Origin, Owner } from '../domain/action.ts'
import { canonical } from '../domain/canonical.ts'
import type { AddAction, CommandId } from '../domain/command.ts'
import type { Due } from '../domain/due.ts'
import { parseDueWords } from '../domain/duewords.ts'
import type { Organisation, Post } from '../domain/group.ts'
import { findOrganisation, makeOwner } from '../domain/owner.ts'
import type { ImportedAction } from './tracker.ts'

export interface CommandOptions {
  /** Id of this import. */
  readonly batch: string
  /** Name of the document, as people will read it. */
  readonly document: string
  readonly organisations: Iterable<Organisation>
  /** An owner named by a post's title is that post, where only one has it. */
  readonly posts?: Iterable<Post>
  /** A valid command id that is always the same for one place in one batch. */
  makeId(index: number): CommandId
}

/** Makes one command an action, in their order. What the register can't hold it will refuse, in words. */
export function makeCommands(actions: readonly ImportedAction[], options: CommandOptions): AddAction[] {
  const organisations = [...options.organisations]
  const posts = [...(options.posts ?? [])]
  const ownersOf = (written: readonly string[] = []): Owner[] =>
    written.flatMap((owner) => findPost(owner, posts) ?? makeOwners(owner, organisations))
  const dueOf = (written: string | null | undefined): Due | null => (written ? readDue(written) : null)
  return actions.map((action, index) => ({
    kind: 'addAction',
    id: options.makeId(index),
    details: action.details,
    actionKind: action.inspection?.kind ?? 'action',
    owners: ownersOf(action.owners),
    parts: action.parts.map(({ letter, details, note }) => ({
      letter,
      details,
      owners: ownersOf(note?.owners),
      due: dueOf(note?.due),
      status: note?.done ? 'done' : 'open',
    })),
    due: action.inspection ? action.inspection.due : dueOf(action.due),
    ...(action.note?.marking ? { marking: action.note.marking } : {}),
    origin: originOf(action, options),
    imported: {
      reference: action.reference,
      status: action.status,
      updates: action.updates.map(({ day, text, next, note, outcome }) => ({
        day,
        text,
        next: next === null ? null : { words: next, owners: ownersOf(note?.owners), due: dueOf(note?.due) },
        outcome,
      })),
      ...action.inspection?.imported,
    },
  }))
}

/** A recommendation names its report, and the number that it has there. */
function originOf({ inspection }: ImportedAction, { document, batch }: CommandOptions): Origin {
  const origin = { kind: 'document', words: document, batch } as const
  if (!inspection) return origin
  const { publication, title, number, addressee, deadline } = inspection
  return {
    ...origin,
    words: title,
    publication,
    ...(number === null ? {} : { number }),
    ...(addressee === null ? {} : { addressee }),
    ...(deadline === null ? {} : { deadline }),
  }
}

/**
 * A document's due is read as what it says whenever it is read: "in six weeks", or a day without its year, depends on
 * the day it was written on, which nobody knows, and stays words.
 */
export function readDue(written: string): Due | null {
  const words = written.replaceAll('\n', ' ')
  const [once, again] = ['2001-01-01', '2017-07-15'].map((day) => parseDueWords(words, day))
  return once && again && canonical(once) === canonical(again) ? once : { kind: 'words', words }
}

function findPost(title: string, posts: readonly Post[]): Owner[] | null {
  const [post, another] = posts.filter((each) => each.title === title)
  return post && !another ? [{ post: post.key }] : null
}

const SEPARATORS = /\s*(?:[,/&+]|\band\b|\ba\b|\bac\b)\s*/u

/**
 * "West Mercia" is an organisation; "West Mercia and Warwickshire" two, where both are known; "ROCUWM Daphne Brettle"
 * an organisation with a name beside it. Anything else stays as the words are.
 */
export function makeOwners(words: string, organisations: readonly Organisation[]): Owner[] {
  const whole = makeOwner(words, organisations)
  if ('organisation' in whole) return [whole]
  const several = words.split(SEPARATORS).map((part) => makeOwner(part, organisations))
  if (several.length > 1 && several.every((owner) => 'organisation' in owner)) return several
  const tokens = words.trim().split(/\s+/u)
  for (let count = tokens.length - 1; count > 0; count -= 1) {
    const organisation = findOrganisation(tokens.slice(0, count).join(' '), organisations)
    const name = tokens
      .slice(count)
      .join(' ')
      .replace(/^[\s,(–-]+|\)$/gu, '')
    if (organisation && name !== '') return [{ organisation: organisation.key }, { name }]
  }
  return [whole]
}
