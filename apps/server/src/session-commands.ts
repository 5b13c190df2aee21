import { connectCommand, forwardCommand, shellQuote } from '@sekisho/aws';
import type { SessionCommands } from '@sekisho/core';
import { connectCommand as containerCommand } from '@sekisho/docker';

/** The exact `aws` commands, which in practice name practice AWS; of a container the `docker` ones. */
export function sessionCommands(endpoint: string | null): SessionCommands {
  const at = endpoint === null ? [] : ['--endpoint-url', endpoint];
  return {
    connect: ({ engine, ...to }) =>
      engine === null ? [...connectCommand(to), ...at] : containerCommand(engine, to.instanceId),
    forward: (to) => [...forwardCommand(to), ...at],
    quote: shellQuote,
  };
}
