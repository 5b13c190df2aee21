import type { Pair } from '@sekisho/words';
import { engineShapes } from './engine-shapes.ts';
import { recordingShapes } from './recording-shapes.ts';
import { serverShapes } from './server-shapes.ts';
import { pair, type Shape } from './shape-pair.ts';
import { slackShapes } from './slack-shapes.ts';

/** What each check of the schema wants, by its message. */
const shapes = {
  ...serverShapes,
  ...slackShapes,
  ...engineShapes,
  ...recordingShapes,
  name: pair(
    'a name',
    'lower-case letters, digits and hyphens: web-team',
    '名前',
    '英小文字・数字・ハイフン(例: web-team)',
  ),
  duration: pair('a span of time', '30m, 1h30m, 7d', '時間', '30分、1時間30分、7日、30m'),
  'time-zone': pair('a time zone', 'Asia/Tokyo or UTC', 'タイムゾーン', 'Asia/Tokyo、UTC'),
  selector: pair(
    'a choice of people',
    'group:sre, role:sre, person:hanako, repository:infra, on-call or everyone',
    '対象者の指定',
    'group:sre、role:sre、person:hanako、repository:infra、on-call、everyone',
  ),
  email: pair('an e-mail address', 'hanako@example.com', 'メールアドレス', 'hanako@example.com'),
  github: pair('a GitHub login', 'octocat', 'GitHub のユーザー名', 'octocat'),
  'alert-variable': pair(
    'the name of a variable for alerting',
    'SEKISHO_ALERT_PAGERDUTY_KEY',
    '通知用の環境変数の名前',
    'SEKISHO_ALERT_PAGERDUTY_KEY',
  ),
  'github-variable': pair(
    'the name of a variable that is kept for GitHub',
    'SEKISHO_GITHUB_TOKEN',
    'GitHub 用の環境変数の名前',
    'SEKISHO_GITHUB_TOKEN',
  ),
  'login-variable': pair(
    'the name of a variable that is kept for logins',
    'SEKISHO_LOGIN_SECRET',
    'ログイン用の環境変数の名前',
    'SEKISHO_LOGIN_SECRET',
  ),
  'oauth-scope': pair('a scope', 'openid, email', 'スコープ', 'openid、email'),
  'webhook-names': pair(
    'webhooks of different names',
    'each name once',
    '名前の異なる Webhook',
    '名前は 1 度ずつ',
  ),
  origin: pair(
    'the origin of a site',
    'https://shop.example.com',
    'サイトのオリジン',
    'https://shop.example.com',
  ),
  clock: pair('a time of day', '"09:00"', '時刻', '"09:00"'),
  account: pair(
    'an AWS account',
    '"111111111111" (in quotes)',
    'AWS アカウント ID',
    '"111111111111"(引用符で囲む)',
  ),
  'account-name': pair(
    'a name of an account',
    'letters, digits, hyphens and underscores: shop-production',
    'アカウントの名前',
    '英数字・ハイフン・下線(例: shop-production)',
  ),
  'permission-set': pair(
    'the name of a permission set',
    'ReadOnly',
    '許可セットの名前',
    'ReadOnly',
  ),
  'role-name': pair(
    'the name of a role, with its path',
    'Deploy or ci/Deploy',
    'ロール名(パスつき)',
    'Deploy、ci/Deploy',
  ),
  'session-tag': pair('a session tag', 'team: sre', 'セッションタグ', 'team: sre'),
  color: pair('a colour', '"d9534f" (in quotes)', '色', '"d9534f"(引用符で囲む)'),
  region: pair('an AWS region', 'ap-northeast-1', 'AWS リージョン', 'ap-northeast-1'),
  'role-arn': pair(
    'the ARN of a role',
    'arn:aws:iam::111111111111:role/sekisho',
    'ロールの ARN',
    'arn:aws:iam::111111111111:role/sekisho',
  ),
  'policy-name': pair(
    'the beginning of a policy name: a letter, then up to 63 letters, digits, - and _',
    'sekisho-live-sessions',
    'ポリシー名の先頭(英字で始まる英数字・-・_、64 文字以内)',
    'sekisho-live-sessions',
  ),
  'external-id': pair('an external id', 'sekisho-practice', '外部 ID', 'sekisho-practice'),
  workflow: pair(
    'a workflow pinned to a ref or commit',
    'acme/infra/.github/workflows/apply.yml@refs/heads/main',
    'ref かコミットを固定したワークフロー',
    'acme/infra/.github/workflows/apply.yml@refs/heads/main',
  ),
  'ref-pattern': pair(
    'a git ref, in which * may stand',
    'refs/heads/main, refs/heads/release/*',
    'git の ref(* を使えます)',
    'refs/heads/main、refs/heads/release/*',
  ),
  provider: pair('a provider', 'hashicorp/aws', 'プロバイダー', 'hashicorp/aws'),
  'policy-action': pair(
    'either Action or NotAction, and either Resource or NotResource',
    "{ Effect: Allow, Action: ['ec2:*'], Resource: '*' }",
    'Action か NotAction、Resource か NotResource のどちらか一方ずつ',
    "{ Effect: Allow, Action: ['ec2:*'], Resource: '*' }",
  ),
  event: pair('an event of GitHub Actions', 'push', 'GitHub Actions のイベント', 'push'),
  'repository-id': pair(
    'the id of a repository',
    '"123456789" (in quotes; gh api repos/OWNER/NAME --jq .id)',
    'リポジトリの ID',
    '"123456789"(引用符で囲む。gh api repos/OWNER/NAME --jq .id で確認)',
  ),
  repository: pair('a repository', 'acme/infra', 'リポジトリ', 'acme/infra'),
  moment: pair(
    'a moment with its offset',
    '"2026-01-05T09:00:00+09:00"',
    '時差つきの日時',
    '"2026-01-05T09:00:00+09:00"',
  ),
  'public-key': pair(
    'a public key',
    '"publicKey" of a checkpoint, beginning with MCowBQYDK2VwAyEA',
    '公開鍵',
    'チェックポイントの publicKey(MCowBQYDK2VwAyEA で始まる値)',
  ),
  url: pair('a web address', 'https://sekisho.example.com', 'URL', 'https://sekisho.example.com'),
  bucket: pair('the name of an S3 bucket', 'shop-alb-logs', 'S3 バケット名', 'shop-alb-logs'),
  header: pair(
    'a header that may stand in a file',
    'X-Scope-OrgID: "shop"; a token goes into "tokenVariable"',
    'ファイルに書けるヘッダー',
    'X-Scope-OrgID: "shop"(トークンは tokenVariable で指定)',
  ),
  'datadog-site': pair(
    'a site of Datadog',
    'ap1.datadoghq.com',
    'Datadog のサイト',
    'ap1.datadoghq.com',
  ),
  label: pair('the name of a label', 'instance', 'ラベル名', 'instance'),
  'field-names': pair(
    'the name of a field, or a list of names',
    'status, or [http.status, status]',
    '項目名、または項目名のリスト',
    'status、または [http.status, status]',
  ),
  'source-variable': pair(
    'the name of a variable that is kept for sources',
    'SEKISHO_SOURCE_PROMETHEUS_TOKEN',
    'データソース用の環境変数名',
    'SEKISHO_SOURCE_PROMETHEUS_TOKEN',
  ),
  'table-name': pair('the name of a table', 'logs.alb', 'テーブル名', 'logs.alb'),
  workgroup: pair(
    'the name of an Athena workgroup',
    'primary',
    'Athena のワークグループ名',
    'primary',
  ),
  's3-address': pair(
    'a folder in S3',
    's3://shop-athena-results/slo/',
    'S3 上のフォルダー',
    's3://shop-athena-results/slo/',
  ),
  'prometheus-selector': pair(
    'a metric with label matchers (Sekisho reads the samples as they are stored: no functions, no ranges)',
    'http_requests_total{job="shop",code!~"5.."}',
    'メトリクス名とラベルの条件(保存された値を直接読むため、関数や範囲は書けません)',
    'http_requests_total{job="shop",code!~"5.."}',
  ),
  'query-text': pair('a query', 'text that is not empty', 'クエリー', '空でない文字列'),
} as const satisfies Record<string, Pair<Shape>>;

const unknown = pair('right', 'the documentation says', '正しい値', 'ドキュメントの例');

/** Words for the shape that a check wants, by the message of its schema. */
export function shapeOf(message: string): Pair<Shape> {
  return Object.hasOwn(shapes, message) ? shapes[message as keyof typeof shapes] : unknown;
}
