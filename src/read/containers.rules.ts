import type {PatternRule, Rule, Threshold} from '../core/rule.js'

/** Members that carry no text of documents. */
export const ballast: PatternRule = {
  id: 'read/member-skipped',
  means: 'Pictures, style sheets, scripts and records of systems in a container.',
  because: 'They come along with saved pages and archives and hold no text of a document.',
  pattern:
    /\.(?:png|jpe?g|gif|bmp|ico|svg|webp|tiff?|css|js|mjs|map|json|xml|woff2?|ttf|otf|eot|mp[34]|avi|mov|wav|swf|exe|dll|db|ini|lnk)$|(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._)/i,
  hits: ['规划_files/logo.png', '__MACOSX/规划.txt', 'a/style.css', 'desktop.ini'],
  misses: ['规划.txt', '附件1.docx', '规划.html', '规划', '规划.pdf']
}

export const thresholds = {
  member: {
    id: 'read/member-too-large',
    value: 256 * 1024 * 1024,
    means: 'A member of a container that unpacks to more than 256 MiB is left packed.',
    because: 'No plan is a hundredth of that; what is so large was made to fill memory.'
  },
  total: {
    id: 'read/container-too-large',
    value: 2 * 1024 * 1024 * 1024,
    means: 'A container is unpacked up to 2 GiB; what comes after is left packed.',
    because: 'One file must not keep all others waiting.'
  },
  ratio: {
    id: 'read/zip-bomb',
    value: 250,
    means: 'A member of more than 16 MiB that is packed more than 250 times smaller is left packed.',
    because:
      'Chinese text packs to a third or a tenth, tables of repeated cells to a fiftieth; only made-up data packs better.'
  },
  depth: {
    id: 'read/container-nested',
    value: 4,
    means: 'Containers within containers are opened four deep.',
    because: 'People pack a folder of packed folders; an archive that contains itself goes on for ever.'
  },
  members: {
    id: 'read/members-too-many',
    value: 100_000,
    means: 'A container is opened up to so many members.',
    because: 'A day of a crawler holds fewer.'
  }
} as const satisfies Readonly<Record<string, Threshold>>

export const rules: readonly Rule[] = [
  ballast,
  ...Object.values(thresholds),
  {
    id: 'read/member-climbs',
    means: 'A member whose name leads out of the container (`../`, an absolute path); it is left packed.',
    because: 'Only an attack names a file so.'
  },
  {
    id: 'read/member-locked',
    means: 'A member under a password; it is left packed.',
    because: 'Nobody can read it without the word.'
  },
  {
    id: 'read/member-damaged',
    means: 'A member that does not unpack; the others are read.',
    because: 'A bad byte in a packed stream ends it.'
  },
  {
    id: 'read/container-torn',
    means: 'The container breaks off; its members were looked for one by one.',
    because:
      'A download that stopped leaves the directory at the end of a zip, or the end of the last record, missing.'
  },
  {
    id: 'read/container-empty',
    means: 'The container holds nothing that could be read.',
    because: 'Said, so that its silence is not taken for success.'
  },
  {
    id: 'read/record-skipped',
    means:
      'Records of a crawl that are no answer with a page: requests, redirects, errors, pictures, repeats.',
    because: 'Crawlers store all they do; only the bodies of answers are documents.'
  },
  {
    id: 'read/record-cut',
    means: 'A record is shorter than it says; what is there was taken.',
    because: 'Crawlers stop at a limit and write how far they came.'
  }
]
