import type { MinuteHistory } from '@sekisho/objectives/minutes';
import { describe, expect, it } from 'vitest';
import { type MinuteSource, SourceError } from '../ports.ts';
import { type AskingBounds, askBack } from './ask-back.ts';

const to = 29_000_000;
const never = new AbortController().signal;
const bounds: AskingBounds = { steps: [60, 360, 1440], enough: never, most: never };

/** One good event a minute, until it is asked for anything before some minute. */
function sourceThat(fails: (from: number) => Error | null): MinuteSource {
  return {
    async read({ from, to: end }) {
      const failure = fails(from);
      if (failure !== null) throw failure;
      return Array.from({ length: end - from + 5 }, (_, at) => ({
        ...{ minute: from + at, good: 1, bad: 0, excluded: 0, clientErrors: 0, measured: 60_000 },
      }));
    },
  };
}

const goodOf = (history: MinuteHistory) => history.sum({ from: to - 5000, to: to + 100 }).good;

describe('asking a source back', () => {
  it('asks for each minute once, and takes none that it did not ask for', async () => {
    const { history, span, trouble } = await askBack(
      sourceThat(() => null),
      to,
      bounds,
    );
    expect({ span, trouble }).toEqual({ span: { from: to - 1440, to }, trouble: null });
    expect(goodOf(history)).toBe(1440);
  });

  it('keeps what came before it failed, and says why there is no more', async () => {
    const failing = sourceThat((from) =>
      from < to - 360 ? new SourceError('limited', 'Too Many Requests') : null,
    );
    const { history, span, trouble } = await askBack(failing, to, bounds);
    expect(span).toEqual({ from: to - 360, to });
    expect(goodOf(history)).toBe(360);
    expect(trouble).toEqual({ code: 'limited', message: 'Too Many Requests' });
  });

  it('begins no further question once it took long enough, but asks one in any case', async () => {
    const enough = AbortSignal.abort();
    const { span } = await askBack(
      sourceThat(() => null),
      to,
      { ...bounds, enough },
    );
    expect(span).toEqual({ from: to - 60, to });
  });

  it.each([
    [new SourceError('unreachable', 'a:9 did not answer within 5000 ms'), 'slow'],
    [new SourceError('bad-answer', 'a:9 gave more than 8388608 bytes'), 'too-much'],
    [new SourceError('refused', 'a:9 answered 422: too many samples'), 'too-much'],
    [new SourceError('refused', 'a:9 answered 400: parse error'), 'refused'],
  ])('tells what a reader can do something about: %s', async (error, code) => {
    const { span, trouble } = await askBack(
      sourceThat(() => error),
      to,
      bounds,
    );
    expect([span.from, trouble?.code]).toEqual([to, code]);
  });

  it('calls slow what it had to end itself, and hides no bug', async () => {
    const most = AbortSignal.abort(new Error('over'));
    const ended = await askBack(
      sourceThat(() => most.reason),
      to,
      { ...bounds, most },
    );
    expect(ended.trouble?.code).toBe('slow');
    const bug = sourceThat(() => new TypeError('bug'));
    await expect(askBack(bug, to, bounds)).rejects.toThrow('bug');
  });
});
