/** What people may ask of a request and of a response. Each is about one row, whose key it names. */

import type { ActionId } from './action.ts'
import type { CommandId } from './command.ts'
import type { Day } from './day.ts'
import type { Marking, Person } from './group.ts'
import type { FieldValues, FileReference, RequestContent, RequestField, ResponseContent } from './request.ts'

interface About<Name extends string> {
  readonly kind: Name
  readonly id: CommandId
  /** Of the request, or of the response (`responseKey`). */
  readonly key: string
}

export type MakeRequest = About<'makeRequest'> & {
  readonly title: string
  readonly words: string
  readonly action: ActionId | null
  readonly organisations: readonly string[]
  readonly opens: Day | null
  readonly due: Day | null
  readonly fields: readonly RequestField[]
  readonly signOff: boolean
  readonly marking: Marking | null
  readonly return: string | null
  readonly period: string | null
}
export type PutTo = About<'putTo'> & { readonly organisations: readonly string[] }
/** An organisation needn't answer after all. */
export type TakeOut = About<'takeOut'> & { readonly organisation: string; readonly reason: string }
export type MoveDue = About<'moveDue'> & { readonly due: Day; readonly reason: string }
/** With what is missing said, where something is. */
export type CloseRequest = About<'closeRequest'> & { readonly words: string }
export type ReopenRequest = About<'reopenRequest'> & { readonly reason: string }

export type RequestCommand = MakeRequest | PutTo | TakeOut | MoveDue | CloseRequest | ReopenRequest

/** What a response depends on of its request, as its author sees it. */
export type AskedOf = Pick<RequestContent, 'key' | 'organisations' | 'status' | 'fields' | 'signOff'>

export function askedOf({ key, organisations, status, fields, signOff }: RequestContent): AskedOf {
  return { key, organisations, status, fields, signOff }
}

/** A response's row stands alone: what its request says of it comes with the command. */
type AboutResponse<Name extends string> = About<Name> & { readonly of: AskedOf }

/** Whose answer a coordinator records, and how it came. */
export interface Recorded {
  readonly of: string
  readonly how: string
}

export type AnswerRequest = AboutResponse<'answer'> & {
  readonly words: string
  readonly values: FieldValues
  readonly files: readonly FileReference[]
  readonly nil: boolean
  /** Key of the response that it repeats: "as last time". */
  readonly like: string | null
  readonly recorded: Recorded | null
}
export type NotOurs = AboutResponse<'notOurs'> & { readonly words: string }
export type PassOn = AboutResponse<'passOn'> & { readonly to: Person; readonly words: string }
/** An approver of the organisation lets the answer leave, or gives it back with a reason. */
export type SignOff = AboutResponse<'signOff'> & { readonly signed: boolean; readonly words: string }
export type AcceptResponse = AboutResponse<'acceptResponse'> & { readonly words: string }
export type ReturnResponse = AboutResponse<'returnResponse'> & { readonly reason: string }
/** The coordinator's answer to "not ours": it is. */
export type AskAgain = AboutResponse<'askAgain'> & { readonly words: string }
/** The service alone, when the coordinator asked for it. */
export type Chase = AboutResponse<'chase'> & { readonly people: readonly Person[] }

export type ResponseCommand =
  | AnswerRequest
  | NotOurs
  | PassOn
  | SignOff
  | AcceptResponse
  | ReturnResponse
  | AskAgain
  | Chase

const REQUEST_TOUCHES: Record<RequestCommand['kind'], readonly (keyof RequestContent)[]> = {
  makeRequest: [],
  putTo: ['status'],
  takeOut: ['organisations', 'status'],
  moveDue: ['due', 'status'],
  closeRequest: ['status'],
  reopenRequest: ['status'],
}

/** What two people may have thought differently of: if it changed meanwhile, the author is asked. */
export function requestTouches({ kind }: RequestCommand): readonly (keyof RequestContent)[] {
  return REQUEST_TOUCHES[kind]
}

const RESPONSE_TOUCHES: Record<ResponseCommand['kind'], readonly (keyof ResponseContent)[]> = {
  answer: ['state', 'answer'],
  notOurs: ['state', 'answer'],
  passOn: ['passed'],
  signOff: ['state', 'answer'],
  acceptResponse: ['state', 'answer'],
  returnResponse: ['state', 'answer'],
  askAgain: ['disowned'],
  chase: [],
}

export function responseTouches({ kind }: ResponseCommand): readonly (keyof ResponseContent)[] {
  return RESPONSE_TOUCHES[kind]
}
