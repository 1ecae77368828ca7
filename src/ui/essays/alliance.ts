import type { AllianceView } from '../../analysis/index.ts'
import { essay } from '../essay.ts'
import { featureSection } from '../features.ts'
import type { Page, Place } from '../layout.ts'
import { counted, numberInWords } from '../words.ts'

export function alliancePage(view: AllianceView, place: Place): Page {
  const itself = view.endowments.find(({ neighbour }) => neighbour.act.itself)
  const title = itself
    ? `It has ${numberInWords(itself.has)} of ${counted(view.features.length, { one: 'element', many: 'elements' })} of a security organisation, ${numberInWords(itself.partly)} in part`
    : 'What it has of a security organisation is not on record'
  return essay(
    {
      id: 'alliance',
      title,
      lede: 'What a security organisation may have, element by element, here and elsewhere.',
      complete: 'Each value stands for the date beside it; what is not on record is left open.',
      sections: [
        featureSection(
          {
            neighbours: view.endowments.map(({ neighbour }) => neighbour),
            rows: view.features.map((feature, index) => ({
              feature,
              values: view.endowments.map(({ values }) => values[index]),
            })),
          },
          place,
        ),
      ],
      method: 'An element counts as had, had in part or lacking as the record states it.',
      limits: ['No element weighs more than another here; the counts rank nobody.'],
    },
    place,
  )
}
