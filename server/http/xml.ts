/** Sends XML made by a template, whatever characters the texts in it hold. */

import type { Response } from 'express';

/** XML 1.0 has no way to write these: control characters, halves of surrogate pairs, noncharacters. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Each forbidden character as U+FFFD, which says that there was one. */
export function toXmlCharacters(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd');
}

/** @param type the media type, without its character set */
export function sendXml(response: Response, type: string, view: string, data: object): void {
  response.render(view, data, (error: unknown, xml: string) => {
    if (error) response.req.next?.(error);
    else response.type(`${type}; charset=utf-8`).send(toXmlCharacters(xml));
  });
}
