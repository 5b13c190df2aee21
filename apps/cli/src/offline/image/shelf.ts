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

/** The same image, with what differs from the one that is current now. */
export function comparedWith(image: Shelved, current: Shelved | null): Shelved {
  const { provenance, packages } = image;
  const before = current?.packages ?? null;
  const changes = before === null || packages === null ? null : differences(before, packages);
  return { ...image, provenance: { ...provenance, previous: current?.image ?? null, changes } };
}

/** What stood there before the image that stands there now; null when nothing did. */
export async function readBefore(store: ImageStore, now: Shelved): Promise<Shelved | null> {
  const names = places.current;
  const told = (await store.history(names.provenance)).flatMap(
    (value) => parseProvenance(value) ?? [],
  );
  const provenance = told.findLast(({ imageId }) => imageId !== now.image);
  if (provenance === undefined) return null;
  const lists = await store.history(names.packages);
  const packages = lists
    .map((value) => listOf(value, provenance))
    .findLast((list) => list !== null);
  return { image: provenance.imageId, provenance, packages: packages ?? null };
}
