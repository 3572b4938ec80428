/**
 * How the built tab is handed out, by whatever serves it: its configuration in its page, and the headers of each of its
 * files. Pure: text in, text out.
 */

import type { Configuration } from './configuration.ts'
import { makeContentSecurityPolicy } from './policy.ts'

const PLACE = /(<script type="application\/json" id="configuration">)[^<]*(<\/script>)/

/** index.html with the configuration in it. Throws where the page has no place for it. */
export function fillConfiguration(
  page: string,
  configuration: { readonly [Name in keyof Configuration]?: Readonly<Configuration[Name]> },
): string {
  if (!PLACE.test(page)) throw new Error('The built tab has no place for its configuration.')
  // In a script element `<` could end it; as an escape it can't, and JSON reads it the same.
  const json = JSON.stringify(configuration).replaceAll('<', String.raw`\u003c`)
  return page.replace(PLACE, (_, open: string, close: string) => open + json + close)
}

/** What every file is served with. */
export function makeHeaders(configuration: Parameters<typeof makeContentSecurityPolicy>[0]): Record<string, string> {
  return {
    'Content-Security-Policy': makeContentSecurityPolicy(configuration),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  }
}

/** For files in assets/, whose names carry a digest of what is in them. */
export const KEPT_FOR_EVER = 'public, max-age=31536000, immutable'
