import { LIMITS } from './limits.ts';
import type { Hook } from './state.ts';
import type { World } from './world.ts';
import { newId } from './world.ts';

/**
 * Gives out the last part of a `response_url`: five uses within thirty minutes. It says what it
 * is for, as only used ones are remembered.
 */
export function newHook(world: World, about: Omit<Hook, 'expiresAt'>): string {
  const expiresAt = Math.floor(world.now) + LIMITS.hookMs;
  const parts = [
    about.channel,
    about.user,
    expiresAt,
    about.messageTs ?? '',
    newId(world.rng, '', 8),
  ];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Reads what `newHook` wrote; undefined for anything else. */
export function readHook(id: string): Hook | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(id, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length !== 5) return undefined;
    const [channel, user, expiresAt, messageTs] = parts.map(String) as [
      string,
      string,
      string,
      string,
    ];
    const hook = { channel, user, expiresAt: Number(expiresAt) };
    return messageTs === '' ? hook : { ...hook, messageTs };
  } catch {
    return undefined;
  }
}
