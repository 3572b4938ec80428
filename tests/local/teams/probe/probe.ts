/**
 * A tab of nobody's: it starts as every Teams app does, with the unmodified client libraries, and then leaves both on
 * `window.probe` for the test to call. Its path says how it behaves: `/mute` never says that it is ready, `/broken`
 * says that it failed, `/configure` offers something to save.
 */

import { createNestablePublicClientApplication, type IPublicClientApplication } from '@azure/msal-browser'
import * as teams from '@microsoft/teams-js'

export interface Probe {
  readonly teams: typeof teams
  readonly heard: string[]
  sign(clientId: string): Promise<IPublicClientApplication>
}

const heard: string[] = []
const path = location.pathname

await teams.app.initialize([location.ancestorOrigins[0] ?? ''])
teams.app.registerOnThemeChangeHandler((theme) => heard.push(`theme ${theme}`))
teams.app.registerOnContextChangeHandler((context) => heard.push(`locale ${context.app.locale}`))
if (path === '/configure') {
  teams.pages.config.registerOnSaveHandler((event) => {
    const failure = new URLSearchParams(location.search).get('fails')
    if (failure) return event.notifyFailure(failure)
    void teams.pages.config
      .setConfig({
        entityId: 'probe-1',
        suggestedDisplayName: 'Probe tab',
        contentUrl: `${location.origin}/channel?locale={locale}&theme={theme}&group={groupId}&page={page.id}`,
        websiteUrl: `${location.origin}/web`,
      })
      .then(() => event.notifySuccess())
  })
  teams.pages.config.setValidityState(true)
}
if (path === '/draft') {
  teams.app.lifecycle.registerBeforeSuspendOrTerminateHandler(async () => {
    await fetch('/saved', { method: 'POST' })
  })
}

window.probe = {
  teams,
  heard,
  sign: (clientId) =>
    createNestablePublicClientApplication({
      auth: { clientId, authority: 'https://login.microsoftonline.com/common' },
      cache: { cacheLocation: 'localStorage' },
    }),
}
document.querySelector('#state')!.textContent = 'ready'
if (path === '/broken') {
  teams.app.notifyFailure({ reason: teams.app.FailedReason.AuthFailed, message: 'The probe is broken.' })
} else if (path !== '/mute') {
  teams.app.notifyAppLoaded()
  await teams.app.notifySuccess()
}
