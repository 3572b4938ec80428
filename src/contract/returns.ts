/** What tab and service say to each other of returns: that what a period gathered goes back to everybody, now. */

import * as v from 'valibot'
import { endpoint } from './endpoint.ts'
import { commandIdShape, keyShape } from './shapes.ts'

/** `<return>.2026-Q3`: the key of the request that a period is. */
const periodShape = v.pipe(v.string(), v.regex(/^[\w-]{1,64}\.\d{4}(?:-Q[1-4]|-\d{2})?$/))

const circulatedShape = v.object({
  /** Key of the circulation. */
  circulation: v.string(),
  /** How many get a copy. */
  people: v.number(),
})

export const returnEndpoints = {
  /** The same id again is the same circulation. */
  circulate: endpoint(
    'POST',
    '/api/groups/:key/returns/:period/circulate',
    { key: keyShape, period: periodShape },
    v.object({ id: commandIdShape }),
    circulatedShape,
  ),
} as const
