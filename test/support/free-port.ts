import { once } from 'node:events';
import { createServer } from 'node:net';

/*
 * Below the ports that the system lends to outgoing connections (from 32768 on Linux), any of which could be
 * lent between two lives of a program, and above 10080, the last here that `fetch` and Chromium refuse.
 */
const first = 11_000;
const slices = 200;
const sliceWidth = 100;

let asked = 0;

/**
 * A TCP port of 127.0.0.1 that was free a moment ago; only for programs that cannot take port 0. Each process
 * has ports of its own to choose from, so two test files that run at once do not choose the same.
 */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < sliceWidth; tried += 1) {
    const port = first + (process.pid % slices) * sliceWidth + (asked % sliceWidth);
    asked += 1;
    if (await canListen(port)) return port;
  }
  throw new Error('None of the ports of this process is free.');
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
