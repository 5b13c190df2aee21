import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { change, plan, read } from '../test/plan.ts';
import { canonicalPlan, planDigest, planFileHash, planLimits, readPlan } from './index.ts';

const codeOf = (json: unknown, size?: number) =>
  readPlan(json, size === undefined ? {} : { size }).problem?.code ?? 'read';
const thing = change({ type: 'aws_thing', before: { a: 1 }, after: { a: 2 } });

describe('what is no plan', () => {
  it.each([
    ['text that is no JSON', '{"format_version": ', 'not-json'],
    ['nothing', '', 'not-json'],
    ['a list', [], 'not-a-plan'],
    ['another document', { Statement: [] }, 'not-a-plan'],
    ['a state', { format_version: '1.0', values: {} }, 'not-a-plan'],
    ['a major version that is not known', { ...plan([]), format_version: '2.0' }, 'wrong-version'],
    ['a version before the first', { ...plan([]), format_version: '0.2' }, 'wrong-version'],
    ['a version that is none', { ...plan([]), format_version: ['1.2'] }, 'wrong-version'],
    ['changes that are no list', plan([], { resource_changes: {} }), 'bad-shape'],
    ['a change without actions', plan([{ address: 'a.b', type: 'a', change: {} }]), 'bad-shape'],
    ['an output without a change', plan([], { output_changes: { a: 1 } }), 'bad-shape'],
    ['one object twice', plan([thing, thing]), 'repeated-address'],
    [
      'an action that nobody documented',
      plan([change({ type: 'a', actions: ['ruin'] })]),
      'unknown-action',
    ],
  ])('is refused: %s', (_, json, code) => {
    expect(codeOf(json)).toBe(code);
    expect(codeOf(typeof json === 'string' ? json : JSON.stringify(json))).toBe(code);
  });

  it('is not refused for two objects whose names are alike as far as they are shown', () => {
    const long = (end: string) =>
      change({ type: 'a', address: `a.x["${'k'.repeat(400)}${end}"]`, after: {} });
    expect(read(plan([long('1'), long('2')])).summary.counts.create).toBe(2);
    expect(codeOf(plan([long('1'), long('1')]))).toBe('repeated-address');
  });

  it('names the place', () => {
    const reading = readPlan(plan([thing, { ...thing, address: 7 }]));
    expect(reading.problem).toEqual({ code: 'bad-shape', path: 'resource_changes.1.address' });
  });

  it('is refused when it is too large or too deep, however deep it is', () => {
    expect(codeOf(JSON.stringify(plan([thing])), 100)).toBe('too-large');
    expect(codeOf(plan([thing]), 100)).toBe('too-large');
    const depth = 200_000;
    const nested = `{"format_version":"1.2","planned_values":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    expect(codeOf(nested)).toBe('too-deep');
    const circle: Record<string, unknown> = plan([thing]);
    circle['self'] = circle;
    expect(codeOf(circle)).toBe('too-deep');
    expect(planLimits.depth).toBeLessThan(1000);
  });
});

describe('names that deceive', () => {
  it('are shown with their codes, and told', () => {
    // A right-to-left override, a Cyrillic letter, and one that cannot be seen.
    const address = 'aws_thing.th\u202eis["а\u200b"]';
    const { summary, diff } = read(plan([{ ...thing, address }]));
    expect(diff.resources[0]?.address).toBe('aws_thing.th\\u{202e}is["\\u{430}\\u{200b}"]');
    expect(summary.risks[0]?.code).toBe('lookalike-name');
    const japanese = read(plan([{ ...thing, address: 'aws_thing.a["東京・café"]' }]));
    expect(japanese.summary.risks).toEqual([]);
  });

  it('do not reach the prototype of anything', () => {
    const json = `{"format_version":"1.2","planned_values":{},"__proto__":{"polluted":1},
      "output_changes":{"__proto__":{"actions":["create"],"before":null,"after":{"__proto__":{"x":1}},
        "after_unknown":false,"before_sensitive":false,"after_sensitive":false}},
      "configuration":{"root_module":{"module_calls":{"__proto__":{"source":"./m","module":{"resources":
        [{"address":"a.b","type":"a","provisioners":[{"type":"local-exec"}]}]}}}}}}`;
    const { summary, diff } = read(json);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(diff.outputs[0]?.attributes[0]?.path).toBe('value.__proto__.x');
    expect(summary.risks[0]).toMatchObject({
      code: 'runs-command',
      address: 'module.__proto__.a.b',
    });
  });
});

describe('the whole plan', () => {
  it('counts what changes, and what drifted apart from it', () => {
    const { summary, diff } = read(
      plan(
        [
          change({ type: 'a', name: 'new', after: { x: 1 } }),
          change({
            type: 'a',
            name: 'moved',
            actions: ['no-op'],
            before: {},
            after: {},
            more: { previous_address: 'a.old' },
          }),
          change({
            type: 'a',
            name: 'in',
            after: {},
            before: {},
            actions: ['no-op'],
            change: { importing: { id: 'i-1' } },
          }),
          change({ type: 'a', name: 'same', actions: ['no-op'], before: {}, after: {} }),
        ],
        { resource_drift: [{ ...thing, address: 'aws_thing.drifted' }] },
      ),
    );
    expect(summary.counts).toMatchObject({
      create: 1,
      noOp: 3,
      move: 1,
      import: 1,
      drift: 1,
      update: 0,
    });
    expect(summary.empty).toBe(false);
    expect(diff.resources.map(({ address }) => address)).toEqual(['a.new', 'a.in', 'a.moved']);
    expect(diff.drift.map(({ address }) => address)).toEqual(['aws_thing.drifted']);
    expect(read(plan([])).summary.empty).toBe(true);
  });

  it('is not empty where it invokes an action and changes nothing', () => {
    const { summary } = read(plan([], { action_invocations: [{ address: 'action.a.x' }] }));
    expect(summary.counts.actions).toBe(1);
    expect(summary.empty).toBe(false);
    expect(summary.risks.map(({ code }) => code)).toEqual(['action-invoked']);
  });

  it('tells that it failed, is a part, waits, or breaks its checks', () => {
    const { summary } = read(
      plan([], {
        ...{ errored: true, complete: false },
        deferred_changes: [{ reason: 'provider_config_unknown', resource_change: thing }],
        checks: [{ address: { to_display: 'check.up' }, status: 'fail', instances: [] }],
      }),
    );
    expect(summary.risks.map(({ code }) => code)).toEqual([
      ...['plan-errored', 'deferred', 'check-failed', 'plan-incomplete'],
    ]);
  });

  it('tells providers from elsewhere, and those that are not allowed', () => {
    const provider_config = {
      a: { full_name: 'registry.terraform.io/hashicorp/aws' },
      b: { full_name: 'evil.example.com/hashicorp/aws' },
      c: { full_name: 'terraform.io/builtin/terraform' },
      d: { full_name: 'registry.opentofu.org/acme/thing' },
    };
    const json = plan([], { configuration: { provider_config, root_module: {} } });
    const told = (providers?: readonly string[]) =>
      read(json, providers === undefined ? {} : { providers }).summary.risks.map(
        ({ facts }) => facts['what'],
      );
    expect(told()).toEqual(['evil.example.com/hashicorp/aws']);
    expect(told(['hashicorp/aws'])).toEqual([
      ...['evil.example.com/hashicorp/aws', 'registry.opentofu.org/acme/thing'],
    ]);
  });

  it('tells changes of modules that the pull request did not touch', () => {
    const configuration = {
      root_module: { module_calls: { net: { source: '../../modules/net', module: {} } } },
    };
    const inModule = {
      ...thing,
      address: 'module.net.aws_thing.x',
      module_address: 'module.net["a]"]',
    };
    const json = plan([thing, inModule], { configuration });
    const outside = (...changed: string[]) =>
      read(json, { directories: { root: 'envs/prod', changed } }).summary.risks.map(
        ({ address }) => address,
      );
    expect(outside('./modules/net/')).toEqual(['aws_thing.this']);
    expect(outside('envs/prod/templates')).toEqual([]);
    expect(outside('envs/production', 'modules')).toHaveLength(2);
  });
});

describe('the digest', () => {
  it('names what was seen, whatever the order of names was', async () => {
    const one = read(plan([thing]));
    const turned = Object.fromEntries(Object.entries(plan([thing])).reverse());
    expect(planDigest(read(turned))).toBe(planDigest(one));
    const other = change({ type: 'aws_thing', before: { a: 1 }, after: { a: 3 } });
    expect(planDigest(read(plan([other])))).not.toBe(planDigest(one));
    expect(canonicalPlan(one)).not.toContain('undefined');
    expect(await planFileHash(Readable.from([Buffer.from('ab'), Buffer.from('c')]))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
