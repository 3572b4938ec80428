/** Makes DOM elements; text is always text, never markup. */

type Properties<Tag extends keyof HTMLElementTagNameMap> = Partial<
  Omit<HTMLElementTagNameMap[Tag], 'attributes' | 'style' | 'dataset' | 'children'>
> & { readonly attributes?: Readonly<Record<string, string>> }

export type Child = Node | string | null

/** `attributes` are set as attributes (`aria-…`, `data-…`, `popovertarget`); everything else as properties. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties<Tag> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const { attributes, ...rest } = properties
  const element = Object.assign(document.createElement(tag), rest)
  for (const [name, value] of Object.entries(attributes ?? {})) element.setAttribute(name, value)
  element.append(...children.filter((child) => child !== null))
  return element
}

/** The element of the page's own HTML with that id; its absence is a fault of the page. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The page has no element with the id ${id}`)
  return element
}

/**
 * Replaces what is in `parent` without losing the keyboard's place: what had the focus is found again by its
 * `data-key`.
 */
export function refill(parent: HTMLElement, ...children: readonly Child[]): void {
  const focused = parent.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null
  const key = focused?.dataset['key']
  parent.replaceChildren(...children.filter((child) => child !== null))
  if (key !== undefined) parent.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus()
}

/** Two letters that stand for a name. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  return words
    .slice(0, 2)
    .map((word) => word[0]!.toUpperCase())
    .join('')
}

/** How many are new; nothing at none. @param label what it says to a screen reader */
export function badge(count: number, label: string): HTMLElement | null {
  if (count === 0) return null
  return make(
    'span',
    { className: 'badge' },
    make('span', { textContent: String(count), attributes: { 'aria-hidden': 'true' } }),
    make('span', { className: 'unseen', textContent: label }),
  )
}
