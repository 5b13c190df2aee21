import type { Change } from '../reading/change.ts';
import { hidden, hiddenSame, type Masked, unknown } from '../reading/masked.ts';
import { isList, isMap } from './look.ts';
import { type Risk, type RiskCode, risk } from './risk.ts';

/** Blocks with `enabled`, or `status`, whose name alone tells what they protect. */
const blocks: readonly (readonly [string, RiskCode])[] = [
  ['point_in_time_recovery', 'protection-off'],
  ['versioning', 'protection-off'],
  ['versioning_configuration', 'protection-off'],
  ['server_side_encryption', 'encryption-off'],
  ['encrypt_at_rest', 'encryption-off'],
  ['logging', 'protection-off'],
];

/** Blocks that a change switches off, or of which it cannot be seen that they stay on. */
export function blockRisks(change: Change): readonly Risk[] {
  const { before, after } = change;
  if (!isMap(before) || !isMap(after)) return [];
  return blocks.flatMap(([attribute, code]) => {
    const was = flagOf(before.get(attribute) ?? null);
    const is = flagOf(after.get(attribute) ?? null);
    if (!mayBeOn(was)) return [];
    if (is === unknown) return [risk(change, 'unknown-value', 'warning', { attribute })];
    if (is === hidden) return [risk(change, 'hidden-value', 'warning', { attribute })];
    if (is !== false) return [];
    return was === true
      ? [risk(change, code, 'danger', { attribute })]
      : [risk(change, 'hidden-value', 'warning', { attribute })];
  });
}

type Flag = boolean | typeof unknown | typeof hidden | typeof hiddenSame | null;

/** Not seen is not safe. */
function mayBeOn(flag: Flag): boolean {
  return flag === true || flag === hidden || flag === hiddenSame;
}

/** Whether a block is on, as far as that can be seen; null where it says neither. */
function flagOf(block: Masked): Flag {
  const inner = isList(block) ? (block[0] ?? null) : block;
  if (inner === null) return false;
  const flag = isMap(inner) ? (inner.get('enabled') ?? inner.get('status') ?? true) : inner;
  if (flag === unknown || flag === hidden || flag === hiddenSame) return flag;
  if (!isMap(inner)) return null;
  if (typeof flag === 'string') return flag === 'Enabled' || flag === 'true';
  return typeof flag === 'boolean' ? flag : null;
}
