/** The library's logger writes activities, words included; what is worth knowing our own log says. */

import type { AppOptions, IPlugin } from '@microsoft/teams.apps'

type Logger = NonNullable<AppOptions<IPlugin>['logger']>

export const QUIET: Logger = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  trace: () => {},
  log: () => {},
  child: () => QUIET,
}
