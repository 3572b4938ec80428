/**
 * The app's own dialogs (`dialog.url.open`): one at a time, sized as asked, as large as the window allows; on a phone
 * it fills the device. However it ends, the app that opened it hears it exactly once.
 */

import type { Scene } from './context.ts'
import { type Dialog, openDialog, resizeDialog } from './dialog.ts'
import { byId } from './element.ts'
import type { TaskInfo, TaskSize } from './handlers.ts'
import type { Frame, Wire } from './wire.ts'
import type { Words } from './words.ts'

/** Who opens a dialog: a tab, or a card in a chat, which has no frame to talk with. */
export interface Opener {
  readonly title: string
  readonly frame: Frame | null
  scene(): Scene
}

export interface TaskDialogs {
  /** Resolves with the answer's arguments: `[error]`, or `[undefined, result]`. */
  start(task: TaskInfo, opener: Opener, words: Words): Promise<readonly unknown[]>
  complete(result: unknown): void
  resize(size: TaskSize): void
  /** The frame at the other end of `messageForParent` and `messageForChild`. */
  otherSide(frame: Frame): Frame | null
  /** Ends an open dialog as if the person had closed it. */
  cancel(): void
}

interface OpenTask {
  readonly dialog: Dialog
  readonly opener: Opener
  readonly frame: Frame
  result: { readonly value: unknown } | null
}

/** In Teams' own words, which apps match on. */
const CANCELLED = 'User cancelled/closed the task module.'

export function createTaskDialogs(wire: () => Wire): TaskDialogs {
  let open: OpenTask | null = null

  return {
    start(task, opener, words) {
      if (open) return Promise.resolve(['Another dialog is open already.'])
      const { url } = task
      const { device, view } = opener.scene()
      const { tabOrigin } = view.app
      if (url === undefined || !URL.canParse(url) || new URL(url).origin !== tabOrigin) {
        return Promise.resolve([task.card ? 'This host shows no card dialogs.' : "The dialog's url is not the app's."])
      }
      return new Promise((resolve) => {
        const dialog = openDialog({
          title: task.title ?? '',
          words,
          ...(device === 'desktop' ? { size: sizeOf(task) } : {}),
          onClose: () => {
            const ended = open
            open = null
            ended?.frame.close()
            resolve(ended?.result ? [undefined, ended.result.value] : [CANCELLED])
          },
        })
        dialog.element.classList.add('app', device)
        if (device !== 'desktop') coverDevice(dialog.element)
        const frame = wire().open({
          kind: 'task',
          url,
          title: task.title ?? opener.title,
          into: dialog.body,
          scene: (): Scene => ({ ...opener.scene(), frameContext: 'task' }),
          onEvent: () => undefined,
        })
        open = { dialog, opener, frame, result: null }
        frame.element.focus()
      })
    },
    complete(value) {
      if (!open) return
      open.result = { value }
      open.dialog.close()
    },
    resize(size) {
      if (open?.opener.scene().device === 'desktop') resizeDialog(open.dialog.body, sizeOf(size))
    },
    otherSide(frame) {
      if (!open) return null
      return frame === open.frame ? open.opener.frame : frame === open.opener.frame ? open.frame : null
    },
    cancel() {
      open?.dialog.close()
    },
  }
}

const NAMED_SIZES: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  small: { width: 400, height: 300 },
  medium: { width: 640, height: 480 },
  large: { width: 960, height: 720 },
}

function sizeOf(size: TaskSize): { width: string; height: string } {
  const pixels = (value: number | string | undefined, side: 'width' | 'height'): number => {
    const asked = typeof value === 'number' ? value : (NAMED_SIZES[value ?? '']?.[side] ?? Number(value))
    return Number.isFinite(asked) && asked > 0 ? asked : NAMED_SIZES['small']![side]
  }
  return {
    width: `min(${pixels(size.width, 'width')}px, 100vw - 48px)`,
    height: `min(${pixels(size.height, 'height')}px, 100vh - 120px)`,
  }
}

function coverDevice(dialog: HTMLElement): void {
  const device = byId('device')
  const { left, top } = device.getBoundingClientRect()
  dialog.style.left = `${left + device.clientLeft}px`
  dialog.style.top = `${top + device.clientTop}px`
  dialog.style.width = `${device.clientWidth}px`
  dialog.style.height = `${device.clientHeight}px`
}
