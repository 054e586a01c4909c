/** The names of HTML's elements: which are markup wherever they stand, and what each does to a text. */

const BLOCKS =
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption ' +
  'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre ' +
  'search section summary table tbody td tfoot th thead tr ul';
const INLINE =
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rb rp rt rtc ' +
  'ruby s samp small span strike strong sub sup time tt u var wbr';
const SILENT =
  'area audio base button canvas col colgroup datalist embed frame frameset head iframe input link map math meta ' +
  'noframes noscript object param picture progress script select source style svg template textarea title track video';

/** Elements that begin and end a paragraph. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(BLOCKS.split(' '));

/** Elements whose content nobody reads as text. */
export const SILENT_ELEMENTS: ReadonlySet<string> = new Set(SILENT.split(' '));

const NAMES: ReadonlySet<string> = new Set(`${BLOCKS} ${INLINE} ${SILENT}`.split(' '));

/** Whether a tag is markup; `<username>` is a word in angle brackets. */
export function isHtmlName(name: string): boolean {
  return NAMES.has(name.toLowerCase());
}
