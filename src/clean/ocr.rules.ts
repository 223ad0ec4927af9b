import type {PatternRule, Rule, Threshold} from '../core/rule.js'

const han = '\\u3400-\\u9fff\\u3007'
const blank = '[ \\t\\u00a0\\u3000\\u2002\\u2003]'

/** Words that typographers space out: two letters are enough to know them. */
export const spacedWord: PatternRule = {
  id: 'clean/spaced-word',
  pattern: new RegExp(
    `^(?:目${blank}+录|前${blank}+言|引${blank}+言|序${blank}+言|附${blank}+[件录表则]|通${blank}+知|公${blank}+告|结${blank}+语|后${blank}+记|摘${blank}+要|总${blank}+则)$`,
    'u'
  ),
  means: 'A word of two letters that is spaced out to fill its line is closed.',
  because: 'Headings of two letters are set with a gap; 目  录 is the word 目录.',
  hits: ['目  录', '前　言', '附 件'],
  misses: ['目录', '张 三', '目 录页', '第一章 总 则']
}

/** A line in which every letter stands alone. */
export const spacedLine: PatternRule = {
  id: 'clean/spaced-letters',
  pattern: new RegExp(`^(?:[${han}“”《》（）]${blank}{1,6}){3,60}[${han}”》）]$`, 'u'),
  means:
    'A line whose letters all stand apart is closed; where a gap is wider than the others, one blank is left.',
  because: 'Titles are spaced out to fill the line, and scanners see a gap after each letter.',
  hits: ['青 禾 县 养 老 规 划', '总　体　要　求'],
  misses: ['第一章 总 则', '甲 乙 丙丁', '一 二 三']
}

/** Dots that lead from an entry of a contents page to its page. */
export const leader: PatternRule = {
  id: 'clean/leader',
  pattern: new RegExp(
    `(?<=\\S)${blank}*(?:[.．·•‥﹒]{4,}|(?:[.．·…‥⋯]${blank}?){4,}|[…⋯]{2,}|[-—_]{6,})${blank}*[-—(（]?${blank}?(?:\\d{1,3}|[ivxIVX]{1,5})(?:${blank}?[-—)）])?(?=${blank}*(?:$|第[一二三四五六七八九十\\d]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]|附|专栏|前言|结语))`,
    'gu'
  ),
  means: 'The dots and the page number of an entry on the contents page; the entry stays.',
  because: 'Pages are those of a print that is not here.',
  hits: [
    '第一章 发展基础…………3',
    '一、总体要求......................12',
    '第一章 基础 . . . . . . 5',
    '附件……（20）'
  ],
  misses: ['推进一、二、三……产业', '共投入……3亿元资金', '第一章 发展基础 3', '3.1415']
}

/** An entry whose page number follows a tab or a wide gap. */
export const tabbedEntry: PatternRule = {
  id: 'clean/contents-page-number',
  pattern: new RegExp(
    `^(?:第[一二三四五六七八九十百]{1,4}[编篇章节条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|附[件录表]|专栏|前言|结语).{0,50}?(?<gap>\\t${blank}*|${blank}{3,})\\d{1,3}$`,
    'u'
  ),
  means: 'The page number of an entry on the contents page, behind a tab or a wide gap.',
  because: 'Such numbers never fall from entry to entry, and stand behind headings only.',
  hits: ['第一章 发展基础\t3', '一、总体要求    12'],
  misses: ['第一章 发展基础 3', '一、养老床位 100', '床位\t100']
}

export const entries: Threshold = {
  id: 'clean/contents-entries',
  value: 3,
  means: 'So many entries with page numbers that never fall make a contents page.',
  because: 'A single line of dots may be a form to fill in or words left out.'
}

/** Digits as wide as Han letters. */
export const wideDigits: PatternRule = {
  id: 'clean/full-width-digits',
  pattern: /[０-９]+(?:．[０-９]+)?/gu,
  means: 'Full-width digits in a document whose digits are else half-width become half-width.',
  because:
    'They say the same number; a scanner or an input method wrote them. A document that writes all digits so is left alone.',
  hits: ['２０２５年', '３．５万'],
  misses: ['2025年', '二〇二五年']
}

export const wideShare: Threshold = {
  id: 'clean/full-width-share',
  value: 0.3,
  means: 'Full-width digits are strays as long as they are fewer than this share of all digits.',
  because: 'Above it they are the habit of the document.'
}

export const rules: readonly Rule[] = [
  spacedWord,
  spacedLine,
  leader,
  tabbedEntry,
  entries,
  wideDigits,
  wideShare
]
