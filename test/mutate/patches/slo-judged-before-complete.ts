import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise:
    'An SLO is judged by what is complete: log objects that are late within the declared lateness page nobody wrongly.',
  file: 'packages/core/src/slo/evaluate/evaluator.ts',
  find: 'const watermark = await reads.throughOf(tx, slo.indicator.source);',
  replace:
    'const watermark = (await reads.throughOf(tx, slo.indicator.source)) === null ? null : minuteOf(tx.now.getTime());',
  tests: ['packages/core/src/slo/evaluate/agrees-with-replay.test.ts'],
  title: 'pages as replay does',
};
