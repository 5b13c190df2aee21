import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface PutCall {
  readonly logGroupName: string;
  readonly logStreamName: string;
  readonly logEvents: readonly { readonly timestamp: number; readonly message: string }[];
}

/** What CloudWatch Logs takes in one call, in bytes: PutLogEvents in the API reference. */
const [largestEvent, largestBatch, overhead] = [262_144, 1_048_576, 26];

export interface Moods {
  /** So many calls fail first. */
  readonly failing?: number;
  /** Events with this text are refused, whatever comes with them. */
  readonly refusing?: string;
}

/** CloudWatch Logs on loopback, as far as a shipper sees of it. */
export async function startLogsService({ failing = 0, refusing }: Moods = {}) {
  const taken: PutCall[] = [];
  const streams = new Set<string>();
  let left = failing;
  const judge = async (request: IncomingMessage, response: ServerResponse) => {
    const answer = (status: number, body: object) =>
      response
        .writeHead(status, { 'content-type': 'application/x-amz-json-1.1' })
        .end(JSON.stringify(body));
    const call = JSON.parse(await text(request)) as PutCall;
    const operation = String(request.headers['x-amz-target']).split('.')[1];
    if (left > 0) {
      left -= 1;
      return answer(500, { __type: 'ServiceUnavailableException' });
    }
    if (operation === 'CreateLogStream') {
      streams.add(call.logStreamName);
      return answer(200, {});
    }
    if (!streams.has(call.logStreamName)) {
      return answer(400, { __type: 'ResourceNotFoundException', message: 'no such stream' });
    }
    if (!fits(call, refusing)) {
      return answer(400, { __type: 'InvalidParameterException', message: 'not these events' });
    }
    taken.push(call);
    return answer(200, {});
  };
  const server = createServer((request, response) => void judge(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function fits({ logEvents }: PutCall, refusing: string | undefined): boolean {
  const sizes = logEvents.map(({ message }) => Buffer.byteLength(message) + overhead);
  return (
    sizes.every((size) => size <= largestEvent) &&
    sizes.reduce((sum, size) => sum + size, 0) <= largestBatch &&
    !logEvents.some(({ message }) => refusing !== undefined && message.includes(refusing))
  );
}
