import type { Language } from '@sekisho/words';
import type { TrustCode } from './finding.ts';
import type { Say } from './say.ts';

const provider = (issuer: string) =>
  `{"Federated": "arn:aws:iam::ACCOUNT:oidc-provider/${issuer}"}`;

/** Findings about whom a statement is for, what it allows and what tokens it takes: what each means, and what to do. */
export const statementWords = {
  'any-principal': {
    en: ({ issuer }) => ({
      message: 'Anybody may try to assume this role.',
      fix: `Name the provider: ${provider(issuer)}; or, where AWS accounts assume it, those: {"AWS": "arn:aws:iam::ACCOUNT:root"}.`,
    }),
    ja: ({ issuer }) => ({
      message: '誰でもこのロールの引き受けを試みられます。',
      fix: `Principal にプロバイダーを書いてください: ${provider(issuer)} (AWS アカウントから引き受けるなら {"AWS": "arn:aws:iam::ACCOUNT:root"})`,
    }),
  },
  'wrong-principal': {
    en: ({ value, issuer }) => ({
      message: `This is for GitHub's tokens, and its principal (${value || 'none'}) is not GitHub's provider, so it does not do what it says.`,
      fix: `Name the provider: ${provider(issuer)}, and begin the keys of the conditions with ${issuer}:.`,
    }),
    ja: ({ value, issuer }) => ({
      message: `GitHub のトークン用の文ですが、Principal (${value || 'なし'}) が GitHub のプロバイダーではないため、書かれたとおりには働きません。`,
      fix: `Principal を ${provider(issuer)} にし、条件のキーを ${issuer}: で始めてください。`,
    }),
  },
  'wrong-action': {
    en: ({ value }) => ({
      message: `GitHub's tokens are used with sts:AssumeRoleWithWebIdentity, which ${value || 'nothing'} does not allow.`,
      fix: 'Set "Action" to sts:AssumeRoleWithWebIdentity.',
    }),
    ja: ({ value }) => ({
      message: `GitHub のトークンは sts:AssumeRoleWithWebIdentity で使いますが、許可されていません(現在: ${value || 'なし'})。`,
      fix: 'Action を sts:AssumeRoleWithWebIdentity にしてください。',
    }),
  },
  'missing-audience': {
    en: ({ audience }) => ({
      message:
        'Tokens that were made for somebody else are taken too: nothing asks for the audience.',
      fix: `Add StringEquals on "aud": ${audience}.`,
    }),
    ja: ({ audience }) => ({
      message: 'aud の条件がないため、ほかの相手に向けたトークンも受け付けます。',
      fix: `aud に StringEquals の条件を付けてください: ${audience}`,
    }),
  },
  'wrong-audience': {
    en: ({ value, audience }) => ({
      message: `The audience asked for is ${value}, and tokens for AWS are made for ${audience}.`,
      fix: `Ask for ${audience}, or name your own with --audience if your jobs ask GitHub for it.`,
    }),
    ja: ({ value, audience }) => ({
      message: `aud の条件が ${value} ですが、AWS 向けのトークンの aud は ${audience} です。`,
      fix: `${audience} にするか、独自の値を使っているなら --audience で指定してください。`,
    }),
  },
  'other-audience': {
    en: ({ value, audience }) => ({
      message: `Tokens made for ${value} are taken too: whoever a job hands one to can use it here.`,
      fix: `Ask for ${audience} alone, without wildcards.`,
    }),
    ja: ({ value, audience }) => ({
      message: `${value} に向けたトークンも受け付けるため、それを受け取った相手もこのロールを引き受けられます。`,
      fix: `aud の条件を、ワイルドカードなしで ${audience} だけにしてください。`,
    }),
  },
} as const satisfies Partial<Readonly<Record<TrustCode, Readonly<Record<Language, Say>>>>>;
