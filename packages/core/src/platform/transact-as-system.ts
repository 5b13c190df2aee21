import { type House, type Tx, transact } from './context.ts';
import { systemPrincipal } from './system-principal.ts';

/** One transaction of Sekisho's own: nobody asked for it. Errors: those of `work`. */
export function transactAsSystem<T>(house: House, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(house, systemPrincipal(house.clock.now()), work);
}
