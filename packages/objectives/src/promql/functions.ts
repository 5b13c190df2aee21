import type { ValueType } from './fault.ts';

/** What a function takes; `most` may be more than it names, for those that take any number. */
export interface Signature {
  readonly takes: readonly ValueType[];
  readonly least: number;
  readonly most: number;
  readonly gives: ValueType;
}

/*
 * The functions of Prometheus 3.10 that need no flag, by what they take.
 * (prometheus/prometheus: promql/parser/functions.go.)
 */
const ofVector =
  'abs absent acos acosh asin asinh atan atanh ceil cos cosh deg exp floor histogram_avg ' +
  'histogram_count histogram_sum histogram_stddev histogram_stdvar ln log10 log2 rad sgn sin sinh ' +
  'sort sort_desc sqrt tan tanh timestamp';
const ofMaybeVector = 'days_in_month day_of_month day_of_week day_of_year hour minute month year';
const ofMatrix =
  'absent_over_time avg_over_time changes count_over_time delta deriv idelta increase irate ' +
  'last_over_time max_over_time min_over_time present_over_time rate resets stddev_over_time ' +
  'stdvar_over_time sum_over_time';

const signatures = new Map<string, Signature>([
  ...all(ofVector, { takes: ['vector'] }),
  ...all(ofMaybeVector, { takes: ['vector'], least: 0 }),
  ...all(ofMatrix, { takes: ['matrix'] }),
  ...all('pi time', { takes: [], gives: 'scalar' }),
  ...all('scalar', { takes: ['vector'], gives: 'scalar' }),
  ...all('vector', { takes: ['scalar'] }),
  ...all('clamp', { takes: ['vector', 'scalar', 'scalar'] }),
  ...all('clamp_max clamp_min', { takes: ['vector', 'scalar'] }),
  ...all('round', { takes: ['vector', 'scalar'], least: 1 }),
  ...all('histogram_fraction', { takes: ['scalar', 'scalar', 'vector'] }),
  ...all('histogram_quantile', { takes: ['scalar', 'vector'] }),
  ...all('predict_linear', { takes: ['matrix', 'scalar'] }),
  ...all('quantile_over_time', { takes: ['scalar', 'matrix'] }),
  ...all('label_replace', { takes: ['vector', 'string', 'string', 'string', 'string'] }),
  ...all('label_join', {
    takes: ['vector', 'string', 'string', 'string'],
    least: 3,
    most: Number.POSITIVE_INFINITY,
  }),
]);

function all(
  names: string,
  said: Pick<Signature, 'takes'> & Partial<Signature>,
): readonly (readonly [string, Signature])[] {
  const { length } = said.takes;
  const signature: Signature = { least: length, most: length, gives: 'vector', ...said };
  return names.split(' ').map((name) => [name, signature] as const);
}

/** What a function takes and gives; null for one that needs a flag, or that the grammar is ahead of. */
export function signatureOf(name: string): Signature | null {
  return signatures.get(name) ?? null;
}
