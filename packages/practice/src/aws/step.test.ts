import { describe, expect, it } from 'vitest';
import type { InputOf, OperationName } from './operations.ts';
import { createBench, here, launchInput } from './testing/bench.ts';

const calls: [OperationName, InputOf<OperationName>, string, number, string, number][] = [
  ['DescribeInstances', {}, 'RequestLimitExceeded', 503, 'UnauthorizedOperation', 403],
  ['DescribeInstanceInformation', {}, 'ThrottlingException', 400, 'AccessDeniedException', 400],
  ['ListSchedules', {}, 'ThrottlingException', 429, 'AccessDeniedException', 403],
  ['GetCallerIdentity', {}, 'Throttling', 400, 'AccessDenied', 403],
];

describe('faults', () => {
  it.each(calls)('refuse %s in its service’s own words', (name, input, ...words) => {
    const [throttled, throttledStatus, denied, deniedStatus] = words;
    const bench = createBench();
    bench.world.faults = [{ kind: 'throttle', times: 1 }, { kind: 'denied' }];
    const refusal = () => bench.outcome(name, input);
    expect(refusal()).toMatchObject({ refusal: { code: throttled, status: throttledStatus } });
    expect(refusal()).toMatchObject({ refusal: { code: denied, status: deniedStatus } });
  });

  it('touch only the operations, account and region they name', () => {
    const bench = createBench();
    bench.world.faults = [{ kind: 'throttle', operations: ['RunInstances'], ...here }];
    expect(bench.outcome('RunInstances', launchInput).kind).toBe('refusal');
    expect(bench.outcome('DescribeInstances', {}).kind).toBe('answer');
    const elsewhere = { ...here, account: '111111111111' };
    expect(bench.outcome('RunInstances', launchInput, elsewhere).kind).toBe('answer');
  });

  it('strike with the chance they are given', () => {
    const bench = createBench();
    bench.world.faults = [{ kind: 'throttle', probability: 0.25 }];
    const struck: string[] = [];
    bench.world.onFault = (kind, operation) => struck.push(`${kind} ${operation}`);
    for (let index = 0; index < 1000; index += 1) bench.outcome('DescribeInstances', {});
    expect(struck.length).toBeGreaterThan(180);
    expect(struck.length).toBeLessThan(320);
    expect(new Set(struck)).toEqual(new Set(['throttle DescribeInstances']));
  });

  it('let a lost request do nothing, a lost answer everything, a late call its deed later', () => {
    const bench = createBench();
    const once = (kind: 'lost-request' | 'lost-answer' | 'late') => {
      bench.world.faults = [{ kind, times: 1, delayMs: 1000 }];
      return bench.outcome('RunInstances', launchInput).kind;
    };
    expect([once('lost-request'), bench.states().length]).toEqual(['lost', 0]);
    expect([once('lost-answer'), bench.states().length]).toEqual(['lost', 1]);
    expect([once('late'), bench.states().length]).toEqual(['lost', 1]);
    bench.now += 1000;
    expect(bench.states().length).toBe(2);
  });
});

it('gives the same life for the same seed, and another for another', () => {
  const live = (seed: number) => {
    const bench = createBench({ pendingMs: 1000, jitter: 0.5 }, seed);
    const ids = [bench.launch(), bench.launch()];
    bench.now += 1000;
    return [ids, bench.states()];
  };
  expect(live(5)).toEqual(live(5));
  expect(live(5)[0]).not.toEqual(live(6)[0]);
});

it('never lets time run backwards', () => {
  const bench = createBench({ pendingMs: 1000 });
  bench.launch();
  bench.now += 1000;
  expect(bench.states()).toEqual(['running']);
  bench.now -= 1000;
  expect(bench.states()).toEqual(['running']);
});

it('forgets credentials when they expire', () => {
  const bench = createBench();
  const RoleArn = 'arn:aws:iam::111111111111:role/sekisho';
  const { Credentials, AssumedRoleUser } = bench.call('AssumeRole', {
    RoleArn,
    RoleSessionName: 'me',
    DurationSeconds: 900,
  });
  expect(AssumedRoleUser.Arn).toBe('arn:aws:sts::111111111111:assumed-role/sekisho/me');
  expect(bench.world.credentials.get(Credentials.AccessKeyId)?.account).toBe('111111111111');
  bench.now += 900_000;
  bench.call('GetCallerIdentity', {});
  expect(bench.world.credentials.size).toBe(0);
});
