import { type Html, html } from '../html.ts'

type Json = Readonly<Record<string, unknown>>

/** Fields that every act may have; they are described once. */
export const commonFields = [
  'id',
  'at',
  'on',
  'after',
  'carriesOut',
  'replaces',
  'correction',
  'sources',
  'doubt',
  'note',
]

/** The fields that are particular to a kind of act, each with what it holds. */
export function fieldTable(schema: Json): Html {
  const properties = Object.entries((schema.properties ?? {}) as Readonly<Record<string, Json>>)
  const required = (schema.required ?? []) as readonly string[]
  const own = properties.filter(([name]) => name !== 'kind' && !commonFields.includes(name))
  return html`<table class="cards"><thead><tr><th scope="col">Field</th><th scope="col">What it holds</th></tr></thead><tbody>${own.map(([name, one]) => html`<tr><th scope="row" class="date"><code>${name}</code></th><td class="line">${inWords(one)}${required.includes(name) ? undefined : html` <small>may be left out</small>`}</td></tr>`)}</tbody></table>`
}

/** What a value of a schema is, in a few words. */
export function inWords(schema: Json | boolean): string {
  if (typeof schema === 'boolean') return 'as described'
  const { type, description, items, properties, minLength, maxLength, minimum, maximum } = schema
  const options = (schema.anyOf ?? schema.oneOf) as readonly Json[] | undefined
  if ('const' in schema) return `“${String(schema.const)}”`
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => `“${String(one)}”`).join(', ')
  if (options) return options.map(inWords).join('; or ')
  if (description) return String(description)
  if (type === 'array') return `a list of: ${inWords((items ?? {}) as Json)}`
  if (type === 'object' && properties) {
    const fields = Object.entries(properties as Readonly<Record<string, Json>>)
    return `an object of ${fields.map(([name, one]) => `${name} (${inWords(one)})`).join(', ')}`
  }
  if (type === 'string' && schema.pattern !== undefined && maxLength === undefined && minLength === undefined)
    return String(schema.pattern).startsWith('^[A-Za-z0-9][') ? 'an id' : 'text of a set form'
  if (type === 'integer' || type === 'number') {
    const whole = type === 'integer' ? 'a whole number' : 'a number'
    const [low, high] = [minimum ?? schema.exclusiveMinimum, maximum]
    const far = (one: unknown) => typeof one !== 'number' || Math.abs(one) > 1e9
    return `${whole}${far(low) ? '' : `, ${schema.exclusiveMinimum === undefined ? 'from' : 'above'} ${low}`}${far(high) ? '' : `, to ${high}`}`
  }
  if (type === 'boolean') return 'true or false'
  return type === 'string'
    ? `text${maxLength === undefined ? '' : `, ${maxLength} characters at most`}`
    : 'as described'
}
