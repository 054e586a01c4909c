/** Requests that are HTTP, but with parameters, headers and bodies that nobody means. */

import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { sourceFor } from '../server.ts';
import { assertFriendly, fuzzedServer } from './fuzzed-server.ts';
import { posts, requests } from './request-inputs.ts';
import { smallIndex } from './small-index.ts';
import { createTarget, type Target } from './target.ts';

export async function requestsTarget(): Promise<Target> {
  const server = await fuzzedServer(sourceFor(await smallIndex()));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  type Sent = {
    method: string;
    address: string;
    headers: Record<string, string>;
    body: { content: string; type: string; encoding?: string } | undefined;
  };
  const ask = (sent: Sent) =>
    new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
      const content = sent.body && Buffer.from(sent.body.content);
      const asked = request(
        {
          agent,
          // A redirect may lead to an address as long as the one that was asked for.
          maxHeaderSize: 1024 * 1024,
          host: '127.0.0.1',
          port: server.port,
          method: sent.method,
          path: sent.address,
          headers: {
            ...sent.headers,
            ...(content && { 'Content-Length': content.length, 'Content-Type': sent.body!.type }),
            ...(sent.body?.encoding && { 'Content-Encoding': sent.body.encoding }),
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            const isPlain = answer.headers['content-encoding'] === undefined;
            const text = isPlain ? Buffer.concat(chunks).toString() : '';
            resolve({
              status: answer.statusCode!,
              type: answer.headers['content-type'] ?? '',
              text,
            });
          });
        },
      );
      asked.on('error', reject);
      asked.end(content);
    });
  return createTarget(
    'requests',
    2500,
    fc.oneof({ weight: 5, arbitrary: requests }, { weight: 1, arbitrary: posts }),
    async (sent) => {
      const { status, type, text } = await ask(sent).finally(() => server.assertNoErrors());
      assertFriendly(status, type, text);
      assert.notEqual(status, 503);
    },
    async () => {
      agent.destroy();
      await server.close();
    },
  );
}
