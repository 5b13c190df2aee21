import { isIP } from 'node:net';
import { isReachable } from './address.ts';
import { type Address, ExchangeError } from './exchange.ts';

/** Asks the resolver for all addresses of a name. */
export type Lookup = (name: string) => Promise<readonly Address[]>;

/**
 * The address to connect to. A name of which any address may not be reached is refused as a whole:
 * whoever mixes them means no good, and the next look would draw another.
 * @throws {ExchangeError}
 */
export async function findAddress(
  url: URL,
  reach: 'public' | 'private',
  lookup: Lookup,
  signal: AbortSignal,
): Promise<Address> {
  const name = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const literal = isIP(name);
  const addresses =
    literal === 0
      ? await resolved(name, lookup, signal)
      : [{ address: name, family: literal === 4 ? (4 as const) : (6 as const) }];
  const [first] = addresses;
  if (first === undefined) throw new ExchangeError('dns', 'ENOTFOUND');
  if (addresses.every(({ address }) => isReachable(address, reach))) return first;
  throw new ExchangeError('address', 'forbidden-address');
}

async function resolved(
  name: string,
  lookup: Lookup,
  signal: AbortSignal,
): Promise<readonly Address[]> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = () => reject(new ExchangeError('dns', 'timeout'));
  // A resolver cannot be told to stop: it is only waited for no longer.
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await Promise.race([promise, lookup(name)]);
  } catch (error) {
    if (error instanceof ExchangeError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new ExchangeError('dns', code, error);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
