import { type Content, type Html, html } from '../html.ts'

/** What was typed into a form, to be shown again; and what is wrong with it, by field. */
export class Typed {
  readonly #values: ReadonlyMap<string, readonly string[]>
  readonly faults: ReadonlyMap<string, string>

  constructor(values: ReadonlyMap<string, readonly string[]>, faults: ReadonlyMap<string, string> = new Map()) {
    this.#values = values
    this.faults = faults
  }

  one(field: string): string {
    return this.#values.get(field)?.at(-1) ?? ''
  }

  all(field: string): readonly string[] {
    return this.#values.get(field) ?? []
  }

  with(faults: ReadonlyMap<string, string>): Typed {
    return new Typed(this.#values, faults)
  }

  /** The same with other values in some fields. */
  set(values: Readonly<Record<string, string>>): Typed {
    return new Typed(
      new Map([...this.#values, ...Object.entries(values).map(([k, v]) => [k, [v]] as const)]),
      this.faults,
    )
  }
}

export const nothingTyped = new Typed(new Map())

interface Field {
  readonly name: string
  readonly label: string
  readonly hint?: Content
  readonly lang?: string
  readonly rows?: number
  readonly required?: boolean
  readonly list?: string
  readonly type?: 'text' | 'date'
}

/** A field with its label, what was typed, and the refusal beside it. */
export function field(typed: Typed, { name, label, hint, lang, rows, required, list, type = 'text' }: Field): Html {
  const fault = typed.faults.get(name)
  const more = html`${lang ? html` lang="${lang}"` : undefined}${required ? html` required` : undefined}${fault ? html` aria-invalid="true"` : undefined}${list ? html` list="${list}"` : undefined}`
  const value = typed.one(name)
  // A browser takes the first line break of a textarea for its own.
  const input = rows
    ? html`<textarea name="${name}" rows="${rows}"${more}>${value.startsWith('\n') ? '\n' : ''}${value}</textarea>`
    : html`<input type="${type}" name="${name}" value="${value}"${more}>`
  return html`<label class="field"><span>${label}</span>${hint ? html`<small>${hint}</small>` : undefined}${faultOf(typed, name)}${input}</label>`
}

export function faultOf(typed: Typed, name: string): Html | undefined {
  const fault = typed.faults.get(name)
  return fault ? html`<strong class="fault">${fault}</strong>` : undefined
}

export function choice(
  typed: Typed,
  { name, label }: { readonly name: string; readonly label: string },
  options: readonly { readonly value: string; readonly says: string }[],
): Html {
  const fault = typed.faults.get(name) ? html` aria-invalid="true"` : undefined
  return html`<label class="field"><span>${label}</span>${faultOf(typed, name)}<select name="${name}"${fault}>${options.map(({ value, says }) => html`<option value="${value}" ${typed.one(name) === value ? html`selected` : undefined}>${says}</option>`)}</select></label>`
}

/** Several of a list. */
export function ticks(
  typed: Typed,
  { name, label, hint }: { readonly name: string; readonly label: string; readonly hint?: string },
  options: readonly { readonly value: string; readonly says: string }[],
): Html {
  const ticked = new Set(typed.all(name))
  return html`<fieldset class="field"><legend>${label}</legend>${hint ? html`<small>${hint}</small>` : undefined}${faultOf(typed, name)}<div class="ticks">${options.map(({ value, says }) => html`<label><input type="checkbox" name="${name}" value="${value}" ${ticked.has(value) ? html`checked` : undefined}> ${says}</label>`)}</div></fieldset>`
}

export function hidden(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}
