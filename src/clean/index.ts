import {keptInDraft, type Draft} from '../core/draft.js'
import type {Context, Stage} from '../core/stage.js'
import {dropChrome} from './chrome.js'
import {dropFurniture} from './furniture.js'
import {dropNoise} from './noise.js'
import {closeSpacedLetters, cutLeaders, narrowDigits} from './ocr.js'
import {healPageBreaks} from './pages.js'
import {reportLostStops} from './stops.js'
import {settleWidth} from './width.js'
import {rejoinLines} from './wrap.js'

/**
 * Draft → Draft without what is not the document.
 * 1. Only characters of a rule's match go; each is posted with the rule.
 * 2. Lines change places only where columns of a page were read across.
 * 3. Doing it again changes nothing.
 */
export const clean: Stage<Draft, Draft> = {
  name: 'clean',
  version: 9,
  run: (draft, context) => passes.reduce((d, pass) => pass(d, context), draft),
  books: draft => ({raw: draft.source.text, kept: keptInDraft(draft)})
}

const passes: readonly ((draft: Draft, context: Context) => Draft)[] = [
  dropNoise,
  dropChrome,
  cutLeaders,
  healPageBreaks,
  dropFurniture,
  rejoinLines,
  closeSpacedLetters,
  narrowDigits,
  settleWidth,
  reportLostStops
]
