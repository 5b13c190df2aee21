import type { Telling } from '../language.ts';
import type { EntryFacts } from './facts.ts';
import { given } from './given.ts';

/** What the directory of Identity Center did to the roster. */
export const directoryActions = [
  'directory.joined',
  'directory.left',
  'directory.added',
  'directory.gone',
  'directory.deactivated',
  'directory.activated',
  'directory.problem',
  'directory.stale',
] as const;
export type DirectoryAction = (typeof directoryActions)[number];

function someone(f: EntryFacts): string {
  return f.name('person') || { en: 'somebody', ja: '誰か' }[f.language];
}

function groupsOf(f: EntryFacts): string {
  return f.text('groups') || { en: 'a group', ja: 'グループ' }[f.language];
}

export const directorySentences: Readonly<Record<DirectoryAction, Telling<EntryFacts>>> = {
  'directory.joined': {
    en: (f) => `The directory put ${someone(f)} into ${groupsOf(f)}.`,
    ja: (f) => `ディレクトリにより ${someone(f)} が ${groupsOf(f)} に入りました。`,
  },
  'directory.left': {
    en: (f) => `The directory took ${someone(f)} out of ${groupsOf(f)}.`,
    ja: (f) => `ディレクトリにより ${someone(f)} が ${groupsOf(f)} から外れました。`,
  },
  'directory.added': {
    en: (f) => `The directory added ${someone(f)} to the roster.`,
    ja: (f) => `ディレクトリにより ${someone(f)} が名簿に加わりました。`,
  },
  'directory.gone': {
    en: (f) => `${someone(f)}, whom the directory had added, left the roster.`,
    ja: (f) => `ディレクトリから加わっていた ${someone(f)} が名簿から外れました。`,
  },
  'directory.deactivated': {
    en: (f) => `${someone(f)} is deactivated in the directory.`,
    ja: (f) => `${someone(f)} がディレクトリで無効になりました。`,
  },
  'directory.activated': {
    en: (f) => `${someone(f)} is active in the directory again.`,
    ja: (f) => `${someone(f)} がディレクトリで再び有効になりました。`,
  },
  'directory.problem': {
    en: (f) =>
      `Something of the directory could not be taken over${given(f.what, (what) => `: ${what}`)}. See sekisho people directory.`,
    ja: (f) =>
      `ディレクトリの一部を取り込めませんでした${given(f.what, (what) => `(${what})`)}。sekisho people directory で確認できます。`,
  },
  'directory.stale': {
    en: () => 'The directory was not read for too long: it gives nothing until it is read again.',
    ja: () =>
      'ディレクトリを長い間読み取れていません。次に読み取るまで、グループも人も与えません。',
  },
};
