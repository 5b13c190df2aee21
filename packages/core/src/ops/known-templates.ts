import type { Clock } from '../platform/clock.ts';
import type { CloudScope, OpsCloud, ResolvedTemplate, TemplateWish } from './cloud.ts';

/** So short that a promotion is told at once as people see it. */
const rememberedMs = 30_000;

interface Known {
  readonly at: number;
  /** Null when the cloud did not answer. */
  readonly template: Promise<ResolvedTemplate | null>;
}

/** Quotes are asked for at every keystroke, and pages ask again by themselves: the cloud is asked once meanwhile. */
const lately = new WeakMap<OpsCloud, Map<string, Known>>();

/** What a template gives now, for what is told and not for what is done; null when the cloud does not answer. */
export function knownTemplate(
  cloud: OpsCloud,
  at: CloudScope,
  wish: TemplateWish,
  clock: Clock,
): Promise<ResolvedTemplate | null> {
  const now = clock.now().getTime();
  const known = lately.get(cloud) ?? new Map<string, Known>();
  lately.set(cloud, known);
  for (const [key, { at: since }] of known) if (now - since >= rememberedMs) known.delete(key);
  const key = JSON.stringify([at, wish]);
  const last = known.get(key);
  if (last !== undefined) return last.template;
  const template = cloud.resolveTemplate(at, wish).catch(() => {
    // Asked again at once: one call that failed hides nothing for long.
    if (known.get(key)?.template === template) known.delete(key);
    return null;
  });
  known.set(key, { at: now, template });
  return template;
}

/** Forgets what was told, when somebody has seen in earnest what is so. */
export function forgetTemplates(cloud: OpsCloud): void {
  lately.delete(cloud);
}
