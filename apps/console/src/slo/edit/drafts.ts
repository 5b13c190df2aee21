/** A text as it is written, and the file that it is to be. */
export interface Draft {
  readonly file: string;
  readonly text: string;
}

/** A draft, and what the file said when it was begun; empty for a new one. */
export interface KeptDraft extends Draft {
  readonly base: string;
}

const prefix = 'sekisho.definition:';
const empty = '';

/**
 * Drafts of definitions, one for each file that the server has and one for a new one. They live as long as the
 * storage that they are given does: the browser's session, in one tab.
 * @param storage asked for each time, since a browser that keeps nothing throws when it is named
 */
export function draftsIn(storage: () => Storage) {
  const nameOf = (file: string | null) => `${prefix}${file ?? empty}`;
  return {
    /** Whether it was kept. */
    keep(file: string | null, draft: KeptDraft): boolean {
      try {
        storage().setItem(nameOf(file), JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    /** What was kept, or null; what cannot be read is as if it were not there. */
    read(file: string | null): KeptDraft | null {
      try {
        const kept: unknown = JSON.parse(storage().getItem(nameOf(file)) ?? 'null');
        return isKept(kept) ? kept : null;
      } catch {
        return null;
      }
    },
    drop(file: string | null): void {
      try {
        storage().removeItem(nameOf(file));
      } catch {
        // Where nothing can be kept, nothing is there.
      }
    },
  };
}

function isKept(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null) return false;
  const { file, text, base } = value as Partial<Record<string, unknown>>;
  return typeof file === 'string' && typeof text === 'string' && typeof base === 'string';
}
