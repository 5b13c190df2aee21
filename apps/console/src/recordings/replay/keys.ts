import type { Player } from './player.ts';

export const speeds = [0.5, 1, 2, 4, 8, 16] as const;

const stride = 5;

/** What a key does to a player; null where it means nothing. @param places seconds of playing at which commands are, in order */
export function deedOf(key: string, places: readonly number[]): ((player: Player) => void) | null {
  switch (key) {
    case ' ':
    case 'k':
      return (player) => (player.state().playing ? player.pause() : player.play());
    case 'ArrowLeft':
      return (player) => player.seek(player.state().at - stride);
    case 'ArrowRight':
      return (player) => player.seek(player.state().at + stride);
    case 'ArrowUp':
      // A little before, or the command that was just gone to would be its own predecessor.
      return (player) => player.seek(places.findLast((at) => at < player.state().at - 0.5) ?? 0);
    case 'ArrowDown':
      return (player) => {
        const next = places.find((at) => at > player.state().at);
        if (next !== undefined) player.seek(next);
      };
    case 'Home':
      return (player) => player.seek(0);
    case 'End':
      return (player) => player.seek(Number.POSITIVE_INFINITY);
    case '<':
      return (player) => player.setSpeed(besides(player.state().speed, -1));
    case '>':
      return (player) => player.setSpeed(besides(player.state().speed, 1));
    default:
      return null;
  }
}

function besides(speed: number, step: 1 | -1): number {
  const place = speeds.findIndex((one) => one >= speed);
  return speeds[Math.min(speeds.length - 1, Math.max(0, place + step))] ?? speed;
}
