import { readBeacon, readNel } from '@sekisho/counting/beacon';
import { type Context, Hono } from 'hono';
import { DoorRefusal } from '../../door-refusal.ts';
import { readBytes } from '../../read-bytes.ts';
import { notJson } from '../../refusals.ts';
import type { DoorEnv, HttpDoorOptions } from '../options.ts';
import { addressOf } from '../who-asks.ts';
import { createPushRate } from './push-rate.ts';
import type { Users } from './users.ts';

/** Bytes of one sending: browsers queue no more than 64 kB of beacons. */
const largestSending = 64 * 1024;
/** Many users may share an address; a page sends every ten seconds. */
const usualRates = {
  address: { perSecond: 5, burst: 100 },
  all: { perSecond: 500, burst: 2000 },
};

/**
 * Doors for the browsers of users: the beacon of pages, and W3C Network Error Logging. Nobody signs in
 * here, so only pages of the origins that a source names are taken, and only so many.
 */
export function userRoutes(
  { core }: Pick<HttpDoorOptions, 'core'>,
  users: Users,
  rates = usualRates,
): Hono<DoorEnv> {
  const { house } = core;
  const routes = new Hono<DoorEnv>();
  const byAddress = createPushRate(house.clock, rates.address);
  const together = createPushRate(house.clock, rates.all);

  function originsOf(source: string): readonly string[] {
    const { sources } = house.config();
    const known = Object.hasOwn(sources, source) ? sources[source] : undefined;
    const origins = known?.kind === 'push' ? known.origins : undefined;
    if (origins === undefined) throw notTaken();
    return origins;
  }

  /** Reports of network errors come with a question beforehand; it is answered for our sites alone. */
  routes.use('/v1/:kind{beacon|nel}/:source', async (c, next) => {
    const origin = c.req.header('origin') ?? '';
    if (origin !== '' && originsOf(c.req.param('source')).includes(origin)) {
      c.header('access-control-allow-origin', origin);
      c.header('vary', 'Origin');
    }
    if (c.req.method !== 'OPTIONS') return next();
    c.header('access-control-allow-methods', 'POST');
    c.header('access-control-allow-headers', 'content-type');
    c.header('access-control-max-age', '86400');
    return c.body(null, 204);
  });

  async function textOf(c: Context<DoorEnv>): Promise<string> {
    byAddress.take(addressOf(c));
    together.take('all');
    return new TextDecoder().decode(await readBytes(c.req.raw, largestSending));
  }

  routes.post('/v1/beacon/:source', async (c) => {
    const source = c.req.param('source');
    const origin = c.req.header('origin') ?? '';
    if (!originsOf(source).includes(origin)) throw notTaken();
    const report = readBeacon(await textOf(c), new URL(origin).host);
    if (report === null) throw notJson('');
    users.take(source, report);
    return c.body(null, 204);
  });

  routes.post('/v1/nel/:source', async (c) => {
    const source = c.req.param('source');
    const hosts = originsOf(source).map((origin) => new URL(origin).host);
    if (isForeign(c.req.header('origin'), hosts)) throw notTaken();
    const events = readNel(await textOf(c));
    if (events === null) throw notJson('');
    // A report is about a site; the browser need not say which page it comes from.
    users.count(
      source,
      events.filter(({ host }) => hosts.includes(host)),
    );
    return c.body(null, 204);
  });
  return routes;
}

/**
 * Whether a report comes from a page of others, who could let all their visitors send made-up ones.
 * Browsers name the site that asked for reports, which may be a parent of ours (`include_subdomains`),
 * or none.
 */
function isForeign(origin: string | undefined, hosts: readonly string[]): boolean {
  if (origin === undefined || origin === '') return false;
  if (!URL.canParse(origin)) return true;
  const { host } = new URL(origin);
  return !hosts.some((ours) => ours === host || ours.endsWith(`.${host}`));
}

function notTaken(): DoorRefusal {
  return new DoorRefusal({
    ...{ status: 403, field: 'origin', value: '' },
    why: {
      en: 'No source takes what pages of this site send.',
      ja: 'このサイトのページからの送信を受け付ける計測元がありません。',
    },
    fix: {
      en: 'Name the site in "origins" of a data source of type push.',
      ja: 'push 型のデータソースの「origins」にサイトを書いてください。',
    },
  });
}
