/** What is put to several organisations at once, and what each of them answered. */

import { useCollection } from '../outbox/useCollection.ts'
import { Opening } from '../shell/Opening.tsx'
import type { RoomProps } from '../shell/room.ts'

export function RequestsPage({ session, page }: RoomProps) {
  const requests = useCollection(session, page.siteId, 'requests')
  if (requests.values === null) return <Opening />
  return (
    <ul>
      {[...requests.values].map(([key, { title }]) => (
        <li key={key}>{title}</li>
      ))}
    </ul>
  )
}
