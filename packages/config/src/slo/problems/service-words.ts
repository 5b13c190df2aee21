import { listOf } from '@sekisho/words';
import type { ProblemWordsOf } from '../../problems/words-of.ts';
import type { ServiceProblemFacts } from './facts.ts';

export const serviceWords: ProblemWordsOf<keyof ServiceProblemFacts> = {
  'unknown-annotation': {
    en: (f) => ({
      why: `Sekisho knows no annotation "${f.key}" here.`,
      fix: `Known ones: ${listOf(f.known, 'en') || '(none)'}.`,
    }),
    ja: (f) => ({
      why: `「${f.key}」という注釈はここでは使えません。`,
      fix: `使える注釈: ${listOf(f.known, 'ja') || '(なし)'}`,
    }),
  },
  'bad-annotation': {
    en: (f) => ({ why: `${f.value} is not understood.`, fix: `Write it like ${f.like}.` }),
    ja: (f) => ({
      why: `${f.value} を読み取れません。`,
      fix: `次のように書いてください: ${f.like}`,
    }),
  },
  'role-nobody-has': {
    en: (f) => ({
      why: `Nobody has the role "${f.role}", so nobody could agree.`,
      fix: 'Name a group, a person or a role that someone has.',
    }),
    ja: (f) => ({
      why: `ロール「${f.role}」の人がいないため、誰も合意できません。`,
      fix: 'グループ、人、または誰かが持つロールを指定してください。',
    }),
  },
  'service-undeclared': {
    en: (f) => ({
      why: `No document says who owns the service "${f.service}", so that only admins can agree for it.`,
      fix: 'Add a Service with the annotation sekisho.dev/owners.',
    }),
    ja: (f) => ({
      why: `サービス「${f.service}」の持ち主がどこにも書かれておらず、合意できるのは admin だけです。`,
      fix: '注釈 sekisho.dev/owners を付けた Service を追加してください。',
    }),
  },
  'service-unowned': {
    en: (f) => ({
      why: `Nobody owns the service "${f.service}", so that only admins can agree for it.`,
      fix: 'Add the annotation sekisho.dev/owners: "group:NAME, person:ID".',
    }),
    ja: (f) => ({
      why: `サービス「${f.service}」に持ち主がおらず、合意できるのは admin だけです。`,
      fix: '注釈 sekisho.dev/owners: "group:名前, person:ID" を追加してください。',
    }),
  },
  'repositories-unheard': {
    en: (f) => ({
      why: `Pull requests of ${listOf(f.repositories, 'en')} get no status: sekisho.yaml says nothing of GitHub.`,
      fix: 'Add github: with tokenVariable and webhookSecretVariable to sekisho.yaml, or leave the annotation out.',
    }),
    ja: (f) => ({
      why: `sekisho.yaml に GitHub の設定がないため、${listOf(f.repositories, 'ja')} のプルリクエストにステータスが付きません。`,
      fix: 'sekisho.yaml に github:(tokenVariable と webhookSecretVariable)を追加するか、この注釈を省いてください。',
    }),
  },
  'unused-key': {
    en: (f) => ({ why: `Sekisho does nothing with "${f.key}" here.`, fix: 'Leave it out.' }),
    ja: (f) => ({
      why: `ここの「${f.key}」は Sekisho では何の働きもしません。`,
      fix: '省いてください。',
    }),
  },
  'unused-document': {
    en: (f) => ({
      why: `Nothing uses the ${f.kind} "${f.name}".`,
      fix: 'Refer to it, or remove it.',
    }),
    ja: (f) => ({
      why: `${f.kind}「${f.name}」はどこからも使われていません。`,
      fix: '参照するか、削除してください。',
    }),
  },
  'unused-target': {
    en: () => ({
      why: 'Sekisho tells where sekisho.yaml says, not this target.',
      fix: 'Write target: sekisho, or tell it from there.',
    }),
    ja: () => ({
      why: '通知先は sekisho.yaml で決まり、この宛先には送られません。',
      fix: 'target: sekisho と書くか、通知先から転送してください。',
    }),
  },
  'unused-adjustment': {
    en: () => ({
      why: 'Sekisho takes no corrections from files: they are agreed, with who and why.',
      fix: 'Remove it, and ask for the correction in Sekisho.',
    }),
    ja: () => ({
      why: '補正はファイルからは取り込みません。誰がなぜ認めたかとともに合意するものです。',
      fix: '削除し、Sekisho で補正を申請してください。',
    }),
  },
};
