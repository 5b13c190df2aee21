import { Agent, request } from 'node:http';

const body = JSON.stringify({ query: 'query Ok { ok }', operationName: 'Ok' });
const answer = '{"data":{"ok":"fine"}}';

/** A client whose connections stay open. */
export interface Client {
  /** Sends a query so many times over, a few at once, and waits for all answers. Errors: throws when an answer is another. */
  send(times: number): Promise<void>;
  close(): void;
}

/** @param atOnce connections, each with one request under way */
export function createClient(port: number, atOnce: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  return {
    async send(times) {
      let left = times;
      const worker = async () => {
        while (left > 0) {
          left -= 1;
          const text = await post(port, agent);
          if (text !== answer) throw new Error(`Yoga answered ${text}`);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
    },
    close: () => agent.destroy(),
  };
}

function post(port: number, agent: Agent): Promise<string> {
  return new Promise((done, fail) => {
    const sent = request(
      {
        port,
        agent,
        host: '127.0.0.1',
        path: '/graphql',
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': body.length },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => done(text));
      },
    );
    sent.on('error', fail);
    sent.end(body);
  });
}
