import {describe, expect, it} from 'vitest'
import type {Entry} from '../../src/run/cache.js'
import {onThreads} from '../../src/run/threads.js'

const thread = new URL('moody-thread.mjs', import.meta.url)

describe('threads', () => {
  it.each([1, 2])(
    'give up an input that never ends or kills, and go on with the others: %i at once',
    async size => {
      const done: string[] = []
      const given: string[] = []
      await onThreads(
        ['a', 'endless', 'b', 'deadly', 'c'].map(path => ({path, file: path, bytes: 1})),
        size,
        thread,
        {pipeline: 'text', out: ''},
        ({path}) => void done.push(path),
        ({path}, reason) => {
          given.push(`${path}: ${reason}`)
          return {path} as Entry
        },
        () => 1000
      )
      expect(done.sort()).toEqual(['a', 'b', 'c', 'deadly', 'endless'])
      expect(given.sort()).toEqual([
        'deadly: the thread ended with code 3',
        'endless: it was not done after 1 seconds'
      ])
    }
  )
})
