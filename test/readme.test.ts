import {readFileSync, writeFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {catalogue} from '../src/bin/catalogue.js'

const file = new URL('../README.md', import.meta.url)
const [open, close] = ['<!-- rules -->\n', '<!-- /rules -->']

/** The catalogue as README prints it: a line a rule. */
async function printed(): Promise<string> {
  const rules = await catalogue()
  const line = (cell: string) => cell.replaceAll('|', '\\|')
  return (
    [
      '| rule | what it says |',
      '| --- | --- |',
      ...rules.map(rule => `| \`${rule.id}\` | ${line(rule.means)} |`)
    ].join('\n') + '\n'
  )
}

it('the README prints the catalogue as it is; UPDATE=1 writes it anew', async () => {
  const readme = readFileSync(file, 'utf8')
  const [start, end] = [readme.indexOf(open) + open.length, readme.indexOf(close)]
  const catalogued = await printed()
  if (process.env.UPDATE && !process.env.CI)
    writeFileSync(file, readme.slice(0, start) + catalogued + readme.slice(end))
  else expect(readme.slice(start, end)).toBe(catalogued)
})
