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
  for (let index = 0; index < values.length; index += 1) text += written(values[index]) + parts[index + 1]
  return new Html(text)
}

export function escaped(text: string): string {
  // Most text has nothing to escape, and looking is quicker than replacing.
  if (!special.test(text)) return text
  // HTML cannot hold U+0000 in any form; it is shown as what a browser would make of it.
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\0', '\uFFFD')
}

const special = /[&<>"'\0]/

function written(value: Content): string {
  if (value instanceof Html) return value.text
  if (typeof value === 'string') return escaped(value)
  if (value === undefined || value === null || value === false) return ''
  if (!Array.isArray(value)) return escaped(String(value))
  let text = ''
  for (const one of value) text += written(one)
  return text
}
