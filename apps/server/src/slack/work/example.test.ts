import { expect, test } from 'vitest';
import { aboutLease, type Kind, kindsMeant } from '../commands/kinds.ts';
import { planCommand } from '../commands/plan.ts';
import { verbFor } from './by-kind.ts';
import { exampleOf } from './example.ts';

const kinds: readonly Kind[] = ['ops-server', 'permission-set', 'ci-role', 'membership'];
const all = [...aboutLease].flatMap((verb) =>
  kinds.filter((kind) => kindsMeant(verb, kind).length > 0).map((kind) => [verb, kind] as const),
);

test.each(all)('the printed command for %s of a %s is understood as that', (verb, kind) => {
  const said = exampleOf(verb, kind).replace('…', '7k3f9q2m');
  const id = /[a-z]+-7k3f9q2m/.exec(said)?.[0];
  const plan = planCommand('/ops', said.replace('/ops ', ''), []);
  if (plan.do !== 'verb' && plan.do !== 'form') throw new Error(`${said} is not understood`);
  expect(verbFor(plan.verb, { id })).toBe(verbFor(verb, { id }));
  expect(plan.do === 'verb' ? plan.input : plan.initial).toMatchObject({ id });
});

test('what was said is said again, and a verb of one kind is printed of that kind', () => {
  expect(exampleOf('membership.check', 'ops-server', { item: 'runbooks' })).toBe(
    '/ops join check mem-… runbooks',
  );
  expect(exampleOf('membership.journal', 'membership')).toBe('/ops join journal mem-…');
});
