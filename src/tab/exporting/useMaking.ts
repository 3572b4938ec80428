/** One file at a time, being made: how much of it is written, and how it is stopped; it is when its page goes. */

import { useCallback, useEffect, useRef, useState } from 'react'
import { download, makeFile } from './making.ts'
import type { FileRequest } from './papers.ts'

export interface Making {
  readonly isMaking: boolean
  /** How much is written, 0 to 1; null: nothing takes long yet. */
  readonly share: number | null
  /** Makes it and hands it over; `stopped`: nothing was handed over. */
  readonly make: (
    request: () => Promise<FileRequest | null>,
    name: string,
  ) => Promise<'made' | 'stopped' | 'unread' | 'failed'>
  readonly stop: () => void
}

/** What is made sooner needs no telling how far it is. */
const SOON_MS = 700

export function useMaking(): Making {
  const making = useRef<AbortController | null>(null)
  const [isMaking, setIsMaking] = useState(false)
  const [share, setShare] = useState<number | null>(null)
  const stop = useCallback(() => making.current?.abort(), [])
  useEffect(() => stop, [stop])
  const make = useCallback<Making['make']>(async (read, name) => {
    const { signal } = (making.current = new AbortController())
    const from = performance.now()
    setIsMaking(true)
    setShare(null)
    const ended = new Promise<'stopped'>((resolve) => {
      signal.addEventListener('abort', () => resolve('stopped'), { once: true })
    })
    const handOver = async (): Promise<'made' | 'unread' | 'failed'> => {
      const request = await read().catch(() => null)
      if (request === null) return 'unread'
      try {
        const file = await makeFile(request, signal, (part) => {
          if (performance.now() - from > SOON_MS) setShare(part)
        })
        if (!signal.aborted) download(file, name)
        return 'made'
      } catch {
        return 'failed'
      }
    }
    const became = await Promise.race([ended, handOver()])
    setIsMaking(false)
    return became
  }, [])
  return { isMaking, share, make, stop }
}
