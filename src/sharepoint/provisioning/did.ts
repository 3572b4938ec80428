/** What provisioning did, as data: for the person who ran it, for the log, for tests. */

export interface Did {
  readonly what: 'list' | 'column' | 'row' | 'grant'
  /** The site's id and the name of the thing in it. */
  readonly site: string
  readonly where: string
  readonly state: 'made' | 'changed' | 'there'
}

export interface Provisioned {
  readonly did: readonly Did[]
}
