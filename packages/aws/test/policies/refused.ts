import { expect } from 'vitest';

/** Holds a call to be refused by policies: for this action, and in words that hold these. */
export async function refused(call: Promise<unknown>, action: string, words = ''): Promise<void> {
  const error = await call.then(
    () => expect.fail(`${action} was allowed`),
    (thrown: unknown) => thrown as Error,
  );
  expect(error.name).toMatch(/^(?:UnauthorizedOperation|AccessDenied(?:Exception)?)$/);
  expect(error.message).toContain(`not authorized to perform: ${action} on`);
  expect(error.message).toContain(words);
}
