/**
 * What an administrator does once for a deployment, and again for every team that joins: grants the two applications
 * exactly what each needs on the named sites, makes Control's lists, and brings the lists of groups that are there up
 * to date. Safe to repeat. Nothing is written before every site has been found.
 *
 * The tab writes rows on Work sites as the person who uses it, and has nothing on Control. The service makes lists, so
 * it manages both.
 */

import type { GraphClient } from '../client.ts'
import { openControl } from '../control/control.ts'
import { GraphFault } from '../fault.ts'
import type { Site } from '../sites.ts'
import type { Did } from './did.ts'
import { grantSite, readGrant } from './grants.ts'
import { provisionControl, upgradeGroup } from './group.ts'
import { findNamedSite } from './site.ts'

export interface DeploymentOptions {
  /** Address, `host:/path` or id. Left out: Control is left as it is. */
  readonly controlSite?: string
  /** Sites where groups work or will work. */
  readonly sites: readonly string[]
  readonly tabApp: { readonly id: string; readonly name: string }
  readonly serviceApp: { readonly id: string; readonly name: string }
}

export interface DeploymentProblem {
  /**
   * `siteUnknown` none there, or not for this token; `siteIsControl` a Work site can't be Control; `tabOnControl` the
   * tab's application has a grant on Control, which must be taken away; `notAllowed` this token may not do it.
   */
  readonly code: 'siteUnknown' | 'siteIsControl' | 'tabOnControl' | 'notAllowed'
  /** As it was named. */
  readonly site: string
}

export interface Deployed {
  readonly controlSite: Site | null
  readonly sites: readonly Site[]
  readonly did: readonly Did[]
  readonly problems: readonly DeploymentProblem[]
}

/** Throws GraphFault for what is neither granted nor refused: try again. */
export async function provision(client: GraphClient, options: DeploymentOptions): Promise<Deployed> {
  const named = await Promise.all(options.sites.map((text) => findNamedSite(client, text)))
  const controlSite = options.controlSite === undefined ? null : await findNamedSite(client, options.controlSite)
  const problems: DeploymentProblem[] = []
  if (options.controlSite !== undefined && !controlSite) {
    problems.push({ code: 'siteUnknown', site: options.controlSite })
  }
  for (const [index, text] of options.sites.entries()) {
    const site = named[index]
    if (!site) problems.push({ code: 'siteUnknown', site: text })
    else if (site.id === controlSite?.id) problems.push({ code: 'siteIsControl', site: text })
  }
  const sites = named.filter((site) => site !== null)
  const did: Did[] = []
  if (problems.length > 0) return { controlSite, sites, did, problems }

  const attempt = async (site: Site, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (fault) {
      if (!(fault instanceof GraphFault) || fault.status !== 403) throw fault
      problems.push({ code: 'notAllowed', site: site.webUrl || site.id })
    }
  }
  for (const site of sites) {
    await attempt(site, async () => {
      did.push(...(await grantSite(client, site.id, options.tabApp, ['write'])).did)
      did.push(...(await grantSite(client, site.id, options.serviceApp, ['manage'])).did)
    })
  }
  if (controlSite) {
    await attempt(controlSite, async () => {
      did.push(...(await grantSite(client, controlSite.id, options.serviceApp, ['manage'])).did)
      did.push(...(await provisionControl(client, controlSite.id)).did)
      const tabGrant = await readGrant(client, controlSite.id, options.tabApp.id)
      if (tabGrant !== null) problems.push({ code: 'tabOnControl', site: controlSite.webUrl || controlSite.id })
      const control = await openControl({ client, siteId: controlSite.id })
      for (const group of await control.groups()) {
        const site: Site = { id: group.siteId, name: group.name, webUrl: '' }
        await attempt(site, async () => void did.push(...(await upgradeGroup(client, group.siteId)).did))
      }
    })
  }
  return { controlSite, sites, did, problems }
}
