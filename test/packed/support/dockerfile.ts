import { readFileSync } from 'node:fs';
import { DockerfileParser } from 'dockerfile-ast';

const file = new URL('../../../deploy/docker/Dockerfile', import.meta.url);

/** The text of the Dockerfile. */
export const text = readFileSync(file, 'utf8');

/** What an engine does with a container of the image, as the Dockerfile says it. */
export function readImage() {
  const parsed = DockerfileParser.parse(text);
  const words = (list: { getJSONValue(): string }[] | undefined) =>
    (list ?? []).map((word) => word.getJSONValue());
  const [, ...health] = parsed.getHEALTHCHECKs()[0]?.getArguments() ?? [];
  const named = parsed.getENVs().flatMap((env) => env.getProperties());
  return {
    env: Object.fromEntries(named.map((each) => [each.getName(), each.getValue() ?? ''])),
    entrypoint: words(parsed.getENTRYPOINTs()[0]?.getJSONStrings()),
    command: words(parsed.getCMDs()[0]?.getJSONStrings()),
    healthcheck: JSON.parse(health.map((word) => word.getValue()).join(' ')) as string[],
    user: (/^USER (\d+):(\d+)$/m.exec(text) ?? []).slice(1, 3),
    stopSignal: /^STOPSIGNAL (\w+)$/m.exec(text)?.[1],
  };
}
