import type { BurdenSet, Language } from '@sekisho/contract';
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

/** A proposed change of who has a permission set. */
type SetChange = 'lend' | 'drop' | 'unassign';

const reasons: Readonly<Record<SetChange, Telling<BurdenGround>>> = {
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
export function burdenReason(what: SetChange, ground: BurdenGround, language: Language): string {
  return reasons[what][language](ground);
}

/** What the proposal to be rid of a role rests on. */
export interface BurdenRoleGround {
  readonly role: string;
  readonly since: Date;
  /** ISO 8601; null: AWS remembers no use. */
  readonly lastUsedAt: string | null;
}

const roleUsed: Telling<BurdenRoleGround> = {
  en: ({ since, lastUsedAt }) =>
    lastUsedAt === null
      ? `Nobody used it since ${day(since)}, and AWS remembers no use in 400 days.`
      : `Last used on ${lastUsedAt.slice(0, 10)}.`,
  ja: ({ since, lastUsedAt }) =>
    lastUsedAt === null
      ? `${day(since)} 以降使われておらず、AWS の記録(400 日分)にも使用がありません。`
      : `最後に使われたのは ${lastUsedAt.slice(0, 10)} です。`,
};

const roleActions: Readonly<Record<'drop-role' | 'delete-role', Pair>> = {
  'drop-role': {
    en: 'Drop it from the map; in AWS, let nobody assume it for a while, then delete it.',
    ja: '一覧から外し、AWS ではしばらく誰も引き受けられないようにしてから削除してください。',
  },
  'delete-role': {
    en: 'In AWS, let nobody assume it for a while, then delete it.',
    ja: 'AWS でしばらく誰も引き受けられないようにしてから削除してください。',
  },
};

/** Why it is proposed to be rid of a role, and how. */
export function burdenRoleReason(
  what: 'drop-role' | 'delete-role',
  ground: BurdenRoleGround,
  language: Language,
): string {
  const space = language === 'en' ? ' ' : '';
  return `${roleUsed[language](ground)}${space}${roleActions[what][language]}`;
}

/** First line of the proposed map. */
export const burdenMapHead: Pair = {
  en: 'Only what is written here changes; the rest of these accounts stays as it is.',
  ja: '変わるのはここに書いた項目だけです。ほかの項目はそのまま残してください。',
};

/** What an answer about role burden rests on. */
export interface BurdenKnowing {
  readonly since: Date;
  /** When the first lease was asked for; null where none was. */
  readonly recordsFrom: Date | null;
  /** Whether leases have been written down for all of the time. */
  readonly whole: boolean;
  /** Whether the IAM roles of any account are looked at. */
  readonly looked: boolean;
  /** Names of accounts whose roles are not looked at, or were not yet. */
  readonly unseen: readonly string[];
  /** Accounts whose last look at roles ended early, and why. */
  readonly failed: readonly string[];
  /** Accounts that did not answer. */
  readonly unanswered: readonly string[];
}

/** What is known and what is not, a sentence each. */
export function burdenKnows(facts: BurdenKnowing, language: Language): string[] {
  return [
    lentSince[language](facts),
    lastUsed[language],
    ...(facts.whole ? [] : [notWhole[language](facts)]),
    ...(facts.looked ? [roleUse[language]] : []),
    ...(facts.unseen.length === 0 ? [] : [rolesUnseen[language](facts)]),
    ...(facts.failed.length === 0 ? [] : [lookFailed[language](facts)]),
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
const roleUse: Pair = {
  en: 'When a role was last used is what AWS says: some hours late, and for 400 days. Roles of AWS services, of permission sets and of Sekisho are left out, and so are those younger than the span.',
  ja: 'ロールの最終使用日時は AWS の記録によります(数時間遅れ、400 日分)。AWS サービス・許可セット・Sekisho のロールと、期間より新しいロールは除いています。',
};
const rolesUnseen: Telling<BurdenKnowing> = {
  en: ({ unseen }) =>
    `IAM roles of ${listOf(unseen, 'en')} are not judged: no "look" in their account names a role to read them by, or the first look is not over.`,
  ja: ({ unseen }) =>
    `${listOf(unseen, 'ja')} の IAM ロールは判断していません。アカウントの look に読み取り用のロールがないか、最初の調査が終わっていません。`,
};
const lookFailed: Telling<BurdenKnowing> = {
  en: ({ failed }) =>
    `The last look at IAM roles ended early in ${listOf(failed, 'en')}; it is tried again within the hour.`,
  ja: ({ failed }) =>
    `${listOf(failed, 'ja')} では IAM ロールの調査が途中で終わりました。1 時間以内にやり直します。`,
};
const silent: Telling<BurdenKnowing> = {
  en: ({ unanswered }) => `Did not answer, and is not judged: ${listOf(unanswered, 'en')}.`,
  ja: ({ unanswered }) => `応答がなく、判断していません: ${listOf(unanswered, 'ja')}`,
};
