/** What the page of the API shows, all of it from the OpenAPI document. */

import { type DescribedError, describedErrors } from '../error-codes.ts';
import type { Catalogue } from '../text/catalogue.ts';
import { type CodedPiece, codedPieces } from './coded.ts';
import type { ShownDocument } from './document-shape.ts';
import { type OperationView, type OwnExamples, toOperationView } from './operation-view.ts';
import { type SchemaView, toSchemaView } from './schema-view.ts';

export interface DocsView {
  /** Nothing is searched: the box is empty. */
  readonly q: '';
  readonly title: string;
  readonly version: string;
  readonly description: readonly CodedPiece[];
  /** The beginning of all addresses; where there is little room it is broken between its parts. */
  readonly rootParts: readonly string[];
  /** The same as it is on this host. */
  readonly base: string;
  readonly operations: readonly OperationView[];
  readonly errors: readonly DescribedError[];
  /** Of answers, in the order in which they are met. */
  readonly schemas: readonly SchemaView[];
}

/** Between parts of a path: not within `http://`. */
const AFTER_SLASH = /(?<=[^/]\/)(?!\/)/u;

/**
 * @param origin the beginning of our addresses, for commands
 * @param own examples that fit the corpus
 */
export function toDocsView(
  document: ShownDocument,
  origin: string,
  own: OwnExamples,
  text: Catalogue,
): DocsView {
  const { info, servers, paths, components } = document;
  const { schemas } = components;
  const base = servers[0].url;
  const root = origin + base;
  return {
    q: '',
    title: info.title,
    version: info.version,
    description: codedPieces(info.description),
    rootParts: root.split(AFTER_SLASH),
    base,
    operations: Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) =>
        toOperationView({ method, path, root }, operation, schemas, own, text),
      ),
    ),
    errors: describedErrors(text),
    schemas: Object.entries(schemas)
      // What is asked stands with its operation.
      .filter(([name]) => name !== 'SearchRequest')
      .map(([name, schema]) => toSchemaView(name, schema, schemas)),
  };
}
