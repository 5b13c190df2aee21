import type { Change } from '../reading/change.ts';
import { hiddenSame, isHidden, type Masked, unknown } from '../reading/masked.ts';
import { blockRisks } from './blocks.ts';
import { isList, isMap, numberOf } from './look.ts';
import { isWritten, type Risk, risk } from './risk.ts';
import { lostWith } from './stateful.ts';
import { type Watch, watchOf, zeroIsForEver } from './watches.ts';

/** Encryption, protection against deletion, backups and privacy that a change takes away. */
export function protectionRisks(change: Change): readonly Risk[] {
  if (!isWritten(change) || change.action === 'delete') return [];
  const found = walk(change, change.before, change.after, []);
  const told = new Set(found.map(keyOf));
  return [...blockRisks(change).filter((one) => !told.has(keyOf(one))), ...found];
}

/** A block may be watched as an attribute, too. */
function keyOf({ code, facts }: Risk): string {
  return `${code} ${facts['attribute'] ?? ''}`;
}

function walk(
  change: Change,
  before: Masked,
  after: Masked,
  path: readonly string[],
): readonly Risk[] {
  if (isList(after)) {
    const old = isList(before) ? before : [];
    return after.flatMap((one, index) => walk(change, old[index] ?? null, one, path));
  }
  if (!isMap(after)) return [];
  const names = new Set([...after.keys(), ...(isMap(before) ? before.keys() : [])]);
  return [...names].flatMap((name) => {
    const was = isMap(before) ? (before.get(name) ?? null) : null;
    const is = after.get(name) ?? null;
    const at = [...path, name];
    const watch = watchOf(change.type, at);
    return watch === undefined
      ? walk(change, was, is, at)
      : judged(change, { was, is, watch, name, attribute: at.join('.') });
  });
}

interface Judged {
  readonly was: Masked;
  readonly is: Masked;
  readonly watch: Watch;
  readonly name: string;
  readonly attribute: string;
}

function judged(change: Change, { was, is, watch, name, attribute }: Judged): readonly Risk[] {
  const { code, severity, safe, atCreation } = watch;
  const isNew = change.before === null;
  // A key or a flag that is made by the same plan is unknown at first; where something was, it is told.
  if (is === unknown || isHidden(is)) {
    if (is === hiddenSame || isNew || was === null) return [];
    const unseen = is === unknown ? 'unknown-value' : 'hidden-value';
    return [risk(change, unseen, 'warning', { attribute })];
  }
  if (safe === 'more') {
    const [old, now] = [lengthOf(was, name), lengthOf(is, name)];
    if (old === null || now === null || now >= old) return [];
    return [risk(change, code, severity, { attribute, from: String(was), to: String(is) })];
  }
  const isUnsafe = safe === 'on' ? !isSet(is) : isSet(is);
  const wasUnsafe = safe === 'on' ? !isSet(was) : isSet(was);
  if (!isUnsafe) return [];
  if (isNew) {
    const explicit = safe === 'off' || is === false;
    return atCreation && explicit && (code !== 'encryption-off' || lostWith(change.type) !== null)
      ? [risk(change, code, 'warning', { attribute })]
      : [];
  }
  return wasUnsafe ? [] : [risk(change, code, severity, { attribute })];
}

function isSet(value: Masked): boolean {
  if (value === null || value === false || value === '' || value === 'false') return false;
  return isList(value) ? value.length > 0 : true;
}

function lengthOf(value: Masked, name: string): number | null {
  const length = numberOf(value);
  return length === 0 && zeroIsForEver.has(name) ? Number.POSITIVE_INFINITY : length;
}
