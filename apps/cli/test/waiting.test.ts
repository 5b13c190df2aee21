import type { OpsLease } from '@sekisho/contract';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleLease } from '../../../test/support/sample-lease.ts';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { linesOf, practiceAt, runCli } from './run-cli.ts';

let server: FakeServer | undefined;
afterEach(() => server?.close());

const starting = sampleLease({ state: 'granting', step: 'launching', instanceId: null });
const start = ['ops', 'start', 'staging', '--reason', 'look', '--wait', '--json'];

/** A server on which a lease goes through these states, one a look. */
async function serverGoing(through: readonly Partial<OpsLease>[], first = starting) {
  const left = [...through];
  let now = first;
  server = await startFakeServer({
    'ops.start': () => first,
    'ops.stop': () => first,
    'lease.show': () => {
      now = { ...now, ...left.shift() };
      return now;
    },
    'timeline.list': () => [],
  });
  return { SEKISHO_DATA: practiceAt(server.url) };
}

describe('--wait', () => {
  it('follows a start until it is active and prints the lease once', async () => {
    const env = await serverGoing([{ step: 'booting' }, { state: 'active', step: 'ready' }]);
    const ended = await runCli(start, { env });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(ended.stdout)).toMatchObject({ state: 'active', step: 'ready' });
    expect(server?.streams).toEqual(['/api/v1/events?after=0']);
  });

  it('follows a stop until it has ended', async () => {
    const env = await serverGoing([{ state: 'revoking' }, { state: 'ended', ending: 'returned' }]);
    const ended = await runCli(['ops', 'stop', 'ops-7k3f9q2m', '--wait', '--json'], { env });
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(ended.stdout)).toMatchObject({ state: 'ended' });
  });

  it('ends with 5 and says what is missing when the server could not be made', async () => {
    const env = await serverGoing([
      { state: 'failed', step: 'done', missing: 'no-capacity', ending: 'launch-failed' },
    ]);
    const ended = await runCli(start, { env });
    expect(ended.code).toBe(5);
    expect(JSON.parse(ended.stdout)).toMatchObject({ state: 'failed' });
    expect(linesOf(ended.stderr)).toHaveLength(1);
    expect(ended.stderr).toMatch(/capacity.*Ask again in a while/i);
  });

  it('ends with 3 when it was denied', async () => {
    const env = await serverGoing([{ state: 'denied' }]);
    const ended = await runCli(start, { env });
    expect(ended.code).toBe(3);
    expect(ended.stderr).toContain('sekisho timeline list --lease ops-7k3f9q2m');
  });

  it('ends with 5 when nobody answered', async () => {
    const env = await serverGoing([{ state: 'lapsed' }]);
    expect(await runCli(start, { env })).toMatchObject({ code: 5 });
  });

  it('prints the lease as it stands when the timeout has passed', async () => {
    const env = await serverGoing([]);
    const ended = await runCli([...start, '--timeout', '1s'], { env });
    expect(ended.code).toBe(5);
    expect(JSON.parse(ended.stdout)).toMatchObject({ state: 'granting' });
    expect(ended.stderr).toContain('sekisho lease show ops-7k3f9q2m');
  });

  it('rides out a server that breaks for a moment', async () => {
    let looks = 0;
    server = await startFakeServer({
      'ops.start': () => starting,
      'lease.show': () => {
        looks += 1;
        if (looks === 1) throw new Error('restarting');
        return sampleLease();
      },
    });
    const env = { SEKISHO_DATA: practiceAt(server.url) };
    expect(await runCli(start, { env })).toMatchObject({ code: 0, stderr: '' });
  });
});
