import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import { BarChart, LineChart } from 'echarts/charts'
import type { GridComponentOption, MarkLineComponentOption } from 'echarts/components'
import { GridComponent, MarkLineComponent } from 'echarts/components'
import { type ComposeOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { Html, html } from './html.ts'

use([BarChart, LineChart, GridComponent, MarkLineComponent, SVGRenderer])

export type Chart = ComposeOption<BarSeriesOption | LineSeriesOption | GridComponentOption | MarkLineComponentOption>

/** Colours by their name in the style, which has them for light and for dark: a chart follows the page. */
export const ink = 'var(--ink)'
export const soft = 'var(--soft)'
export const rule = 'var(--rule)'

export const text = { color: soft, fontSize: 13, fontFamily: 'inherit' } as const
/** What a series has that nobody can point at. */
export const still = { silent: true, emphasis: { disabled: true } } as const

/** Draws a chart as SVG that is as wide as its place; `label` says to those who do not see it what it shows. */
export function draw(
  chart: Chart,
  { width, height, label, only = '' }: { width: number; height: number; label: string; only?: string },
): Html {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height })
  drawing.setOption({ animation: false, textStyle: { fontFamily: 'inherit' }, ...chart })
  const svg = drawing.renderToSVGString()
  drawing.dispose()
  const view = `0 0 ${width} ${height}`
  const drawn = new Html(inside(svg))
  return html`<svg class="${only}" role="img" aria-label="${label}" viewBox="${view}" width="${width}">${drawn}</svg>`
}

/**
 * The drawing without what belongs to a file of its own or to a mouse: the frame, hover styles, clips (which differ
 * from run to run), the renderer's notes.
 */
function inside(svg: string): string {
  return svg
    .replace(/^<svg[^>]*>|<\/svg>\s*$/g, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/<defs[\s\S]*?<\/defs>/g, '')
    .replace(/ (?:class|pointer-events|clip-path|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/\n/g, '')
}
