import type { InputOf } from '@sekisho/contract';
import { standardTiers, usualPolicy } from '@sekisho/objectives/alerts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import {
  contextOf,
  createWorld,
  practiceConfig,
  type TestWorld,
} from '../../../../../test/support/world.ts';
import { addSlo, liveConfig, targetAtMoment } from '../../../test/agreements.ts';
import { entriesDuring, refusal } from '../../../test/leases.ts';
import { withSlos } from '../../../test/slos.ts';

const day = 24 * 3600;
const reason = 'what the third party promises';
const config = liveConfig(withSlos(practiceConfig()));
let world: TestWorld;

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config: config.live });
});
afterAll(() => world.database.close());

const freshSlo = (target?: number, owners?: readonly string[]) => addSlo(config, target, owners);
const propose = (who: string, id: string, wish: Partial<InputOf<'slo.propose'>> = {}) =>
  world.as(who, 'slo.propose', { id, target: 99.5, reason, ...wish });
const accept = (who: string, id: string) => world.as(who, 'slo.accept', { id });
const code = (who: string, id: string, wish: Partial<InputOf<'slo.propose'>> = {}) =>
  refusal(propose(who, id, wish));

const targetNow = (id: string, at = world.clock.now()) => targetAtMoment(world, id, at);

describe('a proposed target', () => {
  it('is in force from the minute in which an owner and an SRE have agreed, and no minute before changes', async () => {
    const id = freshSlo();
    const proposal = await propose('engineer', id);
    expect(proposal).toMatchObject({
      ...{ state: 'open', before: 99.9, target: 99.5, inForceFrom: null },
      agreements: [{ who: 'engineer', side: null }],
      needs: [{ sides: ['sre'], people: ['sre', 'sre2'] }],
    });
    world.clock.turn(90);
    const agreed = await accept('sre2', proposal.id);
    expect(agreed).toMatchObject({
      state: 'agreed',
      agreements: [
        { who: 'engineer', side: 'owner' },
        { who: 'sre2', side: 'sre' },
      ],
      needs: [],
      inForceFrom: '2026-05-01T00:02:00Z',
    });
    expect(await targetNow(id)).toBe(0.999);
    world.clock.turn(30);
    expect(await targetNow(id)).toBe(0.995);
    expect(await targetNow(id, new Date('2026-05-01T00:01:59Z'))).toBe(0.999);
  });

  it('is in force from its date, or from when both had agreed where that is later', async () => {
    const id = freshSlo();
    const from = new Date(world.clock.now().getTime() + 3600_000).toISOString();
    const early = await propose('engineer', id, { from });
    await accept('sre', early.id);
    expect(await targetNow(id)).toBe(0.999);
    const soon = new Date(world.clock.now().getTime() + 60_000).toISOString();
    const late = await propose('engineer', id, { from: soon, target: 99.8 });
    world.clock.turn(7200);
    await accept('sre', late.id);
    expect(await targetNow(id, new Date(Date.parse(soon) + 60_000))).toBe(0.999);
    expect(await targetNow(id, new Date(Date.parse(from) + 60_000))).toBe(0.995);
    expect(await targetNow(id, new Date(world.clock.now().getTime() + 60_000))).toBe(0.998);
  });

  it('never counts one person for both sides, however they ask', async () => {
    const id = freshSlo(0.999, ['group:sre', 'group:engineers']);
    const proposal = await propose('sre', id);
    expect(proposal.needs).toMatchObject([
      { sides: ['owner', 'sre'], people: ['sre2', 'engineer'] },
    ]);
    expect(await refusal(accept('sre', proposal.id))).toBe('agreement-given');
    expect(await accept('engineer', proposal.id)).toMatchObject({
      agreements: [
        { who: 'sre', side: 'sre' },
        { who: 'engineer', side: 'owner' },
      ],
    });
  });

  it('gains nothing by a second owner, and says who is missing', async () => {
    const id = freshSlo(0.999, ['group:engineers', 'group:support']);
    const proposal = await propose('engineer', id);
    const again = accept('support', proposal.id);
    await expect(again).rejects.toMatchObject({
      code: 'side-given',
      facts: { missing: 'sre', people: ['sre', 'sre2'] },
    });
  });

  it('is for an admin to agree to where a service names no owners', async () => {
    const id = freshSlo(0.999, []);
    const proposal = await propose('engineer', id);
    expect(proposal.agreements).toEqual([]);
    expect(await refusal(accept('engineer', proposal.id))).toBe('not-of-service');
    await accept('sre2', proposal.id);
    expect(await accept('sre', proposal.id)).toMatchObject({ state: 'agreed' });
  });

  it('of an agent carries no agreement, not even its owner’s', async () => {
    const id = freshSlo();
    const principal = {
      ...contextOf('sre').principal,
      ...({ id: 'agent:sre', kind: 'agent', assurance: 'token' } as const),
    };
    const proposal = await world.core.call(
      'slo.propose',
      contextOf('sre', { principal, scopes: ['slo.propose'] }),
      { id, target: 99.5, reason },
    );
    expect(proposal).toMatchObject({ askedBy: 'agent:sre', agreements: [] });
  });

  it('counts nobody who lost their part in it before the other side agreed', async () => {
    const id = freshSlo();
    const proposal = await propose('engineer', id);
    const before = config.now;
    const people = config.now.people.map((one) =>
      one.id === 'engineer' ? { ...one, groups: [] } : one,
    );
    config.now = { ...config.now, people: [...people] };
    const groups = { groups: ['engineers'] };
    expect(await refusal(accept('sre', proposal.id))).toBeNull();
    expect(await targetNow(id, new Date(world.clock.now().getTime() + 60_000))).toBe(0.999);
    config.now = {
      ...before,
      people: config.now.people.map((one) => (one.id === 'support' ? { ...one, ...groups } : one)),
    };
    expect(await accept('support', proposal.id)).toMatchObject({ state: 'agreed' });
    config.now = before;
  });

  it('lapses after thirty days, in rows, answers and timeline', async () => {
    const id = freshSlo();
    const proposal = await propose('engineer', id);
    world.clock.turn(30 * day);
    const { error } = await entriesDuring(world, () => accept('sre', proposal.id));
    expect(error).toMatchObject({ code: 'agreement-over', facts: { state: 'lapsed' } });
    const seen = await world.as('auditor', 'slo.proposals', { id });
    expect(seen.proposals).toMatchObject([{ state: 'lapsed', needs: [] }]);
    const { entries } = await entriesDuring(world, () => world.core.runLoops());
    const lapsed = entries.filter(({ action }) => action === 'slo.lapsed');
    expect(lapsed.map(({ subject }) => subject)).toContain(proposal.id);
    await propose('engineer', id);
  });

  it('is replaced only by its author or an SRE', async () => {
    const id = freshSlo(0.999, ['group:engineers', 'group:support']);
    const first = await propose('engineer', id);
    expect(await code('support', id, { target: 99.8 })).toBe('proposal-open');
    const second = await propose('engineer', id, { target: 99.8 });
    const third = await propose('sre2', id, { target: 99.7 });
    const { proposals } = await world.as('auditor', 'slo.proposals', { id });
    expect(proposals).toMatchObject([
      { id: third.id, state: 'open' },
      { id: second.id, state: 'replaced', endedBy: 'sre2' },
      { id: first.id, state: 'replaced' },
    ]);
    expect(await refusal(accept('sre', second.id))).toBe('agreement-over');
  });

  it('is refused, with the reason, where it makes no sense', async () => {
    const id = freshSlo();
    expect(await code('engineer', id, { target: 99.9 })).toBe('target-in-force');
    expect(await code('engineer', id, { target: 0.999 })).toBe('bad-input');
    expect(await code('engineer', id, { target: 100 })).toBe('bad-input');
    expect(await code('engineer', id, { from: '2026-04-01' })).toBe('moment-past');
    expect(await code('engineer', 'nothing')).toBe('slo-not-found');
    // An SLO may be called like a lease, and its refusals are none of a lease's.
    const { entries } = await entriesDuring(world, () => propose('auditor', 'api-latency1'));
    expect(entries).toMatchObject([{ subject: 'api-latency1', lease: null, outcome: 'refused' }]);
    await expect(propose('engineer', id, { target: 90 })).rejects.toMatchObject({
      code: 'target-silences',
      facts: { tier: 'page-quick', factor: 14.4, threshold: 144, aliveAbove: 93.0556 },
    });
    const alone = freshSlo(0.999, ['person:sre']);
    const people = config.now.people.map((one) =>
      one.id === 'sre2' ? { ...one, role: 'member' as const } : one,
    );
    const before = config.now;
    config.now = { ...config.now, people };
    expect(await code('sre', alone)).toBe('nobody-to-agree');
    config.now = before;
  });

  it('is refused when agreed to, if an alert was changed so that it could never fire', async () => {
    const id = freshSlo();
    const proposal = await propose('engineer', id, { target: 94 });
    const before = config.now;
    const tiers = standardTiers(30 * 1440).map((tier) => ({ ...tier, share: tier.share * 2 }));
    const alerts = { ...usualPolicy, tiers };
    config.now = {
      ...config.now,
      slos: config.now.slos.map((slo) => (slo.id === id ? { ...slo, alerts } : slo)),
    };
    expect(await refusal(accept('sre', proposal.id))).toBe('target-silences');
    config.now = before;
  });

  it('is declined with a reason by those who could agree, and taken back by its author', async () => {
    const id = freshSlo();
    const first = await propose('engineer', id);
    expect(await refusal(world.as('support', 'slo.decline', { id: first.id, reason }))).toBe(
      'not-of-service',
    );
    const declined = await world.as('sre', 'slo.decline', { id: first.id, reason: 'not yet' });
    expect(declined).toMatchObject({ state: 'declined', endedBy: 'sre', endReason: 'not yet' });
    const second = await propose('support', id);
    await world.as('support', 'slo.decline', { id: second.id, reason: 'my mistake' });
    expect(await refusal(accept('sre', second.id))).toBe('agreement-over');
  });
});

describe('the target of a file', () => {
  it('holds until a first agreement, changes only from then on, and is a difference after it', async () => {
    const id = freshSlo();
    await world.core.configChanged();
    const edit = (target: number) => {
      config.now = {
        ...config.now,
        slos: config.now.slos.map((slo) => (slo.id === id ? { ...slo, target } : slo)),
      };
      return entriesDuring(world, () => world.core.configChanged());
    };
    const before = world.clock.now();
    world.clock.turn(3600);
    const { entries } = await edit(0.998);
    expect(entries).toMatchObject([
      {
        action: 'slo.file-target',
        subject: id,
        service: `service-${id}`,
        data: { target: 99.8, before: 99.9 },
      },
    ]);
    world.clock.turn(60);
    expect([await targetNow(id, before), await targetNow(id)]).toEqual([0.999, 0.998]);
    await accept('sre', (await propose('engineer', id)).id);
    world.clock.turn(60);
    expect((await edit(0.9)).entries).toEqual([]);
    world.clock.turn(60);
    expect([await targetNow(id, before), await targetNow(id)]).toEqual([0.999, 0.995]);
    const { targets } = await world.as('auditor', 'slo.proposals', { id });
    expect(targets).toMatchObject([{ target: 99.5, fileTarget: 90, differs: true }]);
    expect(targets[0]?.history.map(({ target }) => target)).toEqual([99.9, 99.8, 99.5]);
  });
});
