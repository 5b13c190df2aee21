import type { ProblemWordsOf } from '../problems/words-of.ts';

/** What can be wrong with `ci`. */
export const ciWords: ProblemWordsOf<
  | 'ci-without-url'
  | 'ci-without-links'
  | 'ci-without-environment'
  | 'ci-without-issuer'
  | 'unknown-issuer'
  | 'ci-policy-too-long'
  | 'ci-policy-key'
  | 'ci-insecure'
  | 'ci-session'
  | 'ci-too-long'
  | 'ci-drain'
  | 'ci-forks'
  | 'ci-shared-role'
  | 'repository-agrees'
  | 'unknown-repository'
  | 'unknown-purpose'
> = {
  'ci-without-url': {
    en: () => ({
      why: 'A job asks for a token made for Sekisho, and nothing says what Sekisho’s address is.',
      fix: 'Add "url: https://sekisho.example.com", or "audience" here.',
    }),
    ja: () => ({
      why: 'ジョブは Sekisho 宛てのトークンを発行しますが、Sekisho の URL が書かれていません。',
      fix: 'url: https://sekisho.example.com を追加するか、ここに audience を書いてください。',
    }),
  },
  'ci-without-links': {
    en: () => ({
      why: 'Nothing says where people open the console: the log of a job that waits, and its card, cannot link to where it is approved.',
      fix: 'Add "url: https://sekisho.example.com" at the top.',
    }),
    ja: () => ({
      why: 'コンソールの URL がないため、承認待ちのジョブのログやカードに承認ページへのリンクを出せません。',
      fix: '先頭に url: https://sekisho.example.com を追加してください。',
    }),
  },
  'ci-without-environment': {
    en: () => ({
      why: 'Any job of the workflow may ask for this role, the one that makes the plan too: code that runs while it plans (providers, external data sources) could show a harmless plan, and have the role once somebody agrees.',
      fix: 'Add "environment: production" here, and name that environment in the job that applies, in no other.',
    }),
    ja: () => ({
      why: 'ワークフローのどのジョブもこのロールを求められます。plan を作るジョブで動くコード(プロバイダーや external データソース)が、無害な plan を見せて承認を得て、ロールを使えてしまいます。',
      fix: 'ここに environment: production を追加し、ワークフローでは apply するジョブだけにその environment を指定してください。',
    }),
  },
  'ci-without-issuer': {
    en: (f) => ({
      why: 'Tokens of several issuers are believed, and each GitHub numbers its repositories by itself: whoever administers one could make a repository with this id.',
      fix: `Write here whose it is: ${f.known.map((url) => `"issuer: ${url}"`).join(' or ')}.`,
    }),
    ja: (f) => ({
      why: '複数の発行者のトークンを受け入れていますが、リポジトリ ID は GitHub ごとの連番です。片方の管理者が同じ ID のリポジトリを作れてしまいます。',
      fix: `どの GitHub のリポジトリかをここに書いてください: ${f.known.map((url) => `issuer: ${url}`).join(' または ')}`,
    }),
  },
  'unknown-issuer': {
    en: (f) => ({
      why: `Tokens of "${f.value}" are not believed: it is not one of "issuers" under "ci".`,
      fix: `Add it there, or write one of these: ${f.known.join(', ')}.`,
    }),
    ja: (f) => ({
      why: `「${f.value}」は ci の issuers にないため、トークンが受け入れられません。`,
      fix: `issuers に追加するか、次のいずれかにしてください: ${f.known.join('、')}`,
    }),
  },
  'ci-policy-too-long': {
    en: (f) => ({
      why: `This policy has ${f.length} characters with the conditions by which Sekisho ends each statement; there is room for ${f.most}.`,
      fix: 'Write fewer statements, name fewer actions (ec2:* for many of one service), or attach them to the role and leave "policy" out.',
    }),
    ja: (f) => ({
      why: `このポリシーは、貸出を終わらせるために Sekisho が各ステートメントに加える条件を含めて ${f.length} 文字あります。使えるのは ${f.most} 文字までです。`,
      fix: 'ステートメントやアクションをまとめる(例: ec2:*)か、ロール自体に付けて policy を消してください。',
    }),
  },
  'ci-policy-key': {
    en: (f) => ({
      why: `A condition on ${f.value} is how Sekisho ends what is lent; two on one key would hold where either does.`,
      fix: 'Remove that condition.',
    }),
    ja: (f) => ({
      why: `${f.value} の条件は、貸出を終わらせるために Sekisho が使います。`,
      fix: 'その条件を消してください。',
    }),
  },
  'ci-insecure': {
    en: (f) => ({
      why: `${f.value} is read without TLS: whoever is on the way could bring keys of their own.`,
      fix: 'Write an address that begins with https://.',
    }),
    ja: (f) => ({
      why: `${f.value} は TLS なしで読み込まれるため、経路上の第三者が鍵を差し替えられます。`,
      fix: 'https:// で始まる URL にしてください。',
    }),
  },
  'ci-session': {
    en: (f) => ({
      why: `Credentials cannot be good for ${f.value}: AWS makes them for 15m at least, and for 1h at most by a role that was reached by another.`,
      fix: 'Write between 15m and 1h; a job renews them while its lease lives.',
    }),
    ja: (f) => ({
      why: `認証情報の有効期間 ${f.value} は指定できません。AWS の下限は 15m、ロールから別のロールを引き受ける場合の上限は 1h です。`,
      fix: '15m から 1h の間にしてください。リースが有効な間はジョブが自動で更新します。',
    }),
  },
  'ci-too-long': {
    en: (f) => ({
      why: `${f.value} is longer than any job needs strong rights at once.`,
      fix: 'Write 12h or less.',
    }),
    ja: (f) => ({
      why: `${f.value} は、ジョブに強い権限を貸す時間としては長すぎます。`,
      fix: '12h 以下にしてください。',
    }),
  },
  'ci-drain': {
    en: (f) => ({
      why: `Nothing that was issued lives ${f.value} longer: credentials are good for 1h at most.`,
      fix: 'Write 1h or less, or leave "drain" out to cut at the deadline.',
    }),
    ja: (f) => ({
      why: `認証情報の有効期間は最長 1h のため、期限後に ${f.value} 使い続けることはできません。`,
      fix: '1h 以下にするか、期限で打ち切るなら drain を消してください。',
    }),
  },
  'ci-forks': {
    en: (f) => ({
      why: `A token of "${f.value}" does not say whether the code is from a fork.`,
      fix: 'Remove the event, or write "forks: true" if code of forks may ask for this role.',
    }),
    ja: (f) => ({
      why: `「${f.value}」のトークンからは、コードがフォークのものかどうかわかりません。`,
      fix: 'イベントを消すか、フォークのコードにもこのロールを許すなら forks: true と書いてください。',
    }),
  },
  'ci-shared-role': {
    en: (f) => ({
      why: `${f.value} is also the role of ${f.first}: jobs of one purpose would have what is lent for the other.`,
      fix: 'Make a role for each: one that only reads for plans, a strong one for each window.',
    }),
    ja: (f) => ({
      why: `${f.value} は ${f.first} のロールでもあるため、片方に貸した権限をもう片方のジョブも使えてしまいます。`,
      fix: '用途ごとにロールを分けてください(plan 用は読み取り専用、window は専用の強いロール)。',
    }),
  },
  'repository-agrees': {
    en: () => ({
      why: 'The jobs of a repository can ask for something, and can agree to nothing.',
      fix: 'Name people here: group:NAME, role:ROLE, person:ID or on-call.',
    }),
    ja: () => ({
      why: 'リポジトリのジョブは依頼できますが、承認はできません。',
      fix: 'group:NAME、role:ROLE、person:ID、on-call で人を指定してください。',
    }),
  },
  'unknown-repository': {
    en: (f) => ({
      why: `There is no repository "${f.value}" under "ci".`,
      fix: f.known.length === 0 ? 'Declare it there.' : `Repositories: ${f.known.join(', ')}.`,
    }),
    ja: (f) => ({
      why: `ci に「${f.value}」というリポジトリはありません。`,
      fix:
        f.known.length === 0 ? 'ci に追加してください。' : `ci にある名前: ${f.known.join('、')}`,
    }),
  },
  'unknown-purpose': {
    en: (f) => ({
      why: `No repository under "ci" has a purpose "${f.value}".`,
      fix: f.known.length === 0 ? 'Declare it there.' : `Purposes: ${f.known.join(', ')}.`,
    }),
    ja: (f) => ({
      why: `ci に「${f.value}」という用途はありません。`,
      fix:
        f.known.length === 0 ? 'ci に追加してください。' : `ci にある用途: ${f.known.join('、')}`,
    }),
  },
};
