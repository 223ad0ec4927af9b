import {existsSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {compare} from '../../src/diff/compare.js'
import {comparisonPage} from '../../src/diff/page.js'
import type {Comparison} from '../../src/diff/schema.js'
import {editedPair} from '../eval/edits.js'
import {outline} from './outline.js'

/** Debian's Chromium; without it these tests are skipped and say so. */
const chromium = '/usr/bin/chromium'
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

function page(): string {
  const pair = editedPair(12, 7, 30)
  const a = outline(pair.a, 'a')
  const b = outline(`${pair.b}\n<script>alert(1)</script>不得改动`, 'b')
  const diff = compare({document: a, indicators: []}, {document: b, indicators: []})
  const comparison: Comparison = {
    format: 'guihua-comparison',
    version: 1,
    same: false,
    pairs: [diff],
    onlyA: [],
    onlyB: []
  }
  return comparisonPage(comparison, [{a, b}])
}

describe('the page', () => {
  it('asks nothing of anyone and lets no text become markup', () => {
    const html = page()
    expect(html).not.toMatch(/(?:src|href)="(?!#)/)
    expect(html).not.toMatch(/url\(|@import/)
    expect(html).toContain('&lt;script&gt;alert(1)')
  })
})

describe.skipIf(!existsSync(chromium))(
  'the page in a browser (skipped where /usr/bin/chromium is missing)',
  () => {
    let browser: Browser
    let file = ''
    beforeAll(async () => {
      const {chromium: engine} = await import('playwright-core')
      browser = await engine.launch({executablePath: chromium, args: flags})
      file = join(mkdtempSync(join(tmpdir(), 'guihua-')), 'page.html')
      writeFileSync(file, page())
    }, 60_000)
    afterAll(async () => browser?.close())

    const open = async (
      width: number,
      javaScriptEnabled = true
    ): Promise<{tab: Page; requests: string[]}> => {
      const context = await browser.newContext({viewport: {width, height: 800}, javaScriptEnabled})
      const tab = await context.newPage()
      const requests: string[] = []
      tab.on('request', r => requests.push(r.url()))
      await tab.goto(`file://${file}`)
      return {tab, requests}
    }
    const visible = (tab: Page, selector: string) => tab.locator(selector).locator('visible=true').count()

    it('makes no request and fits a phone and a desk', async () => {
      for (const width of [360, 768, 1280]) {
        const {tab, requests} = await open(width)
        expect(requests).toHaveLength(1)
        expect(await tab.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
        await tab.context().close()
      }
    }, 60_000)

    it('filters by kind without any script', async () => {
      const {tab} = await open(1280, false)
      for (const [box, rows] of [
        ['changed', '.row.changed'],
        ['added', '.row.added'],
        ['removed', '.row.removed'],
        ['moved', '.row.moved, .row.movedChanged, .row.ghost'],
        ['split', '.row.split, .row.merged']
      ] as const) {
        expect(await visible(tab, rows), box).toBeGreaterThan(0)
        await tab.locator(`#f-${box}`).uncheck()
        expect(await visible(tab, rows), box).toBe(0)
      }
      await tab.locator('#f-still').uncheck()
      expect(await visible(tab, 'details.still')).toBe(0)
      await tab.locator('#f-changed').check()
      const all = await visible(tab, '.row.changed')
      await tab.locator('#f-flagged').check()
      const flagged = await visible(tab, '.row.changed')
      expect(flagged).toBeGreaterThan(0)
      expect(flagged).toBeLessThanOrEqual(all)
      expect(await visible(tab, '.needs-script')).toBe(0)
      await tab.context().close()
    }, 60_000)

    it('links what moved to where it stood and back', async () => {
      const {tab} = await open(1280)
      const dead = await tab.evaluate(
        `[...document.querySelectorAll('a[href^="#"]')].map(a => a.getAttribute('href')).filter(h => !document.getElementById(h.slice(1)))`
      )
      expect(dead).toEqual([])
      const link = tab.locator('.row.ghost .notes a').first()
      const target = (await link.getAttribute('href'))!
      await link.click()
      expect(await tab.locator(target).isVisible()).toBe(true)
      const back = (await tab.locator(`${target} .notes a`).first().getAttribute('href'))!
      expect(await tab.locator(back).isVisible()).toBe(true)
      await tab.context().close()
    }, 60_000)

    it('steps from change to change by key and by button, and opens what is unchanged', async () => {
      const {tab} = await open(1280)
      await tab.keyboard.press('j')
      const first = await tab.evaluate('document.activeElement.id')
      await tab.keyboard.press('j')
      const second = await tab.evaluate('document.activeElement.id')
      expect(second).not.toBe(first)
      await tab.keyboard.press('k')
      expect(await tab.evaluate('document.activeElement.id')).toBe(first)
      await tab.locator('[data-go="1"]').click()
      expect(await tab.evaluate('document.activeElement.className')).toContain('row')
      const before = await visible(tab, '.row.kept:not(.heading)')
      await tab.locator('[data-open]').click()
      expect(await visible(tab, '.row.kept:not(.heading)')).toBeGreaterThan(before)
      await tab.context().close()
    }, 60_000)

    it('can be walked by keyboard alone', async () => {
      const {tab} = await open(1280)
      await tab.keyboard.press('Tab')
      expect(await tab.evaluate('document.activeElement.className')).toBe('skip')
      const box = tab.locator('#f-changed')
      await box.focus()
      await tab.keyboard.press('Space')
      expect(await box.isChecked()).toBe(false)
      await tab.context().close()
    }, 60_000)
  }
)
