import type { EnvironmentConfig } from '@sekisho/config';
import type { Clock } from '../platform/clock.ts';
import type { OpsCloud } from './cloud.ts';
import type { Wish } from './consider.ts';
import { freezeTemplate } from './freeze.ts';

/** How old a machine image is, as its environment judges it. */
export interface ImageAge {
  /** Whole days; null when nobody can tell, or nobody asked. */
  readonly days: number | null;
  /** Past the age from which the environment warns. */
  readonly old: boolean;
}

const day = 24 * 3600;
const rememberedMs = 5 * 60_000;
const unknown: ImageAge = { days: null, old: false };

type Limit = EnvironmentConfig['opsServer']['imageAge'];

/** Judges an image by its birth. Where a limit is set, an image whose age nobody can tell is old. */
export function judgeImageAge(limit: Limit, createdAt: string | null, now: Date): ImageAge {
  if (createdAt === null) return { days: null, old: limit !== null };
  const seconds = Math.max(0, (now.getTime() - new Date(createdAt).getTime()) / 1000);
  const old = limit !== null && seconds > limit.warnAfterSeconds;
  return { days: Math.floor(seconds / day), old };
}

interface Known {
  readonly createdAt: string | null;
  readonly at: number;
}

/** Quotes are asked for at every keystroke: the cloud is asked once in five minutes for each template. */
const lately = new WeakMap<OpsCloud, Map<string, Known>>();

/** The age of the image that a wish would be given; it is asked for only where a limit is set. */
export async function imageAgeOf(cloud: OpsCloud, wish: Wish, clock: Clock): Promise<ImageAge> {
  const { name, opsServer } = wish.environment;
  if (opsServer.imageAge === null) return unknown;
  const now = clock.now();
  const known = lately.get(cloud) ?? new Map<string, Known>();
  lately.set(cloud, known);
  const key = `${name} ${opsServer.launchTemplate} ${wish.instanceType}`;
  const last = known.get(key);
  if (last !== undefined && now.getTime() - last.at < rememberedMs) {
    return judgeImageAge(opsServer.imageAge, last.createdAt, now);
  }
  // A quote is told without the cloud; asking in earnest says what is wrong with it.
  const template = await freezeTemplate({ cloud }, wish).catch(() => null);
  if (template === null) return unknown;
  known.set(key, { createdAt: template.imageCreatedAt, at: now.getTime() });
  return judgeImageAge(opsServer.imageAge, template.imageCreatedAt, now);
}
