const removed = '[secret removed]';

/** Things that are secrets whatever is written around them. */
const secrets = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  // AWS access key ids, GitHub tokens, Slack tokens and hooks, our own tokens, JSON Web Tokens.
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,})/g,
  /\bxox[a-z]-[A-Za-z0-9-]{10,}|\bxapp-[A-Za-z0-9-]{10,}/g,
  /\bhooks\.slack\.com\/services\/[A-Za-z0-9/]+/g,
  /\bsk_[\w-]{43}(?![\w-])/g,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g,
];

/** `PASSWORD=…`, `aws_secret_access_key: …`, `//user:…@host`: the name stays, the value goes. */
const assigned = [
  /((?:password|passwd|secret|token|api_?key)["']?\s*=\s*["']?)(?!\[secret)[^\s"']+/gi,
  /(aws_(?:secret_access_key|session_token)["']?\s*[=:]\s*["']?)(?!\[secret)[^\s"']+/gi,
  // A password may hold `/` and `@`; a port before a path that has an `@` is none.
  /(\/\/[^\s:/@"]*:)(?!\[secret|\d{1,5}\/)[^\s"]{1,300}(?=@)/g,
];

/** Takes out what looks like a secret, so that a slip of the clipboard is not kept for ever. */
export function scrub(text: string): string {
  const without = secrets.reduce((left, pattern) => left.replace(pattern, removed), text);
  return assigned.reduce((left, pattern) => left.replace(pattern, `$1${removed}`), without);
}

/**
 * The same for every text directly in a verb's input; deeper ones, such as checkpoints, are no person's words.
 * @param isSecret whether a field is there to hold a secret, which is then neither kept nor told
 */
export function scrubInput(
  input: Readonly<Record<string, unknown>>,
  isSecret: (field: string) => boolean = () => false,
): Record<string, unknown> {
  const scrubbed = Object.entries(input).map(([field, value]) => [
    field,
    typeof value === 'string' && !isSecret(field) ? scrub(value) : value,
  ]);
  return Object.fromEntries(scrubbed) as Record<string, unknown>;
}
