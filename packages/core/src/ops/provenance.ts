import { z } from 'zod';

/** What a parameter of the standard tier holds. Source: Parameter Store, "Managing parameter tiers". */
const mostCharacters = 4096;
const packages = z.array(z.string().max(300)).max(1000);
const text = z.string().max(300);

/** What was published of an ops server's image beside its id. */
export const provenance = z.object({
  imageId: z.string().regex(/^ami-[0-9a-f]+$/),
  /** Name or id of the image that it was built on. */
  baseImage: text,
  /** ISO 8601. */
  builtAt: z.iso.datetime({ offset: true }),
  commit: text,
  repository: text,
  /** The run that built it; a link that is shown. */
  runUrl: z.url({ protocol: /^https$/ }).max(500),
  versions: z.object({ packer: text, ansible: text }),
  /** SHA-256 of the list of its packages, `name version` a line. */
  packagesSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The image that was current before; null for the first. */
  previous: z.string().nullable(),
  /** What differs from that one's packages; null when nobody could compare them. */
  changes: z
    .object({
      added: packages,
      removed: packages,
      updated: packages,
      /** So many more that had no room. */
      more: z.number().int().nonnegative(),
    })
    .nullable(),
});

export type ImageProvenance = z.infer<typeof provenance>;

/** What a parameter says of the image, or null: it is another's, or nothing that a pipeline of ours wrote. */
export function readProvenance(value: string, imageId: string): ImageProvenance | null {
  const read = parseProvenance(value);
  return read?.imageId === imageId ? read : null;
}

/** @see readProvenance, of whichever image */
export function parseProvenance(value: string): ImageProvenance | null {
  try {
    return provenance.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null;
  }
}

/** The text that a parameter holds: lists of changes are cut until it has room. Errors: a `ZodError` for what is no provenance. */
export function writeProvenance(facts: ImageProvenance): string {
  let written = provenance.parse(facts);
  for (;;) {
    const value = JSON.stringify(written);
    const { changes } = written;
    const shorter = changes && shortened(changes);
    if (Buffer.byteLength(value) <= mostCharacters || shorter === null) return value;
    written = { ...written, changes: shorter };
  }
}

type Changes = NonNullable<ImageProvenance['changes']>;

/** Of its longest list one in four is left out, and counted; null when nothing is left of any. */
function shortened(changes: Changes): Changes | null {
  const lists = ['added', 'removed', 'updated'] as const;
  const [longest] = lists.toSorted((a, b) => changes[b].length - changes[a].length);
  if (longest === undefined || changes[longest].length === 0) return null;
  const kept = changes[longest].slice(0, Math.floor(changes[longest].length * 0.75));
  const more = changes.more + changes[longest].length - kept.length;
  return { ...changes, [longest]: kept, more };
}
