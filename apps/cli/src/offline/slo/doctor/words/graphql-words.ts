import type { WordsOf } from './finding-words.ts';

/** Of what a GraphQL server answers. */
export const graphqlWords: WordsOf<
  | 'graphql-behind-200'
  | 'graphql-by-status'
  | 'errors-without-code'
  | 'unnamed-operations'
  | 'bad-samples'
> = {
  'graphql-behind-200': {
    title: { en: 'GraphQL behind 200', ja: '200 に隠れた GraphQL' },
    seen: {
      en: 'GraphQL at {routes}: {events} requests ({share} of all seen), of which {failed} failed, and HTTP calls them 200.',
      ja: 'GraphQL ({routes}) の {events} 件 (全体の {share})。失敗 {failed} 件もステータスでは区別できません。',
    },
    why: {
      en: 'GraphQL answers 200 and puts its failures into the body: by status every operation is good.',
      ja: 'GraphQL は失敗しても 200 を返し、失敗は本文に入ります。ステータスではすべて成功に見えます。',
    },
    act: {
      en: 'Judge operations by their bodies: the plug-in @sekisho/graphql-sli does it in the server.',
      ja: '本文で判定してください。サーバーのプラグイン @sekisho/graphql-sli が判定します。',
    },
  },
  'graphql-by-status': {
    title: { en: 'GraphQL failures have no status', ja: 'GraphQL の失敗はステータスに出ません' },
    seen: {
      en: '{routes} answers wrong queries with HTTP {statuses}. What fails in a resolver cannot be asked for from outside, and GraphQL over HTTP answers it 200.',
      ja: '{routes} は誤ったクエリに HTTP {statuses} を返します。リゾルバの失敗は外からは起こせず、GraphQL over HTTP では 200 で返ります。',
    },
    why: {
      en: 'Clients’ mistakes show by status and the server’s own failures do not: by status it is best when it is worst.',
      ja: 'ステータスに出るのはクライアントの誤りだけで、サーバー側の失敗は成功に見えます。',
    },
    act: {
      en: 'Judge operations by their bodies: the plug-in @sekisho/graphql-sli does it in the server.',
      ja: '本文で判定してください。サーバーのプラグイン @sekisho/graphql-sli が判定します。',
    },
  },
  'errors-without-code': {
    title: { en: 'errors without a code', ja: 'コードのないエラー' },
    seen: {
      en: '{withoutCode} of {withErrors} answers with errors have no extensions.code.',
      ja: 'エラーを含む応答 {withErrors} 件中 {withoutCode} 件に extensions.code がありません。',
    },
    why: {
      en: "A client's own mistake cannot be told from a failure of the server: it counts as the server's.",
      ja: '利用者側の誤りとサーバーの失敗を区別できず、サーバーの失敗として数えられます。',
    },
    act: {
      en: 'Throw GraphQLError with extensions.code (BAD_USER_INPUT, UNAUTHENTICATED, …), or write rules for messages.',
      ja: 'GraphQLError に extensions.code (BAD_USER_INPUT、UNAUTHENTICATED など) を付けてください。',
    },
  },
  'unnamed-operations': {
    title: { en: 'operations without a name', ja: '名前のない操作' },
    seen: {
      en: 'None of {operations} operations has a name.',
      ja: '{operations} 件の操作に名前がありません。',
    },
    why: {
      en: 'The payment and a search are one number: no operation can have a promise of its own.',
      ja: '支払いも検索も 1 つの数になり、操作ごとの SLO を持てません。',
    },
    act: {
      en: 'Name operations in the clients, and log operation.',
      ja: 'クライアントで操作に名前を付け、operation として記録してください。',
    },
  },
  'bad-samples': {
    title: { en: 'samples that cannot be read', ja: '読めない応答' },
    seen: {
      en: '{unread} samples cannot be read beside {operations} that can.',
      ja: '読めない応答が {unread} 件あります (読めたもの {operations} 件)。',
    },
    why: {
      en: 'What cannot be read may be what failed.',
      ja: '読めないものに失敗が含まれている可能性があります。',
    },
    act: {
      en: 'Log a JSON line for each answer: `status`, `contentType`, `body`; slo classify graphql names each bad line.',
      ja: '1 行に 1 つの JSON `status`, `contentType`, `body` で記録してください。行番号は slo classify graphql で分かります。',
    },
  },
};
