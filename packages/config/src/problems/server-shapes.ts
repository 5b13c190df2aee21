import type { Pair } from '@sekisho/words';
import { pair, type Shape } from './shape-pair.ts';

/** What an ops server is made of and reaches. */
export const serverShapes = {
  'launch-template': pair(
    'the name or id of a launch template',
    'sekisho-ops-server or lt-0abc1234def567890',
    '起動テンプレートの名前か ID',
    'sekisho-ops-server、lt-0abc1234def567890',
  ),
  'instance-type': pair('an instance type', 't3.small', 'インスタンスタイプ', 't3.small'),
  'session-document': pair(
    'the name of a session document',
    'Sekisho-ForwardPort',
    'セッションドキュメントの名前',
    'Sekisho-ForwardPort',
  ),
  host: pair('a host name', 'db.example.internal', 'ホスト名', 'db.example.internal'),
} as const satisfies Record<string, Pair<Shape>>;
