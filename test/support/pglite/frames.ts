import type { Socket } from 'node:net';
import { deserialize, serialize } from 'node:v8';

/** Sends a value as one frame: its length in four bytes, then its bytes. */
export function sendFrame(socket: Socket, value: unknown): void {
  const body = serialize(value);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  socket.write(Buffer.concat([head, body]));
}

/** Calls `take` with each value that comes, in their order. */
export function eachFrame(socket: Socket, take: (value: unknown) => void): void {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = 4;
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    held += chunk.length;
    if (held < wanted) return;
    let rest = Buffer.concat(chunks);
    while (rest.length >= 4 && rest.length >= 4 + rest.readUInt32BE()) {
      const end = 4 + rest.readUInt32BE();
      take(deserialize(rest.subarray(4, end)));
      rest = rest.subarray(end);
    }
    chunks = [rest];
    held = rest.length;
    wanted = rest.length < 4 ? 4 : 4 + rest.readUInt32BE();
  });
}
