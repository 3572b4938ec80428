/**
 * The frames that hold the app, and the messages to and from them: who may speak (a frame of ours, from the app's own
 * origin), the envelopes of teams-js, and the log of both directions. What a message means is the handlers' business.
 * A message that no handler knows is an error on the console, and gets no answer.
 */

import type { FrameContext, Scene } from './context.ts'

export interface Request {
  readonly id: number
  readonly uuidAsString?: string
  readonly func: string
  readonly args: readonly unknown[]
  /** Only nested app authentication sends text here. */
  readonly data?: string
}

/** Arguments of the answer, and what to do once it has left; null is no answer at all. */
export type Reply = { readonly args: readonly unknown[]; readonly after?: () => void } | null
export type Handler = (args: readonly unknown[], frame: Frame, request: Request) => Reply | Promise<Reply>
export type Handlers = Readonly<Record<string, Handler>>

/** The settings that a configuration page hands in. */
export interface TabSettings {
  readonly entityId: string
  readonly contentUrl: string
  readonly websiteUrl?: string
  readonly suggestedDisplayName?: string
}

/** What a frame's own app reports, for whoever opened the frame. */
export type FrameEvent =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'failed'; readonly reason: string; readonly message: string }
  | { readonly kind: 'readyToUnload' }
  | { readonly kind: 'validity'; readonly isValid: boolean }
  | { readonly kind: 'configured'; readonly settings: TabSettings }
  | { readonly kind: 'saved' }
  | { readonly kind: 'saveFailed'; readonly reason: string }

export interface Frame {
  readonly element: HTMLIFrameElement
  readonly kind: FrameContext
  scene(): Scene
  /** What the app has registered for, by `registerHandler`. */
  readonly registered: Set<string>
  settings(): Partial<TabSettings>
  push(func: string, args: readonly unknown[]): void
  report(event: FrameEvent): void
  close(): void
}

export interface FrameOptions {
  readonly kind: FrameContext
  readonly url: string
  readonly title: string
  readonly into: HTMLElement
  readonly scene: () => Scene
  readonly settings?: () => Partial<TabSettings>
  readonly onEvent: (event: FrameEvent) => void
}

export interface LogEntry {
  readonly at: Date
  readonly direction: 'from app' | 'to app'
  readonly frame: FrameContext
  readonly func: string
  readonly body: string
  readonly isUnknown: boolean
}

export interface Wire {
  open(options: FrameOptions): Frame
  /** Pushes to every frame that has spoken. */
  broadcast(func: string, argsOf: (frame: Frame) => readonly unknown[]): void
}

/** What Teams lets a framed app do. */
const SANDBOX =
  'allow-downloads allow-forms allow-modals allow-pointer-lock allow-popups allow-popups-to-escape-sandbox ' +
  'allow-same-origin allow-scripts'

export function createWire(tabOrigin: string, handlers: Handlers, log: (entry: LogEntry) => void): Wire {
  const frames = new Map<HTMLIFrameElement, Frame>()
  const spoken = new WeakSet<Frame>()

  const note = (direction: LogEntry['direction'], frame: Frame, func: string, body: unknown, isUnknown = false): void =>
    log({ at: new Date(), direction, frame: frame.kind, func, body: withoutTokens(body), isUnknown })

  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.origin !== tabOrigin) return
    const frame = [...frames.values()].find((one) => one.element.contentWindow === event.source)
    const request = parseRequest(event.data)
    if (!frame || !request) return
    spoken.add(frame)
    const handler = Object.hasOwn(handlers, request.func) ? handlers[request.func] : undefined
    note('from app', frame, request.func, request.data ?? request.args, !handler)
    if (!handler) {
      // oxlint-disable-next-line no-console -- an app that waits for ever has to be noticed
      console.error(`The Teams host has no handler for "${request.func}"`)
      return
    }
    void answer(handler, request, frame)
  })

  async function answer(handler: Handler, request: Request, frame: Frame): Promise<void> {
    const reply = await handler(request.args, frame, request)
    if (!reply) return
    note('to app', frame, `${request.func} (answer)`, reply.args)
    const { id, uuidAsString } = request
    const envelope = { id, uuidAsString, args: reply.args, monotonicTimestamp: now() }
    frame.element.contentWindow?.postMessage(envelope, tabOrigin)
    reply.after?.()
  }

  return {
    open(options) {
      const element = document.createElement('iframe')
      element.name = 'embedded-page-container'
      element.title = options.title
      element.setAttribute('sandbox', SANDBOX)
      element.allow = `clipboard-read ${tabOrigin}; clipboard-write ${tabOrigin}`
      element.src = options.url
      const frame: Frame = {
        element,
        kind: options.kind,
        scene: options.scene,
        registered: new Set(),
        settings: options.settings ?? (() => ({})),
        push(func, args) {
          note('to app', frame, func, args)
          element.contentWindow?.postMessage({ func, args, monotonicTimestamp: now() }, tabOrigin)
        },
        report: options.onEvent,
        close() {
          frames.delete(element)
          element.remove()
        },
      }
      frames.set(element, frame)
      options.into.append(element)
      return frame
    },
    broadcast(func, argsOf) {
      for (const frame of frames.values()) if (spoken.has(frame)) frame.push(func, argsOf(frame))
    },
  }
}

function parseRequest(data: unknown): Request | null {
  if (typeof data !== 'object' || data === null) return null
  const { id, uuidAsString, func, args, data: text } = data as Record<string, unknown>
  if (typeof func !== 'string' || typeof id !== 'number') return null
  return {
    id,
    func,
    args: Array.isArray(args) ? args : [],
    ...(typeof uuidAsString === 'string' ? { uuidAsString } : {}),
    ...(typeof text === 'string' ? { data: text } : {}),
  }
}

/** The log is shown on the screen: a token in it would end in a screenshot. */
function withoutTokens(body: unknown): string {
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '')
  return text.replaceAll(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, 'eyJ… (a token)')
}

/** As teams-js measures: milliseconds since the epoch by the monotonic clock. */
function now(): number {
  return performance.now() + performance.timeOrigin
}
