import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise:
    'An SLO is judged by what is complete: log objects that are late within the declared lateness page nobody wrongly.',
  file: 'packages/core/src/slo/evaluate/evaluator.ts',
  find: 'const watermark = await watermarkOf(tx, reads, slo);',
  replace:
    'const watermark = (await watermarkOf(tx, reads, slo)) === null ? null : minuteOf(tx.now.getTime());',
  tests: ['packages/core/src/slo/evaluate/agrees-with-replay.test.ts'],
  title: 'pages as replay does',
};
