/**
 * The several ways to write an address in Graph, brought to the one that routes.ts knows. Nothing is looked up here
 * but sites by their path.
 *
 *   /v1.0/sites/local.sharepoint.com:/sites/csae-sgg:/lists  →  /sites/{id}/lists
 *   /v1.0/sites/{id}/lists/Actions/items/delta(token='x')    →  /sites/{id}/lists/Actions/items/delta
 */

import type { Directory } from './directory.ts'

export const VERSION = '/v1.0'

/** @param pathname as it came, percent-encoded and with `/v1.0` */
export function canonicalPath(pathname: string, directory: Directory): string {
  let path = pathname.startsWith(`${VERSION}/`) ? pathname.slice(VERSION.length) : pathname
  path = path.replaceAll(/%3A/gi, ':').replaceAll(/%24/g, '$').replaceAll(/%27/g, "'").replaceAll(/%28/g, '(')
  path = path.replaceAll(/%29/g, ')').replace(/\/+$/, '')
  path = path.replace(/\/(?:microsoft\.graph\.)?delta\((?:token='[^']*')?\)$/, '/delta')
  path = path.replace(
    /^\/sites\/([^/:,]+):\/(.*?)(?::(\/.*)?)?$/,
    (_, host: string, sitePath: string, rest = '') =>
      `/sites/${siteSegment(directory, host, `/${sitePath}`)}${String(rest)}`,
  )
  path = path.replace(
    /^\/sites\/([^/]+)\/getByPath\(path='([^']*)'\)/i,
    (_, site: string, sitePath: string) => `/sites/${siteSegment(directory, decoded(site), sitePath)}`,
  )
  // A file by its path is one segment: /drive/root:/a/b.txt:/content.
  path = path.replace(
    /\/drive\/root:\/(.+):\/content$/,
    (_, file: string) => `/drive/root/${encodeURIComponent(decoded(file))}/content`,
  )
  // lists('x') is another way to write lists/x.
  return path.replaceAll(/\/(\w+)\('([^']*)'\)/g, '/$1/$2')
}

/** The token in `delta(token='…')`, if the address has one. */
export function tokenInPath(pathname: string): string | undefined {
  return /[/.]delta\(token='([^']*)'\)\/*$/.exec(decoded(pathname))?.[1]
}

function siteSegment(directory: Directory, host: string, path: string): string {
  const { siteHost } = directory.tenant
  const ofHost = host === 'root' || directory.site(host) ? siteHost : host
  const plain = decoded(path)
  return directory.siteAt(ofHost, plain)?.id ?? encodeURIComponent(`${host}:${plain}`)
}

/** What isn't rightly encoded stands for itself: it will be found nowhere. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
