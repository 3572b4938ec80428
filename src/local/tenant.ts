/**
 * What a tenant is made of: people, teams with their channels, sites and registered applications. Plain data, handed
 * to the local Graph, the local sign-in and the local Teams host when they are created; none of them invents any.
 */

export type PersonKey = string

export interface Person {
  /** Short name that scripts and the person switcher use, for example `coordinator`. */
  readonly key: PersonKey
  readonly objectId: string
  readonly displayName: string
  readonly userPrincipalName: string
  readonly mail: string
  readonly jobTitle?: string
  /** The organisation's name as the directory shows it. */
  readonly companyName?: string
  /** A guest keeps the tenant they come from; in this tenant they have the `objectId` above. */
  readonly guestOf?: string
  readonly disabled?: boolean
  /** In the directory like everybody else; the host page doesn't offer to be them. */
  readonly inDirectoryOnly?: boolean
  /** The language their Teams is set to. */
  readonly language: 'en-GB' | 'cy-GB'
}

export interface Channel {
  /** `19:…@thread.tacv2` */
  readonly id: string
  readonly displayName: string
  readonly membershipType: 'standard' | 'private' | 'shared'
}

export interface Team {
  /** The id of the Microsoft 365 group, and so of the team. */
  readonly id: string
  readonly displayName: string
  readonly description: string
  /** The team's own site, for example `/sites/csae-sgg`. Owners and members of the team may open it. */
  readonly sitePath: string
  readonly owners: readonly PersonKey[]
  readonly members: readonly PersonKey[]
  readonly channels: readonly Channel[]
}

/** A site that belongs to no team. */
export interface Site {
  readonly path: string
  readonly displayName: string
  readonly owners: readonly PersonKey[]
  readonly members: readonly PersonKey[]
}

export interface Application {
  readonly appId: string
  readonly displayName: string
  /** Delegated permissions that an administrator consented to, for example `Sites.Selected`. */
  readonly delegated: readonly string[]
  /** Application permissions (roles) that an administrator consented to. */
  readonly application: readonly string[]
  /** The audience of the API that this application exposes, for example `api://…`, with its scopes. */
  readonly exposes?: { readonly audience: string; readonly scopes: readonly string[] }
  /** Public key (JWK) that its client assertions are verified with; none for a single-page application. */
  readonly publicKey?: Readonly<Record<string, unknown>>
}

export interface Tenant {
  readonly tenantId: string
  readonly displayName: string
  /** Host of all sites, for example `local.sharepoint.com`. */
  readonly siteHost: string
  readonly people: readonly Person[]
  readonly teams: readonly Team[]
  readonly sites: readonly Site[]
  /** Addresses of mailboxes that belong to nobody: mail can be sent from them. */
  readonly mailboxes?: readonly string[]
  readonly applications: readonly Application[]
  /** SharePoint administrators: a token with `Sites.FullControl.All` lets them act on every site. */
  readonly administrators?: readonly PersonKey[]
}
