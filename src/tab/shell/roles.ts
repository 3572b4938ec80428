/** A person's roles in a group, as the service says: to show or hide, never to enforce. */

import { useEffect, useState } from 'react'
import type { Role } from '../../domain/group.ts'
import type { Session } from '../session.ts'

const NONE: readonly Role[] = []

/** None until they are known; asked again once the person has signed in. */
export function useRoles({ api, tokens }: Session, group: string): readonly Role[] {
  const [roles, setRoles] = useState(NONE)
  useEffect(() => {
    let current = true
    const ask = async (): Promise<void> => {
      try {
        const answer = await api.me()
        if (current && answer.ok) setRoles(answer.value.roles[group] ?? NONE)
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
  return roles
}
