import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {pipelines} from '../../pipelines/index.js'
import {markdownFile} from '../../src/emit/markdown.js'
import {execute} from '../../src/run/execute.js'
import type {Document} from '../../src/tree/nodes.js'
import {walk} from '../../src/tree/walk.js'
import {planText} from '../bench/plans.js'
import './chance.js'

const raw = fileURLToPath(new URL('../../raw', import.meta.url))

async function documentsOf(path: string, bytes: Uint8Array): Promise<readonly Document[]> {
  const {value} = await execute(pipelines['corpus']!, {path, bytes})
  return value!.documents
}

/** A tree without what another file cannot give: where it was read, and that a heading had been put back. */
const shape = (document: Document) =>
  JSON.parse(
    JSON.stringify(document.children, (key, value: unknown) =>
      key === 'trace' || key === 'inferred' || key === 'restored' ? undefined : value
    )
  ) as unknown

/** A damaged number (第条) was read with its neighbours' help, which Markdown has no way to write down. */
const isDamaged = (document: Document) =>
  [...walk(document)].some(node => node.type === 'section' && node.restored.length > 0)

async function cameBack(document: Document): Promise<void> {
  if (isDamaged(document)) return
  const [again, ...more] = await documentsOf('plan.md', Buffer.from(markdownFile(document)))
  expect(more).toEqual([])
  expect(shape(again!)).toEqual(shape(document))
}

test('Markdown that we wrote reads back as the same tree: generated plans', async () => {
  for (let seed = 1; seed <= 10; seed++)
    for (const document of await documentsOf('plan.txt', Buffer.from(planText(seed, 15_000))))
      await cameBack(document)
})

const specimens = readdirSync(raw).filter(name => name.endsWith('.txt'))

test.each(specimens)('Markdown that we wrote reads back as the same tree: %s', async name => {
  for (const document of await documentsOf(name, readFileSync(`${raw}/${name}`))) await cameBack(document)
})
