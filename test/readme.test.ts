import {readFileSync, writeFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {catalogue, table} from '../src/bin/catalogue.js'

const file = new URL('../README.md', import.meta.url)
const [open, close] = ['<!-- rules -->\n', '<!-- /rules -->']

it('the README prints the catalogue as it is; UPDATE=1 writes it anew', async () => {
  const readme = readFileSync(file, 'utf8')
  const [start, end] = [readme.indexOf(open) + open.length, readme.indexOf(close)]
  const printed = table(await catalogue())
  if (process.env.UPDATE && !process.env.CI)
    writeFileSync(file, readme.slice(0, start) + printed + readme.slice(end))
  else expect(readme.slice(start, end)).toBe(printed)
})
