import { AppError } from '@sekisho/core';
import { largestCall } from '../read-json.ts';

/** What one body takes of the room, from its first byte until it is left. */
export interface Place {
  /** More of the body arrived. Errors: `rate-limited` when there is no room for it. */
  take(bytes: number): void;
  /** Gives back all that it took. */
  leave(): void;
}

/** How many bytes of bodies are kept at a time. */
export interface BodyRoom {
  /** A place for a body that comes from a network; it takes nothing before bytes arrive. */
  enter(network: string): Place;
}

/** Bytes for the beginnings of bodies, which is all that small ones have, and for the rest of large ones. */
export interface RoomSizes {
  readonly small: number;
  readonly large: number;
}

/** Networks that fill the room for small bodies only together. */
const networksToFill = 32;

/**
 * Room for bodies of strangers in this process, whose memory they must not fill. It is taken as bytes
 * arrive and not by what is declared, which costs nobody anything. A network sends one large body at a
 * time, and small ones have a room of their own: whoever sends much keeps no short call waiting.
 */
export function createBodyRoom({ small, large }: RoomSizes): BodyRoom {
  const beginnings = createPool(small, small / networksToFill);
  const rests = createPool(large, large);
  const sendMuch = new Set<string>();
  return {
    enter(network) {
      let begun = 0;
      let more = 0;
      let sendsMuch = false;
      return {
        take(bytes) {
          const beginning = Math.min(bytes, largestCall - begun);
          beginnings.take(network, beginning);
          begun += beginning;
          if (bytes === beginning) return;
          if (!sendsMuch && sendMuch.has(network)) throw full();
          sendsMuch = true;
          sendMuch.add(network);
          rests.take(network, bytes - beginning);
          more += bytes - beginning;
        },
        leave() {
          beginnings.giveBack(network, begun);
          rests.giveBack(network, more);
          if (sendsMuch) sendMuch.delete(network);
          begun = more = 0;
          sendsMuch = false;
        },
      };
    },
  };
}

/** So many bytes, of which one network may hold a share. */
function createPool(most: number, share: number) {
  const held = new Map<string, number>();
  let left = most;
  return {
    /** Errors: `rate-limited` when they are not there. */
    take(network: string, bytes: number): void {
      const all = (held.get(network) ?? 0) + bytes;
      if (bytes > left || all > share) throw full();
      left -= bytes;
      held.set(network, all);
    },
    giveBack(network: string, bytes: number): void {
      left += bytes;
      const rest = (held.get(network) ?? 0) - bytes;
      if (rest > 0) held.set(network, rest);
      else held.delete(network);
    },
  };
}

function full(): AppError {
  return new AppError('rate-limited', { retryAfterSeconds: 2 });
}
