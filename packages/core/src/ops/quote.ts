import { contract, type Language, type OutputOf } from '@sekisho/contract';
import { errorText } from '@sekisho/words';
import { findPerson, ownerOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { implement } from '../platform/verb.ts';
import { judgeWish, readWish, refuseWish, type StartInput, startOf } from './consider.ts';
import type { OpsPorts, PriceList } from './ports.ts';
import { refuseOverQuota } from './quota.ts';

type Quote = OutputOf<'ops.quote'>;

export const quote = implement(contract['ops.quote'], {
  prepare: async ({ ports }: { ports: OpsPorts }) => ports.prices,
  decide: (tx, input, prices, { language }) => quoteFor(tx, input, prices, language),
});

async function quoteFor(
  tx: Tx,
  input: StartInput,
  prices: PriceList,
  language: Language,
): Promise<Quote> {
  const wish = readWish(tx.config, needOwner(tx), input);
  const { environment, seconds, instanceType } = wish;
  const judged = judgeWish(tx.config, wish, input, tx.now);
  const startsAt = startOf(tx, input);
  const refusal = await refusalOf(language, async () => {
    if (wish.person.role === 'read-only') throw new AppError('read-only', { who: wish.person.id });
    refuseWish(wish, judged, startsAt);
    await refuseOverQuota(tx, wish);
  });
  const price = (type: string) => prices.costPerHour(environment.region, type);
  const costPerHour = price(instanceType);
  const { sizes } = environment.opsServer;
  return {
    environment: environment.name,
    production: environment.production,
    durationSeconds: seconds,
    maximumSeconds: judged.maximumSeconds,
    sizes: sizes.map((type) => ({ instanceType: type, costPerHour: price(type) })),
    instanceType,
    costPerHour,
    costTotal: costPerHour === null ? null : (costPerHour * seconds) / 3600,
    approval: wish.breakGlass ? { count: 0, from: [], people: [] } : judged.approval,
    mayBreakGlass: judged.mayBreakGlass,
    refusal,
  };
}

/** Agents and tokens ask on behalf of their owner. */
function needOwner(tx: Tx): string {
  const owner = ownerOf(tx.principal.id);
  if (!findPerson(tx.config, owner)) throw new AppError('not-in-roster', { who: owner });
  return owner;
}

async function refusalOf(
  language: Language,
  judge: () => Promise<void>,
): Promise<Quote['refusal']> {
  try {
    await judge();
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { why, fix } = errorText(error.code, error.facts, language);
    return { code: error.code, message: why, fix };
  }
}
