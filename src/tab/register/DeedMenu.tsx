/** Everything that a person may do to the action, in one menu: what they may not do isn't in it. */

import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components'
import {
  ArrowUndoRegular,
  BranchForkRegular,
  CalendarAddRegular,
  CalendarClockRegular,
  CheckmarkCircleRegular,
  DismissCircleRegular,
  EditRegular,
  FlagRegular,
  LinkRegular,
  MoreHorizontalRegular,
  PeopleQueueRegular,
  PeopleSwapRegular,
  PinRegular,
  SettingsRegular,
  ShieldRegular,
  TargetRegular,
  TaskListAddRegular,
} from '@fluentui/react-icons'
import { Fragment, useRef, type ReactElement } from 'react'
import type { ActionId } from '../../domain/action.ts'
import type { Meeting } from '../../domain/group.ts'
import { useAsking } from '../shell/asking.ts'
import { useWords } from '../words.tsx'
import { useActing } from './acting.tsx'
import { MENU, type Deed } from './deeds.ts'
import { titleOf } from './deedwords.ts'

export interface DeedMenuProps {
  readonly action: ActionId
  readonly reference: string
  /** It can be broken into actions. */
  readonly breaks: boolean
  /** The next meeting that the action can be kept for. */
  readonly meeting: Meeting | undefined
  /** What was just done to this action, where it can be taken back. */
  readonly undo: { readonly said: string; readonly onUndo: () => void } | null
}

export function DeedMenu({ action, reference, breaks, meeting, undo }: DeedMenuProps) {
  const words = useWords()
  const acting = useActing()
  const asking = useAsking()
  const askEach = asking?.askEach
  const breakUp = breaks ? asking?.breakUp : undefined
  const button = useRef<HTMLButtonElement>(null)
  const groups = MENU.map((deeds) => deeds.filter(acting.offers)).filter((deeds) => deeds.length > 0)
  const said = (deed: Deed): string =>
    deed === 'retain' && meeting
      ? words.say('acting.retainFor', { day: words.day(meeting.day) })
      : titleOf({ deed, about: null }, words)
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Button
          ref={(element: HTMLButtonElement | null) => {
            button.current = element
          }}
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={words.say('acting.more', { reference })}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {undo && (
            <>
              <MenuItem icon={<ArrowUndoRegular />} onClick={undo.onUndo}>
                {words.say('acting.undo', { said: undo.said })}
              </MenuItem>
              <MenuDivider />
            </>
          )}
          {askEach && (
            <MenuItem icon={<PeopleQueueRegular />} onClick={() => askEach(action)}>
              {words.say('requests.askEach')}
            </MenuItem>
          )}
          {breakUp && (
            <MenuItem icon={<BranchForkRegular />} onClick={() => breakUp(action)}>
              {words.say('recommendations.break')}
            </MenuItem>
          )}
          {(askEach ?? breakUp) && <MenuDivider />}
          {groups.map((deeds, index) => (
            <Fragment key={deeds[0]}>
              {index > 0 && <MenuDivider />}
              <MenuGroup>
                {deeds.map((deed) => (
                  <MenuItem
                    key={deed}
                    icon={ICONS[deed] ?? <EditRegular />}
                    onClick={() => acting.begin({ deed, about: null }, button.current)}
                  >
                    {said(deed)}
                  </MenuItem>
                ))}
              </MenuGroup>
            </Fragment>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

const ICONS: Readonly<Partial<Record<Deed, ReactElement>>> = {
  proposeDischarge: <CheckmarkCircleRegular />,
  withdrawDischarge: <ArrowUndoRegular />,
  retain: <PinRegular />,
  setDue: <CalendarAddRegular />,
  askExtension: <CalendarClockRegular />,
  reassign: <PeopleSwapRegular />,
  mark: <ShieldRegular />,
  setPart: <TaskListAddRegular />,
  setMilestone: <TargetRegular />,
  addLink: <LinkRegular />,
  overrideStatus: <FlagRegular />,
  liftOverride: <SettingsRegular />,
  close: <DismissCircleRegular />,
  reopen: <ArrowUndoRegular />,
}
