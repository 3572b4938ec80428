/**
 * What Teams is told about the app, for one environment: the template in `manifest/` with its placeholders filled in.
 * Pure text in, text out. Refuses a template and values that don't fit each other: a placeholder left over would reach
 * Teams as an address.
 */

export interface ManifestValues {
  /** Id of the Teams app, a GUID; not that of an app registration. */
  readonly appId: string
  /** `major.minor.patch` */
  readonly version: string
  /** `https://matters.example` */
  readonly tabOrigin: string
  /** Id of the service's app registration: the resource-specific permissions of a team are granted to it. */
  readonly serviceApp: string
  /** Id of the bot's own app registration. */
  readonly botApp: string
  readonly developerName: string
  readonly websiteUrl: string
  readonly privacyUrl: string
  readonly termsUrl: string
}

/** Throws when a placeholder of the template has no value. */
export function makeManifest(template: string, values: ManifestValues): string {
  const filled: Readonly<Record<string, string>> = { ...values, tabHost: new URL(values.tabOrigin).host }
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = filled[name]
    if (value === undefined) throw new Error(`the manifest's template asks for ${name}, which nobody knows`)
    return JSON.stringify(value).slice(1, -1)
  })
}
