import type { Clock } from '../platform/clock.ts';
import type { OpsCloud, ResolvedTemplate } from './cloud.ts';
import type { Wish } from './consider.ts';
import { freezeTemplate } from './freeze.ts';

const rememberedMs = 5 * 60_000;

interface Known {
  readonly template: ResolvedTemplate;
  readonly at: number;
}

/** Quotes are asked for at every keystroke: the cloud is asked once in five minutes for each template. */
const lately = new WeakMap<OpsCloud, Map<string, Known>>();

/** The template that a wish would be given, for what is told of its image; null when the cloud does not answer. */
export async function templateFor(
  cloud: OpsCloud,
  wish: Wish,
  clock: Clock,
): Promise<ResolvedTemplate | null> {
  const { name, opsServer } = wish.environment;
  const now = clock.now();
  const known = lately.get(cloud) ?? new Map<string, Known>();
  lately.set(cloud, known);
  const key = `${name} ${opsServer.launchTemplate} ${wish.instanceType}`;
  const last = known.get(key);
  if (last !== undefined && now.getTime() - last.at < rememberedMs) return last.template;
  // A quote is told without the cloud; asking in earnest says what is wrong with it.
  const template = await freezeTemplate({ cloud }, wish).catch(() => null);
  if (template !== null) known.set(key, { template, at: now.getTime() });
  return template;
}
