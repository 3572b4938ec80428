/** What a room of a group's channel is given: whose group it is, its register, and the way back to an action. */

import type { ActionId } from '../../domain/action.ts'
import type { Role } from '../../domain/group.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import type { Session } from '../session.ts'
import type { Page, Room } from './page.ts'

export interface RoomProps {
  readonly session: Session
  readonly page: Extract<Page, { kind: 'channel' }>
  readonly register: OutboxRegister
  /** The person's roles in this group: to show or hide, never to enforce. */
  readonly roles: readonly Role[]
  /** Key of what a link asks for: a meeting, a request, a post. */
  readonly asked: string | null
  /** Shows an action in the register. */
  readonly onOpenAction: (action: ActionId) => void
  /** Goes to another room, at something in it or at its beginning. */
  readonly onRoom: (room: Room, key?: string) => void
  /** A link that opens something in one of the rooms from anywhere; see makeRoomSubPage. */
  readonly linkTo: (subPage: string) => string
  /** It wants all of the screen: the way to the other rooms is out of sight. */
  readonly onWhole: (whole: boolean) => void
}
