import { shared } from './fields.ts';
import type { WordsOf } from './words.ts';

export const recordWords: WordsOf<
  | 'timeline.list'
  | 'timeline.verify'
  | 'timeline.export'
  | 'timeline.anchor'
  | 'people.list'
  | 'people.directory'
  | 'people.me'
  | 'policy.explain'
  | 'token.create'
  | 'token.list'
  | 'token.revoke'
> = {
  'timeline.list': {
    title: { en: 'Timeline', ja: 'タイムライン' },
    help: { en: 'who did what, when and why', ja: '誰が、いつ、何を、なぜ行ったかを表示します' },
    command: { en: 'list', ja: '一覧' },
    fields: {
      actor: { en: 'only what this person did', ja: '行った人で絞り込む' },
      service: { en: 'only about this service', ja: 'サービスで絞り込む' },
      environment: shared.environment,
      lease: { en: 'only about this lease', ja: '貸出で絞り込む' },
      since: shared.since,
      until: shared.until,
      limit: shared.limit,
      before: { en: 'entries before this number', ja: 'この番号より前の記録' },
    },
  },
  'timeline.verify': {
    title: { en: 'Verify the timeline', ja: 'タイムラインの検証' },
    help: {
      en: 'check that no entry was changed, removed or added',
      ja: '記録の改変・削除・追加がないことを確かめます',
    },
    command: { en: 'verify', ja: '検証' },
    fields: {
      anchors: {
        en: 'signed checkpoints kept outside',
        ja: '外部に保管した署名付きチェックポイント',
      },
      keys: {
        en: 'public keys that may have signed them',
        ja: '署名に使われてよい公開鍵',
      },
    },
  },
  'timeline.export': {
    title: { en: 'Export the timeline', ja: 'タイムラインの書き出し' },
    help: {
      en: 'entries as they were hashed, for checking elsewhere',
      ja: 'ハッシュ計算時のままの記録を書き出します',
    },
    command: { en: 'export', ja: '書き出し' },
    fields: {
      after: { en: 'entries after this number', ja: 'この番号より後の記録' },
      limit: shared.limit,
    },
  },
  'timeline.anchor': {
    title: { en: 'Sign a checkpoint', ja: 'チェックポイントに署名' },
    help: {
      en: 'sign where the timeline stands, to be kept outside',
      ja: '現在の末尾に署名します。外部に保管してください',
    },
    command: { en: 'anchor', ja: '署名' },
    fields: {},
  },
  'people.list': {
    title: { en: 'People', ja: '名簿' },
    help: { en: 'everyone in the roster', ja: '名簿の全員を表示します' },
    command: { en: 'list', ja: '一覧' },
    fields: {},
  },
  'people.directory': {
    title: { en: 'Directory', ja: 'ディレクトリ' },
    help: {
      en: 'what the roster takes over from Identity Center, and how old that is',
      ja: '名簿が Identity Center から取り込んでいるものと、その新しさを表示します',
    },
    command: { en: 'directory', ja: 'ディレクトリ' },
    fields: {},
  },
  'people.me': {
    title: { en: 'Who am I', ja: '自分の情報' },
    help: {
      en: 'who you are to Sekisho and what you can reach',
      ja: '自分の権限と利用できる環境を表示します',
    },
    command: { en: 'me', ja: '自分' },
    fields: {},
  },
  'policy.explain': {
    title: { en: 'Explain the policy', ja: 'ポリシーの説明' },
    help: {
      en: 'who could get what, and which rule says so',
      ja: '誰が何を借りられるかと、その根拠を説明します',
    },
    command: { en: 'explain', ja: '説明' },
    fields: {
      person: { en: 'about whom', ja: '対象の人' },
      environment: shared.environment,
      for: shared.for,
    },
  },
  'token.create': {
    title: { en: 'Create a token', ja: 'トークンの発行' },
    help: {
      en: 'make an API token; it is shown once',
      ja: 'API トークンを発行します。表示は一度だけです',
    },
    command: { en: 'create', ja: '発行' },
    fields: {
      name: { en: 'what it is for', ja: '用途がわかる名前' },
      scopes: {
        en: 'verbs it may call, such as ops.list or ops.*',
        ja: '使える操作(例: ops.list、ops.*)',
      },
      expires: { en: 'how long it is valid, such as 30d', ja: '有効期間(例: 30日)' },
      agent: {
        en: 'it acts as an agent, which can never approve',
        ja: 'エージェントとして動く(承認はできません)',
      },
    },
  },
  'token.list': {
    title: { en: 'Tokens', ja: 'トークン一覧' },
    help: {
      en: 'your API tokens, without their secrets',
      ja: '自分の API トークンを表示します(秘密の値は出ません)',
    },
    command: { en: 'list', ja: '一覧' },
    fields: {},
  },
  'token.revoke': {
    title: { en: 'Revoke a token', ja: 'トークンの無効化' },
    help: { en: 'make a token useless at once', ja: 'トークンをすぐに使えなくします' },
    command: { en: 'revoke', ja: '無効化' },
    fields: {
      id: { en: 'the token, such as tok-4f6h8j2k', ja: 'トークンの ID(例: tok-4f6h8j2k)' },
    },
  },
};
