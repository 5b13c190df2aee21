import { spanOf } from '@sekisho/objectives/budget';
import type { Minute, Span } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import type { Evaluator } from './evaluator.ts';
import { type Look, lookAt } from './look.ts';
import { readWhole } from './part-histories.ts';

/**
 * An SLO over a span of the past, with what its first budget window needs; read for this once, held
 * by nobody.
 * @param from an earlier minute, where more than the window is needed
 */
export async function lookBack(
  tx: Tx,
  { reads }: Evaluator,
  look: Look,
  span: Span,
  from: Minute = spanOf(look.slo.window, span.from).from,
): Promise<Look> {
  const within = { from, to: span.to };
  const whole = await readWhole(tx, reads, look.slo, within);
  const { slo, objective, corrections, through, since } = look;
  const given = { slo, objective, corrections, through, ...whole };
  return lookAt(given, within, since);
}
