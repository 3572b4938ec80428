/**
 * A database's own list of accounts, from Excel or CSV: which column is the account, whose it is and whether it can be
 * used, by their headings in either language. What a column says and isn't understood is told, never guessed. Pure.
 *
 *   Login | Full name | Status            { account: 'carys.p', name: 'Carys Probert', isEnabled: true }
 *   carys.p | Carys Probert | Active  →
 */

import type { Account } from '../domain/accessreconciling.ts'
import type { Result } from '../domain/result.ts'
import { readDocument } from './document.ts'
import type { DocumentProblem, Row, Table } from './table.ts'
import { foldText } from './text.ts'

export const ACCOUNT_COLUMNS = ['account', 'name', 'state'] as const
export type AccountColumn = (typeof ACCOUNT_COLUMNS)[number]

export interface AccountList {
  readonly accounts: readonly Account[]
  /** The heading that each was found under; a list without `state` has only accounts that can be used. */
  readonly headings: Readonly<Partial<Record<AccountColumn, string>>>
  /** Rows of the file whose state nobody can tell; they count as ones that can be used. */
  readonly unclear: readonly { readonly row: number; readonly text: string }[]
}

export type AccountListProblem = DocumentProblem | { readonly code: 'noAccounts'; readonly values?: never }

/** Folded, so without capitals and signs. */
const HEADINGS: Readonly<Record<AccountColumn | 'locked', RegExp>> = {
  account:
    /^(?:account|account name|account id|user|user ?name|user ?id|user account|login|login name|log ?on|log ?on name|collar|collar number|cyfrif|enw r cyfrif|enw defnyddiwr|defnyddiwr)$/u,
  name: /^(?:name|full name|display name|person|holder|account holder|staff name|enw|enw llawn|deiliad)$/u,
  state:
    /^(?:status|state|enabled|active|account status|account enabled|account state|statws|galluogwyd|gweithredol)$/u,
  locked:
    /^(?:disabled|locked|suspended|inactive|closed|account disabled|is disabled|is locked|analluogwyd|wedi i gloi)$/u,
}

const YES = /^(?:yes|y|true|1|ie|ydy)$/u
const NO = /^(?:no|n|false|0|na|nac ydy)$/u
const USABLE = /^(?:active|enabled|open|live|current|ok|gweithredol|agored)$/u
const UNUSABLE =
  /^(?:inactive|not active|disabled|not enabled|locked|locked out|suspended|closed|expired|revoked|deleted|anweithredol|ar gau|wedi i gloi)$/u

/** Headings stand below a title at most so far. */
const HEADING_WITHIN = 12

/** Reads a file. Call it where it can be ended (see readDocument). */
export function readAccountList(file: {
  readonly name: string
  readonly bytes: Uint8Array
}): Result<AccountList, AccountListProblem> {
  const read = readDocument(file)
  if (!read.ok) return read
  for (const table of read.value) {
    const list = accountsIn(table)
    if (list) return { ok: true, value: list }
  }
  return { ok: false, error: { code: 'noAccounts' } }
}

/** Null: it has no column of accounts or names. */
export function accountsIn({ rows }: Table): AccountList | null {
  const at = rows.slice(0, HEADING_WITHIN).findIndex((row) => {
    const places = placesOf(row)
    return places.account !== undefined || (places.name !== undefined && places.state !== undefined)
  })
  const heading = rows[at]
  if (!heading) return null
  const places = placesOf(heading)
  const unclear: { row: number; text: string }[] = []
  const accounts = rows.slice(at + 1).flatMap((row): Account[] => {
    const cell = (column: number | undefined): string =>
      column === undefined ? '' : (row.cells[column]?.text.trim() ?? '')
    const [account, name, state] = [cell(places.account), cell(places.name), cell(places.state)]
    if (account === '' && name === '') return []
    const isUsable = stateOf(state, places.isLocked)
    if (isUsable === null) unclear.push({ row: row.row, text: state })
    return [{ account, name, isEnabled: isUsable ?? true }]
  })
  if (accounts.length === 0) return null
  const headings: Partial<Record<AccountColumn, string>> = {}
  for (const column of ACCOUNT_COLUMNS) {
    const place = places[column]
    if (place !== undefined) headings[column] = heading.cells[place]?.text.trim() ?? ''
  }
  return { accounts, headings, unclear }
}

type Places = Partial<Record<AccountColumn, number>> & { readonly isLocked: boolean }

/** The first column of each kind. */
function placesOf({ cells }: Row): Places {
  const folded = cells.map(({ text }) => foldText(text))
  const find = (kind: keyof typeof HEADINGS): number | undefined => {
    const place = folded.findIndex((text) => HEADINGS[kind].test(text))
    return place < 0 ? undefined : place
  }
  const [account, name, state, locked] = [find('account'), find('name'), find('state'), find('locked')]
  const told = state ?? locked
  return {
    ...(account === undefined ? {} : { account }),
    ...(name === undefined ? {} : { name }),
    ...(told === undefined ? {} : { state: told }),
    isLocked: state === undefined && locked !== undefined,
  }
}

/** Null: nobody can tell. Empty says nothing against it. `isLocked`: a yes under this heading says that it can't be used. */
function stateOf(text: string, isLocked: boolean): boolean | null {
  const folded = foldText(text)
  if (folded === '' || USABLE.test(folded)) return true
  if (UNUSABLE.test(folded)) return false
  if (YES.test(folded)) return !isLocked
  return NO.test(folded) ? isLocked : null
}
