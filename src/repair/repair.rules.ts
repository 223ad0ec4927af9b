import type {PatternRule, Rule, Threshold} from '../core/rule.js'

/** Every decision of repair, by the id that its postings and findings carry. */

export const interleaved: Rule = {
  id: 'repair/interleaved',
  means: 'The text is written alternately by several readers of one document; it is put back into one order.',
  because:
    'Sentences that two readers read stand twice, in the same order both times, and go on across the text between them.'
}
export const readTwice: Rule = {
  id: 'repair/read-twice',
  means: 'A sentence that another reader had written already.',
  because:
    'In interleaved text each reader writes what it reads; one of the copies is kept, the rest repeat it.'
}
export const run: Rule = {
  id: 'repair/run',
  means: 'A run of sentences was given to a stream; says which, and what it is anchored by.',
  because: 'So that every move can be asked for its reason.'
}
export const uncertain: Rule = {
  id: 'repair/uncertain-stream',
  means: 'A sentence may well belong to another stream: its own is less likely than 0.9.',
  because:
    'It has no copy elsewhere, and its words fit both; of those so named on woven plans every fifth is wrong.'
}
export const readAlone: Rule = {
  id: 'repair/read-alone',
  means: 'From here on the text stands as one reader alone read it; what that reader passed over is lost.',
  because: 'Readers leap, and what one passes over stands only where another goes straight on.'
}
export const twoOrders: Rule = {
  id: 'repair/two-orders',
  means: 'Two stretches could stand in either order; the raw order was left as it is.',
  because: 'Each was read by a stream that passed over the other.'
}
export const glued: Rule = {
  id: 'repair/glued',
  means: 'A paragraph that holds headings of several levels is split at them, and at items and leads.',
  because: 'Headings stand on lines of their own; a text without line ends lost them.'
}
export const brokenCopy: Rule = {
  id: 'repair/broken-copy',
  means: 'Sentences stand again in the same order, with others between; the text stays as it is.',
  because:
    'Interleaved readers leave such a text, and so do two versions of it; a short text holds too little to tell which.'
}
export const repeated: Rule = {
  id: 'repair/repeated',
  means:
    'A stretch of text that stands again directly after itself, with the tables in it; a short one only where much of the text does.',
  because: 'Authors repeat slogans, not whole stretches in the same place; pasting and page breaks do.'
}
export const reworded: Rule = {
  id: 'repair/reworded',
  means: 'A paragraph that stands twice in a row in two wordings; the first is kept, the second let go.',
  because:
    'An edited paragraph was pasted beside its older wording. Figures, years and negations are the same in both.'
}
export const rewordedFigures: Rule = {
  id: 'repair/reworded-figures',
  means: 'Two neighbouring paragraphs are alike but differ in a figure, unit or negation; both stay.',
  because: 'What differs in a digit is not the same text.'
}
export const contentsSplit: Rule = {
  id: 'repair/contents-split',
  means: 'A contents page that was glued into one line is split at its entries.',
  because: 'Its numbers count on, and nothing but titles stands between them.'
}
export const headingSplit: Rule = {
  id: 'repair/heading-split',
  means: 'A heading glued to the text after it is split off.',
  because: 'The contents page says where the heading ends.'
}
export const headingBack: Rule = {
  id: 'repair/heading-put-back',
  means: 'A heading that stands only on the contents page is put back where its text begins.',
  because: 'The text below it is there; the heading was passed over with the sentences around it.'
}
export const emptyEntry: Rule = {
  id: 'repair/contents-without-text',
  means: 'An entry of the contents page has no text in the document.',
  because: 'Nothing between the headings before and after it fits its title.'
}
export const brokenOff: Rule = {
  id: 'repair/broken-off',
  means: 'The text stops in the middle of a sentence.',
  because: 'Its last line does not end as a sentence does.'
}
export const misplaced: Rule = {
  id: 'repair/misplaced',
  means:
    'A paragraph stands in a section whose subject is another; says where it would fit. Nothing is moved.',
  because:
    'It looks back on a finished period among goals for the next, and its words are those of another section.'
}

export const lookingBack: PatternRule = {
  id: 'repair/looking-back',
  pattern: /^[“"]?(十[一二三四]五)[”"]?(?:期间|时期)[,，]?(?!.{0,12}(?:将|要|应))/u,
  means: 'A paragraph that opens by looking back on a plan period.',
  because: 'Plans tell what was reached with “十二五”期间，….',
  hits: ['“十二五”期间,我县新建学校9所', '十三五时期，全州公路里程翻番'],
  misses: ['“十四五”期间将新建学校', '“十四五”时期，要坚持节水优先', '在“十二五”期间']
}
export const aheadHeading: PatternRule = {
  id: 'repair/ahead-heading',
  pattern: /目标|任务|举措|措施|原则/u,
  means: 'A heading over what is still to be done.',
  because: 'Goals, principles and measures are for the time to come.',
  hits: ['三、发展目标', '第二章 主要任务'],
  misses: ['一、发展基础', '第一节 主要成就']
}

/** Sentences that stand twice before a document is looked at as interleaved. */
export const leastPairs: Threshold = {
  id: 'repair/least-pairs',
  value: 6,
  means: 'At least so many sentences stand twice in interleaved text.',
  because: 'Fewer are refrains, or boxes that repeat a table.'
}
export const leastFit: Threshold = {
  id: 'repair/least-fit',
  value: -1,
  means:
    'Where only single sentences overtake one another, those at seams fit their own stream worse than the sentence before them by at most so many standard errors.',
  because:
    'A few seams say little; in sound text a sentence mostly fits the one before it better than anything earlier.'
}

export const rules: readonly Rule[] = [
  interleaved,
  readTwice,
  run,
  uncertain,
  readAlone,
  twoOrders,
  brokenCopy,
  glued,
  repeated,
  reworded,
  rewordedFigures,
  contentsSplit,
  headingSplit,
  headingBack,
  emptyEntry,
  brokenOff,
  misplaced,
  lookingBack,
  aheadHeading,
  leastPairs,
  leastFit
]
