/** A fetch that counts requests and round trips: requests that are under way at the same time are one trip. */

export interface Counter {
  readonly fetch: typeof fetch
  readonly trips: () => number
  readonly requests: () => number
}

export function aCounter(): Counter {
  let [underWay, trips, requests] = [0, 0, 0]
  return {
    trips: () => trips,
    requests: () => requests,
    async fetch(input, init) {
      requests += 1
      if (underWay === 0) trips += 1
      underWay += 1
      try {
        return await fetch(input, init)
      } finally {
        underWay -= 1
      }
    },
  }
}
