/** Where Session Manager puts a session's log. Source: amazon-ssm-agent, `agent/session/plugins/sessionplugin`. */
export function objectKey({ prefix }: { readonly prefix: string }, session: string): string {
  return prefix === '' ? `${session}.log` : `${prefix}/${session}.log`;
}
