import type { Config } from '@sekisho/config';
import { contract, type Language, type OutputOf } from '@sekisho/contract';
import { refuseWhileReviewOwed, startOf } from '../leases/index.ts';
import { ownerOf, personOf } from '../people/index.ts';
import { AppError } from '../platform/app-error.ts';
import type { Context, Tx } from '../platform/context.ts';
import { refuseWhenHalted } from '../platform/halt.ts';
import { toldRefusal } from '../platform/told-refusal.ts';
import { implement, type PrepareScope } from '../platform/verb.ts';
import { budgetsNow } from '../policy/index.ts';
import type { ResolvedTemplate } from './cloud.ts';
import {
  judgeWish,
  readWish,
  refuseOldImage,
  refuseWish,
  type StartInput,
  type Wish,
} from './consider.ts';
import { priceOf, templateWish } from './freeze.ts';
import { judgeImageAge } from './judge-image-age.ts';
import { knownTemplate } from './known-templates.ts';
import type { OpsPorts, PriceList } from './ports.ts';
import { provenanceView } from './provenance-view.ts';
import { refuseOverQuota } from './quota.ts';

type Quote = OutputOf<'ops.quote'>;

interface Prepared {
  readonly prices: PriceList;
  readonly template: ResolvedTemplate | null;
}

export const quote = implement(contract['ops.quote'], {
  prepare: async ({ house, ports, context }: PrepareScope<OpsPorts>, input) => {
    const wish = readWish(house.config(), needOwner(house.config(), context), input);
    // A quote is told without the cloud; asking in earnest says what is wrong with it.
    const template = await knownTemplate(ports.cloud, ...templateWish(wish), house.clock);
    return { prices: ports.prices, template };
  },
  decide: (tx, input, prepared, { language }) => quoteFor(tx, input, prepared, language),
});

async function quoteFor(
  tx: Tx,
  input: StartInput,
  { prices, template }: Prepared,
  language: Language,
): Promise<Quote> {
  const wish = readWish(tx.config, needOwner(tx.config, tx), input);
  const { environment, seconds, instanceType } = wish;
  const moment = { now: tx.now, budgets: await budgetsNow(tx) };
  const judged = judgeWish(tx.config, wish, input, moment);
  const startsAt = startOf(tx, input);
  const refusal = await refusalOf(language, async () => {
    if (wish.person.role === 'read-only') throw new AppError('read-only', { who: wish.person.id });
    refuseWish(wish, judged, startsAt);
    if (template !== null) refuseOldImage(wish, template, tx.now);
    await refuseWhenHalted(tx);
    await refuseOverQuota(tx, wish);
    if (wish.breakGlass) await refuseWhileReviewOwed(tx, wish.person.id);
  });
  const price = (type: string) => priceOf(prices, environment, type);
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
    budgets: [...judged.budgets],
    ...imageFacts(wish, template, tx.now),
    refusal,
  };
}

/** What is told of the image before anything is asked for; nothing when the cloud did not answer. */
function imageFacts({ environment }: Wish, template: ResolvedTemplate | null, now: Date) {
  if (template === null) return { imageAgeDays: null, imageOld: false, imageProvenance: null };
  const limit = environment.opsServer.imageAge;
  const { days, old } = judgeImageAge(limit, template.imageCreatedAt, now);
  const imageProvenance = provenanceView(template.provenance);
  return { imageAgeDays: days, imageOld: old, imageProvenance };
}

/** Agents and tokens ask on behalf of their owner. */
function needOwner(config: Config, { principal }: Pick<Context, 'principal'>): string {
  const owner = ownerOf(principal.id);
  if (!personOf(config, owner)) throw new AppError('not-in-roster', { who: owner });
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
    return toldRefusal(error, language);
  }
}
