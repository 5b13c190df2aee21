import { verbNames } from '@sekisho/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionTitle, entryText, transitionActions } from './index.ts';

const entry = {
  actor: {
    id: 'engineer',
    kind: 'person',
    assurance: 'practice',
    authenticatedAt: '2026-11-21T05:00:00Z',
  },
  action: 'ops.start',
  outcome: 'done',
  subject: 'ops-7k3f9q2m',
  lease: 'ops-7k3f9q2m',
  environment: 'staging',
  data: {},
} as const;
const nameOf = (id: string) => ({ engineer: '鈴木 太郎', sre: '佐藤 花子' })[id] ?? id;

describe('an entry as a sentence', () => {
  it('tells who did what, with the facts it has', () => {
    const started = { ...entry, data: { durationSeconds: 1800 } };
    expect(entryText(started, 'en')).toBe('engineer asked for an ops server in staging for 30m.');
    expect(entryText(started, 'ja', { nameOf })).toBe(
      '鈴木 太郎 が staging の作業サーバーを 30分依頼しました。',
    );
  });

  it('speaks of the engine as Sekisho and of how a lease ended', () => {
    const ended = { ...entry, action: 'lease.ended', data: { ending: 'deadline', cost: 0.05 } };
    expect(entryText(ended, 'en')).toBe('ops-7k3f9q2m ended: the deadline came; it cost $0.05.');
    expect(entryText(ended, 'ja')).toBe('ops-7k3f9q2m が終了しました(期限)。費用は $0.05 でした。');
  });

  it('calls nothing a server that is none', () => {
    const granting = { ...entry, action: 'lease.granting', lease: 'acc-7k3f9q2m' };
    const told = [{ ...granting, subject: 'acc-7k3f9q2m' }].map((one) => entryText(one, 'en'));
    expect(told).toEqual(['acc-7k3f9q2m is being made ready.']);
  });

  it('tells a refusal with its cause', () => {
    const refused = {
      ...entry,
      action: 'lease.approve',
      outcome: 'refused',
      data: { code: 'self-approval' },
    } as const;
    expect(entryText(refused, 'en')).toBe(
      'engineer was refused "Approve" on ops-7k3f9q2m: Own request.',
    );
    expect(entryText(refused, 'ja', { nameOf })).toBe(
      '鈴木 太郎 の操作「承認」(ops-7k3f9q2m)を拒否しました: 自分の依頼。',
    );
  });

  it('has a sentence for every verb and transition, whatever facts are missing', () => {
    const junk = fc.dictionary(
      fc.constantFrom(
        'durationSeconds',
        'deadline',
        'ending',
        'missing',
        'cost',
        'to',
        'code',
        'hash',
      ),
      fc.anything(),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...verbNames,
          ...transitionActions,
          '__proto__',
          'constructor',
          'slo.reported',
        ),
        junk,
        fc.constantFrom('done' as const, 'refused' as const),
        fc.constantFrom('en' as const, 'ja' as const),
        (action, data, outcome, language) => {
          const text = entryText({ ...entry, action, outcome, data }, language);
          expect(text).not.toMatch(/undefined|NaN|\[object/);
          expect(text).not.toContain('  ');
          expect(text).not.toBe('');
        },
      ),
    );
  });

  it.each([...verbNames, ...transitionActions])('needs no fact to tell of %s', (action) => {
    for (const language of ['en', 'ja'] as const)
      for (const outcome of ['done', 'refused'] as const) {
        const text = entryText({ ...entry, action, outcome }, language);
        expect(text).not.toMatch(/undefined|NaN|\[object| {2}/);
      }
  });

  it('leaves out a fact that is blank', () => {
    const refused = { ...entry, action: 'ops.start', outcome: 'refused' as const };
    expect(entryText({ ...refused, data: { code: ' ' } }, 'en')).not.toMatch(/:|\s\./);
  });

  it('shows an action it does not know by its name', () => {
    expect(entryText({ ...entry, action: 'slo.reported' }, 'en')).toBe(
      'engineer: slo.reported (ops-7k3f9q2m)',
    );
    expect(actionTitle('ops.extend', 'ja')).toBe('延長');
  });

  it('tells who was turned away at a door', () => {
    const entry = {
      actor: { id: 'slack:T0OTHER/U0NEW', kind: 'person' as const },
      ...{ action: 'door.refused', outcome: 'refused' as const, subject: null, lease: null },
      ...{ environment: null, data: { code: 'guest-refused', door: 'slack' } },
    };
    expect(entryText(entry as never, 'en')).toMatch(
      /^slack:T0OTHER\/U0NEW was refused "Come in": /,
    );
    expect(entryText(entry as never, 'ja')).toMatch(/の操作「Sekisho の利用」を拒否しました/);
  });
});
