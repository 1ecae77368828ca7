import { keyTexts, type Organisation, topicId, topicsOf } from '../record/index.ts'
import { type Refusal, refuse } from '../rules/index.ts'

/** The topic of a paragraph on record by the day, by its name or by its name in an address: "world order", `world-order`. */
export function topicNamed(organisation: Organisation, about: string): { readonly topic: string } | Refusal {
  const wanted = topicId(about)
  const found = topicsOf(keyTexts(organisation)).rows.find(({ topic }) => topicId(topic) === wanted)
  if (found) return { topic: found.topic }
  return refuse('unknown-topic', `No paragraph of a key text is on record on "${about}" by ${organisation.day}.`, {
    remedy: `All topics: /${organisation.id}/topics`,
  })
}
