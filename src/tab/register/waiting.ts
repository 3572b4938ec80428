/** The seconds that the store asked us to wait, as they run down: counted by the clock, since timers of hidden pages stall. */

import { useEffect, useState } from 'react'

/** @param since a new object whenever the wait begins anew */
export function useCountdown(since: { readonly seconds: number }): number {
  const [counted, setCounted] = useState({ since, left: since.seconds })
  useEffect(() => {
    const until = performance.now() + since.seconds * 1000
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((until - performance.now()) / 1000))
      setCounted((now) => (now.since === since && now.left === left ? now : { since, left }))
      if (left === 0) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [since])
  return counted.since === since ? counted.left : since.seconds
}
