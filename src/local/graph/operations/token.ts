/**
 * The tokens in `@odata.nextLink` and `@odata.deltaLink`: where to go on, opaque to the client. They are no secret and
 * open nothing: who follows a link is asked for the same rights as before.
 */

export function makeToken(kind: 'page' | 'delta', content: object): string {
  return Buffer.from(JSON.stringify({ kind, ...content })).toString('base64url')
}

/** Undefined when the text is no token of the kind. */
export function parseToken(kind: 'page' | 'delta', text: string): object | undefined {
  try {
    const content: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    const fits = typeof content === 'object' && content !== null && 'kind' in content && content.kind === kind
    return fits ? content : undefined
  } catch {
    return undefined
  }
}
