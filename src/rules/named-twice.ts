/**
 * The fields that a JSON text names twice in one object, by where they stand: `positions.A`, `2.clause.count` (lists count
 * from 0). Whoever reads the text as JSON gets the last of them and never hears of the other.
 *
 * @param json  text that is JSON
 */
export function* namedTwice(json: string): Generator<string> {
  const around: Place[] = []
  for (const [token, colon] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\],]/g)) {
    const here = around.at(-1)
    if (token === '{') around.push({ names: new Set(), at: '' })
    else if (token === '[') around.push({ names: undefined, at: 0 })
    else if (token === '}' || token === ']') around.pop()
    else if (token === ',') {
      if (typeof here?.at === 'number') here.at += 1
    } else if (colon !== undefined && here?.names) {
      const name = JSON.parse(token.slice(0, -colon.length)) as string
      here.at = name
      if (here.names.has(name)) yield around.map(({ at }) => at).join('.')
      here.names.add(name)
    }
  }
}

/** An object with the names it has had, or a list; and where in it. */
interface Place {
  readonly names: Set<string> | undefined
  at: string | number
}
