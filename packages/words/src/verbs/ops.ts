import { shared } from './fields.ts';
import type { WordsOf } from './words.ts';

export const opsWords: WordsOf<
  | 'ops.start'
  | 'ops.quote'
  | 'ops.extend'
  | 'ops.hold'
  | 'ops.handover'
  | 'ops.replace'
  | 'ops.stop'
  | 'ops.connect'
  | 'ops.forward'
> = {
  'ops.start': {
    title: { en: 'Start an ops server', ja: '作業サーバーを開始' },
    help: { en: 'ask for an ops server in an environment', ja: '環境に作業サーバーを依頼します' },
    command: { en: 'start', ja: '開始' },
    fields: {
      environment: shared.environment,
      for: shared.for,
      reason: {
        en: 'why you need it; approvers and the timeline show it',
        ja: '理由(承認者とタイムラインに表示されます)',
      },
      ticket: shared.ticket,
      size: shared.size,
      at: shared.at,
      breakGlass: shared.breakGlass,
    },
  },
  'ops.quote': {
    title: { en: 'Cost and approval', ja: '費用と承認の確認' },
    help: {
      en: 'what it would cost and who must agree, without asking for it',
      ja: '依頼する前に、費用と必要な承認を確かめます',
    },
    command: { en: 'quote', ja: '見積' },
    fields: {
      environment: shared.environment,
      for: shared.for,
      reason: { en: 'the reason you would give', ja: '依頼するときの理由' },
      ticket: shared.ticket,
      size: shared.size,
      at: shared.at,
      breakGlass: shared.breakGlass,
    },
  },
  'ops.extend': {
    title: { en: 'Extend', ja: '延長' },
    help: { en: 'move the deadline later', ja: '期限を延ばします' },
    command: { en: 'extend', ja: '延長' },
    fields: {
      id: shared.id,
      by: { en: 'how much longer, such as 30m', ja: '延長する時間(例: 30分)' },
    },
  },
  'ops.hold': {
    title: { en: 'Hold', ja: '保持' },
    help: {
      en: 'keep an idle server for a while, for work that runs on its own',
      ja: '人が接続していない間も、しばらくサーバーを残します',
    },
    command: { en: 'hold', ja: '保持' },
    fields: {
      id: shared.id,
      for: { en: 'how long idleness shall not count', ja: '未使用とみなさない時間' },
      reason: { en: 'what keeps running', ja: '動き続ける作業の内容' },
    },
  },
  'ops.handover': {
    title: { en: 'Hand over', ja: '引き継ぎ' },
    help: { en: 'make someone else the holder', ja: '別の人に利用者を引き継ぎます' },
    command: { en: 'handover', ja: '引き継ぎ' },
    fields: { id: shared.id, to: { en: 'who takes it over', ja: '引き継ぐ相手' } },
  },
  'ops.replace': {
    title: { en: 'Replace', ja: '入れ替え' },
    help: {
      en: 'end the server and start it again on the newest image, with the same deadline; what is on it is lost',
      ja: 'サーバーを終了し、最新のイメージで起動し直します(期限は同じ。中のデータは失われます)',
    },
    command: { en: 'replace', ja: '入れ替え' },
    fields: {
      id: shared.id,
      force: {
        en: 'also while it is held: what runs on it is lost',
        ja: '保持中でも入れ替えます(動いている作業は失われます)',
      },
    },
  },
  'ops.stop': {
    title: { en: 'Return', ja: '返却' },
    help: { en: 'give the server back now', ja: 'サーバーをいま返却します' },
    command: { en: 'stop', ja: '返却' },
    fields: {
      id: shared.id,
      reason: { en: 'why, if it is not yours', ja: '理由(他の人の貸出を止めるとき)' },
    },
  },
  'ops.connect': {
    title: { en: 'Connect', ja: '接続' },
    help: {
      en: 'show the command that opens a session',
      ja: 'セッションを開くコマンドを表示します',
    },
    command: { en: 'connect', ja: '接続' },
    fields: { id: shared.id },
  },
  'ops.forward': {
    title: { en: 'Forward a port', ja: 'ポート転送' },
    help: {
      en: 'show the command that reaches a host through the server',
      ja: 'サーバーを経由してホストに届くコマンドを表示します',
    },
    command: { en: 'forward', ja: '転送' },
    fields: {
      id: shared.id,
      to: { en: 'name of the target, such as db', ja: '転送先の名前(例: db)' },
      localPort: { en: 'port on your machine', ja: '手元のポート番号' },
    },
  },
};
