/** The seconds that the store asked us to wait, as they run down: counted by the clock, since timers of hidden pages stall. */

import { useEffect, useState } from 'react'

/** @param since a new object whenever the wait begins anew */
export function useCountdown(since: { readonly seconds: number }): number {
  const [until, setUntil] = useState({ since, at: performance.now() + since.seconds * 1000 })
  if (until.since !== since) setUntil({ since, at: performance.now() + since.seconds * 1000 })
  const [now, setNow] = useState(() => performance.now())
  const over = now >= until.at
  useEffect(() => {
    if (over) return undefined
    const timer = setInterval(() => setNow(performance.now()), 250)
    return () => clearInterval(timer)
  }, [over, until])
  return Math.max(0, Math.ceil((until.at - now) / 1000))
}
