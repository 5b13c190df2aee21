import { expect, it } from 'vitest';
import { createProbeSource, type ProbeResult } from './probe-source.ts';

const at = (second: number, isGood = true): ProbeResult => ({ at: second * 1000, isGood });

async function read(results: readonly ProbeResult[], everySeconds: number, to = 10) {
  const record = { results: () => Promise.resolve(results) };
  const source = createProbeSource({ record, everySeconds, now: () => 10 * 60_000 });
  const minutes = await source.read({ from: 0, to });
  return minutes.map(({ minute, good, bad, measured }) => [minute, good, bad, measured]);
}

it('counts each run in its minute, and covers the time until the next', async () => {
  expect(await read([at(30), at(90, false), at(150)], 60)).toEqual([
    [0, 1, 0, 30_000],
    [1, 0, 1, 60_000],
    [2, 1, 0, 60_000],
    [3, 0, 0, 30_000],
  ]);
});

it('measures no minute twice, however often it is probed, and none that nobody probed', async () => {
  const results = [at(40), at(20), at(0, false), at(300)];
  expect(await read(results, 60)).toEqual([
    [0, 2, 1, 60_000],
    [1, 0, 0, 40_000],
    [5, 1, 0, 60_000],
  ]);
});

it('leaves out minutes that have not ended, and those before the span', async () => {
  expect(await read([at(-30), at(599), at(600)], 60, 99)).toEqual([
    [0, 0, 0, 30_000],
    [9, 1, 0, 1000],
  ]);
});

it('asks the record for the runs that reach into the span', async () => {
  const asked: unknown[] = [];
  const record = { results: (span: unknown) => Promise.resolve((asked.push(span), [])) };
  const source = createProbeSource({ record, everySeconds: 300, now: () => 9e9 });
  await source.read({ from: 100, to: 110 });
  await source.read({ from: 9_000_000, to: 9_000_001 });
  expect(asked).toEqual([{ from: 95, to: 110 }]);
});
