import {createHash} from 'node:crypto'
import {textsOf, type Draft} from '../core/draft.js'
import type {RawFile, Source} from '../core/source.js'
import {sourceId} from '../read/index.js'
import type {Plans} from '../indicators/plans.js'
import {paragraphNode} from '../tree/walk.js'
import type {Document} from '../tree/nodes.js'
import type {Reading} from '../tree/reading.js'
import type {Outcome} from './execute.js'

/**
 * Plans out of whatever a pipeline left when it broke: a reading without indicators, a draft as a document of bare paragraphs,
 * or, where not even reading worked, a source without text.
 */
export function plansOf(outcome: Outcome<Plans>, file: RawFile): Plans {
  if (outcome.value) return outcome.value
  const last = outcome.last as Partial<Plans> & Partial<Draft>
  if (last.source && last.documents)
    return {...(last as Reading), indicators: last.indicators ?? [], commitments: []}
  if (last.source && last.blocks) return fromDraft(last as Draft)
  return {source: unreadable(file), documents: [], indicators: [], commitments: []}
}

function fromDraft(draft: Draft): Plans {
  const paragraphs = [...textsOf(draft.blocks)].filter(text => text.length > 0).map(paragraphNode)
  const {source} = draft
  const document: Document = {
    type: 'document',
    meta: {
      id: `${source.id}-1`,
      source: source.id,
      ordinal: 1,
      title: source.meta.title ?? '',
      docNumber: source.meta.docNumber ?? null,
      issuer: source.meta.issuer ?? null,
      region: null,
      planPeriod: null,
      signedOn: source.meta.signedOn ?? null,
      publishedOn: source.meta.publishedOn ?? null,
      inferred: []
    },
    children: paragraphs
  }
  return {source, documents: paragraphs.length > 0 ? [document] : [], indicators: [], commitments: []}
}

/** A source of which nothing is known but its bytes. */
export function unreadable({path, entry, bytes, container}: RawFile): Source {
  const digest = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex')
  return {
    id: sourceId({path, bytes, ...(entry === undefined ? {} : {entry})}),
    path,
    entry: entry ?? null,
    sha256: container?.sha256 ?? digest(bytes),
    bytes: container?.bytes ?? bytes.length,
    mediaType: 'application/octet-stream',
    encoding: 'binary',
    decision: null,
    text: '',
    status: 'unreadable',
    meta: {},
    locators: []
  }
}
