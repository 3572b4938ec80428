/**
 * The only way out. The service talks to two places, Graph and sign-in; a link, a redirect or a mistake that would
 * carry a token elsewhere ends here.
 */

/** @param addresses what may be called: everything on the origins of these */
export function createOutboundFetch(addresses: readonly string[]): typeof fetch {
  const origins = new Set(addresses.map((address) => new URL(address).origin))
  return (input, init) => {
    const { origin } = new URL(input instanceof Request ? input.url : input)
    if (!origins.has(origin)) return Promise.reject(new TypeError(`calls to ${origin} are not allowed`))
    return fetch(input, { ...init, redirect: 'error' })
  }
}
