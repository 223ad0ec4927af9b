import fc from 'fast-check'
import {expect, test} from 'vitest'
import {pipelines} from '../../pipelines/index.js'
import {parcelOf} from '../../src/run/work.js'
import './chance.js'
import {bytesOf, soup} from './soup.js'

const corpus = pipelines['corpus']!
const made = (text: string) => parcelOf({path: 'a.txt', bytes: bytesOf(text)}, null, corpus)

test('the same bytes give the same bytes, whatever was run between', async () => {
  await fc.assert(
    fc.asyncProperty(soup, soup, async (one, other) => {
      const first = await made(one)
      await made(other)
      expect(await made(one)).toEqual(first)
    })
  )
})

test('the bytes that went in are left as they were', async () => {
  await fc.assert(
    fc.asyncProperty(soup, async text => {
      const bytes = bytesOf(text)
      await parcelOf({path: 'a.txt', bytes}, null, corpus)
      expect(bytes).toEqual(bytesOf(text))
    })
  )
})
