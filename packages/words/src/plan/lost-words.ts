import type { LostKind } from '@sekisho/terraform-plan';
import type { Pair } from '../language.ts';

/** What is lost with a resource that holds data. */
export const lostWords = {
  database: { en: 'database', ja: 'データベース' },
  table: { en: 'table', ja: 'テーブル' },
  objects: { en: 'object storage', ja: 'オブジェクトストレージ' },
  files: { en: 'file system', ja: 'ファイルシステム' },
  disk: { en: 'disk', ja: 'ディスク' },
  cache: { en: 'cache', ja: 'キャッシュ' },
  'search-index': { en: 'search index', ja: '検索インデックス' },
  stream: { en: 'stream', ja: 'ストリーム' },
  queue: { en: 'queue', ja: 'キュー' },
  key: { en: 'encryption key', ja: '暗号鍵' },
  images: { en: 'images', ja: 'イメージ' },
  users: { en: 'user directory', ja: 'ユーザーディレクトリ' },
  zone: { en: 'DNS zone or record', ja: 'DNS ゾーン・レコード' },
  secret: { en: 'secret', ja: 'シークレット' },
  backup: { en: 'backups', ja: 'バックアップ' },
  logs: { en: 'logs', ja: 'ログ' },
  cluster: { en: 'cluster', ja: 'クラスター' },
  account: { en: 'account', ja: 'アカウント' },
} as const satisfies Readonly<Record<LostKind, Pair>>;
