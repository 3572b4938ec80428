/**
 * What each message of teams-js does, and what it is answered: one entry a message. The shapes of the answers are
 * teams-js 2.58's. Everything visible is done by the page, through `HostActions`.
 */

import { clientType, legacyContext } from './context.ts'
import { makeDeepLink, type PageLink, parseDeepLink, placeOfLink } from './deeplink.ts'
import type { Place } from './place.ts'
import { makeRuntime } from './runtime.ts'
import type { Frame, Handlers, Reply, TabSettings } from './wire.ts'

/** A dialog as `tasks.startTask` describes it. */
export interface TaskInfo {
  readonly url?: string
  readonly card?: unknown
  readonly title?: string
  readonly width?: number | string
  readonly height?: number | string
}

export type TaskSize = Pick<TaskInfo, 'width' | 'height'>

/** What the page does on an app's behalf. */
export interface HostActions {
  readonly tabOrigin: string
  go(place: Partial<Place>): void
  /** False when there is nothing to go back to. */
  back(): boolean
  openInBrowser(url: string): void
  share(link: string, label: string | null): void
  focusOut(isForward: boolean): void
  /** Resolves with the arguments of the answer when the dialog ends. */
  startTask(task: TaskInfo, opener: Frame): Promise<readonly unknown[]>
  completeTask(result: unknown): void
  resizeTask(size: TaskSize): void
  /** The dialog that this frame opened, or the frame that opened this dialog. */
  otherSide(frame: Frame): Frame | null
  bridge(text: string, frame: Frame): Promise<string>
  authToken(frame: Frame, claims: string | undefined): Promise<readonly unknown[]>
}

const DONE: Reply = { args: [true] }

export function makeHandlers(actions: HostActions): Handlers {
  const hostOrigin = location.origin

  const follow = (link: PageLink, frame: Frame): Reply => {
    const place = placeOfLink(link, frame.scene().view)
    return 'reason' in place ? { args: [false, place.reason] } : { args: [true], after: () => actions.go(place) }
  }

  const relay = (func: string): Handlers[string] => {
    return ([message], frame) => {
      actions.otherSide(frame)?.push(func, [message])
      return null
    }
  }

  const handlers: Handlers = {
    initialize(_args, frame) {
      const runtime = JSON.stringify(makeRuntime(new Set(Object.keys(handlers))))
      // The order is teams-js': the bridge for sign-in is made only if the runtime comes fourth.
      return { args: [frame.kind, clientType(frame.scene().device), '2.1.2', runtime] }
    },
    getContext: (_args, frame) => ({ args: [legacyContext(frame.scene())] }),
    registerHandler([name], frame) {
      frame.registered.add(String(name))
      return null
    },

    'appInitialization.appLoaded'(_args, frame) {
      frame.report({ kind: 'loaded' })
      return null
    },
    'appInitialization.success'(_args, frame) {
      frame.report({ kind: 'loaded' })
      return { args: [undefined] }
    },
    'appInitialization.failure'([reason, message], frame) {
      frame.report({ kind: 'failed', reason: String(reason), message: typeof message === 'string' ? message : '' })
      return null
    },
    // The app shows such a failure itself.
    'appInitialization.expectedFailure'(_args, frame) {
      frame.report({ kind: 'loaded' })
      return null
    },
    readyToUnload(_args, frame) {
      frame.report({ kind: 'readyToUnload' })
      return null
    },

    async 'nestedAppAuth.execute'(_args, frame, request) {
      return { args: [null, await actions.bridge(request.data ?? '', frame)] }
    },
    async 'authentication.getAuthToken'([, claims], frame) {
      return { args: await actions.authToken(frame, Array.isArray(claims) ? claims.join('') : undefined) }
    },

    async 'tasks.startTask'([task], frame) {
      return { args: await actions.startTask(task ?? {}, frame) }
    },
    'tasks.completeTask'([result]) {
      actions.completeTask(result)
      return null
    },
    'tasks.updateTask'([size]) {
      actions.resizeTask(size ?? {})
      return null
    },
    messageForParent: relay('messageForParent'),
    messageForChild: relay('messageForChild'),

    'settings.getSettings': (_args, frame) => ({ args: [frame.settings()] }),
    'settings.setValidityState'([isValid], frame) {
      frame.report({ kind: 'validity', isValid: isValid === true })
      return null
    },
    'settings.setSettings'([settings], frame) {
      const reason = faultOf(settings ?? {}, actions.tabOrigin)
      if (reason !== null) return { args: [false, reason] }
      frame.report({ kind: 'configured', settings: settings as TabSettings })
      return DONE
    },
    'settings.save.success'(_args, frame) {
      frame.report({ kind: 'saved' })
      return null
    },
    'settings.save.failure'([reason], frame) {
      frame.report({ kind: 'saveFailed', reason: typeof reason === 'string' ? reason : '' })
      return null
    },

    executeDeepLink([url], frame) {
      const text = String(url)
      const link = parseDeepLink(text, hostOrigin)
      if (link) return follow(link, frame)
      if (!isForeignPage(text, hostOrigin)) return { args: [false, 'This host opens links to pages of apps only.'] }
      return { args: [true], after: () => actions.openInBrowser(text) }
    },
    'pages.navigateToApp': ([link], frame) => follow(link as PageLink, frame),
    'pages.currentApp.navigateTo'([params], frame) {
      const { channel, view } = frame.scene()
      const { pageId, subPageId } = params as { pageId: string; subPageId?: string }
      const here = channel ? { channelId: channel.id } : {}
      const place = placeOfLink({ appId: view.app.id, pageId, ...(subPageId ? { subPageId } : {}), ...here }, view)
      if ('reason' in place) return { args: [{ errorCode: 404, message: place.reason }] }
      return { args: [], after: () => actions.go(place) }
    },
    'pages.currentApp.navigateToDefaultPage': () => ({ args: [], after: () => actions.go({ sub: null }) }),
    navigateBack: () => (actions.back() ? DONE : { args: [false, 'There is nothing to go back to.'] }),
    navigateCrossDomain([url], frame) {
      const text = String(url)
      if (!isWithin(text, actions.tabOrigin)) return { args: [false] }
      return { args: [true], after: () => (frame.element.src = text) }
    },
    shareDeepLink([subPageId, label, webUrl], frame) {
      const { view, entityId, channel } = frame.scene()
      const link: Parameters<typeof makeDeepLink>[0] = {
        appId: view.app.id,
        pageId: entityId,
        ...(isText(subPageId) ? { subPageId } : {}),
        ...(isText(label) ? { label } : {}),
        ...(isText(webUrl) ? { webUrl } : {}),
        ...(channel ? { channelId: channel.id } : {}),
      }
      actions.share(makeDeepLink(link, hostOrigin), link.label ?? null)
      return null
    },
    // A page's own address after it has moved inside itself; this host reloads a tab where it started.
    setFrameContext: () => null,
    returnFocus([isForward]) {
      actions.focusOut(isForward === true)
      return null
    },
  }
  return handlers
}

function faultOf(settings: Partial<TabSettings>, tabOrigin: string): string | null {
  if (!settings.entityId) return 'A tab needs an entityId.'
  if (!settings.contentUrl || !isWithin(settings.contentUrl, tabOrigin)) {
    return "The contentUrl has to be within the app's valid domains."
  }
  return null
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isWithin(url: string, origin: string): boolean {
  return URL.canParse(url) && new URL(url).origin === origin
}

/** Links into Teams that lead to no page of an app (a chat, a call) aren't for the browser either. */
function isForeignPage(url: string, hostOrigin: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, origin } = new URL(url)
  if (origin === hostOrigin) return false
  return protocol === 'https:' && !/^teams\.(microsoft\.com|cloud\.microsoft)$/.test(hostname)
}
