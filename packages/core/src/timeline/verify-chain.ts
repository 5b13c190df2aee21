import type { Checkpoint, Verdict } from '@sekisho/contract';
import { commitment, type EntryBody, entryHash, genesis } from './chain.ts';
import { checkpointHolds } from './checkpoint.ts';

/** What is needed of an entry to judge it; exports have no columns and no texts. */
export interface Link {
  readonly number: number;
  readonly body: string;
  readonly previous: string;
  readonly hash: string;
  /** Columns that stand beside the body and must say the same. */
  readonly columns?: Readonly<Record<string, unknown>>;
  readonly texts?: readonly { name: string; salt: string; text: string | null }[];
}

type Broken = NonNullable<Verdict['broken']>;

/** What a chain check carries from one entry to the next. */
export interface ChainCheck {
  /** Judges the next entry; after the first broken one the rest are only counted. */
  add(link: Link): void;
  /** The verdict, once every entry was added. `head` is the head row; null for an export, which has none. */
  finish(head: { number: number; hash: string } | null): Verdict;
}

/** What a chain is held against. */
export interface Against {
  readonly anchors: readonly Checkpoint[];
  /** Public keys that may have signed them (SPKI, base64); with none, every key is believed. */
  readonly keys: readonly string[];
}

/**
 * Starts a check of a whole chain from its first entry. Each anchor is an earlier checkpoint,
 * kept where the database's owner could not reach it.
 */
export function checkChain({ anchors, keys }: Against): ChainCheck {
  const byNumber = Map.groupBy(anchors, (anchor) => anchor.number);
  let last = { number: 0, hash: genesis };
  let entries = 0;
  let broken = judgeSignatures({ anchors, keys });
  return {
    add(link) {
      entries += 1;
      broken ??= judge(link, last) ?? judgeAnchors(link, byNumber.get(link.number) ?? []);
      last = { number: link.number, hash: link.hash };
    },
    finish(head) {
      broken ??= judgeEnd(last, head, anchors);
      const ok = broken === null;
      const hash = entries > 0 ? last.hash : null;
      const anchorKey =
        anchors.length === 0 ? null : keys.length === 0 ? 'self-asserted' : 'pinned';
      return { ok, entries, head: hash, broken, anchorsChecked: anchors.length, anchorKey };
    },
  };
}

/** A checkpoint proves nothing by a key of its own choice: whoever rewrites a chain has keys as well. */
function judgeSignatures({ anchors, keys }: Against): Broken | null {
  const strange = (anchor: Checkpoint) => keys.length > 0 && !keys.includes(anchor.publicKey);
  const forged = anchors.find((anchor) => !checkpointHolds(anchor) || strange(anchor));
  if (forged === undefined) return null;
  const check = checkpointHolds(forged) ? 'anchor-key' : 'anchor-signature';
  return { number: forged.number, check };
}

function judge(link: Link, last: { number: number; hash: string }): Broken | null {
  const { number } = link;
  const fail = (check: string): Broken => ({ number, check });
  if (number !== last.number + 1) return { number: last.number + 1, check: 'missing-entry' };
  if (link.previous !== last.hash) return fail('previous-hash');
  if (entryHash(link.previous, link.body) !== link.hash) return fail('hash');
  const body = parseBody(link.body);
  if (body === null || body.number !== number) return fail('body');
  const column = Object.entries(link.columns ?? {}).find(
    ([name, value]) => columnOf(body, name) !== value,
  );
  if (column) return fail(`column-${column[0]}`);
  return judgeTexts(link, body);
}

/** Whoever rewrites a chain may write anything into a body: null when it has not the parts that are judged. */
function parseBody(text: string): EntryBody | null {
  try {
    const body = JSON.parse(text) as EntryBody | null;
    return typeof body?.actor?.id === 'string' && typeof body.texts === 'object' ? body : null;
  } catch {
    return null;
  }
}

function columnOf(body: EntryBody, name: string): unknown {
  return name === 'actor' ? body.actor.id : Reflect.get(body, name);
}

function judgeTexts(link: Link, body: EntryBody): Broken | null {
  if (link.texts === undefined) return null;
  const committed = new Map(Object.entries(body.texts ?? {}));
  for (const { name, salt, text } of link.texts) {
    const expected = committed.get(name);
    committed.delete(name);
    if (expected === undefined) return { number: link.number, check: `text-${name}` };
    if (text !== null && commitment(salt, text) !== expected) {
      return { number: link.number, check: `text-${name}` };
    }
  }
  const [gone] = committed.keys();
  return gone === undefined ? null : { number: link.number, check: `text-${gone}` };
}

function judgeAnchors(link: Link, anchors: readonly Checkpoint[]): Broken | null {
  const differs = anchors.some((anchor) => anchor.hash !== link.hash);
  return differs ? { number: link.number, check: 'anchor' } : null;
}

function judgeEnd(
  last: { number: number; hash: string },
  head: { number: number; hash: string } | null,
  anchors: readonly Checkpoint[],
): Broken | null {
  const beyond = anchors.find((anchor) => anchor.number > last.number);
  if (beyond) return { number: last.number + 1, check: 'cut-before-anchor' };
  if (head && head.number > last.number) return { number: last.number + 1, check: 'tail-cut' };
  if (head && (head.number !== last.number || head.hash !== last.hash)) {
    return { number: Math.min(head.number + 1, last.number), check: 'head' };
  }
  return null;
}
