import { shared } from './fields.ts';
import type { WordsOf } from './words.ts';

export const opsViewWords: WordsOf<
  'ops.list' | 'ops.show' | 'ops.history' | 'ops.who' | 'ops.sweep' | 'ops.spare' | 'ops.cost'
> = {
  'ops.list': {
    title: { en: 'Who has what', ja: '貸出の一覧' },
    help: { en: 'leases that are open now', ja: 'いま有効な貸出を一覧します' },
    command: { en: 'list', ja: '一覧' },
    fields: { environment: shared.environment, holder: shared.holder, limit: shared.limit },
  },
  'ops.show': {
    title: { en: 'Lease', ja: '貸出の詳細' },
    help: { en: 'one lease with everything about it', ja: '貸出をひとつ詳しく表示します' },
    command: { en: 'show', ja: '詳細' },
    fields: { id: shared.id },
  },
  'ops.history': {
    title: { en: 'History', ja: '履歴' },
    help: { en: 'past and present leases, searchable', ja: '過去から現在までの貸出を検索します' },
    command: { en: 'history', ja: '履歴' },
    fields: {
      search: {
        en: 'words in the reason, ticket, id, instance or people',
        ja: '理由・チケット・ID・インスタンス・人名に含まれる語',
      },
      environment: shared.environment,
      holder: shared.holder,
      state: { en: 'only in this state', ja: '状態で絞り込む' },
      since: shared.since,
      until: shared.until,
      limit: shared.limit,
      before: { en: 'last lease of the page before', ja: '前のページの最後の貸出' },
    },
  },
  'ops.who': {
    title: { en: 'Who is connected', ja: '接続中の人' },
    help: {
      en: 'open sessions on ops servers',
      ja: '作業サーバーに接続中のセッションを表示します',
    },
    command: { en: 'who', ja: '接続者' },
    fields: { environment: shared.environment },
  },
  'ops.sweep': {
    title: { en: 'Sweep', ja: '掃除' },
    help: { en: 'find servers that no lease explains', ja: '貸出のないサーバーを探します' },
    command: { en: 'sweep', ja: '掃除' },
    fields: {
      environment: shared.environment,
      apply: { en: 'act now instead of only telling', ja: '報告だけでなく、いま実行する' },
      trustDatabase: {
        en: 'this database is the right one, although it is new or restored',
        ja: '新規または復元したデータベースを正しいものとして扱う',
      },
    },
  },
  'ops.spare': {
    title: { en: 'Spare a server', ja: 'サーバーを対象外にする' },
    help: { en: 'keep a server that the sweep would end', ja: '掃除の対象からサーバーを外します' },
    command: { en: 'spare', ja: '対象外' },
    fields: {
      instanceId: {
        en: 'the instance, such as i-0abc1234def567890',
        ja: 'インスタンス ID(例: i-0abc1234def567890)',
      },
      reason: { en: 'why it stays', ja: '残す理由' },
    },
  },
  'ops.cost': {
    title: { en: 'Cost', ja: '費用' },
    help: { en: 'what was spent and saved, by week', ja: '週ごとの費用と節約額を表示します' },
    command: { en: 'cost', ja: '費用' },
    fields: { weeks: { en: 'how many weeks', ja: '週の数' } },
  },
};
