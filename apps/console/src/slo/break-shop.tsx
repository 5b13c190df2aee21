import { Button } from '@mantine/core';
import { headers } from '../shared/headers.ts';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { useBusy } from '../shared/use-busy.ts';

/** In practice: lets the shop fail, so that one can watch a budget burn, a page come, and what it says. */
export function BreakShop() {
  const { t, exact } = useSay();
  const { busy, run } = useBusy();
  const breakIt = async () => {
    const answer = await fetch('/practice/break-shop', { method: 'POST', headers: headers() });
    if (!answer.ok) throw new Error(`practice answered ${answer.status}`);
    const { from } = (await answer.json()) as { readonly from: string };
    toast({ kind: 'done', text: t.slo.broken(exact(from)) });
  };
  return (
    <Button variant="default" loading={busy} onClick={() => run(breakIt)}>
      {t.slo.breakShop}
    </Button>
  );
}
