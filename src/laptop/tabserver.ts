/**
 * Serves the built tab as a production web server would: from memory, under the tab's own content security policy,
 * with its configuration filled into index.html. Only the answers to `Host` and the loopback address are the laptop's.
 */

import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, relative, sep } from 'node:path'
import { fillConfiguration, KEPT_FOR_EVER, makeHeaders } from '../tab/serving.ts'

/** What src/tab/configuration.ts reads. */
export interface TabConfiguration {
  readonly tabClientId: string
  readonly graphBase: string
  readonly serviceBase: string
  readonly serviceScope: string
  readonly hostOrigins: readonly string[]
  readonly appId: string
  readonly accessibilityContact?: string
}

export interface TabServer {
  readonly origin: string
  close(): Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
}

interface Asset {
  body(): Buffer
  readonly headers: Readonly<Record<string, string>>
}

/**
 * @param folder the built tab
 * @param port 0 takes a free one
 * @param daysAhead by how many days today is moved on, asked whenever the page is
 */
export async function serveTab(
  folder: string,
  port: number,
  configuration: TabConfiguration,
  daysAhead: () => number = () => 0,
): Promise<TabServer> {
  const assets = readAssets(folder, configuration, daysAhead)
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const { port: listening } = server.address() as AddressInfo
  const hosts = new Set([`localhost:${listening}`, `127.0.0.1:${listening}`])
  server.on('request', (request, response) => answer(request, response, hosts, assets))
  return {
    origin: `http://localhost:${listening}`,
    async close() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  hosts: ReadonlySet<string>,
  assets: ReadonlyMap<string, Asset>,
): void {
  const path = new URL(request.url ?? '/', 'http://tab').pathname
  if (!hosts.has(request.headers.host ?? '')) return end(response, 403)
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405)
  const asset = assets.get(path === '/' ? '/index.html' : path)
  if (!asset) return end(response, 404)
  response.writeHead(200, asset.headers)
  response.end(request.method === 'HEAD' ? undefined : asset.body())
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end()
}

function readAssets(
  folder: string,
  configuration: TabConfiguration,
  daysAhead: () => number,
): ReadonlyMap<string, Asset> {
  const headers = makeHeaders(configuration)
  const assets = new Map<string, Asset>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const path = `/${relative(folder, file).split(sep).join('/')}`
    const isPage = path.endsWith('.html')
    const content = readFileSync(file)
    assets.set(path, {
      body: isPage
        ? () => Buffer.from(fillConfiguration(String(content), { ...configuration, daysAhead: daysAhead() }))
        : () => content,
      headers: {
        ...headers,
        'Content-Type': TYPES[extname(entry.name)] ?? 'application/octet-stream',
        ...(path.startsWith('/assets/') ? { 'Cache-Control': KEPT_FOR_EVER } : {}),
      },
    })
  }
  return assets
}
