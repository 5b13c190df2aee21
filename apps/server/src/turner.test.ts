import { describe, expect, it } from 'vitest';
import { startTurner } from './turner.ts';

const long = { pauseMs: 60_000, onFailure: () => undefined };

describe('a turner', () => {
  it('waits for another with its first turn, whether that one ended well or not', async () => {
    const order: string[] = [];
    const failing = startTurner({
      ...long,
      async turn() {
        order.push('engine');
        throw new Error('no database');
      },
    });
    const second = startTurner({
      ...long,
      after: failing.first,
      async turn() {
        order.push('ingest');
        return 0;
      },
    });
    await second.first;
    expect(order).toEqual(['engine', 'ingest']);
    await Promise.all([failing.stop(), second.stop()]);
  });

  it('stops while it waits, and never turns', async () => {
    let turned = 0;
    const turner = startTurner({
      ...long,
      after: new Promise(() => undefined),
      async turn() {
        turned += 1;
        return 0;
      },
    });
    await turner.stop();
    await turner.first;
    expect(turned).toBe(0);
  });
});
