/** Requests to several organisations, as tab and service speak of them: only what takes the service's own rights. */

import * as v from 'valibot'
import { endpoint } from './endpoint.ts'
import { commandIdShape, idShape, keyShape } from './shapes.ts'

const chaseShape = v.strictObject({
  commandId: commandIdShape,
  /** Keys of the organisations; null: all whose response is missing. */
  organisations: v.nullable(v.array(keyShape)),
})

const chasedShape = v.object({
  /** Names of the people who are written to today. */
  people: v.array(v.string()),
  /** Organisations that had been chased today already. */
  already: v.number(),
})

export const requestEndpoints = {
  /** Whoever owes a response is prompted again today, and it stands on record; never twice a day. */
  chase: endpoint(
    'POST',
    '/api/groups/:key/requests/:request/chase',
    { key: keyShape, request: idShape },
    chaseShape,
    chasedShape,
  ),
} as const
