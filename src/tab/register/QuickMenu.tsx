/**
 * What one does most to an action, from its card on a phone: each line as high as a thumb needs it, and each opens the
 * action where it is done. What can't be done to it isn't there.
 */

import { makeStyles, Menu, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components'
import { CalendarClockRegular, ChatRegular, CheckmarkCircleRegular } from '@fluentui/react-icons'
import type { ReactElement } from 'react'
import type { Action } from '../../domain/action.ts'
import { isOpen } from '../../domain/status.ts'
import { useWords } from '../words.tsx'
import { isOffered } from './deeds.ts'
import type { Into } from './entering.ts'

const useStyles = makeStyles({
  item: { minHeight: '44px', alignItems: 'center', maxWidth: 'none' },
})

const QUICK = ['update', 'proposeDischarge', 'askExtension'] as const satisfies readonly Into[]

const ICONS: Readonly<Record<(typeof QUICK)[number], ReactElement>> = {
  update: <ChatRegular />,
  proposeDischarge: <CheckmarkCircleRegular />,
  askExtension: <CalendarClockRegular />,
}

export interface QuickMenuProps {
  readonly action: Action
  /** The button that it belongs to; it has the focus again when nothing was chosen. */
  readonly target: HTMLElement
  readonly onPick: (into: Into) => void
  readonly onClose: () => void
}

export function QuickMenu({ action, target, onPick, onClose }: QuickMenuProps) {
  const words = useWords()
  const styles = useStyles()
  const offering = { action, coordinator: false, meetings: [] }
  const offered = QUICK.filter((into) => (into === 'update' ? isOpen(action) : isOffered(into, offering)))
  return (
    <Menu
      open
      positioning={{ target, position: 'below', align: 'end' }}
      onOpenChange={(event, { open }) => {
        if (open) return
        onClose()
        if (event.type === 'keydown') target.focus()
      }}
    >
      <MenuPopover>
        <MenuList>
          {offered.map((into) => (
            <MenuItem key={into} className={styles.item} icon={ICONS[into]} onClick={() => onPick(into)}>
              {into === 'update' ? words.say('composer.label') : words.say(`acting.${into}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}
