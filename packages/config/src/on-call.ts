import type { Config } from './config.ts';

/**
 * Who is on call at a moment, by the rota.
 * @returns a person's id; null without a rota, or before its first turn
 */
export function onCallAt(config: Pick<Config, 'onCall'>, moment: Date): string | null {
  if (config.onCall === null) return null;
  const { rotation, everySeconds, since } = config.onCall;
  const turn = Math.floor((moment.getTime() - since.getTime()) / (everySeconds * 1000));
  return turn < 0 ? null : (rotation[turn % rotation.length] ?? null);
}
