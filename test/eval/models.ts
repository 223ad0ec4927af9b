import type {Model} from './damage.js'

const base: Model = {
  name: '',
  streams: 2,
  run: [250, 170],
  spread: 0.3,
  leap: [0.8, 0],
  leapMost: 4,
  drop: 0,
  layout: 'late',
  stop: 'first'
}

const whole: Model = {
  ...base,
  paragraphs: 'whole',
  counted: true,
  run: [3, 2],
  spread: 0.5,
  leap: [0.6, 0],
  leapMost: 3,
  layout: 'sentences'
}

/** Ways of weaving that differ in every parameter, so that nothing is tuned to one page. */
export const models: readonly Model[] = [
  {...base, name: 'two readers, late lines'},
  {...base, name: 'two readers, one line', layout: 'one'},
  {...base, name: 'two readers, a line a run', layout: 'runs'},
  {...base, name: 'two readers, lines', layout: 'lines', run: [300, 120]},
  {...base, name: 'long runs, few leaps', run: [600, 350], leap: [0.2, 0], layout: 'one'},
  {...base, name: 'short runs', run: [120, 90], leap: [0.5, 0], layout: 'lines'},
  {...base, name: 'both leap', leap: [0.5, 0.3], leapMost: 3, layout: 'late'},
  {...base, name: 'dropped sentences', drop: 0.03, layout: 'runs'},
  {...base, name: 'read to the end', stop: 'all', layout: 'one'},
  {...base, name: 'read to the end, a line a run', stop: 'all', layout: 'runs'},
  {...base, name: 'wide spread', spread: 0.9, layout: 'one'},
  {...base, name: 'a line a sentence', layout: 'sentences'},
  {
    ...base,
    name: 'runs of 3 to 7 and 2 to 5 sentences, wide leaps',
    counted: true,
    run: [5, 3.5],
    spread: 0.45,
    leap: [0.5, 0],
    leapMost: 10
  },
  {...base, name: 'far ahead from the start', ahead: 20, leap: [0.4, 0], layout: 'lines'},
  {...base, name: 'slow reader stops early', until: 0.33, layout: 'one'},
  {...base, name: 'slow reader stops early, a line a run', until: 0.25, layout: 'runs'},
  {...base, name: 'three readers', streams: 3, run: [260, 190, 130], leap: [0.7, 0.3, 0], layout: 'lines'},
  {
    ...base,
    name: 'three readers, one line',
    streams: 3,
    run: [300, 200, 150],
    leap: [0.5, 0.2, 0],
    layout: 'one',
    stop: 'all'
  },
  {
    ...base,
    name: 'three readers, a line a run, read to the end',
    streams: 3,
    run: [260, 190, 130],
    leap: [0.6, 0.3, 0],
    layout: 'runs',
    stop: 'all'
  },
  {
    ...base,
    name: 'three readers, one leaps, one line',
    streams: 3,
    run: [270, 220, 180],
    leap: [0.8, 0, 0],
    leapMost: 6,
    layout: 'one'
  },
  {...base, name: 'headings apart, one line', apart: true, layout: 'one'},
  {...base, name: 'headings apart, a line a run', apart: true, layout: 'runs'},
  {
    ...base,
    name: 'headings apart, three readers, lines',
    apart: true,
    streams: 3,
    run: [290, 240, 190],
    leap: [0.6, 0.1, 0],
    layout: 'lines'
  },
  {...base, name: 'line ends kept', paragraphs: 'kept', layout: 'one'},
  {
    ...base,
    name: 'line ends kept, wide leaps',
    paragraphs: 'kept',
    layout: 'runs',
    leap: [0.5, 0],
    leapMost: 12
  },
  {...base, name: 'titles and cells with their sentences, one line', paragraphs: 'within', layout: 'one'},
  {...base, name: 'titles and cells with their sentences, wide spread', paragraphs: 'within', spread: 0.9},
  {
    ...base,
    name: 'titles and cells with their sentences, three readers, a line a run',
    paragraphs: 'within',
    streams: 3,
    run: [260, 190, 130],
    leap: [0.7, 0.3, 0],
    layout: 'runs'
  },
  {...whole, name: 'paragraphs, a line each'},
  {...whole, name: 'long runs of paragraphs, a line each', run: [5, 4], spread: 0.3},
  {
    ...whole,
    name: 'two paragraphs and one, a line each',
    run: [2, 1],
    spread: 0,
    leap: [0.4, 0],
    leapMost: 2
  },
  {...whole, name: 'paragraphs, a line a run', layout: 'runs'},
  {...whole, name: 'paragraphs by length, a line each', counted: false, run: [300, 200], spread: 0.4},
  {...whole, name: 'paragraphs, both leap, a line each', leap: [0.5, 0.3], leapMost: 2},
  {...whole, name: 'paragraphs, three readers, a line each', streams: 3, run: [4, 3, 2], leap: [0.6, 0.3, 0]},
  {...whole, name: 'paragraphs, one line', layout: 'one'}
]

/** Woven behind a doubled notice and a contents page, glued into one line if not `listed`; some headings stand only there. */
export const withContents: readonly Model[] = [
  {...base, name: 'contents page, late lines'},
  {...base, name: 'contents page, one line, wide spread', spread: 0.7, layout: 'one'},
  {...base, name: 'contents page, short runs', run: [120, 90], leap: [0.5, 0], layout: 'runs'},
  {...base, name: 'contents page line by line, lines', listed: true, layout: 'lines'},
  {...base, name: 'contents page line by line, a line a run', listed: true, layout: 'runs'},
  {...base, name: 'fine contents page, late lines', fine: true},
  {...base, name: 'fine contents page line by line, one line', fine: true, listed: true, layout: 'one'}
]
