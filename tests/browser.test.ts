import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openShop, type Shop } from './shop.ts'

const chromium = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
)
if (!chromium) console.warn('no Chromium on this machine: the page is not opened in a browser')

interface Event {
  readonly method: string
  readonly params: {
    readonly request?: { readonly url: string }
    readonly entry?: { readonly text: string }
    readonly exceptionDetails?: unknown
  }
}

/** A browser that is told what to do over its own protocol, and tells what happened. */
async function openBrowser() {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-browser-'))
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--no-first-run',
    '--remote-debugging-port=0',
    `--user-data-dir=${folder}`,
  ]
  const browser = spawn(chromium ?? '', [...flags, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = new Promise((resolve) => browser.once('exit', resolve))
  onTestFinished(async () => {
    browser.kill()
    await gone
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    browser.once('exit', () => reject(new Error(said)))
    browser.stderr.on('data', (piece) => {
      said += piece
      const [, found] = /DevTools listening on (ws:\S+)/.exec(said) ?? []
      if (found) resolve(found)
    })
  })
  const socket = new WebSocket(address)
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  const waiting = new Map<number, (answer: { result?: unknown; error?: unknown }) => void>()
  const events: Event[] = []
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data))
    if (message.id === undefined) events.push(message)
    else waiting.get(message.id)?.(message)
  })
  let last = 0
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of the answer
  const ask = (method: string, params: object = {}, sessionId?: string): Promise<any> =>
    new Promise((resolve, reject) => {
      waiting.set(++last, ({ result, error }) => (error ? reject(new Error(JSON.stringify(error))) : resolve(result)))
      socket.send(JSON.stringify({ id: last, method, params, sessionId }))
    })
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true })
  const tab = (method: string, params: object = {}) => ask(method, params, sessionId)
  for (const domain of ['Page', 'Network', 'Log', 'Runtime']) await tab(`${domain}.enable`)
  const evaluate = async (expression: string) =>
    (await tab('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true })).result.value
  return {
    events,
    tab,
    evaluate,
    async open(path: string) {
      await tab('Page.navigate', { url: pathToFileURL(path).href })
      while (!(await evaluate(`location.protocol === 'file:' && document.readyState === 'complete'`)))
        await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

async function fill(shop: Shop, care: readonly string[] = []): Promise<string> {
  const lines = [
    `add "<script>document.title='taken'</script>" --phone 13800138000 --joined 2025-10-01`,
    `add "王小明" --wechat '"><img src=http://127.0.0.1:9/x.png>' --joined 2025-10-01`,
    ...['2025-12-05', '2026-02-05', '2026-06-05', '2026-10-05'].map(
      (day) => `buy 1 100 '<img src=http://127.0.0.1:9/y.png>' --cost 40 --on ${day}`,
    ),
    'buy 2 1234567.89 --on 2026-09-20 --unpaid',
    'classify --today 2025-11-01',
    'classify',
    ...care,
  ]
  for (const line of lines) if ((await shop.regulars(line)).exit !== 0) throw new Error(line)
  const path = join(shop.folder, 'page.html')
  expect((await shop.regulars(`report --html ${path}`)).exit).toBe(0)
  return path
}

const luminance =
  '(() => { const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number); return ' +
  '(r + g + b) / 3 })()'

/** The beginnings of tables, but for some, of which a part is out of sight. */
const cutTables = (but: string) =>
  `[...document.querySelectorAll('.scroll')].filter((box) => !box.querySelector('${but}') && box.scrollWidth > ` +
  'box.clientWidth + 1).map((box) => box.textContent.slice(0, 60))'

/** What axe finds against WCAG 2 A and AA, contrast among it. */
const faultsFound =
  `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa'] }).then(({ violations }) => violations.flatMap(({ id, nodes ` +
  `}) => nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 120) + ' ' + failureSummary)))`

const thirteenMonths = [
  '2025-11',
  '2025-12',
  ...Array.from({ length: 11 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`),
]

describe.skipIf(!chromium)('in a browser', () => {
  test.each(['en', 'zh'])(
    '%s: no error, no request, nothing runs, nothing is wider than the screen, light and dark',
    async (lang) => {
      const shop = await openShop(`init --name "Tea House" --lang ${lang}`)
      const path = await fill(shop)
      const { events, tab, evaluate, open } = await openBrowser()
      for (const width of [390, 820, 1280]) {
        for (const scheme of ['light', 'dark']) {
          await tab('Emulation.setDeviceMetricsOverride', {
            width,
            height: 900,
            deviceScaleFactor: 1,
            mobile: width < 500,
          })
          await tab('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] })
          await open(path)
          expect(await evaluate('document.documentElement.scrollWidth'), `${width} ${scheme}`).toBe(width)
          expect((await evaluate(luminance)) > 128, `${width} ${scheme}`).toBe(scheme === 'light')
          expect(await evaluate(`document.querySelectorAll('section').length`)).toBe(7)
          expect(
            await evaluate(
              `[...document.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().height > 30).length`,
            ),
          ).toBe(4)
          // Colours by name must reach the drawings: a bar is painted with what the style says.
          expect(await evaluate(`getComputedStyle(document.querySelector('svg path[fill="var(--one)"]')).fill`)).toBe(
            scheme === 'light' ? 'rgb(47, 115, 80)' : 'rgb(98, 180, 135)',
          )
        }
      }
      expect(await evaluate('document.title')).toContain('Tea House')
      expect(await evaluate('document.compatMode')).toBe('CSS1Compat')
      expect(await evaluate(`document.querySelectorAll('script, img, link').length`)).toBe(0)
      expect(await evaluate('document.documentElement.lang')).toBe(lang === 'en' ? 'en' : 'zh-Hans')
      const asked = events
        .filter(({ method }) => method === 'Network.requestWillBeSent')
        .map(({ params }) => params.request?.url)
      expect([...new Set(asked)]).toEqual([pathToFileURL(path).href])
      expect(
        events
          .filter(({ method }) => /^Log\.entryAdded|^Runtime\.exceptionThrown/.test(method))
          .map(({ params }) => params),
      ).toEqual([])
    },
    60_000,
  )

  test.each(['en', 'zh'])(
    '%s: a shop with complaints and satisfaction: what is read has contrast enough, nothing is cut, light and dark',
    async (lang) => {
      const shop = await openShop(`init --name 茶铺 --lang ${lang}`)
      const path = await fill(shop, [
        'complaint open 1 "The tea was damp 茶叶受潮"',
        'survey 2 3 --expected 4',
        'buy walk-in 30',
        'done 1 -o interested -n "wants the new oolong"',
        // Thirteen months of cohorts, all of them full: as wide as their table comes.
        ...thirteenMonths.map((month) => `buy 1 10 --on ${month}-20`),
      ])
      const { tab, evaluate, open } = await openBrowser()
      for (const width of [390, 800, 1200]) {
        for (const scheme of ['light', 'dark']) {
          const seen = `${width} ${scheme}`
          await tab('Emulation.setDeviceMetricsOverride', {
            width,
            height: 900,
            deviceScaleFactor: 1,
            mobile: width < 500,
          })
          await tab('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] })
          await open(path)
          expect(await evaluate(`document.querySelectorAll('section').length`), seen).toBe(9)
          expect(await evaluate('document.documentElement.scrollWidth'), seen).toBe(width)
          // A table of cohorts may be moved with the finger on a phone; no other, and none on a wider screen.
          expect(await evaluate(cutTables(width < 500 ? '.heat' : 'none')), seen).toEqual([])
          await evaluate(axe.source)
          expect(await evaluate(faultsFound), seen).toEqual([])
        }
      }
    },
    120_000,
  )

  test('on paper it is light, A4, and no chart is cut', async () => {
    const path = await fill(await openShop('init --lang en'))
    const { tab, evaluate, open } = await openBrowser()
    await tab('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: 'dark' }] })
    await open(path)
    const { data } = await tab('Page.printToPDF', { preferCSSPageSize: true, printBackground: true })
    const pdf = Buffer.from(data, 'base64').toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    // A4 in points.
    expect([
      ...new Set(
        [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
          ([, w, h]) => `${Math.round(Number(w))}x${Math.round(Number(h))}`,
        ),
      ),
    ]).toEqual(['595x842'])
    await tab('Emulation.setEmulatedMedia', {
      media: 'print',
      features: [{ name: 'prefers-color-scheme', value: 'dark' }],
    })
    expect(await evaluate(`getComputedStyle(document.documentElement).getPropertyValue('--paper')`)).toBe('#fbfaf7')
    expect(
      await evaluate(
        `[...document.querySelectorAll('figure')].every((figure) => getComputedStyle(figure).breakInside === 'avoid')`,
      ),
    ).toBe(true)
  }, 60_000)
})
