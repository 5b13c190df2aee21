import { pair } from './shape-pair.ts';

/** What checks of `recording` and `keeping` want, by their messages. */
export const recordingShapes = {
  bucket: pair('the name of a bucket', 'acme-recordings', 'バケットの名前', 'acme-recordings'),
  's3-folder': pair(
    'a folder of a bucket, with a slash at its end',
    's3://acme-sekisho/anchors/',
    'バケット内のフォルダー(末尾はスラッシュ)',
    's3://acme-sekisho/anchors/',
  ),
  's3-folders-apart': pair(
    'a folder that is neither in that of keeping.anchors nor around it',
    's3://acme-sekisho/backups/',
    'keeping.anchors と重ならないフォルダー',
    's3://acme-sekisho/backups/',
  ),
  'an-hour-or-more': pair('a span of an hour or more', '3h, 2d', '1 時間以上の時間', '3時間、2d'),
  'key-prefix': pair(
    'the beginning of keys in a bucket',
    'sessions/111111111111',
    'バケット内のキーのプレフィックス',
    'sessions/111111111111',
  ),
  'log-group': pair(
    'the name of a log group',
    '/sekisho/sessions',
    'ロググループの名前',
    '/sekisho/sessions',
  ),
  reader: pair(
    'who may read recordings',
    'role:admin, role:sre, group:audit, person:hanako or on-call',
    '記録を読める人の指定',
    'role:admin、role:sre、group:audit、person:hanako、on-call',
  ),
};
