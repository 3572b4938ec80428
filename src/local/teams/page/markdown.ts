/**
 * The markdown that Teams renders in cards and in messages of bots: bold, italic, struck out, links, lists, line
 * breaks. Everything else stays the text that it is; markup never gets through. Pure: text in, safe HTML out.
 *
 * It renders whoever's words they are, as Teams does: an app that doesn't escape what people typed shows it here.
 */

/** Marks the place of a character that a backslash protects; no text contains it. */
const GUARD = '\u0001'

export function renderMarkdown(text: string): string {
  const lines = text.replaceAll(GUARD, '').replaceAll(/\r\n?/g, '\n').split('\n')
  const html: string[] = []
  let list: 'ul' | 'ol' | null = null
  let paragraph: string[] = []

  const endParagraph = (): void => {
    if (paragraph.length > 0) html.push(`<p>${paragraph.join('<br>')}</p>`)
    paragraph = []
  }
  const switchList = (next: 'ul' | 'ol' | null, start = ''): void => {
    if (list === next) return
    endParagraph()
    if (list !== null) html.push(`</${list}>`)
    if (next !== null) html.push(`<${next}${start}>`)
    list = next
  }

  for (const line of lines) {
    const bullet = /^\s*[-*]\s+(.*)$/.exec(line)
    const number = /^\s*(\d{1,4})\.\s+(.*)$/.exec(line)
    if (bullet) {
      switchList('ul')
      html.push(`<li>${inline(bullet[1]!)}</li>`)
    } else if (number) {
      switchList('ol', ` start="${number[1]}"`)
      html.push(`<li>${inline(number[2]!)}</li>`)
    } else {
      switchList(null)
      if (line.trim() === '') endParagraph()
      else paragraph.push(inline(line))
    }
  }
  switchList(null)
  endParagraph()
  return html.join('')
}

function inline(line: string): string {
  const guarded: string[] = []
  const hidden = line.replaceAll(/\\([!-/:-@[-`{-~])/g, (_whole, sign: string) => {
    guarded.push(escapeHtml(sign))
    return GUARD
  })
  return marked(escapeHtml(hidden)).replaceAll(GUARD, () => guarded.shift() ?? '')
}

function marked(escaped: string): string {
  return escaped
    .replaceAll(/\[([^\]]+)\]\((https?:\/\/[^\s)]+|mailto:[^\s)]+)\)/g, '<a href="$2" target="_blank">$1</a>')
    .replaceAll(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '<strong>$2</strong>')
    .replaceAll(/(?<![\w*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\w*])/g, '<em>$1</em>')
    .replaceAll(/(?<!\w)_(?=\S)([^_<>"]+?)(?<=\S)_(?!\w)/g, '<em>$1</em>')
    .replaceAll(/~~(?=\S)(.+?)(?<=\S)~~/g, '<s>$1</s>')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
