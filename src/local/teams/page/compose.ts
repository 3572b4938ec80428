/** The box to write in, with what the app's manifest suggests to say. Enter sends, Shift+Enter begins a line. */

import type { BotCommand } from '../view.ts'
import { make } from './element.ts'
import type { Language } from './place.ts'
import type { Words } from './words.ts'

export interface ComposeOptions {
  readonly label: string
  /** Stands before a suggestion: in a channel the bot hears only what mentions it. */
  readonly prefix: string
  readonly commands: readonly BotCommand[]
  readonly language: Language
  readonly words: Words
  /** False when it couldn't be sent: the text stays. */
  send(text: string): Promise<boolean>
}

export function drawCompose(options: ComposeOptions): HTMLElement {
  const { label, prefix, commands, language, words } = options
  const field = make('textarea', {
    rows: 1,
    placeholder: label,
    ariaLabel: label,
    attributes: { 'data-key': 'compose' },
  })
  const state = make('p', { className: 'compose-state problem', attributes: { role: 'alert' } })
  const button = make('button', { type: 'submit', className: 'primary', textContent: words.send })

  const suggestions = commands.map(({ title, description }) => {
    const suggestion = make('button', {
      type: 'button',
      className: 'suggestion',
      textContent: title[language],
      title: description[language],
      onclick: () => {
        field.value = `${prefix}${title[language]}`
        fit()
        field.focus()
      },
    })
    return make('li', {}, suggestion)
  })

  /** As tall as its words, up to six lines. */
  function fit(): void {
    field.rows = Math.min(6, Math.max(1, field.value.split('\n').length))
  }

  async function send(): Promise<void> {
    const text = field.value.trim()
    if (text === '' || button.disabled) return
    button.disabled = true
    state.textContent = ''
    const isSent = await options.send(text).catch(() => false)
    button.disabled = false
    if (!isSent) {
      state.textContent = words.notSent
      return
    }
    field.value = ''
    fit()
    field.focus()
  }

  field.addEventListener('input', fit)
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void send()
  })
  const form = make(
    'form',
    {
      className: 'compose',
    },
    suggestions.length === 0
      ? null
      : make('ul', { className: 'suggestions', ariaLabel: words.suggestions }, ...suggestions),
    make('div', { className: 'compose-line' }, field, button),
    state,
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  return form
}
