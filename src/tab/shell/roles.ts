/** A person's roles in a group and what is switched on in it, as the service says: to show or hide, never to enforce. */

import { useEffect, useState } from 'react'
import { ROOM_READERS, type Role, type SwitchedRoom } from '../../domain/group.ts'
import type { Session } from '../session.ts'

export interface Standing {
  readonly roles: readonly Role[]
  /** Switched on in the group, whether or not they say anything to this person. */
  readonly rooms: readonly SwitchedRoom[]
}

const NONE: Standing = { roles: [], rooms: [] }

/** No roles until they are known; asked again once the person has signed in. */
export function useRoles(session: Session, group: string): readonly Role[] {
  return useStanding(session, group).roles
}

/** The rooms that are on and say something to somebody with these roles. */
export function roomsFor({ roles, rooms }: Standing): readonly SwitchedRoom[] {
  return rooms.filter((room) => ROOM_READERS[room]?.some((role) => roles.includes(role)) ?? true)
}

export function useStanding({ api, tokens }: Session, group: string): Standing {
  const [standing, setStanding] = useState(NONE)
  useEffect(() => {
    let current = true
    const ask = async (): Promise<void> => {
      try {
        const answer = await api.me()
        if (!current || !answer.ok) return
        setStanding({
          roles: answer.value.roles[group] ?? NONE.roles,
          rooms: answer.value.groups.find(({ key }) => key === group)?.rooms ?? NONE.rooms,
        })
      } catch {
        // Without the service everybody is a member, and the register is there all the same.
      }
    }
    void ask()
    const end = tokens.subscribe(() => {
      if (!tokens.waiting()) void ask()
    })
    return () => {
      current = false
      end()
    }
  }, [api, tokens, group])
  return standing
}
