/**
 * Dialogs of the host, on the browser's own `<dialog>`: it holds the focus, gives it back, closes on Escape, and hides
 * the rest from assistive technology. Here are the frame around an app's page and the questions that Teams itself
 * asks; what becomes of the answer is the caller's.
 */

import type { Question } from '../tokens.ts'
import { make } from './element.ts'
import { fill, type Words } from './words.ts'

export interface Dialog {
  readonly element: HTMLDialogElement
  readonly body: HTMLElement
  readonly footer: HTMLElement
  close(): void
}

export interface DialogOptions {
  readonly title: string
  readonly words: Words
  /** CSS lengths of the body; without them the content decides. */
  readonly size?: { readonly width: string; readonly height: string }
  /** Called once, however it ends. */
  readonly onClose: () => void
}

let lastNumber = 0

export function openDialog(options: DialogOptions): Dialog {
  lastNumber += 1
  const titleId = `dialog-${lastNumber}`
  const body = make('div', { className: 'dialog-body' })
  const footer = make('div', { className: 'dialog-footer' })
  const close: HTMLButtonElement = make('button', {
    type: 'button',
    className: 'quiet icon',
    ariaLabel: options.words.close,
    textContent: '✕',
    onclick: () => element.close(),
  })
  const heading = make('h2', { id: titleId, textContent: options.title })
  const element = make(
    'dialog',
    { className: 'dialog', attributes: { 'aria-labelledby': titleId } },
    make('div', { className: 'dialog-head' }, heading, close),
    body,
    footer,
  )
  if (options.size) resizeDialog(body, options.size)
  element.addEventListener('close', () => {
    element.remove()
    options.onClose()
  })
  document.body.append(element)
  element.showModal()
  return { element, body, footer, close: () => element.close() }
}

export function resizeDialog(body: HTMLElement, size: { readonly width: string; readonly height: string }): void {
  body.style.width = size.width
  body.style.height = size.height
}

/** Asks what only the person can settle before there is a token; false when it is closed. */
export function askPerson(question: Question, person: string, words: Words): Promise<boolean> {
  const values = { app: question.application, person }
  return new Promise((resolve) => {
    let isAgreed = false
    const dialog = openDialog({
      title: fill(words[`${question.kind}.heading`], values),
      words,
      onClose: () => resolve(isAgreed),
    })
    dialog.body.append(make('p', { textContent: fill(words[`${question.kind}.hint`], values) }))
    if (question.permissions.length > 0) {
      const permissions = question.permissions.map((name) => make('li', {}, make('code', { textContent: name })))
      dialog.body.append(make('ul', { className: 'permissions' }, ...permissions))
    }
    const isOnlyNews = question.kind === 'approval' || question.kind === 'disabled'
    const cancel = make('button', {
      type: 'button',
      textContent: isOnlyNews ? words.close : words.cancel,
      onclick: () => dialog.close(),
    })
    dialog.footer.append(cancel)
    if (isOnlyNews) return
    const agree = make('button', {
      type: 'button',
      className: 'primary',
      textContent: question.kind === 'consent' ? words.accept : words.continue,
      onclick: () => {
        isAgreed = true
        dialog.close()
      },
    })
    dialog.footer.append(agree)
    agree.focus()
  })
}

/** Shows a link to take away. */
export function showLink(link: string, label: string | null, words: Words): void {
  const title = label === null ? words.linkHeading : fill(words.linkTo, { label })
  const dialog = openDialog({ title, words, onClose: () => undefined })
  const field = make('input', { type: 'text', readOnly: true, value: link, ariaLabel: title, className: 'link' })
  const state = make('p', { role: 'status', className: 'hint' })
  const copy = make('button', {
    type: 'button',
    className: 'primary',
    textContent: words.copy,
    onclick: () => {
      field.select()
      void navigator.clipboard.writeText(link).then(() => (state.textContent = words.linkCopied))
    },
  })
  dialog.body.append(field, state)
  dialog.footer.append(copy)
  field.select()
  copy.focus()
}

/** What a bot says instead of opening a page. */
export function showText(title: string, text: string, words: Words): void {
  const dialog = openDialog({ title, words, onClose: () => undefined })
  dialog.body.append(make('p', { textContent: text }))
  dialog.footer.append(make('button', { type: 'button', textContent: words.close, onclick: () => dialog.close() }))
}

export function confirmRemoval(tab: string, team: string, words: Words): Promise<boolean> {
  return new Promise((resolve) => {
    let isSure = false
    const title = fill(words.removeQuestion, { tab })
    const dialog = openDialog({ title, words, onClose: () => resolve(isSure) })
    dialog.body.append(make('p', { textContent: fill(words.removeHint, { team }) }))
    dialog.footer.append(
      make('button', { type: 'button', textContent: words.cancel, onclick: () => dialog.close() }),
      make('button', {
        type: 'button',
        className: 'primary',
        textContent: words.removeTab,
        onclick: () => {
          isSure = true
          dialog.close()
        },
      }),
    )
  })
}
