import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Config, SloConfig, SourceConfig } from '@sekisho/config';
import type { SourceAdapters } from '@sekisho/core';
import { type LogObject, type LogStore, SourceError } from '@sekisho/core/sources';
import { defaultSli } from '@sekisho/counting';
import type { TestWorld } from '../../../test/support/world.ts';

/*
 * A load balancer whose log objects come as they do in life: late, twice, in any order, some of them
 * first in part. Everything follows from a seed.
 */

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One object that appears in the store. */
export interface Delivery {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly key: string;
  readonly body: Buffer;
}

export interface LateScene {
  /** What is delivered five minutes at a time, at once and in order. */
  readonly inOrder: readonly Delivery[];
  /** The same in the end, but up to 15 minutes late, twice, shuffled, or first in part. */
  readonly late: readonly Delivery[];
}

export interface LateOptions {
  readonly seed: number;
  /** Milliseconds since 1970, at a whole five minutes. */
  readonly start: number;
  /** How long, in minutes. */
  readonly minutes: number;
  /** Minutes from the start within which a share of the requests fails. */
  readonly outage: { readonly from: number; readonly to: number; readonly share: number };
  readonly requestsPerMinute?: number;
}

export const latePrefix = 'AWSLogs/123456789012/elasticloadbalancing/ap-northeast-1/';
const lateMs = 15 * 60_000;

export function lateScene({
  seed,
  start,
  minutes,
  outage,
  requestsPerMinute = 20,
}: LateOptions): LateScene {
  const next = dice(seed);
  const inOrder: Delivery[] = [];
  const late: Delivery[] = [];
  for (let from = 0; from < minutes; from += 5) {
    for (const node of ['10.0.0.1', '10.0.1.1']) {
      const lines: string[] = [];
      for (let minute = from; minute < from + 5; minute += 1)
        for (let each = 0; each < requestsPerMinute / 2; each += 1) {
          const at = start + minute * 60_000 + Math.floor(next() * 60_000);
          const out = minute >= outage.from && minute < outage.to && next() < outage.share;
          lines.push(albLine(at, out ? 503 : 200));
        }
      const end = start + (from + 5) * 60_000;
      const key = keyOf(end, node, next);
      const delivery = { at: end, key, body: gzipSync(lines.join('')) };
      inOrder.push(delivery);
      const at = end + Math.floor(next() * lateMs);
      // An object may be overwritten by a fuller one.
      if (next() < 0.2) {
        const part = gzipSync(lines.slice(0, lines.length / 2).join(''));
        late.push({ ...delivery, at: end + (at - end) / 2, body: part });
      }
      late.push({ ...delivery, at });
      if (next() < 0.5) late.push({ ...delivery, at: at + (end + lateMs - at) * next() });
    }
  }
  return { inOrder, late: late.toSorted((a, b) => a.at - b.at) };
}

function albLine(at: number, status: number): string {
  const time = new Date(at).toISOString().replace('Z', '000Z');
  return `h2 ${time} app/shop/1 192.0.2.1:2 10.0.0.9:80 0.001 0.002 0.000 ${status} ${status} 34 366 "GET https://shop.example:443/ HTTP/2.0" "curl" - - arn "Root=1" "-" "-" 0 ${time} "forward" "-" "-" "10.0.0.9:80" "${status}" "-" "-"\n`;
}

function keyOf(end: number, node: string, next: () => number): string {
  const iso = new Date(end).toISOString();
  const name = iso.slice(0, 16).replaceAll(/[-:]/g, '');
  const folder = iso.slice(0, 10).replaceAll('-', '/');
  const noise = Math.floor(next() * 1e9).toString(36);
  return `${latePrefix}${folder}/123456789012_elasticloadbalancing_ap-northeast-1_app.shop.1_${name}Z_${node}_${noise}.log.gz`;
}

/** A store that holds what was put into it. */
export interface MemoryStore extends LogStore {
  put(delivery: Delivery): void;
  remove(key: string): void;
  /** Keys in the order in which they were opened. */
  readonly opened: string[];
  /** Prefixes in the order in which they were listed. */
  readonly listed: string[];
}

export function memoryStore(): MemoryStore {
  const objects = new Map<string, LogObject & { readonly body: Buffer }>();
  const opened: string[] = [];
  const listed: string[] = [];
  return {
    ...{ opened, listed },
    put({ key, body, at }) {
      const etag = createHash('md5').update(body).digest('hex');
      objects.set(key, { key, etag, size: body.length, modified: new Date(at), body });
    },
    remove: (key) => void objects.delete(key),
    async *list(prefix) {
      listed.push(prefix);
      const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).toSorted();
      for (const key of keys) {
        const object = objects.get(key);
        if (object === undefined) continue;
        const { body: _, ...rest } = object;
        yield rest;
      }
    },
    async *open({ key, etag }) {
      opened.push(key);
      const object = objects.get(key);
      if (object?.etag !== etag) throw new SourceError('gone', `${key} is gone`);
      for (let at = 0; at < object.body.length; at += 1000)
        yield object.body.subarray(at, at + 1000);
    },
  };
}

export const lateSource: SourceConfig & { readonly kind: 's3-logs' } = {
  ...{ name: 'shop-lb', kind: 's3-logs', latenessMinutes: 15, format: 'alb', fields: null },
  ...{ bucket: 'logs', prefix: latePrefix, region: 'ap-northeast-1' },
  ...{ environment: null, queueUrl: null },
};

/** An SLO over that load balancer's log; `more` changes it. */
export function lateSlo(more: Partial<SloConfig> = {}): SloConfig {
  return {
    ...{ id: 'shop-available', displayName: null, description: null, service: 'shop' },
    indicator: { kind: 'events', source: lateSource.name, sli: defaultSli },
    method: { kind: 'occurrences' },
    window: { kind: 'rolling', minutes: 30 * 1440 },
    ...{ missing: 'exclude', target: 0.99, shadow: false },
    alerts: {
      ...{ tiers: [], guard: null, spentAt: [], drops: [], noData: null },
      ...{ resolveAfter: 5, refireAfter: 60 },
    },
    place: { file: 'services/shop.yaml', line: 1 },
    ...more,
  };
}

/** A configuration with that source, and SLOs over it. */
export function withLateSource(config: Config, slos: readonly SloConfig[] = [lateSlo()]): Config {
  const shop = { name: 'shop', displayName: null, owners: ['role:sre'] };
  return {
    ...{ ...config, slos },
    services: { ...config.services, shop },
    sources: { ...config.sources, [lateSource.name]: lateSource },
  };
}

/** Adapters that know nothing but one store. */
export function adaptersOf(store: LogStore): SourceAdapters {
  return {
    logStore: () => store,
    logNotices: () => null,
    logFiles: () => {
      throw new Error('this world has no files');
    },
    minuteSource: () => null,
    sourceForPreview: () => null,
    probe: () => {
      throw new Error('this world probes nothing');
    },
  };
}

export interface Play {
  readonly deliveries: readonly Delivery[];
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Seconds between two looks; 60 unless said. */
  readonly stepSeconds?: number;
  /** What else happens at every step. */
  readonly each?: () => Promise<void>;
}

/** Turns time step by step: objects appear when they are delivered, and sources are read. */
export async function playObjects(
  { core, clock }: Pick<TestWorld, 'core' | 'clock'>,
  store: MemoryStore,
  { deliveries, until, stepSeconds = 60, each = async () => undefined }: Play,
): Promise<void> {
  let before = clock.now().getTime();
  while (before < until) {
    clock.turn(stepSeconds);
    const now = clock.now().getTime();
    for (const delivery of deliveries)
      if (delivery.at > before && delivery.at <= now) store.put(delivery);
    await core.ingest();
    await each();
    before = now;
  }
}
