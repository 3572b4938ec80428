/**
 * What `initialize` tells teams-js that this host can do. Derived from the handlers that exist: a capability is
 * advertised only when the host answers every message it may lead to, since calls have no time-out. Pure.
 */

/** Capability, as a path in the runtime's `supports`, and the messages that an app sends once it is advertised. */
const CAPABILITIES: readonly { readonly path: string; readonly funcs: readonly string[] }[] = [
  { path: 'app.notifySuccessResponse', funcs: ['appInitialization.success'] },
  { path: 'nestedAppAuth', funcs: ['nestedAppAuth.execute'] },
  { path: 'dialog.url', funcs: ['tasks.startTask', 'tasks.completeTask'] },
  {
    path: 'dialog.url.parentCommunication',
    funcs: ['tasks.startTask', 'messageForParent', 'messageForChild', 'registerHandler'],
  },
  { path: 'dialog.update', funcs: ['tasks.updateTask'] },
  {
    path: 'pages',
    funcs: [
      'pages.navigateToApp',
      'executeDeepLink',
      'shareDeepLink',
      'settings.getSettings',
      'setFrameContext',
      'returnFocus',
      'navigateCrossDomain',
    ],
  },
  {
    path: 'pages.config',
    funcs: [
      'settings.setValidityState',
      'settings.setSettings',
      'settings.getSettings',
      'settings.save.success',
      'settings.save.failure',
    ],
  },
  { path: 'pages.currentApp', funcs: ['pages.currentApp.navigateTo', 'pages.currentApp.navigateToDefaultPage'] },
  { path: 'pages.backStack', funcs: ['navigateBack'] },
]

interface Supports {
  [capability: string]: Supports
}

/** @param funcs every message that the host has a handler for */
export function makeRuntime(funcs: ReadonlySet<string>): Record<string, unknown> {
  const supports: Supports = {}
  for (const { path, funcs: needed } of CAPABILITIES) {
    if (!needed.every((func) => funcs.has(func))) continue
    let at = supports
    for (const step of path.split('.')) at = at[step] ??= {}
  }
  return {
    apiVersion: 4,
    isNAAChannelRecommended: funcs.has('nestedAppAuth.execute'),
    isDeeplyNestedAuthSupported: false,
    isLegacyTeams: false,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    supports,
  }
}
