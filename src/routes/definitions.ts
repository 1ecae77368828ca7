import type { FastifyInstance } from 'fastify'
import { type Concept, conceptsOf, type Definition, endOfTime, isOwn } from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { definitionsPage } from '../ui/definitions.ts'
import { capitalised } from '../ui/words.ts'
import { csv, unknownChoice } from './lists.ts'
import { type Ask, servePage } from './page.ts'

export function serveDefinitions(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'definitions', ({ place, query }) => {
    const { organisation } = place
    const all = conceptsOf(organisation)
    const choices = choicesFor(all, query)
    const wrong = unknownChoice(choices)
    if (wrong) return wrong
    const { concept, whose } = query
    const concepts = all
      .filter((one) => concept === undefined || one.concept === concept)
      .map((one) => only(one, whose))
    const elements = new Map(organisation.listed('element-described').map(({ act }) => [act.element, act.meaning]))
    const later = documents(conceptsOf(organisation.onDay(endOfTime))).length - documents(all).length
    return {
      data: {
        elements: Object.fromEntries(elements),
        later,
        concepts: concepts.map((one) => ({
          concept: one.concept,
          definitions: documents([one]).map(({ position, act }) => ({ position, ...act })),
          differences: one.differences.map(({ element, from, to, was, is }) => ({
            element,
            from: from.act.definition,
            to: to.act.definition,
            was,
            is,
          })),
        })),
      },
      csv: () => asCsv(concepts, elements),
      page: () => definitionsPage({ concepts, elements, later, query: { concept, whose }, choices }, place),
    }
  })
}

function choicesFor(concepts: readonly Concept[], query: Ask['query']) {
  const options = (values: readonly string[]) => values.map((value) => ({ value, label: capitalised(value) }))
  return [
    {
      name: 'concept',
      label: 'Concept',
      options: options(concepts.map(({ concept }) => concept)),
      chosen: query.concept,
    },
    {
      name: 'whose',
      label: 'Whose',
      options: [
        { value: 'own', label: 'The organisation’s own' },
        { value: 'others', label: 'Of others' },
      ],
      chosen: query.whose,
    },
  ]
}

function only(concept: Concept, whose: string | undefined): Concept {
  if (whose === undefined) return concept
  const wanted = (definition: Definition) => isOwn(definition) === (whose === 'own')
  return { ...concept, defined: concept.defined.filter(wanted), notDefined: concept.notDefined.filter(wanted) }
}

function documents(concepts: readonly Concept[]): Definition[] {
  return concepts.flatMap(({ defined, notDefined }) => [...defined, ...notDefined])
}

function asCsv(concepts: readonly Concept[], elements: ReadonlyMap<string, string>): string {
  return csv(
    ['concept', 'definition', 'document', 'date', 'own', 'defines', 'element', 'meaning', 'presence', 'sources'],
    documents(concepts).flatMap((definition) =>
      definition.act.elements.map(({ element, presence }) => [
        definition.act.concept,
        definition.act.definition,
        definition.act.document,
        definition.act.date,
        isOwn(definition) ? 'yes' : 'no',
        definition.act.defines ? 'yes' : 'no',
        element,
        elements.get(element),
        presence,
        definition.act.sources.map((s) => s.source).join(' '),
      ]),
    ),
  )
}
