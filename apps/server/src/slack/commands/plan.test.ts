import { expect, test } from 'vitest';
import { planCommand } from './plan.ts';
import { unescapeSlack } from './tokens.ts';

const environments = ['staging', 'production'];
const plan = (text: string, command = '/ops') => planCommand(command, text, environments);
const verb = (name: string, input: object) => ({ do: 'verb', verb: name, input });

test.each([
  'start staging 2h look at the slow query',
  'start 2h staging look at the slow query',
  'start staging for 2 hours look at the slow query',
  'start Staging ２時間 look at the slow query',
  '開始 staging 2時間 look at the slow query',
  '依頼 staging 2h look at the slow query',
  'ops start staging 2h look at the slow query',
  'staging 2h look at the slow query',
  'start --environment staging --for 2h --reason "look at the slow query"',
  'start —for 2h staging —reason “look at the slow query”',
])('understands %s', (text) => {
  const understood = plan(text);
  expect(understood).toMatchObject(
    verb('ops.start', { environment: 'staging', reason: 'look at the slow query' }),
  );
  const span = 'input' in understood ? String(understood.input['for']).normalize('NFKC') : '';
  expect(['2h', '2 hours', '2時間']).toContain(span);
});

test('keeps the reason as it was typed, without taking a span out of its middle', () => {
  expect(plan('start staging 1h  see  what the 2h   job does')).toEqual(
    verb('ops.start', { environment: 'staging', for: '1h', reason: 'see  what the 2h   job does' }),
  );
  expect(plan('start staging 遅いクエリの調査')).toEqual(
    verb('ops.start', { environment: 'staging', reason: '遅いクエリの調査' }),
  );
});

test('takes ticket, size, start and break-glass by their flags', () => {
  const text =
    'start production 30m checkout is down --ticket OPS-1 --size t3.small --at 14:30 --break-glass';
  expect(plan(text)).toEqual(
    verb('ops.start', {
      ...{ environment: 'production', for: '30m', reason: 'checkout is down' },
      ...{ ticket: 'OPS-1', size: 't3.small', at: '14:30', breakGlass: true },
    }),
  );
});

test('opens a form with what was said when the environment or the reason is missing', () => {
  const form = (initial: object) => ({ do: 'form', verb: 'ops.start', initial });
  expect(plan('')).toEqual(form({}));
  expect(plan('start')).toEqual(form({}));
  expect(plan('開始')).toEqual(form({}));
  expect(plan('start staging 2h')).toEqual(form({ environment: 'staging', for: '2h' }));
  expect(plan('start look at the slow query')).toEqual(form({ reason: 'look at the slow query' }));
  expect(plan('', '/sekisho')).toEqual({ do: 'help' });
});

test('hands an environment that it does not know on, so that the refusal can name those there are', () => {
  expect(plan('start stagin 2h look')).toEqual(
    verb('ops.start', { environment: 'stagin', for: '2h', reason: 'look' }),
  );
});

test.each([
  ['list', 'lease.list', { limit: 41 }],
  ['一覧', 'lease.list', { limit: 41 }],
  ['list staging', 'lease.list', { environment: 'staging', limit: 41 }],
  ['extend', 'ops.extend', {}],
  ['extend 1h30m', 'ops.extend', { by: '1h30m' }],
  ['延長 ops-7k3f9q2m 30分', 'ops.extend', { id: 'ops-7k3f9q2m', by: '30分' }],
  ['extend 2 hours ops-7k3f9q2m', 'ops.extend', { id: 'ops-7k3f9q2m', by: '2 hours' }],
  ['ops extend ops-7k3f9q2m --by 30m', 'ops.extend', { id: 'ops-7k3f9q2m', by: '30m' }],
  ['返却', 'ops.stop', {}],
  ['stop ops-7k3f9q2m done with it', 'ops.stop', { id: 'ops-7k3f9q2m', reason: 'done with it' }],
  ['hold 1h index build', 'ops.hold', { for: '1h', reason: 'index build' }],
  ['handover <@U0SRE2|ken>', 'ops.handover', { to: 'U0SRE2' }],
  ['引き継ぎ ops-7k3f9q2m @sre2', 'ops.handover', { id: 'ops-7k3f9q2m', to: 'sre2' }],
  ['who', 'ops.who', {}],
  ['history slow query', 'lease.history', { search: 'slow query', limit: 15 }],
  ['cost 4', 'ops.cost', { weeks: '4' }],
  ['approve ops-7k3f9q2m', 'lease.approve', { id: 'ops-7k3f9q2m' }],
  [
    '却下 ops-abcdefgh use the replica',
    'lease.deny',
    { id: 'ops-abcdefgh', reason: 'use the replica' },
  ],
  ['hold 1h re-indexing orders', 'ops.hold', { for: '1h', reason: 're-indexing orders' }],
] as const)('understands %s', (text, name, input) => {
  expect(plan(text)).toEqual(verb(name, input));
});

test('asks for the reason of a denial, and says what it does not know', () => {
  expect(plan('deny ops-7k3f9q2m')).toEqual({
    ...{ do: 'form', verb: 'lease.deny', initial: { id: 'ops-7k3f9q2m' } },
  });
  expect(plan('dance')).toEqual({ do: 'unknown', word: 'dance' });
  expect(plan('ヘルプ')).toEqual({ do: 'help' });
});

test('undoes what Slack does to mentions, links and angle brackets', () => {
  const typed =
    'see <https://x.example/a|x.example/a> in <#C1|ops> with <@U1|taro>: a &lt; b &amp;&amp; c';
  expect(unescapeSlack(typed)).toBe('see https://x.example/a in #ops with <@U1>: a < b && c');
});
