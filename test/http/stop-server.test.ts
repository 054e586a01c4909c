/** Stopping: answers under way are finished, and nobody who asks for nothing holds the server up. */

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, createServer, get, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { createStop } from '../../server/http/stop-server.ts';

/** Milliseconds that nothing in these tests should need. */
const LONG = 60_000;

describe('stopping a server', () => {
  const served = async (listener: RequestListener) => {
    const server = createServer({ keepAliveTimeout: LONG }, listener);
    const stop = createStop(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return { stop, port: (server.address() as AddressInfo).port };
  };

  it('complaint: answers break off in the middle', async () => {
    let finish = (): void => {};
    const { stop, port } = await served((_request, response) => {
      response.write('begun, ');
      finish = () => response.end('finished');
    });
    const [answer] = await once(get({ port, agent: new Agent({ keepAlive: true }) }), 'response');
    const stopped = stop(LONG);
    finish();
    assert.equal(await text(answer), 'begun, finished');
    await stopped;
  });

  it('what is answered after that is told that the connection ends', async () => {
    let finish = (): void => {};
    const { stop, port } = await served((_request, response) => {
      finish = () => response.end('answered');
    });
    const asked = get({ port, agent: new Agent({ keepAlive: true }) });
    const answered = once(asked, 'response');
    await once(asked, 'finish');
    await sleep(50);
    const stopped = stop(LONG);
    finish();
    const [answer] = await answered;
    assert.equal(answer.headers.connection, 'close');
    assert.equal(await text(answer), 'answered');
    await stopped;
  });

  it('complaint: a browser that keeps a connection, used or not, delays the stop', async () => {
    const { stop, port } = await served((_request, response) => response.end('answered'));
    const idle = connect(port, '127.0.0.1');
    await once(idle, 'connect');
    const agent = new Agent({ keepAlive: true });
    const [answer] = await once(get({ port, agent }), 'response');
    await text(answer);
    await stop(LONG);
    idle.destroy();
    agent.destroy();
  });

  it('nothing new is accepted meanwhile, and who takes too long is cut off', async () => {
    const { stop, port } = await served((_request, response) => response.write('never finished'));
    const [answer] = await once(get({ port }), 'response');
    const broken = assert.rejects(text(answer));
    const stopped = stop(100);
    await sleep(50);
    await assert.rejects(once(connect(port, '127.0.0.1'), 'connect'), { code: 'ECONNREFUSED' });
    await stopped;
    await broken;
  });
});
