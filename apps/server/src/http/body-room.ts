import { AppError } from '@sekisho/core';

/** How many bytes of bodies are taken in at a time. */
export interface BodyRoom {
  /**
   * Takes room for a body: what it declares, or `largest` where it declares nothing.
   * Errors: `rate-limited` when there is none left. Answers how to give it back.
   */
  enter(request: Request, largest: number): () => void;
}

/** Room for so many bytes in this process: large bodies of strangers must not fill its memory. */
export function createBodyRoom(bytes: number): BodyRoom {
  let left = bytes;
  return {
    enter(request, largest) {
      const declared = Number(request.headers.get('content-length') ?? largest);
      // More than the largest is refused before any of it is read.
      const needed = declared >= 0 && declared <= largest ? declared : largest;
      if (needed > left) throw new AppError('rate-limited', { retryAfterSeconds: 2 });
      left -= needed;
      let isHeld = true;
      return () => {
        if (isHeld) left += needed;
        isHeld = false;
      };
    },
  };
}
