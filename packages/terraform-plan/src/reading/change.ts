import { actionOf, type PlanAction } from './action.ts';
import { narrowOutput, type RawChange, type RawPlan, type RawResourceChange } from './format.ts';
import { type Masked, maskValue } from './masked.ts';
import { entriesOf } from './plain.ts';
import { Unreadable } from './problem.ts';
import { noteSecret, type Secrets, withoutSecrets } from './secrets.ts';
import { deceives, visibleName } from './visible.ts';

/** One object that a plan touches, without anything sensitive. */
export interface Change {
  /** As it is shown: cut where it is long, with the codes of what deceives. */
  readonly address: string;
  /** As Terraform writes it, to be compared: never shown. */
  readonly rawAddress: string;
  readonly previousAddress: string | null;
  /** Names of the modules that it stands in, the outermost first. */
  readonly modules: readonly string[];
  readonly mode: 'managed' | 'data' | 'other';
  readonly type: string;
  readonly provider: string | null;
  readonly action: PlanAction;
  readonly reason: string | null;
  /** An old object that a replacement left behind. */
  readonly deposed: boolean;
  readonly imported: boolean;
  /** Its name holds characters that pass for others. */
  readonly deceives: boolean;
  readonly before: Masked;
  readonly after: Masked;
  /** Attributes that force the replacement, as dotted paths. */
  readonly replaces: readonly string[];
}

export interface OutputChange {
  readonly name: string;
  readonly action: PlanAction;
  readonly before: Masked;
  readonly after: Masked;
}

/** Reads one object's change. Errors: `Unreadable`, for actions that nobody has documented. */
export function changeOf(raw: RawResourceChange, secrets: Secrets): Change {
  const address = visibleName(raw.address);
  const mode = raw.mode ?? 'managed';
  const moved = raw.previous_address ?? raw.address;
  return {
    address,
    rawAddress: raw.address,
    previousAddress: moved === raw.address ? null : visibleName(moved),
    modules: modulesIn(raw.module_address ?? ''),
    mode: mode === 'managed' || mode === 'data' ? mode : 'other',
    type: visibleName(raw.type, 200),
    provider: nameOr(raw.provider_name, 200),
    action: actionIn(raw.change, address),
    reason: nameOr(raw.action_reason, 80),
    deposed: (raw.deposed ?? '') !== '',
    imported: (raw.change.importing ?? null) !== null,
    deceives: deceives(raw.address) || deceives(moved) || deceives(raw.type),
    ...sidesOf(raw.change, secrets),
    replaces: (raw.change.replace_paths ?? []).map((path) => path.map(String).join('.')),
  };
}

function nameOr(name: string | null | undefined, longest: number): string | null {
  return name === null || name === undefined ? null : visibleName(name, longest);
}

/** Reads the changes of outputs, by name. Errors: `Unreadable`. */
export function outputsOf(
  { output_changes: outputs }: RawPlan,
  secrets: Secrets,
): readonly OutputChange[] {
  return entriesOf(outputs)
    .map(([name, value]) => ({ name: visibleName(name), raw: narrowOutput(name, value) }))
    .map(({ name, raw }) => ({ name, action: actionIn(raw, name), ...sidesOf(raw, secrets) }));
}

function actionIn({ actions }: RawChange, address: string): PlanAction {
  const action = actionOf(actions);
  if (action !== null) return action;
  const listed = visibleName(actions.join(', '), 100);
  throw new Unreadable({ code: 'unknown-action', address, actions: listed });
}

interface Sides {
  readonly before: Masked;
  readonly after: Masked;
}

function sidesOf(raw: RawChange, secrets: Secrets): Sides {
  const { before, after, after_unknown: unknowns = false } = raw;
  const isNew = (before ?? null) === null;
  const isGone = (after ?? null) === null && (unknowns === false || isEnding(raw));
  // A side that is not there needs no mask, and must not ask for one.
  const masks = [
    isNew ? (raw.before_sensitive ?? false) : raw.before_sensitive,
    isGone ? (raw.after_sensitive ?? false) : raw.after_sensitive,
  ];
  if (isNoOp(raw)) {
    // Nothing of it is looked at, but what is sensitive here is hidden elsewhere.
    maskValue({ ...sideOf(secrets, masks), value: after, other: before, unknowns });
    return { before: null, after: null };
  }
  const both = sideOf(secrets, masks);
  return {
    before: isNew ? null : maskValue({ ...both, value: before, other: after, unknowns: false }),
    after: isGone ? null : maskValue({ ...both, value: after, other: before, unknowns }),
  };
}

function isNoOp({ actions }: RawChange): boolean {
  return actions.length === 1 && actions[0] === 'no-op';
}

function sideOf(secrets: Secrets, masks: readonly unknown[]) {
  return { masks, onHidden: (value: unknown) => noteSecret(secrets, value) };
}

/** Hides what is sensitive in another place of the plan. */
export function cleared<Changed extends Sides>(
  change: Changed,
  isSecret: (text: string) => boolean,
): Changed {
  const { before, after } = change;
  return {
    ...change,
    before: withoutSecrets(before, after, isSecret),
    after: withoutSecrets(after, before, isSecret),
  };
}

/** Nothing is left of it to be known later. */
function isEnding({ actions }: RawChange): boolean {
  return actions.every((one) => one === 'delete' || one === 'forget');
}

/** `module.a["x.y"].module.b[0]` stands in `a`, then in `b`. */
function modulesIn(address: string): readonly string[] {
  const names: string[] = [];
  // Keys may hold anything but an unescaped quote; each step takes at least one character.
  const step = /(?:^|\.)module\.([^.[\]"]+)(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?/y;
  for (let found = step.exec(address); found !== null; found = step.exec(address))
    names.push(found[1] ?? '');
  return names;
}
