/** Shows JSON in good order, names and values in colours; never as HTML. */

/** A name with its colon; or a number, true, false, null. Strings are passed over as one. */
const TOKEN =
  /("(?:[^"\\]|\\.)*")(\s*:)?|(?<=[\s[])(-?\d[\d.eE+-]*|true|false|null)(?=[\s,\]}]|$)/gu;

/** In characters: colours for more would take a browser long. */
const MAX_COLOURED = 200_000;

export function showJson(target, text) {
  const pretty = prettily(text);
  if (pretty.length > MAX_COLOURED) {
    target.textContent = pretty;
    return;
  }
  const pieces = [];
  let at = 0;
  for (const match of pretty.matchAll(TOKEN)) {
    const [whole, string, colon, value] = match;
    if (string && !colon) continue;
    pieces.push(pretty.slice(at, match.index), coloured(string ? 'key' : 'value', string ?? value));
    if (colon) pieces.push(colon);
    at = match.index + whole.length;
  }
  pieces.push(pretty.slice(at));
  target.replaceChildren(...pieces);
}

function prettily(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function coloured(className, text) {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
}
