import { parse } from 'yaml'
import { type Refusal, refuse } from '../rules/index.ts'

/** As many characters as anybody writes by hand, and more. */
const longest = 200_000

/**
 * What a person has written, as YAML or JSON: plain values, without tags and aliases, so that nothing in it stands for more
 * than is written.
 *
 * @refuses 'unreadable-text'
 */
export function readWritten(text: string): unknown | Refusal {
  if (text.length > longest)
    return refuse('unreadable-text', `This has ${text.length} characters; at most ${longest} are read.`, {
      remedy: 'Shorten it.',
    })
  try {
    return parse(text, { maxAliasCount: 0, customTags: [], logLevel: 'error', schema: 'core' })
  } catch (error) {
    return unreadable((error as Error).message)
  }
}

function unreadable(message: string): Refusal {
  if (/alias/i.test(message))
    return refuse('unreadable-text', 'It has an alias (*), which stands for something else.', {
      remedy: 'Write out in full what it stands for; put a text that begins with * in quotation marks.',
    })
  if (message.includes('call stack'))
    return refuse('unreadable-text', 'It nests too deeply to be read.', { remedy: 'Nest less.' })
  if (message.includes('multiple documents'))
    return refuse('unreadable-text', 'It holds several documents, parted by ---.', { remedy: 'Write one.' })
  return refuse('unreadable-text', `This is neither YAML nor JSON: ${message.split('\n')[0]}`, {
    remedy: 'Mind the indentation, and put a text with a colon in quotation marks.',
  })
}
