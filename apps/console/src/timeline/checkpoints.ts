import type { Checkpoint } from '@sekisho/contract';

/** Reads checkpoints that were kept: JSON of one or of a list, or JSON Lines; null when it is anything else, or none. */
export function readCheckpoints(text: string): readonly Checkpoint[] | null {
  const whole = parse(text);
  const found =
    whole === undefined
      ? text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map(parse)
      : [whole].flat();
  return found.length > 0 && found.every(isCheckpoint) ? found : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The server judges whether it is a true one; this only tells it from another file. */
function isCheckpoint(value: unknown): value is Checkpoint {
  if (typeof value !== 'object' || value === null) return false;
  const { number, ...texts } = value as Partial<Record<keyof Checkpoint, unknown>>;
  const { installation, hash, at, publicKey, signature } = texts;
  return (
    typeof number === 'number' &&
    [installation, hash, at, publicKey, signature].every((text) => typeof text === 'string')
  );
}
