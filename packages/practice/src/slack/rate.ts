import { SlackFailure } from './failure.ts';
import type { Bucket } from './state.ts';
import type { World } from './world.ts';

/** Calls a minute that each tier promises. Source: docs.slack.dev/apis/web-api/rate-limits. */
const TIERS = { 1: 1, 2: 20, 3: 50, 4: 100 } as const;

const TIER_OF: Readonly<Record<string, keyof typeof TIERS>> = {
  'apps.connections.open': 1,
  'users.list': 2,
  'conversations.list': 2,
  'usergroups.list': 2,
  'usergroups.users.list': 2,
  'usergroups.users.update': 2,
  'usergroups.enable': 2,
  'usergroups.disable': 2,
  'users.lookupByEmail': 3,
  'chat.update': 3,
  'chat.delete': 3,
  'conversations.open': 3,
  'conversations.info': 3,
  'conversations.join': 3,
  'conversations.history': 3,
  'conversations.replies': 3,
  'reactions.add': 3,
  'chat.postEphemeral': 4,
  'users.info': 4,
  'files.getUploadURLExternal': 4,
  'files.completeUploadExternal': 4,
  'views.open': 4,
  'views.push': 4,
  'views.update': 4,
  'views.publish': 4,
};

interface Allowance {
  readonly key: string;
  readonly burst: number;
  readonly perSecond: number;
}

/** A few messages at once are let through; then one a second and channel. */
const POST_BURST = 5;
/** Ten sockets may be opened at once (the most an app may hold); then one a minute. */
const CONNECT_BURST = 10;

function allowanceOf(method: string, channel: string): Allowance | undefined {
  if (method === 'chat.postMessage') {
    return { key: `${method} ${channel}`, burst: POST_BURST, perSecond: 1 };
  }
  const tier = TIER_OF[method];
  if (tier === undefined) return undefined;
  const burst = tier === 1 ? CONNECT_BURST : TIERS[tier];
  return { key: method, burst, perSecond: TIERS[tier] / 60 };
}

/**
 * Takes one call from the method's allowance.
 * Errors: `ratelimited`, with the whole seconds until the next call would pass.
 */
export function takeAllowance(world: World, method: string, channel: string): void {
  takeFault(world);
  const allowance = world.state.rateLimits ? allowanceOf(method, channel) : undefined;
  if (allowance === undefined) return;
  const before: Bucket = world.state.buckets[allowance.key] ?? {
    left: allowance.burst,
    at: world.now,
  };
  const refilled = before.left + ((world.now - before.at) / 1000) * allowance.perSecond;
  const left = Math.min(allowance.burst, refilled);
  if (left < 1) {
    const wait = Math.ceil((1 - left) / allowance.perSecond);
    throw new SlackFailure('ratelimited', {}, Math.max(1, wait));
  }
  const bucket = { left: left - 1, at: world.now };
  world.state = { ...world.state, buckets: { ...world.state.buckets, [allowance.key]: bucket } };
}

function takeFault(world: World): void {
  const { faults } = world.state;
  if (faults.rateLimited <= 0) return;
  world.state = { ...world.state, faults: { ...faults, rateLimited: faults.rateLimited - 1 } };
  throw new SlackFailure('ratelimited', {}, faults.retryAfterSeconds);
}
