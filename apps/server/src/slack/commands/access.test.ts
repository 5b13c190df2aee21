import { expect, test } from 'vitest';
import { verbFor } from '../work/by-kind.ts';
import { planCommand } from './plan.ts';

const plan = (text: string) => planCommand('/ops', text, ['staging', 'production']);

test.each([
  'access ReadOnly production 1h look at the queue',
  'アクセス ReadOnly production 1h look at the queue',
  'access request ReadOnly production 1h look at the queue',
  'access 依頼 ReadOnly production 1h look at the queue',
  'access --permission-set ReadOnly --account production --for 1h --reason "look at the queue"',
])('%s asks for a set in an account', (text) => {
  expect(plan(text)).toEqual({
    ...{ do: 'verb', verb: 'access.request' },
    input: {
      ...{ permissionSet: 'ReadOnly', account: 'production', for: '1h' },
      reason: 'look at the queue',
    },
  });
});

test('what is not said is asked for in a form that has the rest', () => {
  const form = (initial: object) => ({ do: 'form', verb: 'access.request', initial });
  expect(plan('access')).toEqual(form({}));
  expect(plan('アクセス')).toEqual(form({}));
  expect(plan('access ReadOnly production 30分')).toEqual(
    form({ permissionSet: 'ReadOnly', account: 'production', for: '30分' }),
  );
});

test('takes ticket, start and break-glass by their flags, wherever these stand', () => {
  const asked = (input: object) => ({ do: 'verb', verb: 'access.request', input });
  expect(
    plan('access ReadOnly production 30m DB down --ticket OPS-1 --at 14:30 —break-glass'),
  ).toEqual(
    asked({
      ...{ permissionSet: 'ReadOnly', account: 'production', for: '30m', reason: 'DB down' },
      ...{ ticket: 'OPS-1', at: '14:30', breakGlass: true },
    }),
  );
  expect(plan('アクセス --開始 14:30 ReadOnly production 30分 調査')).toEqual(
    asked({
      ...{ permissionSet: 'ReadOnly', account: 'production', for: '30分', reason: '調査' },
      at: '14:30',
    }),
  );
  expect(
    plan('access --account production --permission-set ReadOnly --for 2 hours --reason look at it'),
  ).toEqual(
    asked({
      ...{ permissionSet: 'ReadOnly', account: 'production', for: '2 hours' },
      reason: 'look at it',
    }),
  );
  expect(plan('access ReadOnly --break-glass --ticket OPS-1')).toEqual({
    ...{ do: 'form', verb: 'access.request' },
    initial: { permissionSet: 'ReadOnly', breakGlass: 'yes', ticket: 'OPS-1' },
  });
});

test('sees who has what, and what one could have', () => {
  expect(plan('access list')).toMatchObject({ verb: 'access.list' });
  expect(plan('アクセス 候補')).toMatchObject({ verb: 'access.could' });
});

test('extend and return are those of the kind that the lease is of', () => {
  const meant = (text: string) => {
    const planned = plan(text);
    if (planned.do !== 'verb') throw new Error(`${text} is no verb`);
    return [verbFor(planned.verb, planned.input), planned.input];
  };
  expect(meant('extend acc-7k3f9q2m 1h')).toEqual([
    'access.extend',
    { id: 'acc-7k3f9q2m', by: '1h' },
  ]);
  expect(meant('返却 acc-abcdefgh')).toEqual(['access.return', { id: 'acc-abcdefgh' }]);
  expect(meant('access return acc-7k3f9q2m')).toEqual(['access.return', { id: 'acc-7k3f9q2m' }]);
  expect(meant('stop ci-7k3f9q2m')).toEqual(['ci.stop', { id: 'ci-7k3f9q2m' }]);
  expect(meant('extend ops-7k3f9q2m 1h')[0]).toBe('ops.extend');
  expect(meant('show acc-7k3f9q2m')[0]).toBe('lease.show');
});
