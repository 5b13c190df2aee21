import { describe, expect, it } from 'vitest';
import { alb, check, type Data, only, service, slo, told } from '../../test/slo-documents.ts';

const beside = [service(), alb];
const view = (annotations: Data, name = 'answers') => slo({}, annotations, name);

describe('a view of a service', () => {
  it('is told by an annotation of its SLO', () => {
    expect(only(...beside, view({ view: 'load-balancer' })).view).toEqual({
      ...{ name: 'load-balancer', standsFor: null },
    });
    expect(only(...beside, slo())).not.toHaveProperty('view');
    expect(told(...beside, view({ view: 'balancer' }))).toEqual([
      'bad-annotation metadata.annotations["sekisho.dev/view"]',
    ]);
  });

  it('is one SLO of its service, of several objectives the first', () => {
    const twice = [view({ view: 'server' }), view({ view: 'server' }, 'other')];
    expect(told(...beside, ...twice)).toEqual([
      'view-twice metadata.annotations["sekisho.dev/view"]',
    ]);
    const objectives = [{ target: 0.99 }, { target: 0.999 }];
    const { config } = check(...beside, slo({ objectives }, { view: 'server' }));
    expect(config?.slos.map((one) => one.view?.name)).toEqual(['server', undefined]);
  });

  it('may be said to stand for a nearer one, once it was shown on a day', () => {
    const shown = view({ view: 'load-balancer', 'stands-for': 'beacon, shown 2026-11-20' });
    expect(only(...beside, shown).view).toEqual({
      ...{ name: 'load-balancer', standsFor: { view: 'beacon', shown: '2026-11-20' } },
    });
    expect(check(...beside, shown).warnings.map(({ code }) => code)).not.toContain(
      'stand-in-unshown',
    );
  });

  it('is warned of when it is said to stand for another and nothing shows it', () => {
    const claim = view({ view: 'load-balancer', 'stands-for': 'beacon' });
    const warned = (...documents: readonly Data[]) =>
      check(...documents).warnings.flatMap(({ code, text }) =>
        code === 'stand-in-unshown' ? [text.en.fix] : [],
      );
    expect(warned(...beside, claim)).toEqual([expect.stringContaining('Measure "beacon"')]);
    const users = view({ view: 'beacon' }, 'users');
    expect(warned(...beside, claim, users)).toEqual([
      expect.stringContaining('Run sekisho slo views shop'),
    ]);
  });

  it.each([
    ['itself', { view: 'server', 'stands-for': 'server' }, 'stands-for-farther'],
    ['a farther view', { view: 'beacon', 'stands-for': 'server' }, 'stands-for-farther'],
    ['an unknown view', { view: 'server', 'stands-for': 'users' }, 'bad-annotation'],
    ['two views', { view: 'server', 'stands-for': 'beacon, probe' }, 'bad-annotation'],
    ['a view, being none', { 'stands-for': 'beacon' }, 'stands-without-view'],
    [
      'one shown on no day',
      { view: 'server', 'stands-for': 'beacon, shown 2026-02-30' },
      'shown-never',
    ],
  ])('cannot stand for %s', (_, annotations, code) => {
    expect(told(...beside, view(annotations))).toEqual([
      `${code} metadata.annotations["sekisho.dev/stands-for"]`,
    ]);
  });
});
