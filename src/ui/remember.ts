/**
 * The same function, remembering its last answers by what it was asked. For work that is long and asked for again and
 * again, such as placing the labels of a map; the answers must not be changed by whoever gets them.
 */
export function remember<Asked extends readonly unknown[], Answer>(
  work: (...asked: Asked) => Answer,
  atMost: number,
): (...asked: Asked) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>()
  return (...asked) => {
    const key = JSON.stringify(asked)
    const known = answers.get(key) ?? { answer: work(...asked) }
    // Put back last, so that what goes first is what was asked for longest ago.
    answers.delete(key)
    answers.set(key, known)
    const oldest = answers.keys().next()
    if (answers.size > atMost && !oldest.done) answers.delete(oldest.value)
    return known.answer
  }
}
