import type { FastifyInstance } from 'fastify'
import {
  type Figure,
  type Indicator,
  indicatorsOf,
  latestFigures,
  type Organisation,
  seriesOf,
  weightByYear,
} from '../record/index.ts'
import type { Registry } from '../registry/index.ts'
import { isRefusal, type Refusal, refuse } from '../rules/index.ts'
import { figurePage } from '../ui/figure.ts'
import { figuresPage, type Weighed } from '../ui/figures.ts'
import { csv } from './lists.ts'
import { servePage } from './page.ts'

export function serveFigures(server: FastifyInstance, registry: Registry): void {
  servePage(server, registry, 'figures', ({ place, moments, query }) => {
    const { organisation } = place
    const indicators = indicatorsOf(organisation)
    const asked = query.indicator ? found(indicators, query.indicator) : undefined
    if (isRefusal(asked)) return asked
    const all = (asked ? [asked] : indicators).map((indicator) => weighed(organisation, indicator))
    return {
      data: { indicators: all.map(asData) },
      csv: () => asCsv(all.flatMap(({ indicator }) => indicator.figures)),
      page: () => figuresPage({ all, moments }, place),
    }
  })
  servePage(server, registry, 'figures/*', ({ place, named }) => {
    const indicator = found(indicatorsOf(place.organisation), named)
    if (isRefusal(indicator)) return indicator
    const one = weighed(place.organisation, indicator)
    return { data: asData(one), page: () => figurePage(one, place) }
  })
}

function found(indicators: readonly Indicator[], named: string): Indicator | Refusal {
  const indicator = indicators.find((one) => one.indicator === named)
  if (indicator) return indicator
  return refuse('unknown-indicator', `The record has no figures of "${named}".`, {
    remedy:
      indicators.length > 0
        ? `There is: ${indicators.map((one) => one.indicator).join(', ')}.`
        : 'It has no figures at all.',
  })
}

function weighed(organisation: Organisation, indicator: Indicator): Weighed {
  return {
    indicator,
    weights: weightByYear(organisation, indicator),
    latest: indicator.adds ? [] : latestFigures(organisation, indicator),
  }
}

function asData({ indicator: { figures, ...indicator }, weights, latest }: Weighed) {
  const series = seriesOf(weights)
  return {
    ...indicator,
    weights: weights.map(({ shares, ...weight }) => ({
      ...weight,
      series: series.findIndex((list) => list.some(({ year }) => year === weight.year)) + 1,
      complete: weight.missing.length === 0,
      shares: shares.map(({ participant, value, figure }) => ({ participant, value, act: figure.id })),
    })),
    latest: latest.map(({ act }) => ({ participant: act.participant, date: act.date, value: act.value })),
    figures: figures.map(({ position, act }) => ({ position, ...act })),
  }
}

function asCsv(figures: readonly Figure[]): string {
  const columns = [
    'participant',
    'indicator',
    'date',
    'value',
    'unit',
    'low',
    'high',
    'approximate',
    'doubt',
    'note',
    'act',
    'sources',
  ]
  return csv(
    columns,
    figures.map(({ id, act }) => [
      act.participant,
      act.indicator,
      act.date,
      typeof act.value === 'boolean' ? String(act.value) : act.value,
      act.unit,
      act.low,
      act.high,
      act.approximate ? 'yes' : '',
      act.doubt.map(({ field, kind }) => `${kind}: ${field}`).join('; '),
      act.note,
      id,
      act.sources.map(({ source }) => source).join(' '),
    ]),
  )
}
