import type { Language } from '../language.ts';

interface VerdictWords {
  readonly intact: (entries: number) => string;
  /** Of checkpoints that were compared, one or more. */
  readonly anchorsFit: (count: number) => string;
}

/** A timeline that was verified and holds, said the same at every door. */
export const verdictWords: Readonly<Record<Language, VerdictWords>> = {
  en: {
    intact: (entries) => `The chain is intact: ${entries} entries.`,
    anchorsFit: (count) =>
      count === 1 ? 'It fits the checkpoint.' : `It fits all ${count} checkpoints.`,
  },
  ja: {
    intact: (entries) => `改ざんはありません(${entries} 件)。`,
    anchorsFit: (count) => `チェックポイント ${count} 件と一致しました。`,
  },
};
