import { afterAll, describe, expect, test } from 'vitest';
import { cleanRun, type Moment } from './support/clean-run.ts';
import { type Lane, openLanes } from './support/lanes.ts';

// Starting a server takes seconds: by default the moments at which most is at stake, in CI all of them.
const all = process.env.SEKISHO_CRASH === 'all';
const telling: readonly Moment[] = [
  { phase: 'launch', step: 'committed:granting' },
  { phase: 'launch', step: 'after:launch' },
  { phase: 'adjust', step: 'after:tag' },
  { phase: 'end', step: 'after:terminate' },
];

const visited = await cleanRun();
const moments = visited.filter(
  (moment) =>
    all || telling.some((each) => each.phase === moment.phase && each.step === moment.step),
);
const lanes = openLanes(all ? 3 : 2);
afterAll(() => lanes.close());

test('a life without accident visits the steps that a crash could follow', () => {
  expect(visited).toEqual(expect.arrayContaining([...telling]));
});

describe.concurrent('a server killed at a step and started again ends as it should', () => {
  test.for(moments)('$phase: $step', { timeout: 900_000 }, ({ phase, step }) =>
    lanes.take((lane: Lane) => lane.crashAt({ phase, step })),
  );
});
