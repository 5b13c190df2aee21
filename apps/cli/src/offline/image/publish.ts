import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ImageProvenance, writeProvenance } from '@sekisho/core/cloud';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';
import { unreadable } from '../../verbs/timeline-files.ts';
import { digestOf, type PackageList, readPackages } from './package-list.ts';
import { comparedWith, readShelf, writeShelf } from './shelf.ts';
import { withStore } from './with-store.ts';

const needed = ['image', 'packages', 'commit', 'repository', 'runUrl'] as const;

/** `sekisho image publish`: says where an image comes from, and makes it the candidate. */
export async function publish(host: Host, { options }: Asked): Promise<number> {
  const facts = factsIn(host, options);
  const packages = await packagesIn(host, facts.packages);
  return withStore(host, async (store) => {
    const image = (await store.images()).find(({ id }) => id === facts.image);
    if (image === undefined || !image.available)
      throw new Failure('bad-input', say(host, 'image-unknown', { image: facts.image }));
    // The build's own tag says it, unless somebody builds without one.
    const base = options['base'] ?? image.base;
    if (typeof base !== 'string') throw missing(host, ['--base']);
    const built = { base, builtAt: image.createdAt, packagesSha256: digestOf(packages) };
    const provenance = provenanceOf(host, facts, options, built);
    const candidate = { image: image.id, provenance, packages };
    const compared = comparedWith(candidate, await readShelf(store, 'current'));
    await writeShelf(store, 'candidate', compared);
    await host.stdout.write(
      options.json === true
        ? `${JSON.stringify(compared.provenance)}\n`
        : `${say(host, 'image-published', { image: image.id })}\n`,
    );
    return 0;
  });
}

type Facts = Readonly<Record<(typeof needed)[number], string>>;

function factsIn(host: Host, options: Asked['options']): Facts {
  const absent = needed.filter((name) => typeof options[name] !== 'string');
  if (absent.length > 0) {
    throw missing(
      host,
      absent.map((name) => (name === 'runUrl' ? '--run-url' : `--${name}`)),
    );
  }
  return options as unknown as Facts;
}

function missing(host: Host, names: readonly string[]): Failure {
  return new Failure('bad-input', say(host, 'image-missing', { options: names.join(', ') }));
}

async function packagesIn(host: Host, file: string): Promise<PackageList> {
  const text = await readFile(resolve(host.cwd, file), 'utf8').catch((error: unknown) => {
    throw unreadable(host, file, error);
  });
  const packages = readPackages(text);
  if (packages === null) throw new Failure('bad-input', say(host, 'image-packages', { file }));
  return packages;
}

interface Built {
  readonly base: string;
  /** ISO 8601. */
  readonly builtAt: string;
  readonly packagesSha256: string;
}

/** Errors: `Failure` when a fact is not what it should be. */
function provenanceOf(
  host: Host,
  { image: imageId, commit, repository, runUrl }: Facts,
  options: Asked['options'],
  { base: baseImage, builtAt, packagesSha256 }: Built,
): ImageProvenance {
  const versionOf = (name: string) => String(options[name] ?? 'unknown');
  const versions = { packer: versionOf('packer'), ansible: versionOf('ansible') };
  const told = { imageId, baseImage, builtAt, commit, repository, runUrl, versions };
  const provenance = { ...told, packagesSha256, previous: null, changes: null };
  try {
    writeProvenance(provenance);
    return provenance;
  } catch {
    throw new Failure('bad-input', say(host, 'image-facts'));
  }
}
