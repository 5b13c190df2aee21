/** A role session name AWS accepts (2 to 64 of `\w+=,.@-`), so that CloudTrail names the installation. */
export function roleSessionName(installation: string): string {
  return `sekisho-${installation}`.replace(/[^\w+=,.@-]/g, '-').slice(0, 64);
}
