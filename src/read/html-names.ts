/** The elements of HTML by how they behave. */
export type Names = ReadonlySet<string>

export const words = (list: string): Names => new Set(list.split(' '))

const singles = new Map<string, Names>()
/** The set of one name. */
export function one(name: string): Names {
  let names = singles.get(name)
  if (!names) singles.set(name, (names = words(name)))
  return names
}

export const voids = words(
  'area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen'
)
export const verbatim = words('script style')
export const head = words('meta link title script style base noscript html head basefont bgsound')

/** Elements that end the paragraph they stand in. */
export const blockTags = words(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary ' +
    'table tbody td tfoot th thead tr caption ul xmp option select textarea noscript head title ucapcontent ucaptitle'
)
export const formatting = words('a b big code em font i nobr s small strike strong tt u sup sub')
export const tableParts = words('td th tr tbody thead tfoot caption colgroup')
export const rowHolders = words('tbody thead tfoot table')
export const cellHolders = words('tr tbody thead tfoot table')
export const cellEnds = words('td th caption table')
export const terms = words('dt dd')
export const termEnds = words('dl table td th')
export const headings = words('h1 h2 h3 h4 h5 h6')
export const lists = words('ul ol menu dir dl')

/** The attributes anything here asks for; the others would only fill memory. */
export const wanted = words(
  'class id style href align rowspan colspan name property content role hidden src start value type border http-equiv charset title width target'
)

export const structural = words('html head table tbody thead tfoot tr colgroup ul ol dl select form')
