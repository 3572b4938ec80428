/** The rooms that don't fit at the foot of a phone, each line as high as a thumb needs it. */

import { makeStyles, Menu, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import { useWords } from '../words.tsx'
import type { Room } from './page.ts'

const useStyles = makeStyles({
  item: { minHeight: '44px', alignItems: 'center', maxWidth: 'none' },
})

export interface MoreRoomsProps {
  readonly rooms: readonly { readonly room: Room; readonly icon: FluentIcon }[]
  /** The button that it belongs to. */
  readonly target: HTMLElement
  readonly onRoom: (room: Room) => void
  readonly onClose: () => void
}

export function MoreRooms({ rooms, target, onRoom, onClose }: MoreRoomsProps) {
  const words = useWords()
  const styles = useStyles()
  return (
    <Menu
      open
      positioning={{ target, position: 'above', align: 'end' }}
      onOpenChange={(event, { open }) => {
        if (open) return
        onClose()
        if (event.type === 'keydown') target.focus()
      }}
    >
      <MenuPopover>
        <MenuList>
          {rooms.map(({ room, icon: Icon }) => (
            <MenuItem
              key={room}
              className={styles.item}
              icon={<Icon />}
              onClick={() => {
                onClose()
                onRoom(room)
              }}
            >
              {words.say(`shell.room.${room}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
