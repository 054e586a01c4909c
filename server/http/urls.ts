/** The addresses of our pages, in one place, every part escaped for where it stands. */

/** A link to an article, with the query's matches marked and at a paragraph, if given. */
export function articleUrl(
  id: string,
  options: { q?: string; exact?: boolean; ordinal?: number } = {},
): string {
  const query = options.q ? `?q=${encode(options.q)}${options.exact ? '&exact=true' : ''}` : '';
  const anchor = options.ordinal === undefined ? '' : `#p${options.ordinal}`;
  return `/articles/${encode(id)}${query}${anchor}`;
}

export function searchUrl(q: string, options: { exact?: boolean; page?: number } = {}): string {
  const { exact = false, page = 1 } = options;
  return `/search?q=${encode(q)}${exact ? '&exact=true' : ''}${page > 1 ? `&page=${page}` : ''}`;
}

/** `encodeURIComponent` throws on lone surrogates; what users type may hold some. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
