import type { Telling } from '../language.ts';
import type { EntryFacts } from './facts.ts';

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

export const directorySentences: Readonly<Record<DirectoryAction, Telling<EntryFacts>>> = {
  'directory.joined': {
    en: (f) => `The directory put ${f.name('person')} into ${f.text('groups')}.`,
    ja: (f) => `ディレクトリにより ${f.name('person')} が ${f.text('groups')} に入りました。`,
  },
  'directory.left': {
    en: (f) => `The directory took ${f.name('person')} out of ${f.text('groups')}.`,
    ja: (f) => `ディレクトリにより ${f.name('person')} が ${f.text('groups')} から外れました。`,
  },
  'directory.added': {
    en: (f) => `The directory added ${f.name('person')} to the roster.`,
    ja: (f) => `ディレクトリにより ${f.name('person')} が名簿に加わりました。`,
  },
  'directory.gone': {
    en: (f) => `${f.name('person')}, whom the directory had added, left the roster.`,
    ja: (f) => `ディレクトリから加わっていた ${f.name('person')} が名簿から外れました。`,
  },
  'directory.deactivated': {
    en: (f) => `${f.name('person')} is deactivated in the directory.`,
    ja: (f) => `${f.name('person')} がディレクトリで無効になりました。`,
  },
  'directory.activated': {
    en: (f) => `${f.name('person')} is active in the directory again.`,
    ja: (f) => `${f.name('person')} がディレクトリで再び有効になりました。`,
  },
  'directory.problem': {
    en: (f) =>
      `Of the directory, ${f.what} could not be taken over (${f.text('kind')}): see sekisho people directory.`,
    ja: (f) =>
      `ディレクトリの ${f.what} を取り込めませんでした(${f.text('kind')})。sekisho people directory で確認できます。`,
  },
  'directory.stale': {
    en: () => 'The directory was not read for too long: it gives nothing until it is read again.',
    ja: () =>
      'ディレクトリを長い間読み取れていません。次に読み取るまで、グループも人も与えません。',
  },
};
