/** The engines that are compared. */

import { flexsearch } from './flexsearch.ts';
import { fts5 } from './fts5.ts';
import { minisearch } from './minisearch.ts';
import { orama } from './orama.ts';
import type { Peer } from './peer.ts';

export const PEERS: readonly Peer[] = [fts5, flexsearch, orama, minisearch];

/** The one whose figures the others are set against. */
export const REFERENCE = fts5.id;
