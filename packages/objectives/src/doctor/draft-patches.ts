import type { Finding, SliKind, Wanted } from './finding.ts';
import { draftPatch } from './patch/draft-patch.ts';
import type { FilePatch, SourceFile } from './patch/source-file.ts';

/** What of the code would change, and which findings that mends. */
export interface Drafted {
  /** One for each file that changes. */
  readonly patches: readonly FilePatch[];
  readonly mended: ReadonlyMap<Finding, string>;
}

/**
 * Drafts what mends the findings that keep an SLI from being had, one after another on what the one
 * before made of the files, so that all of it is one patch.
 * @param had the SLIs that can be had already
 */
export function draftPatches(
  findings: readonly Finding[],
  files: readonly SourceFile[],
  { wanted, had }: { readonly wanted: Wanted; readonly had: readonly SliKind[] },
): Drafted {
  const now = new Map(files.map((file) => [file.path, file]));
  const mended = new Map<Finding, string>();
  for (const finding of findings) {
    if (!isWorthIt(finding, had)) continue;
    const patch = draftPatch(finding, [...now.values()], wanted);
    if (patch === null) continue;
    now.set(patch.path, { path: patch.path, text: patch.after });
    mended.set(finding, patch.path);
  }
  const patches = files.flatMap(({ path, text }): readonly FilePatch[] => {
    const after = now.get(path)?.text ?? text;
    return after === text ? [] : [{ path, before: text, after }];
  });
  return { patches, mended };
}

/** A summary beside a histogram that tells the same needs no mending; a label without end always does. */
function isWorthIt({ code, about, severity }: Finding, had: readonly SliKind[]): boolean {
  if (severity === 'notes') return false;
  const always =
    code === 'exploding-label' || code === 'errors-without-code' || code.startsWith('graphql-');
  return always || (severity === 'spoils' && about.some((kind) => !had.includes(kind)));
}
