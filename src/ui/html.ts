/** HTML that is safe to send as it is. Only `html` makes it, so text can never slip in unescaped. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

/** What may stand in a template: text (escaped), HTML (as it is), lists of both; nothing for `undefined`, `null`, `false`. */
export type Content = Html | string | number | undefined | null | false | readonly Content[]

/** Escapes what is put into the template. Attributes must be written in double quotes. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  let text = parts[0] as string
  for (const [index, value] of values.entries()) text += written(value) + parts[index + 1]
  return new Html(text)
}

export function escaped(text: string): string {
  // HTML cannot hold U+0000 in any form; it is shown as what a browser would make of it.
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\0', '\uFFFD')
}

function written(value: Content): string {
  if (value instanceof Html) return value.text
  if (Array.isArray(value)) return value.map(written).join('')
  if (value === undefined || value === null || value === false) return ''
  return escaped(String(value))
}
