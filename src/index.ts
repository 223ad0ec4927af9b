/**
 * guihua 规划: Chinese government plan documents in; clean texts, trees and indicators out; with proof that nothing was lost.
 *
 * A pipeline is a value (`guihua/pipelines` has those we run); `execute` runs one over one file; `emit` turns what came out into
 * files as values; `runCorpus` does both over many files, into a folder. Nothing here knows the process or the clock.
 */

export {audit, settle} from './core/ledger.js'
export type {Entry, Fate, Imbalance, LetGo, Posting, Rewritten} from './core/ledger.js'
export {pipeline, versionOf} from './core/stage.js'
export type {Books, Context, Pipeline, Stage} from './core/stage.js'
export {note} from './core/note.js'
export type {Note, Severity} from './core/note.js'
export type {PatternRule, Rule, Threshold} from './core/rule.js'
export type {Span} from './core/span.js'
export type {EncodingDecision, Locator, Place, RawFile, Source, SourceMeta} from './core/source.js'
export type {Piece, Traced} from './core/traced.js'
export type {Block, Draft, FrameBlock, GridBlock, GridCell, Hint, ParagraphBlock} from './core/draft.js'

export {read} from './read/index.js'
export {clean} from './clean/index.js'
export {repair} from './repair/index.js'
export {segment} from './segment/index.js'
export {tables} from './tables/index.js'
export {indicators} from './indicators/index.js'

export {childrenOf, tablesOf, toText, traceOf, walk} from './tree/walk.js'
export type {
  Box,
  Caption,
  Cell,
  Contents,
  Document,
  Flow,
  Heading,
  Item,
  List,
  Meta,
  Node,
  Notice,
  Paragraph,
  PlanPeriod,
  Rank,
  Row,
  Section,
  Signature,
  Table,
  Text,
  Title
} from './tree/nodes.js'
export type {Reading} from './tree/reading.js'
export type {Plans} from './indicators/plans.js'
export type {Commitment, Indicator, IndicatorValue} from './indicators/schema.js'

export {emit} from './emit/index.js'
export type {Emission, Listing, OutFile, Parcel} from './emit/index.js'
export {markdownFile} from './emit/markdown.js'
export {textFile} from './emit/text.js'
export {documentRow, findingRow, ledgerRow, schemaFiles, sourceRow} from './emit/schema.js'
export type {DocumentRow, FindingRow, LedgerRow, SourceRow} from './emit/schema.js'

export {compare} from './diff/compare.js'

export {execute} from './run/execute.js'
export type {Outcome} from './run/execute.js'
export {inputsOf} from './run/inputs.js'
export type {Input} from './run/inputs.js'
export {runCorpus} from './run/corpus.js'
export type {Report, Run} from './run/corpus.js'
export {verify} from './run/verify.js'
export type {Breach} from './run/verify.js'
export type {Unpack, Workshop} from './run/work.js'
