/**
 * Runs `work` one at a time: asked during a run, it runs once more after it, however often it was
 * asked. The promise is of the run that covers the question. Errors: those of `work`.
 */
export function coalesce(work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const run = async () => {
    try {
      do {
        again = false;
        await work();
      } while (again);
    } finally {
      running = null;
    }
  };
  return () => {
    again = true;
    running ??= run();
    return running;
  };
}
