/** Everything that an iterable gives, once it has ended. */
export async function collect<T>(given: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const each of given) all.push(each);
  return all;
}
