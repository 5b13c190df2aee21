import { bodyTooSlow } from './refusals.ts';

/** In every span of so many seconds a body brings so many bytes, or its end. */
export interface Pace {
  readonly seconds: number;
  readonly bytes: number;
}

type Body = ReadableStream<Uint8Array> | null;

/** What a body brings, one piece after another. Errors: `DoorRefusal` with 408 where it keeps no pace. */
export function chunksOf(body: Body, pace?: Pace): AsyncIterable<Uint8Array> | Uint8Array[] {
  if (body === null) return [];
  return pace === undefined ? body : atPace(body, pace);
}

async function* atPace(
  body: ReadableStream<Uint8Array>,
  { seconds, bytes }: Pace,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let arrived = 0;
  let late = false;
  const spans = setInterval(() => {
    late = arrived < bytes;
    arrived = 0;
    // It ends the read that waits: who sends nothing would never end it.
    if (late) reader.cancel().catch(() => undefined);
  }, seconds * 1000);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (late) throw bodyTooSlow(seconds);
      if (done) return;
      arrived += value.byteLength;
      yield value;
    }
  } finally {
    clearInterval(spans);
  }
}
