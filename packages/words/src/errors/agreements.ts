import type { Language } from '@sekisho/contract';
import { agreementStateName } from '../catalogue/agreements.ts';
import { whoText } from '../catalogue/who.ts';
import { listOf } from '../language.ts';
import { type ErrorWordsOf, offered } from './words.ts';

/** Rules and names of those who may: 「グループ shop(鈴木)」. */
function whoMay(from: readonly string[], people: readonly string[], language: Language): string {
  const rules = listOf(
    from.map((who) => whoText(who, language)),
    language,
  );
  const names = listOf(people, language);
  if (names === '') return rules;
  return language === 'ja' ? `${rules}(${names})` : `${rules} (${names})`;
}

const sideText = {
  owner: { en: 'an owner of the service', ja: 'サービスのオーナー' },
  sre: { en: 'an SRE', ja: 'SRE' },
} as const;

export const agreementErrors: ErrorWordsOf<
  | 'slo-not-found'
  | 'service-not-found'
  | 'agreement-not-found'
  | 'agreement-over'
  | 'agreement-given'
  | 'side-given'
  | 'not-of-service'
  | 'nobody-to-agree'
> = {
  'slo-not-found': {
    title: { en: 'No such SLO', ja: '存在しない SLO' },
    en: ({ id, known }) => ({
      why: `There is no SLO "${id}".`,
      fix: `Known ones: ${offered(known, 'en')}. SLOs are defined in the files of services.`,
    }),
    ja: ({ id, known }) => ({
      why: `SLO「${id}」はありません。`,
      fix: `定義済みの SLO: ${offered(known, 'ja')}。SLO はサービスのファイルで定義します。`,
    }),
  },
  'service-not-found': {
    title: { en: 'No such service', ja: '存在しないサービス' },
    en: ({ name, known }) => ({
      why: `There is no service "${name}" with SLOs.`,
      fix: `Known ones: ${offered(known, 'en')}.`,
    }),
    ja: ({ name, known }) => ({
      why: `SLO のあるサービス「${name}」はありません。`,
      fix: `定義済みのサービス: ${offered(known, 'ja')}。`,
    }),
  },
  'agreement-not-found': {
    title: { en: 'No such proposal or correction', ja: '存在しない提案・補正' },
    en: ({ id }) => ({
      why: `There is no proposal or correction ${id}.`,
      fix: '"sekisho slo proposals" and "sekisho slo corrections" show them all.',
    }),
    ja: ({ id }) => ({
      why: `提案や補正に ${id} はありません。`,
      fix: '「sekisho slo proposals」と「sekisho slo corrections」で確認できます。',
    }),
  },
  'agreement-over': {
    title: { en: 'Not open any more', ja: '回答済み' },
    en: ({ id, state }) => ({
      why: `${id} is ${agreementStateName(state, 'en')}, so this is not possible any more.`,
      fix: 'Ask for it anew if it is still wanted.',
    }),
    ja: ({ id, state }) => ({
      why: `${id} は「${agreementStateName(state, 'ja')}」のため、この操作はできません。`,
      fix: '必要なら、もう一度提案してください。',
    }),
  },
  'agreement-given': {
    title: { en: 'Someone else must agree', ja: '別の人の同意が必要' },
    en: ({ id, people }) => ({
      why: `You have agreed to ${id} already, by asking for it or since; one person never agrees twice.`,
      fix: `Someone else has to: ${offered(people, 'en')}.`,
    }),
    ja: ({ id, people }) => ({
      why: `${id} には、すでにあなたが同意しています(依頼した人は同意済みとして数えます)。一人で二度は同意できません。`,
      fix: `次の人の同意を待ってください: ${offered(people, 'ja')}。`,
    }),
  },
  'side-given': {
    title: { en: 'This side has agreed already', ja: '同意済みの側' },
    en: ({ id, missing, people }) => ({
      why: `Your side has agreed to ${id} already; what is missing is the agreement of ${sideText[missing].en}.`,
      fix: `Ask one of them: ${offered(people, 'en')}.`,
    }),
    ja: ({ id, missing, people }) => ({
      why: `${id} には、あなたの側の同意がすでにあります。必要なのは${sideText[missing].ja}の同意です。`,
      fix: `次の人に依頼してください: ${offered(people, 'ja')}。`,
    }),
  },
  'not-of-service': {
    title: { en: 'Not an owner, nor an SRE', ja: 'オーナーでも SRE でもない操作' },
    en: ({ service, from, people }) => ({
      why: `Only an owner of ${service} or an SRE may do this: ${whoMay(from, people, 'en')}.`,
      fix: 'Ask one of them.',
    }),
    ja: ({ service, from, people }) => ({
      why: `この操作ができるのは ${service} のオーナーか SRE だけです: ${whoMay(from, people, 'ja')}。`,
      fix: 'いずれかの人に依頼してください。',
    }),
  },
  'nobody-to-agree': {
    title: { en: 'Nobody could agree', ja: '同意できる人の不在' },
    en: ({ service, from }) => ({
      why: `An owner of ${service} (${whoMay(from, [], 'en')}) and an SRE must agree, and the roster has no two people for that.`,
      fix: 'Name more owners in the file of the service, or add people in sekisho.yaml.',
    }),
    ja: ({ service, from }) => ({
      why: `${service} のオーナー(${whoMay(from, [], 'ja')})と SRE の二人の同意が必要ですが、名簿にその二人がいません。`,
      fix: 'サービスのファイルにオーナーを追加するか、sekisho.yaml に人を追加してください。',
    }),
  },
};
