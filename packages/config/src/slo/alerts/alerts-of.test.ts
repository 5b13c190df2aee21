import { type DocumentOf, objectiveOf, readDefinitions } from '@sekisho/objectives/openslo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alb, type Data, fileOf, only, service, slo } from '../../../test/slo-documents.ts';
import { alertsOf } from './alerts-of.ts';

/** The alerts of the last of some documents, as whoever has only its file reads them. */
function readAlone(...documents: readonly Data[]) {
  const file = fileOf(...documents);
  const bytes = Buffer.from('text' in file ? file.text : '');
  const read = readDefinitions(bytes, file.file).documents;
  const found = read.findLast((one): one is DocumentOf<'SLO'> => one.kind === 'SLO');
  const objective = found && objectiveOf(found, 0, { from: 0, missing: 'exclude' });
  if (!objective) throw new Error('there is no objective');
  const promised = { index: 0, target: 0.999, window: objective.window };
  return alertsOf(found, promised, read);
}

const words = {
  alerts: fc.constantFrom('off', 'shadow', 'usual'),
  tiers: fc.constantFrom('page 2h/10m 4%', 'ticket 1d/2h 12.5%, page 1h/5m 2%'),
  spent: fc.constantFrom('off', '75%, 100%'),
  drops: fc.constantFrom('10% in 1h', '20% in 1d, 5% in 10m'),
  guard: fc.constantFrom('off', '2%'),
  'no-data': fc.constantFrom('off', 'below 80% in 1h'),
};
const condition = { kind: 'burnrate', op: 'gte', threshold: 14, lookbackWindow: '1h' };
const policy = {
  ...{ kind: 'AlertPolicy', metadata: { name: 'burn' } },
  spec: {
    conditions: [
      {
        ...{ kind: 'AlertCondition', metadata: { name: 'fast' } },
        spec: { severity: 'page', condition },
      },
    ],
    notificationTargets: [{ targetRef: 'us' }],
  },
};

describe('the alerts of a file alone', () => {
  it('are those that a server reads in it, whatever it says', () => {
    const said = fc.record(words, { requiredKeys: [] });
    fc.assert(
      fc.property(said, ({ ...annotations }) => {
        const document = slo({}, annotations);
        const { policy: alone, mode, own, problems } = readAlone(document);
        const { alerts, shadow } = only(service(), alb, document);
        expect({ alone, problems }).toEqual({ alone: alerts, problems: [] });
        expect(mode).toBe(annotations.alerts ?? 'usual');
        expect(shadow).toBe(mode === 'shadow');
        expect(own).toBe(Object.keys(annotations).some((name) => name !== 'alerts'));
      }),
      { numRuns: 25 },
    );
  });

  it('are those of alert policies, and what a server would refuse is told, but for dead tiers', () => {
    const { policy: alerts, own } = readAlone(slo({ alertPolicies: [policy] }));
    expect(alerts.tiers).toMatchObject([{ name: 'fast', severity: 'page', long: 60, short: 5 }]);
    expect(own).toBe(true);
    const codes = (document: Data) => readAlone(document).problems.map(({ code }) => code);
    expect(codes(slo({}, { drops: '10% of 1h' }))).toEqual(['bad-annotation']);
    expect(codes(slo({}, { tiers: 'page 5m/1m 100%', alerts: 'on' }))).toEqual(['bad-annotation']);
  });
});
