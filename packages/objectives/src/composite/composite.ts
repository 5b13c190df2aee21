/** What one member brings to a composite at some moment. */
export interface Member {
  readonly name: string;
  /** Its part beside the others; they need not add up to anything. */
  readonly weight: number;
  /** Its share of good in the window; null when nothing was measured or nothing happened. */
  readonly sli: number | null;
  /** What it counts as while it has no data: nothing, wholly good, or wholly bad. */
  readonly whenMissing: 'ignore' | 'good' | 'bad';
}

/** A weighted composite, and what each member did to it. */
export interface Composite {
  /** Weighted mean of the members that count; null when none does. */
  readonly sli: number | null;
  /** Share of the whole weight that stands on data. */
  readonly coverage: number;
  /** Errors over the budget of `target`; null when there is no mean. */
  readonly burn: number | null;
  /** Below zero when overspent. */
  readonly remainingShare: number | null;
  readonly members: readonly MemberPart[];
}

export interface MemberPart {
  readonly name: string;
  /** Its weight among the members that count; they add up to 1. 0 for one that was left out. */
  readonly share: number;
  /** What it counted as; null when left out. */
  readonly countedAs: number | null;
  readonly measured: boolean;
  /** How much of the composite's error is its doing, in the composite's own unit. */
  readonly error: number;
}

/** Why a composite cannot be made. */
export class BadComposite extends Error {
  readonly code: 'no-members' | 'bad-weight' | 'bad-sli' | 'bad-target' | 'same-name';
  readonly value: string;

  constructor(code: BadComposite['code'], value: string) {
    super(`${code}: ${value}`);
    this.name = 'BadComposite';
    this.code = code;
    this.value = value;
  }
}

/**
 * The weighted mean of members' shares of good, weights taken anew among those that count.
 *
 * @param errorBudget share of errors that the composite's target allows, above 0
 * Errors: throws `BadComposite`.
 */
export function composite(members: readonly Member[], errorBudget: number): Composite {
  check(members, errorBudget);
  const counted = members.map((member) => ({ member, as: countedAs(member) }));
  const weightOf = (those: typeof counted) =>
    those.reduce((sum, { member }) => sum + member.weight, 0);
  const whole = weightOf(counted.filter(({ as }) => as !== null));
  const parts = counted.map(({ member, as }): MemberPart => {
    const share = as === null || whole === 0 ? 0 : member.weight / whole;
    const error = as === null ? 0 : share * (1 - as);
    return { name: member.name, share, countedAs: as, measured: member.sli !== null, error };
  });
  const measured = weightOf(counted.filter(({ member }) => member.sli !== null));
  const error = whole === 0 ? null : parts.reduce((sum, part) => sum + part.error, 0);
  return {
    sli: error === null ? null : 1 - error,
    coverage: measured / weightOf(counted),
    burn: error === null ? null : error / errorBudget,
    remainingShare: error === null ? null : 1 - error / errorBudget,
    members: parts,
  };
}

function countedAs({ sli, whenMissing }: Member): number | null {
  if (sli !== null) return sli;
  if (whenMissing === 'ignore') return null;
  return whenMissing === 'good' ? 1 : 0;
}

function check(members: readonly Member[], errorBudget: number): void {
  if (members.length === 0) throw new BadComposite('no-members', '');
  if (!(errorBudget > 0 && errorBudget <= 1))
    throw new BadComposite('bad-target', String(errorBudget));
  const names = new Set<string>();
  for (const { name, weight, sli } of members) {
    if (names.has(name)) throw new BadComposite('same-name', name);
    names.add(name);
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY))
      throw new BadComposite('bad-weight', `${name} ${weight}`);
    if (sli !== null && !(sli >= 0 && sli <= 1))
      throw new BadComposite('bad-sli', `${name} ${sli}`);
  }
}
