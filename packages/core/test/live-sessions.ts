/** Practice's configuration with a second admin, and a role by which live sessions could be ended. */
export function withLiveSessions(yaml: string): string {
  const role = 'arn:aws:iam::444444444444:role/sekisho-live-sessions';
  return yaml
    .replace(/^( {2}account: '444444444444')$/m, `$1\n  liveSessions: { roleArn: '${role}' }`)
    .replace(/(- id: sre2\n(?: {4}.*\n)*? {4}role: )sre\n/, '$1admin\n');
}
