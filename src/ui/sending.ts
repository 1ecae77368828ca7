// What a page does with a form by which a seat acts, so that what comes of it shows in place. Also runs in the browser,
// where assets/sending.js gives it what stands on the page: it imports nothing.

export const sendingWords = {
  entered: (time: string) => `Entered at ${time}. The page shows it.`,
  refused: 'Nothing was entered.',
  kept: 'What you wrote is still in the form.',
  unanswered:
    'No answer came, so it is not known whether this was entered. What you wrote is still here. Send it again: it is entered once, whatever became of the first.',
}

/** Until when an answer is waited for. In milliseconds. */
export const longestWait = 20_000

/**
 * Whether a click is not the first of several at one place. The answer can be there before somebody who clicks twice has
 * clicked again, and another button stands where the first one stood. A key counts as none.
 */
export function isRepeated(clicks: number): boolean {
  return clicks > 1
}

/**
 * Whether a form at this address leads back to a page that can be brought up to date: acts, the steps of a text, what is
 * entered of a meeting. What gives out something once (a feed, a link, a session) is left to the browser.
 */
export function sendsAct(action: string): boolean {
  return /^\/[^/?#]+\/run\/(acts|proposals\/[^/?#]+\/(revise|forward|accept)|meetings\/(open|present|decide|publish))$/.test(
    action,
  )
}

/** Whether an address leads to the page that is shown, wherever on it. */
export function isSamePage(there: string, shown: string): boolean {
  return there.split('#')[0] === shown
}

/**
 * The ids of what was sent and not answered. What is sent again as it was has the id that it had, and so is entered once; what
 * was changed meanwhile is another act.
 */
export class Unanswered {
  readonly #ids = new Map<string, string>()
  readonly #newId: () => string

  constructor(newId: () => string) {
    this.#newId = newId
  }

  idOf(sent: string): string {
    const id = this.#ids.get(sent) ?? this.#newId()
    this.#ids.set(sent, id)
    return id
  }

  /** From here on the same words are said anew. */
  answered(sent: string): void {
    this.#ids.delete(sent)
  }
}
