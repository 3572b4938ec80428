/** Which rooms the group's channel has besides what every group has: switched on and off at once, each by itself. */

import { makeStyles, MessageBar, MessageBarBody, Switch, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { endpoints } from '../../contract/endpoints.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import { SWITCHED_ROOMS, type SwitchedRoom } from '../../domain/group.ts'
import { type } from '../design/scale.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  part: { marginTop: tokens.spacingVerticalXXL },
  title: { ...type.title, margin: `0 0 ${tokens.spacingVerticalXS}` },
  why: { ...type.row, margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground2 },
  rooms: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
})

export interface RoomSwitchesProps {
  readonly session: Session
  readonly group: string
  readonly rooms: readonly SwitchedRoom[]
  /** They are these now. */
  readonly onRooms: (rooms: readonly SwitchedRoom[]) => void
}

export function RoomSwitches({ session, group, rooms, onRooms }: RoomSwitchesProps) {
  const words = useWords()
  const styles = useStyles()
  const [on, setOn] = useState(rooms)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<ServiceRefusal | 'unreachable' | null>(null)
  const change = async (room: SwitchedRoom, isOn: boolean): Promise<void> => {
    const wanted = SWITCHED_ROOMS.filter((each) => (each === room ? isOn : on.includes(each)))
    setIsBusy(true)
    setProblem(null)
    try {
      const answer = await session.api.ask(endpoints.setRooms, { key: group }, { seen: on, rooms: wanted })
      if (answer.ok) {
        const now = answer.value.rooms ?? []
        setOn(now)
        onRooms(now)
      } else setProblem(answer.error)
    } catch {
      setProblem('unreachable')
    }
    setIsBusy(false)
  }
  return (
    <section className={styles.part} aria-labelledby="room-switches">
      <h2 className={styles.title} id="room-switches">
        {words.say('settings.rooms')}
      </h2>
      <p className={styles.why}>{words.say('settings.rooms.why')}</p>
      <div className={styles.rooms}>
        {SWITCHED_ROOMS.map((room) => (
          <Switch
            key={room}
            label={words.say(`settings.room.${room}`)}
            checked={on.includes(room)}
            disabled={isBusy}
            onChange={(_, { checked }) => void change(room, checked)}
          />
        ))}
      </div>
      {problem && (
        <MessageBar intent="warning">
          <MessageBarBody>
            {problem === 'unreachable'
              ? words.say('settings.unreachable')
              : words.say(`refusal.${problem.code}`, problem.values)}
          </MessageBarBody>
        </MessageBar>
      )}
    </section>
  )
}
