import type { BurdenChange, BurdenSet, Language } from '@sekisho/contract';
import { listOf, type Pair, type Telling } from '../language.ts';

/** What a proposed change rests on. */
export interface BurdenGround {
  /** Users and groups that have it without a lease. */
  readonly names: readonly string[];
  readonly strong: BurdenSet['strong'];
  readonly since: Date;
  /** Whether a rule lends it to somebody. */
  readonly lent: boolean;
}

const day = (moment: Date) => moment.toISOString().slice(0, 10);

const strengths: Readonly<Record<'name' | 'approval' | 'none', Pair>> = {
  name: { en: 'a strong permission set', ja: '強い許可セット' },
  approval: {
    en: 'what everybody else needs an approval for',
    ja: 'ほかの人には承認が必要な権限',
  },
  none: { en: 'a permission set', ja: '許可セット' },
};

const whatOf = ({ strong }: BurdenGround, language: Language) =>
  strengths[strong ?? 'none'][language];

const reasons: Readonly<Record<BurdenChange['do'], Telling<BurdenGround>>> = {
  lend: {
    en: (ground) =>
      `${listOf(ground.names, 'en')} always has ${whatOf(ground, 'en')}. Lend it instead. ` +
      (ground.lent
        ? 'Once the map says so, the assignment shows up in `sekisho access drift`.'
        : 'No policy lends it yet: write one before.'),
    ja: (ground) =>
      `${listOf(ground.names, 'ja')} が${whatOf(ground, 'ja')}を常に持っています。貸出に変えてください。` +
      (ground.lent
        ? '一覧を変えると、この割り当ては `sekisho access drift` に現れます。'
        : '貸し出すポリシーがまだありません。先に書いてください。'),
  },
  drop: {
    en: ({ since }) => `Assigned to nobody, and not lent since ${day(since)}.`,
    ja: ({ since }) => `誰にも割り当てられておらず、${day(since)} 以降の貸出もありません。`,
  },
  unassign: {
    en: (ground) =>
      `${listOf(ground.names, 'en')} always has ${whatOf(ground, 'en')} that neither a lease nor the map explains. Take it away in AWS.` +
      (ground.lent ? ' It can be borrowed.' : ''),
    ja: (ground) =>
      `${listOf(ground.names, 'ja')} が${whatOf(ground, 'ja')}を常に持っていますが、貸出でも一覧でも説明がつきません。AWS で外してください。` +
      (ground.lent ? '必要なときは借りられます。' : ''),
  },
};

/** Why a change is proposed. */
export function burdenReason(
  what: BurdenChange['do'],
  ground: BurdenGround,
  language: Language,
): string {
  return reasons[what][language](ground);
}

/** First line of the proposed map. */
export const burdenMapHead: Pair = {
  en: 'Only permissionSets change; the rest of these accounts stays as it is.',
  ja: '変わるのは permissionSets だけです。ほかの項目はそのまま残してください。',
};

/** What an answer about role burden rests on. */
export interface BurdenKnowing {
  readonly since: Date;
  /** When the first lease was asked for; null where none was. */
  readonly recordsFrom: Date | null;
  /** Whether leases have been written down for all of the time. */
  readonly whole: boolean;
  /** Roles of the map. */
  readonly roles: number;
  /** Accounts that did not answer. */
  readonly unanswered: readonly string[];
}

/** What is known and what is not, a sentence each. */
export function burdenKnows(facts: BurdenKnowing, language: Language): string[] {
  return [
    lentSince[language](facts),
    lastUsed[language],
    ...(facts.whole ? [] : [notWhole[language](facts)]),
    ...(facts.roles === 0 ? [] : [rolesUnseen[language](facts)]),
    ...(facts.unanswered.length === 0 ? [] : [silent[language](facts)]),
  ];
}

const lentSince: Telling<BurdenKnowing> = {
  en: ({ since }) => `“Lent” counts Sekisho’s leases since ${day(since)}.`,
  ja: ({ since }) => `貸出の回数は、${day(since)} 以降の Sekisho の貸出だけを数えています。`,
};
const lastUsed: Pair = {
  en: 'When somebody last used a permission set is in AWS CloudTrail, which is not read: what somebody always has may be in use or not.',
  ja: '許可セットが最後に使われた日時は AWS CloudTrail にあり、Sekisho は読みません。常に持っている権限が使われているかどうかは分かりません。',
};
const notWhole: Telling<BurdenKnowing> = {
  en: ({ recordsFrom }) =>
    `${recordsFrom === null ? 'Nothing was ever lent' : `The first lease is of ${day(recordsFrom)}`}: that nothing was lent before tells nothing, so nothing is proposed to be dropped.`,
  ja: ({ recordsFrom }) =>
    `${recordsFrom === null ? '貸出の記録がまだありません' : `最初の貸出は ${day(recordsFrom)} です`}。それより前のことは分からないため、一覧からの削除は提案しません。`,
};
const rolesUnseen: Telling<BurdenKnowing> = {
  en: ({ roles }) =>
    `When roles of the map were last assumed (${roles}) is not looked at. AWS tells it: aws iam get-role --role-name NAME --query Role.RoleLastUsed`,
  ja: ({ roles }) =>
    `一覧にあるロール ${roles} 件が最後に引き受けられた日時は調べていません。AWS で確認できます: aws iam get-role --role-name NAME --query Role.RoleLastUsed`,
};
const silent: Telling<BurdenKnowing> = {
  en: ({ unanswered }) => `Did not answer, and is not judged: ${listOf(unanswered, 'en')}.`,
  ja: ({ unanswered }) => `応答がなく、判断していません: ${listOf(unanswered, 'ja')}`,
};
