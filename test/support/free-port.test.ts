import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePort } from './free-port.ts';

describe('a free port', () => {
  it('is none that the system lends to outgoing connections, and none twice', async () => {
    const ports = [];
    for (let asked = 0; asked < 20; asked += 1) ports.push(await freePort());
    expect(new Set(ports).size).toBe(20);
    expect(Math.max(...ports)).toBeLessThan(32_768);
  });

  it('is none that somebody listens on', async () => {
    const taken = (await freePort()) + 1;
    const server = createServer().listen(taken, '127.0.0.1');
    await once(server, 'listening');
    expect(await freePort()).toBe(taken + 1);
    server.close();
  });
});
