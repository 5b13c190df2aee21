import { describe, expect, it } from 'vitest';
import {
  execOf,
  hold,
  isNotRunning,
  isOnHostNetwork,
  isPaused,
  keepVolumes,
  note,
  runCommands,
  server,
} from './answers.ts';
import { useStub } from './judge.ts';
import { done, refusal, well } from './stub.ts';

const judge = useStub();
const inAnHour = { lease: 'L-a', at: '2026-10-27T01:00:00Z' };
const armed = note('switch', 'sekisho-L-a', inAnHour);
const a = server('a', 'running');
const id = a.id.slice(0, 12);

describe('a change', () => {
  it('starts nothing again that has ended', async () => {
    const { stub, cloud, scope } = judge.now();
    for (const state of ['exited', 'dead', 'removing']) {
      hold(stub, server('a', state));
      await expect(cloud.reboot(scope, id)).rejects.toMatchObject({ vendorCode: 'NotRunning' });
    }
    expect(stub.asked.filter((route) => route.startsWith('POST'))).toEqual([]);
  });

  it('that comes too late to end a container is none, and one that did not end it fails', async () => {
    const { stub, cloud, scope } = judge.now();
    keepVolumes(stub);
    hold(stub, a);
    stub.answer(`POST /containers/${a.id}/kill`, () => {
      hold(stub, server('a', 'exited'));
      return isNotRunning(a.id);
    });
    await cloud.terminate(scope, id);
    hold(stub, a);
    stub.answer(`POST /containers/${a.id}/kill`, refusal(500, 'cannot kill container'));
    await expect(cloud.terminate(scope, id)).rejects.toMatchObject({ failure: 'unknown-outcome' });
  });

  it('ends what it cannot take off its network, and keeps the note of it', async () => {
    const { stub, cloud, scope } = judge.now();
    const kept = keepVolumes(stub);
    const onHost = { network: 'host' };
    hold(stub, server('a', 'running', onHost));
    stub.answer(`POST /containers/${a.id}/kill`, () => {
      hold(stub, server('a', 'exited', onHost));
      return done;
    });
    stub.answer('POST /networks/host/disconnect', isOnHostNetwork);
    await cloud.stop(scope, id);
    const found = await cloud.instancesByTag(scope, 'sekisho:lease', ['L-a']);
    expect(found.map(({ state }) => state)).toEqual(['stopped']);
    expect([...kept.keys()]).toEqual([`sekisho-quarantine-${id}-1`]);
  });

  it('of an end is believed when the engine says that its command is over, and not before', async () => {
    const { stub, cloud, scope } = judge.now();
    keepVolumes(stub, armed);
    hold(stub, a);
    runCommands(stub, a, 'sh: until: No space left on device\n');
    const seen = [
      { Running: true, ExitCode: null },
      { Running: true, ExitCode: 0 },
      { Running: false, ExitCode: 1 },
    ];
    const exec = `e${a.id.slice(1)}`;
    stub.answer(`GET /exec/${exec}/json`, () =>
      well(execOf(a.id, seen.shift() ?? { Running: false, ExitCode: 1 })),
    );
    const later = { name: 'sekisho-L-a', lease: 'L-a', at: '2026-10-27T02:00:00Z' };
    await expect(cloud.arm(scope, later)).rejects.toMatchObject({
      ...{ failure: 'conflict', vendorCode: 'EndNotMoved' },
      detail: expect.stringContaining('No space left'),
    });
    expect(seen).toEqual([]);
  });
});

describe('a container that does not answer', () => {
  it('keeps none beside it from being ready', async () => {
    const { stub, hurried, scope } = judge.now();
    const [b, c, d] = [server('b', 'paused'), server('c', 'running'), server('d', 'running')];
    hold(stub, a, b, c, d, server('e', 'exited'));
    runCommands(stub, a, '1793000000\n');
    // Paused after it was looked at, hanging, and one that the runtime has lost.
    stub.answer(`POST /containers/${b.id}/exec`, isPaused(b.id));
    stub.answer(`POST /containers/${c.id}/exec`, 'hang');
    stub.answer(`POST /containers/${d.id}/exec`, refusal(500, 'OCI runtime exec failed'));
    const all = [
      id,
      'b'.repeat(12),
      'c'.repeat(12),
      'd'.repeat(12),
      'e'.repeat(12),
      'f'.repeat(12),
    ];
    const found = await hurried(3000).agents(scope, all);
    expect([...found.values()]).toEqual(['online', 'absent', 'absent', 'absent', 'lost', 'absent']);
  });

  it('has sessions that are told with the user in it, and not our own commands', async () => {
    const { stub, cloud, scope } = judge.now();
    const [shell, own, over] = ['1'.repeat(64), '2'.repeat(64), '3'.repeat(64)] as const;
    hold(stub, server('a', 'running', { execs: [shell, own, over, 'gone'] }));
    const running = { Running: true, ExitCode: null };
    const read = ['/bin/sh', '-c', 'cat /dev/shm/sekisho/until', 'sekisho'];
    stub.answer(`GET /exec/${shell}/json`, well(execOf(a.id, running)));
    stub.answer(`GET /exec/${own}/json`, well(execOf(a.id, running, read)));
    stub.answer(`GET /exec/${over}/json`, well(execOf(a.id, { Running: false, ExitCode: 0 })));
    expect(await cloud.sessions(scope, [id])).toMatchObject([
      { sessionId: shell, instanceId: id, owner: 'holder', startedAt: '2026-10-27T00:00:00.000Z' },
    ]);
  });
});
