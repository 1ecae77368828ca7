// Where a part of a page differs from what the server gave of it before, so that only this is made anew: the rest stays as
// it is, with what the reader wrote, opened and reached in it, and need not be drawn again.

/** Whether the server gives the same content as before. */
export function isAlike(was, fresh) {
  const [before, now] = [was, fresh].map(({ childNodes }) => [...childNodes])
  return before.length === now.length && now.every((node, nth) => node.isEqualNode(before[nth]))
}

/**
 * @param old the part as it stands in the page, with what the reader and scripts have done to it since
 * @param was what the server gave of it before
 * @param fresh what it gives now
 * @returns in order, each with the nodes that go, those that come instead, and the node before which they stand
 */
export function changesIn(old, was, fresh) {
  const [here, before, now] = [old, was, fresh].map(({ childNodes }) => [...childNodes])
  // A script has put something of its own here, so what stands where cannot be told.
  if (here.length !== before.length) return [{ parent: old, next: null, gone: here, come: now }]
  const most = Math.min(before.length, now.length)
  let start = 0
  while (start < most && before[start].isEqualNode(now[start])) start += 1
  let end = 0
  while (end < most - start && before.at(-1 - end).isEqualNode(now.at(-1 - end))) end += 1
  const [gone, known, come] = [here, before, now].map((nodes) => nodes.slice(start, nodes.length - end))
  if (known.length !== come.length) return [{ parent: old, next: here[here.length - end] ?? null, gone, come }]
  return come.flatMap((node, nth) => {
    if (node.isEqualNode(known[nth])) return []
    if (isSameElement(known[nth], node)) return changesIn(gone[nth], known[nth], node)
    return [{ parent: old, next: gone[nth].nextSibling, gone: [gone[nth]], come: [node] }]
  })
}

/** Takes out what goes and puts in what comes. @returns the nodes as they stand in the page now */
export function put({ parent, next, gone, come }) {
  const copies = come.map((node) => document.importNode(node, true))
  for (const node of gone) node.remove()
  for (const node of copies) parent.insertBefore(node, next)
  return copies
}

/** What is of one kind in some nodes, these among them. */
export function among(nodes, selector) {
  const elements = nodes.filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE)
  return elements.flatMap((one) => [...(one.matches(selector) ? [one] : []), ...one.querySelectorAll(selector)])
}

/**
 * Whether an element is the one of before, with other content. A form that sends something else is another, whatever it
 * looks like: what was written into the one would be sent by the other. So is what opens to show something else.
 */
function isSameElement(was, fresh) {
  if (was.nodeType !== Node.ELEMENT_NODE || fresh.matches?.('form, details')) return false
  return was.cloneNode(false).isEqualNode(fresh.cloneNode(false))
}
