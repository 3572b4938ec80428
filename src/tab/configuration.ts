/**
 * What a deployment tells the tab: who it is and where Graph and the service are. Read once from the JSON element of
 * index.html, which the server fills; what is left out has its production value. Holds no secret: anybody can read it.
 */

import * as v from 'valibot'
import { TabFault } from './shell/fault.ts'

const addressShape = v.pipe(
  v.string(),
  v.url(),
  v.transform((address) => address.replace(/\/+$/, '')),
)

const configurationShape = v.object({
  /** Application (client) id that the tab signs in as. */
  tabClientId: v.pipe(v.string(), v.minLength(1)),
  /** With its version. */
  graphBase: v.optional(addressShape, 'https://graph.microsoft.com/v1.0'),
  serviceBase: addressShape,
  /** `api://<service>/access_as_user` */
  serviceScope: v.pipe(v.string(), v.minLength(1)),
  /** Hosts besides Microsoft's own that the tab answers to: none in production. */
  hostOrigins: v.optional(v.array(addressShape), []),
  /** Days by which today is moved on, to see what tomorrow brings; none in production. */
  daysAhead: v.optional(v.pipe(v.number(), v.integer()), 0),
  /** Id of the Teams app, for links to its tabs. */
  appId: v.pipe(v.string(), v.minLength(1)),
  /** Whom to tell of what can't be used: an address or a telephone number, for the accessibility statement. */
  accessibilityContact: v.optional(v.pipe(v.string(), v.minLength(1))),
})
export type Configuration = v.InferOutput<typeof configurationShape>

/** The service's application, whose rows say for whom they were written; undefined where its scope doesn't name it. */
export function serviceAppOf({ serviceScope }: Pick<Configuration, 'serviceScope'>): string | undefined {
  return /\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\/[^/]+$/i.exec(serviceScope)?.[1]?.toLowerCase()
}

/** Throws a TabFault that names everything missing or wrong at once. */
export function readConfiguration(page: Document): Configuration {
  const text = page.getElementById('configuration')?.textContent ?? ''
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), configurationShape), text)
  if (read.success) return read.output
  const wrong = read.issues.map((issue) => v.getDotPath(issue) ?? 'configuration')
  throw new TabFault('configuration', { message: `missing or wrong in the configuration: ${wrong.join(', ')}` })
}
