/**
 * What one request to the service is: method, address, the shape of what is asked and answered. The service routes by
 * it and the tab calls by it.
 *
 *   addressOf(endpoints.channel, { teamId, channelId })  // '/api/channels/…/19%3A…%40thread.tacv2'
 */

import type * as v from 'valibot'

export interface Endpoint<Parameter extends string, Request, Answer> {
  readonly method: 'GET' | 'POST'
  /** With `:name` for each parameter. */
  readonly path: string
  readonly parameters: Readonly<Record<Parameter, v.GenericSchema<string, string>>>
  /** Null: the request has no body. */
  readonly request: v.GenericSchema<unknown, Request> | null
  readonly answer: v.GenericSchema<unknown, Answer>
}

/** The address below the service's base. Parameters are encoded. */
export function addressOf<Parameter extends string>(
  { path }: Pick<Endpoint<Parameter, unknown, unknown>, 'path' | 'parameters'>,
  parameters: Readonly<Record<Parameter, string>>,
): string {
  const values: Readonly<Record<string, string>> = parameters
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
}

export function endpoint<Parameter extends string, Request, Answer>(
  method: 'GET' | 'POST',
  path: string,
  parameters: Endpoint<Parameter, Request, Answer>['parameters'],
  request: v.GenericSchema<unknown, Request> | null,
  answer: v.GenericSchema<unknown, Answer>,
): Endpoint<Parameter, Request, Answer> {
  return { method, path, parameters, request, answer }
}
