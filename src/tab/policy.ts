/**
 * The content security policy that the tab is served with: scripts and styles of its own only, words to Graph and the
 * service alone, framed by Teams alone. Whoever serves the build sends it as a header.
 */

import type { Configuration } from './configuration.ts'

/** Hosts that may frame the tab in production (Microsoft: "Tab prerequisites"). */
const TEAMS_FRAMES = ['https://*.cloud.microsoft', 'https://teams.microsoft.com', 'https://*.teams.microsoft.com']
/** teams-js reads its list of host domains there. */
const TEAMS_LIBRARY = 'https://res.cdn.office.net'
/**
 * The hash of nothing: Griffel makes empty style elements and inserts rules through the object model, which a policy
 * doesn't govern. Inline styles with words in them stay forbidden.
 */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

export function makeContentSecurityPolicy(
  configuration: Pick<Configuration, 'graphBase' | 'serviceBase'> & { readonly hostOrigins?: readonly string[] },
): string {
  const talksTo = [configuration.graphBase, configuration.serviceBase].map((address) => new URL(address).origin)
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${EMPTY_STYLE}`,
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${[...talksTo, TEAMS_LIBRARY].join(' ')}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    `frame-ancestors ${[...TEAMS_FRAMES, ...(configuration.hostOrigins ?? [])].join(' ')}`,
  ].join('; ')
}
