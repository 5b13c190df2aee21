interface Waiting<In, Out> {
  readonly one: In;
  readonly answer: PromiseWithResolvers<Out>;
}

/**
 * Does single pieces together: while a batch is being done, those who come are gathered for the
 * next, at most `most` of them. `work` answers in the order of its batch. When a batch fails, each
 * of it is tried alone, so that a bad one fails only itself. Errors: those of `work`.
 */
export function gather<In, Out>(
  work: (batch: readonly In[]) => Promise<readonly Out[]>,
  most: number,
): (one: In) => Promise<Out> {
  const waiting: Waiting<In, Out>[] = [];
  let busy = false;
  const empty = async () => {
    busy = true;
    while (waiting.length > 0) await settle(work, waiting.splice(0, most));
    busy = false;
  };
  return (one) => {
    const answer = Promise.withResolvers<Out>();
    waiting.push({ one, answer });
    if (!busy) void empty();
    return answer.promise;
  };
}

async function settle<In, Out>(
  work: (batch: readonly In[]) => Promise<readonly Out[]>,
  batch: readonly Waiting<In, Out>[],
): Promise<void> {
  try {
    const answers = await work(batch.map(({ one }) => one));
    for (const [index, { answer }] of batch.entries()) answer.resolve(answers[index] as Out);
  } catch (error) {
    const [only] = batch;
    if (batch.length === 1) only?.answer.reject(error);
    else for (const one of batch) await settle(work, [one]);
  }
}
