/** What a decision comes to: rows to be written, as decide says them and every store of a register writes them. */

import type { ActionContent, ActionId, UpdateContent } from './action.ts'
import type { SavedViewContent, ViewId } from './savedview.ts'

/** The row of the action (`createAction`, `setAction`) commits the updates that go with it. */
export type Change =
  | { readonly kind: 'createAction'; readonly action: ActionContent }
  | {
      readonly kind: 'setAction'
      readonly action: ActionId
      readonly fields: Partial<Omit<ActionContent, 'id' | 'reference'>>
    }
  | { readonly kind: 'appendUpdate'; readonly ordinal: number; readonly update: UpdateContent }
  | { readonly kind: 'putView'; readonly view: SavedViewContent }
  | { readonly kind: 'dropView'; readonly view: ViewId }
