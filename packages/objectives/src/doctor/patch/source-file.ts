/** One file of a service's code or configuration. */
export interface SourceFile {
  /** Relative to the folder that patches are applied in, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Another text in the place of some characters. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A change of one file, and what it is for. */
export interface FilePatch {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The text with every edit made; edits must not overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((whole, edit) => whole.slice(0, edit.from) + edit.text + whole.slice(edit.to), text);
}

/** A patch of one file by edits; null when there are none. */
export function patchOf(file: SourceFile, edits: readonly Edit[] | null): FilePatch | null {
  if (edits === null || edits.length === 0) return null;
  return { path: file.path, before: file.text, after: edited(file.text, edits) };
}
