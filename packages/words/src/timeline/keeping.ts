import type { Telling } from '../language.ts';
import type { EntryFacts } from './facts.ts';
import { given } from './given.ts';

/** What became of keeping checkpoints and backups outside the database. */
export const keepingActions = ['keeping.stopped', 'keeping.resumed'] as const;
type KeepingAction = (typeof keepingActions)[number];

export const keepingSentences: Readonly<Record<KeepingAction, Telling<EntryFacts>>> = {
  'keeping.stopped': {
    en: (f) =>
      `${isBackups(f) ? 'No new backup was seen' : 'Checkpoints of the timeline are not kept'}${given(f.text('place'), (place) => ` in ${place}`)}${given(f.moment('since'), (when) => ` since ${when}`)}${given(f.text('because'), (code) => ` (${code})`)}.`,
    ja: (f) =>
      `${given(f.moment('since'), (when) => `${when} から、`)}${given(f.text('place'), (place) => `${place} に`)}${isBackups(f) ? '新しいバックアップが確認できません' : 'タイムラインのチェックポイントを保管できていません'}${given(f.text('because'), (code) => `(${code})`)}。`,
  },
  'keeping.resumed': {
    en: (f) =>
      `${isBackups(f) ? 'A new backup was seen' : 'Checkpoints of the timeline are kept again'}${given(f.text('place'), (place) => ` in ${place}`)}.`,
    ja: (f) =>
      `${given(f.text('place'), (place) => `${place} で`)}${isBackups(f) ? '新しいバックアップを確認しました' : 'チェックポイントの保管が再開しました'}。`,
  },
};

function isBackups(f: EntryFacts): boolean {
  return f.text('kind') === 'backups';
}
