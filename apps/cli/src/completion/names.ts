import type { Host } from '../host.ts';
import { callerOf } from '../server/call.ts';
import { findServer } from '../server/find-server.ts';

/** Names of one format (`environment`, `lease`, `person`, …) that the server knows; none when it does not answer. */
export type KnownNames = (format: string) => Promise<readonly string[]>;

/** Seconds that a person waits for a completion without wondering. */
const patience = '1';

/** Asks the server that the command line being typed would ask. */
export function namesFromServer(host: Host, words: readonly string[]): KnownNames {
  const valueOf = (option: string) => {
    const at = words.lastIndexOf(option);
    return at < 0 ? undefined : words[at + 1];
  };
  return async (format) => {
    try {
      const hurried = { ...host, env: { ...host.env, SEKISHO_REQUEST_TIMEOUT: patience } };
      const as = format === 'hat' ? undefined : valueOf('--as');
      const server = findServer(hurried, { url: valueOf('--url'), as });
      return await ask(callerOf(hurried, server), format);
    } catch {
      return []; // a shell that completes is no place for errors
    }
  };
}

async function ask(call: ReturnType<typeof callerOf>, format: string): Promise<readonly string[]> {
  switch (format) {
    case 'environment':
      return (await call('people.me', {})).environments.map(({ name }) => name);
    case 'size':
      return (await call('people.me', {})).environments.flatMap(({ sizes }) => sizes);
    case 'forward':
      return (await call('people.me', {})).environments.flatMap(({ forwards }) => forwards);
    case 'person':
    case 'hat':
      return (await call('people.list', {})).map(({ id }) => id);
    case 'lease':
      return (await call('ops.list', {})).map(({ id }) => id);
    case 'slo':
      return (await call('slo.list', {})).map(({ id }) => id);
    case 'service':
      return [...new Set((await call('slo.list', {})).map(({ service }) => service))];
    case 'page':
      return (await call('slo.pages', { open: true })).map(({ id }) => id);
    default:
      return [];
  }
}
