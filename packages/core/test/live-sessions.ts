/** Practice's configuration with a second admin, and a role by which live sessions could be ended. */
export function withLiveSessions(yaml: string): string {
  const role = 'arn:aws:iam::444444444444:role/sekisho-live-sessions';
  return yaml
    .replace(/^( {2}account: '444444444444')$/m, `$1\n  liveSessions: { roleArn: '${role}' }`)
    .replace(/^people:\n/m, (head) => head + secondAdmin);
}

const secondAdmin = `  - id: admin2
    name: { en: Jiro Kato, ja: 加藤 次郎 }
    email: jiro.kato@example.com
    slack: { team: T0PRACTICE, user: U0ADM2 }
    groups: []
    role: admin
    language: en
    timeZone: Asia/Tokyo
`;
