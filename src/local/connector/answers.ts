/** What a bot answers to a pressed button or a dialog, read as Teams reads it. Anything else is a failure. Pure. */

import type { BotAnswer } from './courier.ts'

/** What becomes of a card after `Action.Execute`. */
export type CardAnswer =
  /** Shown to the person who pressed, until the message itself changes. */
  | { readonly kind: 'card'; readonly card: object }
  | { readonly kind: 'message'; readonly text: string }
  /** The bot's own words, or null: Teams has words of its own for an app that can't be reached. */
  | { readonly kind: 'failed'; readonly text: string | null }

export type TaskAnswer =
  | {
      readonly kind: 'page'
      readonly url: string
      readonly title: string
      readonly width: Length
      readonly height: Length
    }
  | { readonly kind: 'card'; readonly card: object; readonly title: string }
  | { readonly kind: 'message'; readonly text: string }
  /** The dialog is over. */
  | { readonly kind: 'done' }
  | { readonly kind: 'failed' }

/** Pixels, or one of Teams' words for a size. */
export type Length = number | string | null

interface TaskInfo {
  readonly url?: unknown
  readonly card?: { readonly content?: unknown }
  readonly title?: unknown
  readonly width?: Length
  readonly height?: Length
}

export function readCardAnswer(answer: BotAnswer): CardAnswer {
  const body = bodyOf(answer)
  if (!body) return { kind: 'failed', text: null }
  const { type, value, statusCode } = body
  if (statusCode === 200 && type === 'application/vnd.microsoft.card.adaptive' && isObject(value)) {
    return { kind: 'card', card: value }
  }
  if (statusCode === 200 && type === 'application/vnd.microsoft.activity.message' && typeof value === 'string') {
    return { kind: 'message', text: value }
  }
  if (type === 'application/vnd.microsoft.error' && isObject(value)) {
    const { message } = value as { message?: unknown }
    return { kind: 'failed', text: typeof message === 'string' ? message : null }
  }
  return { kind: 'failed', text: null }
}

export function readTaskAnswer(answer: BotAnswer): TaskAnswer {
  if (answer.kind === 'answered' && answer.status < 300 && answer.body === undefined) return { kind: 'done' }
  const body = bodyOf(answer)
  if (!body) return { kind: 'failed' }
  const { task } = body
  if (!task) return { kind: 'done' }
  if (task.type === 'message') return { kind: 'message', text: typeof task.value === 'string' ? task.value : '' }
  if (task.type !== 'continue' || !isObject(task.value)) return { kind: 'failed' }
  const { url, card, title, width = null, height = null } = task.value as TaskInfo
  const heading = typeof title === 'string' ? title : ''
  if (typeof url === 'string') return { kind: 'page', url, title: heading, width, height }
  return isObject(card?.content) ? { kind: 'card', card: card.content, title: heading } : { kind: 'failed' }
}

/** Fields of either answer, all of them doubtful. */
interface Body {
  readonly statusCode?: unknown
  readonly type?: unknown
  readonly value?: unknown
  readonly task?: { readonly type?: unknown; readonly value?: unknown }
}

function bodyOf(answer: BotAnswer): Body | undefined {
  return answer.kind === 'answered' && answer.status < 300 && isObject(answer.body) ? answer.body : undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
