import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** The least that any program must do: decode the bytes, split them into sentences, put those into a Map. Prints milliseconds. */
const folder = process.argv[2]!
const files = readdirSync(folder).sort()
const began = performance.now()
const seen = new Map<string, number>()
for (const file of files) {
  const text = new TextDecoder('utf-8', {fatal: true}).decode(readFileSync(join(folder, file)))
  for (const [sentence] of text.matchAll(/[^。！？；\n]+[。！？；]?/g))
    seen.set(sentence, (seen.get(sentence) ?? 0) + 1)
}
process.stdout.write(JSON.stringify({ms: performance.now() - began, sentences: seen.size}) + '\n')
