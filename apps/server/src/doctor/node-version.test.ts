import { expect, it } from 'vitest';
import { examineNode } from './node-version.ts';

it.each([
  ['20.19.0', 'old'],
  ['22.14.0', 'old'],
  ['22.15.0', 'good'],
  ['23.11.0', 'old'],
  ['24.0.0', 'good'],
])('finds Node %s %s', (version, outcome) => {
  expect(examineNode(version, { account: null } as never).outcome).toBe(outcome);
});
