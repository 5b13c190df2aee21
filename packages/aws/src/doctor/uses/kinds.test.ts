import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { examplePolicies } from '../../policies/index.ts';
import { kindOf, kindsOf } from './kinds.ts';

const fixture = new URL('../../../test/fixtures/authorization-reference.json', import.meta.url);
const { actions } = z
  .object({
    actions: z.record(z.string(), z.object({ resources: z.record(z.string(), z.string()) })),
  })
  .parse(JSON.parse(readFileSync(fixture, 'utf8')));

/** Policies of what the doctor asks IAM about by their statements. */
const asked = Object.entries(examplePolicies()).filter(([file]) =>
  /^(access|access-removal|ci-roles|ops-recordings|source-.*)$/.test(file),
);

it('are those of AWS’s reference for every action that shares a statement with other kinds', () => {
  const shared = asked
    .flatMap(([, { Statement }]) => Statement)
    .filter(({ Resource }) => new Set(Resource.map(kindOf)).size > 1)
    // A bucket's name is no kind.
    .flatMap(({ Action }) => Action.filter((action) => !action.startsWith('s3:')));
  const expected = [...new Set(shared)].map((action) => {
    const kinds = Object.values(actions[action]?.resources ?? {}).map(kindOf);
    return [action, [...new Set(kinds)].sort()];
  });
  expect(kindsOf).toEqual(Object.fromEntries(expected));
});
