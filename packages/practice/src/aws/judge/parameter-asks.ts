import type { AnyCall, Ask } from './ask.ts';

/** What reading or writing parameters asks for: each of them, without its version, and with one slash before its name. */
export function parameterAsks(call: AnyCall, names: readonly string[]): readonly Ask[] {
  const { account, region, operation } = call;
  const all = `arn:aws:ssm:${region}:${account}:parameter/`;
  return names.map((asked) => {
    const name = (asked.startsWith(all) ? asked.slice(all.length) : asked).split(':')[0] ?? '';
    return { action: `ssm:${operation}`, resource: all + name.replace(/^\//, '') };
  });
}
