import type { Checkpoint, ExportedEntry, Verdict } from '@sekisho/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forge } from '../../test/chain.ts';
import { bodyText, type EntryBody, entryHash, genesis } from './chain.ts';
import { makeCheckpoint, newSigningKey, signerFromPem } from './checkpoint.ts';
import { verifyExport } from './verify-export.ts';

const length = 12;
const chain = chainOf(length);
const signer = signerFromPem(newSigningKey());
const thief = signerFromPem(newSigningKey());
const anchorAt = (number: number, by = signer): Checkpoint =>
  makeCheckpoint(by, {
    installation: 'practice',
    number,
    hash: chain[number - 1]?.hash ?? genesis,
    at: '2026-05-01T00:00:00.000Z',
  });

function chainOf(count: number): ExportedEntry[] {
  const entries: ExportedEntry[] = [];
  for (let number = 1; number <= count; number += 1) {
    const previous = entries.at(-1)?.hash ?? genesis;
    const actor = {
      id: 'sre',
      kind: 'person',
      assurance: 'practice',
      authenticatedAt: 'x',
    } as const;
    const places = { subject: null, environment: null, service: null, lease: null };
    const said = { action: 'test.wrote', outcome: 'done', data: { number }, texts: {} } as const;
    const at = '2026-05-01T00:00:00.000Z';
    const body = bodyText({ chain: 'main', number, at, actor, ...places, ...said, config: 'c' });
    const base64 = Buffer.from(body).toString('base64');
    entries.push({ number, body: base64, previous, hash: entryHash(previous, body) });
  }
  return entries;
}

const broken = async (entries: readonly ExportedEntry[], anchors: Checkpoint[] = []) =>
  (await verifyExport(entries, anchors)).broken;

describe('an export, judged offline', () => {
  it('holds as it was written, whole, line by line, and empty', async () => {
    async function* lines() {
      yield* chain;
    }
    const holds = { ok: true, entries: length, head: chain.at(-1)?.hash, broken: null };
    const anchors = [anchorAt(0), anchorAt(4), anchorAt(length)];
    expect(await verifyExport(lines(), anchors)).toEqual({
      ...{ ...holds, anchorsChecked: 3, anchorKey: 'self-asserted' },
    });
    expect((await verifyExport(lines(), [])).anchorKey).toBe(null);
    expect(await verifyExport([], [anchorAt(0)])).toMatchObject({ ok: true, entries: 0 });
  });

  it('is vouched for by keys that were named, and by no other', async () => {
    const { publicKey } = signer;
    const pinned = await verifyExport(chain, [anchorAt(4)], [thief.publicKey, publicKey]);
    expect(pinned).toMatchObject({ ok: true, anchorKey: 'pinned' });
    const both = [anchorAt(4), anchorAt(7, thief)];
    expect((await verifyExport(chain, both)).ok).toBe(true);
    const strange = await verifyExport(chain, both, [publicKey]);
    expect(strange.broken).toEqual({ number: 7, check: 'anchor-key' });
    const renamed = { ...anchorAt(7, thief), publicKey };
    const { broken: why } = await verifyExport(chain, [renamed], [publicKey]);
    expect(why).toEqual({ number: 7, check: 'anchor-signature' });
  });

  it('is found out when it starts late', async () => {
    expect(await broken(chain.slice(3))).toEqual({ number: 1, check: 'missing-entry' });
    expect(await broken(chain.slice(3), [anchorAt(2)])).toMatchObject({ number: 1 });
  });

  it('is found out by an anchor when it is cut, however much', async () => {
    for (let kept = 0; kept < length; kept += 1) {
      const cut = { number: kept + 1, check: 'cut-before-anchor' };
      expect(await broken(chain.slice(0, kept), [anchorAt(length)])).toEqual(cut);
    }
    expect(await broken(chain.slice(0, 6), [anchorAt(6)])).toBeNull();
  });

  it('is found out by an anchor when it was computed again from any entry on', async () => {
    for (let first = 1; first <= length; first += 1) {
      const forged = forge(chain, first, (body: EntryBody) => ({ ...body, outcome: 'refused' }));
      expect(await broken(forged)).toBeNull();
      const anchors = [anchorAt(5), anchorAt(length)];
      const seenAt = first <= 5 ? 5 : length;
      expect(await broken(forged, anchors)).toEqual({ number: seenAt, check: 'anchor' });
    }
  });
});

describe('an anchor', () => {
  const edits: Record<string, Partial<Checkpoint>> = {
    installation: { installation: 'other' },
    number: { number: 4 },
    hash: { hash: chain[3]?.hash ?? '' },
    at: { at: '2026-05-02T00:00:00.000Z' },
    'public key': { publicKey: thief.publicKey },
    signature: { signature: anchorAt(6).signature },
    'signature to nothing': { signature: '' },
    'key to no key': { publicKey: 'AAAA' },
  };

  it.each(Object.entries(edits))('is refused when someone edited its %s', async (_name, edit) => {
    const edited = { ...anchorAt(5), ...edit };
    const forged = { number: edited.number, check: 'anchor-signature' };
    expect(await broken(chain, [anchorAt(2), edited])).toEqual(forged);
  });

  it('that another key signed cannot make a forged chain hold beside a true one', async () => {
    const forged = forge(chain, 3, (body: EntryBody) => ({ ...body, action: 'nothing' }));
    const theirs = makeCheckpoint(thief, { ...anchorAt(length), hash: forged.at(-1)?.hash ?? '' });
    expect(await broken(forged, [theirs, anchorAt(6)])).toEqual({ number: 6, check: 'anchor' });
  });
});

type Tampering = (entries: ExportedEntry[], at: number) => ExportedEntry[];

function replaced(entries: ExportedEntry[], at: number, patch: Partial<ExportedEntry>) {
  return entries.map((entry, index) => (index === at ? { ...entry, ...patch } : entry));
}

const flip = (hex: string) => `${hex.startsWith('0') ? '1' : '0'}${hex.slice(1)}`;

/** Each leaves the chain before `at` alone, and must be told of at that entry. */
const tamperings: Record<string, Tampering> = {
  body: (entries, at) =>
    replaced(entries, at, { body: `${entries[at]?.body.slice(0, -4) ?? ''}YWFh` }),
  previous: (entries, at) => replaced(entries, at, { previous: flip(entries[at]?.previous ?? '') }),
  hash: (entries, at) => replaced(entries, at, { hash: flip(entries[at]?.hash ?? '') }),
  number: (entries, at) => replaced(entries, at, { number: length + at + 5 }),
  removed: (entries, at) => entries.toSpliced(at, 1),
  'cut from here': (entries, at) => entries.slice(0, at),
  swapped: (entries, at) =>
    at >= entries.length - 1
      ? entries.slice(0, at)
      : entries.toSpliced(at, 2, ...entries.slice(at, at + 2).reverse()),
};

it('names the first broken entry whatever was tampered with, and however often', async () => {
  const acts = fc.record({
    what: fc.constantFrom(...Object.keys(tamperings)),
    at: fc.nat(length - 1),
  });
  const tampered = fc.uniqueArray(acts, { minLength: 1, maxLength: 3, selector: ({ at }) => at });
  await fc.assert(
    fc.asyncProperty(tampered, async (chosen) => {
      // From the end backwards: an act changes no index before its own.
      const ordered = chosen.toSorted((a, b) => b.at - a.at);
      const entries = ordered.reduce(
        (list, { what, at }) => tamperings[what]?.(list, at) ?? list,
        chain,
      );
      const verdict: Verdict = await verifyExport(entries, [anchorAt(length)]);
      const first = Math.min(...chosen.map(({ at }) => at)) + 1;
      expect(verdict.broken?.number).toBe(first);
      expect(verdict.ok).toBe(false);
    }),
    { numRuns: 500 },
  );
});
