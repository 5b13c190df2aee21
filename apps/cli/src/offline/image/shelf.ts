import type { ImageStore } from '@sekisho/aws/images';
import { type ImageProvenance, parseProvenance, writeProvenance } from '@sekisho/core/cloud';
import { differences, digestOf, type PackageList, packed, unpacked } from './package-list.ts';
import { places, type Standing } from './places.ts';

/** What is published of an image. */
export interface Shelved {
  readonly image: string;
  readonly provenance: ImageProvenance;
  /** Null when its list is not there, or is another's. */
  readonly packages: PackageList | null;
}

/** The image that stands there; null when there is none, or one of which nothing true is published. */
export async function readShelf(store: ImageStore, standing: Standing): Promise<Shelved | null> {
  const names = places[standing];
  const values = await store.read(Object.values(names));
  const image = values.get(names.image);
  const provenance = parseProvenance(values.get(names.provenance) ?? '');
  if (image === undefined || provenance?.imageId !== image) return null;
  return { image, provenance, packages: listOf(values.get(names.packages), provenance) };
}

function listOf(value: string | undefined, { packagesSha256 }: ImageProvenance) {
  const packages = value === undefined ? null : unpacked(value);
  return packages !== null && digestOf(packages) === packagesSha256 ? packages : null;
}

/**
 * Puts an image there. Its id comes last: whoever reads between two writes finds a provenance of another image,
 * which is believed by nobody.
 */
export async function writeShelf(
  store: ImageStore,
  standing: Standing,
  { image, provenance, packages }: Shelved,
): Promise<void> {
  const names = places[standing];
  const list = packages === null ? null : packed(packages);
  if (list !== null) await store.write(names.packages, list, 'text');
  await store.write(names.provenance, writeProvenance(provenance), 'text');
  await store.write(names.image, image, 'image');
}

/** An image, and its packages where anybody knows them. */
export type Compared = Pick<Shelved, 'image' | 'packages'>;

/** The same image, with what differs from the one that is current now. */
export function comparedWith(image: Shelved, current: Compared | null): Shelved {
  const { provenance, packages } = image;
  const before = current?.packages ?? null;
  // A list that had no room was compared when it was published.
  const told = provenance.previous === current?.image ? provenance.changes : null;
  const changes = before === null || packages === null ? told : differences(before, packages);
  return { ...image, provenance: { ...provenance, previous: current?.image ?? null, changes } };
}

/**
 * The image that servers get now, which its id alone says: a run that died may have left another's provenance beside
 * it. Its packages are looked for among those that were published before.
 */
export async function readCurrent(store: ImageStore): Promise<Compared | null> {
  const name = places.current.image;
  const image = (await store.read([name])).get(name);
  if (image === undefined) return null;
  return (await readShelf(store, 'current')) ?? (await publishedOf(store, image)) ?? bare(image);
}

function bare(image: string): Compared {
  return { image, packages: null };
}

/**
 * The image that was current before the one that is now, of those that are still there; null when there is none.
 * By the history of its id: what was told of an image and never made current does not count.
 */
export async function imageBefore(
  store: ImageStore,
  { now, known }: { readonly now: string | undefined; readonly known: ReadonlySet<string> },
): Promise<string | null> {
  const ids = await store.history(places.current.image);
  return ids.findLast((id) => id !== now && known.has(id)) ?? null;
}

/** What was published of an image while it was current; null when nothing was, or it is forgotten. */
export async function publishedOf(store: ImageStore, image: string): Promise<Shelved | null> {
  const told = await store.history(places.current.provenance);
  const provenance = told.map(parseProvenance).findLast((each) => each?.imageId === image) ?? null;
  if (provenance === null) return null;
  const lists = await store.history(places.current.packages);
  const packages = lists
    .map((value) => listOf(value, provenance))
    .findLast((list) => list !== null);
  return { image, provenance, packages: packages ?? null };
}
