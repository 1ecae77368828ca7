import {
  type GeoContext,
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoCentroid,
  geoCircle,
  geoDistance,
  geoEqualEarth,
  geoPath,
} from 'd3-geo'
import type { MultiPoint } from 'geojson'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import landTopology from 'world-atlas/land-110m.json' with { type: 'json' }
import { type Html, html } from './html.ts'
import { dotRadius, type PlacedLabel, placeLabels, rounded } from './labels.ts'
import { hatch, type Tone } from './lanes.ts'
import { remember } from './remember.ts'

export interface MapDot {
  readonly id: string
  readonly name: string
  readonly href: string
  readonly latitude: number
  readonly longitude: number
  readonly tone: Tone
  /** Its number in the list that the page prints beside a narrow map. */
  readonly number: number
  readonly uncertain?: boolean
  readonly title: string
}

export interface MapOptions {
  readonly caption: string
  readonly width: number
  readonly height: number
  readonly labels: 'names' | 'numbers'
}

interface PlacedDot extends MapDot {
  readonly x: number
  readonly y: number
}

const world = landTopology as unknown as Topology
const land = feature(world, world.objects.land as Topology['objects'][string])

const fontSize = { names: 11.5, numbers: 12.5 }
const priority: Record<Tone, number> = { member: 4, observer: 3, partner: 2, guest: 1, past: 0 }

/** From one change of who belongs to the next the map is the same, and most of the time of a page would go into it. */
const labelled = remember(placeLabels, 64)
const coastAround = remember((places: readonly Place[], size: Size): string => coastline(fitted(places, size)), 64)

/** Where a capital lies, in degrees. */
type Place = Pick<MapDot, 'longitude' | 'latitude'>
type Size = Pick<MapOptions, 'width' | 'height'>

/** Coastlines and dots at capitals. Borders are never drawn. */
export function map(dots: readonly MapDot[], options: MapOptions): Html {
  const { width, height, labels } = options
  const places = dots.map(({ longitude, latitude }) => ({ longitude, latitude }))
  const projection = fitted(places, options)
  const placed = dots.flatMap((dot): PlacedDot[] => {
    const [x, y] = projection([dot.longitude, dot.latitude]) ?? []
    return x === undefined || y === undefined ? [] : [{ ...dot, x: rounded(x), y: rounded(y) }]
  })
  const points = placed.map((dot) => ({
    id: dot.id,
    x: dot.x,
    y: dot.y,
    text: written(dot, labels),
    priority: priority[dot.tone],
  }))
  const texts = new Map(
    labelled(points, { width, height }, { size: fontSize[labels] }).map((label) => [label.id, label]),
  )
  return html`<svg class="map map-${labels}" viewBox="0 0 ${width} ${height}" width="100%" role="group" aria-label="${options.caption}">
${hatch(`map-hatch-${labels}`, 3)}
<path class="coast" d="${coastAround(places, { width, height })}"/>
${[...texts.values()].map(leader)}
${placed.map((dot) => html`${link(dot, placed, texts.get(dot.id), labels)}\n`)}
</svg>`
}

/** Seen from above the middle of the dots; of the whole world where there are none, or where they lie around the globe. */
function fitted(dots: readonly Place[], { width, height }: Size): GeoProjection {
  const capitals: MultiPoint = { type: 'MultiPoint', coordinates: dots.map((dot) => [dot.longitude, dot.latitude]) }
  const middle = geoCentroid(capitals)
  const farthest = Math.max(...dots.map((dot) => geoDistance(middle, [dot.longitude, dot.latitude])))
  const frame: [[number, number], [number, number]] = [
    [0, 0],
    [width, height],
  ]
  // Dots opposite each other have no middle, and none at all have no farthest.
  if (!(farthest >= 0 && farthest < 1.3)) return geoEqualEarth().fitExtent(frame, { type: 'Sphere' }).clipExtent(frame)
  const [x, y] = [Math.max(24, 0.12 * width), Math.max(24, 0.12 * height)]
  // Never nearer than ten degrees around the middle, so that one dot still has a coast near it.
  const around = geoCircle().center(middle).radius(10)().coordinates.flat()
  return geoAzimuthalEqualArea()
    .rotate([-middle[0], -middle[1]])
    .fitExtent(
      [
        [x, y],
        [width - x, height - y],
      ],
      { type: 'MultiPoint', coordinates: [...capitals.coordinates, ...around] },
    )
    .clipExtent(frame)
}

/** Written in tenths, each point from the one before, without points closer than a pixel: a third of the usual size. */
function coastline(projection: GeoProjection): string {
  let [path, ring, lines, x, y] = ['', '', 0, 0, 0]
  const tenths = (pixels: number) => Math.round(pixels * 10)
  const context: GeoContext = {
    beginPath: () => {},
    arc: () => {},
    moveTo: (toX, toY) => {
      ;[x, y, lines] = [tenths(toX), tenths(toY), 0]
      ring = `M${x / 10},${y / 10}`
    },
    lineTo: (toX, toY) => {
      const [dx, dy] = [tenths(toX) - x, tenths(toY) - y]
      if (Math.hypot(dx, dy) < 8) return
      ring += `l${dx / 10},${dy / 10}`
      ;[x, y, lines] = [x + dx, y + dy, lines + 1]
    },
    // What is left of a small island may be a point or a line.
    closePath: () => {
      if (lines > 1) path += `${ring}z`
    },
  }
  geoPath(projection, context)(land)
  return path
}

function written(dot: MapDot, labels: MapOptions['labels']): string {
  return labels === 'names' ? dot.name : String(dot.number)
}

function leader({ leader }: PlacedLabel): Html | undefined {
  return (
    leader &&
    html`<line class="leader" x1="${leader.x1}" y1="${leader.y1}" x2="${leader.x2}" y2="${leader.y2}" stroke="var(--ink-2)" stroke-width="0.6"/>`
  )
}

function link(
  dot: PlacedDot,
  dots: readonly PlacedDot[],
  label: PlacedLabel | undefined,
  labels: MapOptions['labels'],
): Html {
  const { x, y } = dot
  const room = Math.min(
    ...dots.filter((other) => other !== dot).map((other) => Math.hypot(other.x - x, other.y - y) / 2),
  )
  const striped =
    dot.uncertain &&
    html`<path d="${shape(dot)}" fill-rule="evenodd" fill="url(#map-hatch-${labels})" stroke="var(--ink-2)" stroke-width="0.8"/>`
  const text =
    label &&
    html`<text${dot.tone === 'member' && html` class="strong"`} x="${label.x}" y="${label.y}" font-size="${fontSize[labels]}"${label.anchor !== 'start' && html` text-anchor="${label.anchor}"`}>${written(dot, labels)}</text>`
  // The finger's target is larger than the dot, as far as the neighbours leave room.
  return html`<a href="${dot.href}"><title>${labels === 'numbers' && `${dot.number}. `}${dot.title}</title><circle cx="${x}" cy="${y}" r="${rounded(Math.max(dotRadius, Math.min(12, room)))}" fill="transparent"/><path class="tone-${dot.tone}${dot.uncertain && ' doubtful'}" d="${shape(dot)}" fill-rule="evenodd"/>${striped}${text}</a>`
}

/** A shape for each tone, so that colour is not needed: disc, diamond, square, ring, triangle. */
function shape({ tone, x, y }: PlacedDot): string {
  const disc = (radius: number) =>
    `M${rounded(x - radius)},${y}a${radius},${radius} 0 1 0 ${2 * radius},0a${radius},${radius} 0 1 0 ${-2 * radius},0z`
  switch (tone) {
    case 'member':
      return disc(4.2)
    case 'observer':
      return `M${x},${rounded(y - 5)}l5,5l-5,5l-5,-5z`
    case 'partner':
      return `M${rounded(x - 3.7)},${rounded(y - 3.7)}h7.4v7.4h-7.4z`
    case 'past':
      return disc(4.4) + disc(2.4)
    case 'guest':
      return `M${x},${rounded(y - 4.8)}l4.6,8.4h-9.2z`
  }
}
