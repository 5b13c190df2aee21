import { describe, expect, it, vi } from 'vitest';
import type { EntryEvent, Feed } from './feed.ts';
import { entryStream } from './stream.ts';

function feedOf(events: EntryEvent[]) {
  const listeners = new Set<() => void>();
  const feed: Feed = {
    after: async (number) => events.filter((event) => event.number > number),
    head: async () => events.length,
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const add = (number: number) => {
    events.push({ number, action: 'a', lease: null, environment: null, subject: null });
    for (const listener of listeners) listener();
  };
  return { feed, listeners, add };
}

const read = async (reader: ReadableStreamDefaultReader<Uint8Array>) =>
  new TextDecoder().decode((await reader.read()).value);

describe('a stream of entries', () => {
  it('loses nothing that is written while it looks, and tells nothing twice', async () => {
    const { feed, add } = feedOf([]);
    const { after } = feed;
    let slow = true;
    const stream = entryStream({
      feed: {
        ...feed,
        async after(number) {
          const seen = await after(number);
          if (slow) add(1);
          slow = false;
          return seen;
        },
      },
      after: 0,
      signal: new AbortController().signal,
      onEnd: () => undefined,
    });
    const reader = stream.getReader();
    await read(reader);
    expect(await read(reader)).toContain('id: 1\n');
    add(2);
    const next = await read(reader);
    expect(next).toContain('id: 2\n');
    expect(next).not.toContain('id: 1\n');
  });

  it('says that it is still there when nothing happens', async () => {
    const { feed } = feedOf([]);
    const signal = new AbortController().signal;
    const reader = entryStream({
      feed,
      after: 0,
      signal,
      onEnd: () => {},
      heartbeatMs: 1,
    }).getReader();
    await read(reader);
    expect(await read(reader)).toBe(': still here\n\n');
  });

  it('ends for a reader that does not read, and gives its place back once', async () => {
    const { feed, listeners } = feedOf([]);
    const stopping = new AbortController();
    const onEnd = vi.fn();
    const stream = entryStream({ feed, after: 0, signal: stopping.signal, onEnd });
    stopping.abort();
    expect(onEnd).toHaveBeenCalledTimes(1);
    expect(listeners.size).toBe(0);
    const reader = stream.getReader();
    await read(reader);
    expect((await reader.read()).done).toBe(true);
  });

  it('gives its place back when the reader leaves or the timeline cannot be read', async () => {
    const { feed, listeners } = feedOf([]);
    const signal = new AbortController().signal;
    const onEnd = vi.fn();
    await entryStream({ feed, after: 0, signal, onEnd }).cancel();
    const broken = { ...feed, after: () => Promise.reject(new Error('away')) };
    const reader = entryStream({ feed: broken, after: 0, signal, onEnd }).getReader();
    await read(reader);
    await expect(reader.read()).rejects.toThrow('away');
    expect(onEnd).toHaveBeenCalledTimes(2);
    expect(listeners.size).toBe(0);
  });
});
