import { type BudgetStanding, type BudgetsNow, type Config, slosNamed } from '@sekisho/config';
import type { House, Tx } from '../platform/context.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import { standingsOf } from '../slo/index.ts';

/**
 * How the error budgets that policies ask for stand now, read once for all asks that are judged in
 * one transaction. Of a service it is the lowest of its SLOs; one that nobody can tell hides the
 * others: whoever asks is refused, not let through on half of what there is to know.
 */
export async function budgetsNow(tx: Tx): Promise<BudgetsNow> {
  const named = askedFor(tx.config);
  const slos = [...new Set([...named.values()].flat())];
  const standings = slos.length === 0 ? new Map() : await standingsOf(tx, slos);
  return (name) => {
    const own = (named.get(name) ?? []).map(({ id }) => standings.get(id) ?? unknown);
    return own.reduce<BudgetStanding | null>(lower, null) ?? unknown;
  };
}

/** The same outside a transaction; none is opened where no policy asks for a budget. */
export async function budgetsOf(house: House): Promise<BudgetsNow> {
  const asked = house.config().policies.some(({ budgets }) => budgets.length > 0);
  return asked ? transactAsSystem(house, budgetsNow) : () => unknown;
}

const unknown: BudgetStanding = { problem: 'unknown' };

function askedFor({ policies, slos }: Config) {
  const names = new Set(policies.flatMap(({ budgets }) => budgets.map(({ name }) => name)));
  return new Map(
    [...names].map((name) => {
      const found = slosNamed(slos, name);
      return [name, found === 'ambiguous' ? [] : found];
    }),
  );
}

function lower(a: BudgetStanding | null, b: BudgetStanding): BudgetStanding {
  if (a === null || 'problem' in b) return b;
  if ('problem' in a) return a;
  return b.remaining < a.remaining ? b : a;
}
