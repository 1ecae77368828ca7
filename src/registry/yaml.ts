import { isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'

/** Something wrong in a file of an organisation's folder, at a line, with what to do about it. */
export interface Fault {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** A parsed YAML file that can say on which line a value stands. */
export interface YamlFile {
  readonly file: string
  readonly value: unknown
  lineOf(path: readonly PropertyKey[]): number
}

/** Parses a file, or says on which lines it is not YAML. */
export function parseYaml(file: string, text: string): YamlFile | Fault[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, version: '1.2' })
  if (document.errors.length > 0) {
    return document.errors.map((error) => ({
      file,
      line: lines.linePos(error.pos[0]).line,
      message: `${error.message.split('\n')[0]?.replace(/ at line.*$/, '')}. The file must be valid YAML.`,
    }))
  }
  const lineOf = (path: readonly PropertyKey[]) => {
    const node = nearest(document.contents as Node | null, path)
    return node?.range ? lines.linePos(node.range[0]).line : 1
  }
  try {
    return { file, value: document.toJS(), lineOf }
  } catch (error) {
    // An alias (`*name`) is looked up only now; a bomb of aliases is found only now.
    return [{ file, line: 1, message: `${(error as Error).message}. Write it out instead.` }]
  }
}

/** Checks a value of a file against a schema; faults name file, line and field. */
export function check<T>(
  file: YamlFile,
  at: readonly PropertyKey[],
  value: unknown,
  schema: z.ZodType<T>,
): T | Fault[] {
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  return result.error.issues.flatMap((issue) => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [undefined]
    return keys.map((key) => ({
      file: file.file,
      line: file.lineOf([...at, ...issue.path, ...(key === undefined ? [] : [key])]),
      message: sentence(issue, key),
    }))
  })
}

function sentence(issue: z.core.$ZodIssue, key: string | undefined): string {
  if (key !== undefined) return `${[...issue.path, key].join('.')}: no such field here. Correct its name or remove it.`
  const field = issue.path.join('.')
  const isUnion = issue.code === 'invalid_union' && !('discriminator' in issue)
  if ((issue.code === 'invalid_type' || isUnion) && issue.input === undefined) return `${field}: is missing. Add it.`
  if (issue.code === 'invalid_union' && 'discriminator' in issue) {
    if (issue.path.length <= 1) return `${field || 'kind'}: is not a kind of act.`
    const { options = [] } = issue as { options?: readonly unknown[] }
    return `${field}: is not known here. There is: ${options.join(', ')}.`
  }
  if (issue.code === 'invalid_value' && issue.input !== undefined)
    return `${field}: "${String(issue.input)}" is not known here. There is: ${issue.values.join(', ')}.`
  return `${field ? `${field}: ` : ''}${issue.message}`
}

/** The deepest node on a path that the file really has. */
function nearest(root: Node | null, path: readonly PropertyKey[]): Node | null {
  let node = root
  for (const key of path) {
    const next = isMap(node) || isSeq(node) ? (node.get(key, true) as Node | undefined) : undefined
    const keyNode = isMap(node) ? node.items.find((pair) => String(pair.key) === String(key))?.key : undefined
    if (!next && !keyNode) return node
    node = (next?.range ? next : (keyNode as Node)) ?? node
  }
  return node
}
