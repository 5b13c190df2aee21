import { expect, it } from 'vitest';
import { commandsOf } from '../test/commands-of.ts';
import { readingActions } from './recording-actions.ts';

/** Services of the commands in the folder. */
const services: Readonly<Record<string, string>> = {
  GetObject: 's3',
  GetLogEvents: 'logs',
};

it('declares the action of every SDK command that reading recordings uses, and no other, once', () => {
  const own = commandsOf('recordings').map((action) => {
    const [, name = ''] = action.split(':');
    return `${services[name] ?? 'recordings'}:${name}`;
  });
  // Told sessions are read as the ops servers' are.
  const shared = commandsOf('ssm').filter((action) => action === 'ssm:DescribeSessions');
  expect(readingActions).toEqual([...commandsOf('sts'), ...shared, ...own].sort());
});
