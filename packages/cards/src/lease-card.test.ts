import { leaseStates } from '@sekisho/contract/states';
import { describe, expect, it } from 'vitest';
import { active, english, japanese, requested } from '../test/samples.ts';
import { approvalCard, leaseCard, toTerminal } from './index.ts';

const plain = { colour: false, width: 80 };

describe('a lease card', () => {
  it('tells the same facts in the same order: state, holder and reason, time, what it is, actions', () => {
    expect(toTerminal(leaseCard(active, english), plain)).toBe(
      [
        '▌ ● active   ops server   production [PRODUCTION]',
        '▌ Taro Suzuki · OPS-12',
        '▌ “look at the slow query”',
        '▌ ····██████████──────────┃ in 42 min · 14:42 JST · at most until 15:30 JST',
        '▌ ops-7k3f9q2m · i-0abc1234def567890 · t3.small · $0.0272/h, $0.01 so far',
        '▌ approved by Hanako Sato',
        '▌ Connect    sekisho ops connect ops-7k3f9q2m',
        '▌ Extend     sekisho ops extend ops-7k3f9q2m --by 30m',
        '▌ Hand over  sekisho ops handover ops-7k3f9q2m --to …',
        '▌ Hold       sekisho ops hold ops-7k3f9q2m --for 1h',
        '▌ Return     sekisho ops stop ops-7k3f9q2m',
      ].join('\n'),
    );
  });

  it('speaks Japanese to Japanese readers', () => {
    const text = toTerminal(leaseCard(active, japanese), plain);
    expect(text).toContain('● 利用中   作業サーバー   production 【本番】');
    expect(text).toContain('残り 42 分 · 14:42 JST · 最長 15:30 JST');
    expect(text).toContain('承認者 佐藤 花子');
    expect(text).toContain('引き継ぎ  sekisho ops handover');
  });

  it('warns of an old machine image as long as there is a server', () => {
    const old = { ...active, imageOld: true, imageCreatedAt: '2026-01-01T00:00:00Z' };
    expect(toTerminal(leaseCard(old, english), plain)).toMatch(/machine image is \d+ days old/);
    expect(toTerminal(approvalCard(old, japanese), plain)).toMatch(/作成から \d+ 日/);
    const nobodyKnows = { ...old, imageCreatedAt: null };
    expect(toTerminal(leaseCard(nobodyKnows, english), plain)).toContain('Nobody can tell how old');
    expect(toTerminal(leaseCard({ ...old, state: 'ended' }, english), plain)).not.toContain(
      'image',
    );
  });

  it('offers to replace an old image only where a parameter may name another', () => {
    const old = { ...active, imageOld: true };
    expect(toTerminal(leaseCard(old, english), plain)).not.toContain('ops replace');
    const named = { ...old, imageParameter: '/sekisho/images/ops-server/current' };
    expect(toTerminal(leaseCard(named, english), plain)).toContain('ops replace');
  });

  it('tells what a replacement would bring, since which image, and offers it', () => {
    const changes = { added: [], removed: [], updated: ['curl 1 → 2'], more: 0 };
    const built = { builtAt: '2026-01-01T00:00:00Z', commit: '5f1c0de9', repository: 'acme/infra' };
    const origin = { ...built, runUrl: 'https://ci.example', previous: 'ami-0old', changes };
    const next = { imageId: 'ami-0new', imageCreatedAt: null, imageProvenance: origin };
    const imageParameter = '/sekisho/images/ops-server/current';
    const lease = { ...active, imageId: 'ami-0old', imageParameter, nextImage: next };
    const unwrapped = (text: string) => text.replaceAll(/\s*\n▌ /g, ' ');
    const told = (shown: typeof lease, to = english) =>
      unwrapped(toTerminal(leaseCard(shown, to), plain));
    const text = told(lease);
    expect(text).toContain(
      'from ami-0new, acme/infra 5f1c0de: 1 package updated, 0 added, 0 removed (curl 1 → 2).',
    );
    expect(text).toContain('ops replace');
    const skipped = { ...lease, imageId: 'ami-0older' };
    expect(told(skipped)).toContain('since ami-0old.');
    expect(told(skipped, japanese)).toContain('ami-0old からの変更。');
    const bare = { ...lease, nextImage: { ...next, imageProvenance: null } };
    expect(told(bare as never, japanese)).toContain('由来は公開されていません');
    const over = { ...lease, state: 'ended' } as const;
    expect(toTerminal(leaseCard(over, english), plain)).not.toContain('ami-0new');
  });

  it('says what of sessions is recorded and what is not, as long as there is a server', () => {
    const recorded = { ...active, sessionsRecorded: 'screen' } as const;
    expect(toTerminal(leaseCard(recorded, english), plain)).toContain('forwarded ports and SSH');
    const off = { ...active, sessionsRecorded: 'off' } as const;
    expect(toTerminal(leaseCard(off, japanese), plain)).toContain('セッションは記録されません');
    const over = { ...recorded, state: 'ended' } as const;
    expect(toTerminal(leaseCard(over, english), plain)).not.toContain('recorded');
  });

  it('says who must still agree', () => {
    expect(toTerminal(leaseCard(requested, english), plain)).toContain(
      'needs 1 of group sre (Hanako Sato, Ken Watanabe)',
    );
    expect(toTerminal(leaseCard(requested, japanese), plain)).toContain(
      'グループ sre(佐藤 花子、渡辺 健)のうち 1 人の承認が必要',
    );
  });

  it('tells what is missing, what to do, and the original words', () => {
    const stuck = {
      ...active,
      state: 'granting',
      step: 'waiting-agent',
      missing: 'no-route-to-ssm',
      detail: 'TargetNotConnected',
    } as const;
    const text = toTerminal(leaseCard({ ...stuck, stuck: true }, english), plain);
    expect(text).toContain('▲ stuck');
    expect(text).toContain('cannot reach Systems Manager');
    expect(text).toContain('TargetNotConnected');
  });

  it('has a sentence for every state in both languages, with facts missing', () => {
    const bare = {
      ...active,
      readyAt: null,
      deadline: null,
      hardMaximum: null,
      instanceId: null,
      costPerHour: null,
      costSoFar: null,
      ticket: null,
    };
    for (const state of leaseStates) {
      for (const options of [english, japanese]) {
        for (const lease of [active, bare]) {
          expect(toTerminal(leaseCard({ ...lease, state }, options), plain)).not.toMatch(
            /undefined|NaN|null|Invalid/,
          );
        }
      }
    }
  });
});

describe('actions', () => {
  const ids = (lease: typeof active, you: string | null) =>
    leaseCard(lease, { ...english, you }).actions.map(({ id }) => id);

  it('are approve and deny for those who may agree', () => {
    expect(ids(requested, 'sre2')).toEqual(['lease.approve', 'lease.deny']);
    expect(ids(requested, null)).toEqual(['lease.approve', 'lease.deny', 'lease.withdraw']);
  });

  it('let the requester withdraw, never approve', () => {
    expect(ids(requested, 'engineer')).toEqual(['lease.withdraw']);
    const own = { ...requested, requester: 'sre', holder: 'sre' };
    expect(ids(own, 'sre')).toEqual(['lease.withdraw']);
  });

  it('do not offer a second approval by the same person', () => {
    const once = { ...requested, approvals: [{ approver: 'sre2', at: '2026-11-21T04:40:00Z' }] };
    expect(ids(once, 'sre2')).toEqual([]);
  });

  it('are none for people who only read, and none over someone else’s lease', () => {
    expect(ids(active, 'auditor')).toEqual([]);
    expect(ids(requested, 'auditor')).toEqual([]);
    expect(ids(active, 'support')).toEqual([]);
  });

  it('let an SRE extend, hand over and stop what another holds', () => {
    expect(ids(active, 'sre2')).toEqual(['ops.extend', 'ops.handover', 'ops.stop']);
  });

  it('do not offer to extend at the hard maximum', () => {
    expect(ids({ ...active, deadline: active.hardMaximum }, 'engineer')).not.toContain(
      'ops.extend',
    );
  });

  it('are none once it is over, but for a review that is owed', () => {
    expect(ids({ ...active, state: 'ended' }, 'engineer')).toEqual([]);
    expect(ids({ ...active, state: 'revoking' }, 'engineer')).toEqual([]);
    expect(ids({ ...active, state: 'ended', reviewDue: true }, 'engineer')).toEqual([
      'lease.review',
    ]);
  });

  it('let whoever broke the glass write the review once it is over, although they handed it over, and an SRE for them', () => {
    const handed = { ...active, holder: 'support', reviewDue: true };
    expect(ids({ ...handed, state: 'ended' }, 'engineer')).toEqual(['lease.review']);
    expect(ids({ ...handed, state: 'ended' }, 'sre2')).toEqual(['lease.review']);
    expect(ids({ ...handed, state: 'ended' }, 'support')).toEqual([]);
    expect(ids({ ...handed, holder: 'engineer' }, 'engineer')).not.toContain('lease.review');
  });
});
