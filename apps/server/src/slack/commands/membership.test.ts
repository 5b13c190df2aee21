import { expect, test } from 'vitest';
import { inputFor, verbFor } from '../work/by-kind.ts';
import { planCommand } from './plan.ts';

const plan = (text: string) => planCommand('/ops', text, ['staging', 'production']);

test.each([
  'join sre 90d an exchange for a quarter',
  '参加 sre 90d an exchange for a quarter',
  'membership request sre 90d an exchange for a quarter',
  'join --team sre --for 90d --reason "an exchange for a quarter"',
])('%s asks to join a team', (text) => {
  expect(plan(text)).toEqual({
    ...{ do: 'verb', verb: 'membership.request' },
    input: { team: 'sre', for: '90d', reason: 'an exchange for a quarter' },
  });
});

test('what is not said is asked for in a form that has the rest', () => {
  const form = (initial: object) => ({ do: 'form', verb: 'membership.request', initial });
  expect(plan('join')).toEqual(form({}));
  expect(plan('参加')).toEqual(form({}));
  expect(plan('join sre 90 days')).toEqual(form({ team: 'sre', for: '90 days' }));
});

test.each(['starts', 'at'])('takes the ticket and --%s by their flags', (flag) => {
  expect(plan(`join SRE 90d --${flag} “tomorrow 9:00” an exchange --ticket OPS-1`)).toEqual({
    ...{ do: 'verb', verb: 'membership.request' },
    input: {
      ...{ team: 'sre', for: '90d', reason: 'an exchange' },
      ...{ starts: 'tomorrow 9:00', ticket: 'OPS-1' },
    },
  });
});

test('sees teams and members, ticks first things off, and drafts the report', () => {
  const id = 'mem-7k3f9q2m';
  expect(plan('join teams')).toMatchObject({ verb: 'membership.teams' });
  expect(plan('参加 一覧')).toMatchObject({ verb: 'membership.list' });
  expect(plan('join check runbooks')).toMatchObject({ input: { item: 'runbooks', done: true } });
  expect(plan(`join check ${id} runbooks no`)).toMatchObject({
    ...{ verb: 'membership.check', input: { id, item: 'runbooks', done: false } },
  });
  expect(plan(`join journal ${id}`)).toMatchObject({ verb: 'membership.journal', input: { id } });
});

test.each([
  ['extend mem-7k3f9q2m 60d', 'membership.extend', { for: '60d' }],
  ['延長 mem-7k3f9q2m', 'membership.extend', { for: '30d' }],
  ['参加 離脱 mem-7k3f9q2m', 'membership.return', {}],
  ['join return mem-7k3f9q2m', 'membership.return', {}],
  ['extend ops-7k3f9q2m', 'ops.extend', { by: '30m' }],
  ['extend acc-7k3f9q2m', 'access.extend', { by: '30m' }],
])('%s is %s', (text, verb, input) => {
  const planned = plan(text);
  if (planned.do !== 'verb') throw new Error(`${text} is no verb`);
  const meant = verbFor(planned.verb, planned.input);
  expect(meant).toBe(verb);
  expect(inputFor(meant, planned.input)).toEqual({ id: planned.input['id'], ...input });
});
