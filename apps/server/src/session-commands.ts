import { connectCommand, forwardCommand, shellQuote } from '@sekisho/aws';
import type { SessionCommands } from '@sekisho/core';

/** The exact `aws` commands; in practice they name practice AWS. */
export function sessionCommands(endpoint: string | null): SessionCommands {
  const at = endpoint === null ? [] : ['--endpoint-url', endpoint];
  return {
    connect: (to) => [...connectCommand(to), ...at],
    forward: (to) => [...forwardCommand(to), ...at],
    quote: shellQuote,
  };
}
