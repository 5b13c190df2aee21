import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tell } from '../shared/problem.ts';
import { useSay } from '../shared/say.ts';
import { toast } from '../shared/toasts.ts';
import { act, type Json, SlackError } from './api.ts';
import type { Surface } from './surface.ts';

/** Does something in Slack; what goes wrong is said, and everything is read again. */
export function useAct() {
  const { t } = useSay();
  const queries = useQueryClient();
  return async (path: string, body: Json): Promise<Awaited<ReturnType<typeof act>> | null> => {
    try {
      const answer = await act(path, body);
      if (answer.delivery?.error) {
        toast({ kind: 'error', text: t.chat.failed(answer.delivery.error) });
      }
      return answer;
    } catch (error) {
      if (error instanceof SlackError && Object.keys(error.fields).length > 0) throw error;
      const said =
        error instanceof SlackError
          ? { why: t.chat.failed(error.code), fix: t.chat.failedFix }
          : tell(error, t);
      toast({ kind: 'error', text: said.why, fix: said.fix });
      return null;
    } finally {
      void queries.invalidateQueries({ queryKey: ['slack'] });
    }
  };
}

/** The elements of one message: each click goes to the app at once. */
export function useMessageSurface(user: string, channel: string, ts: string): Surface {
  const doAct = useAct();
  const [busy, setBusy] = useState<string | null>(null);
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>({});
  return {
    user,
    busy,
    errors: {},
    valueOf: (blockId, actionId) => values[`${blockId}/${actionId}`],
    onInput: (blockId, actionId, value) =>
      setValues((before) => ({ ...before, [`${blockId}/${actionId}`]: value })),
    onAction: (blockId, actionId, value) => {
      setBusy(`${blockId}/${actionId}`);
      const body = { user, channel, ts, blockId, actionId };
      void doAct('click', value === undefined ? body : { ...body, value }).finally(() =>
        setBusy(null),
      );
    },
  };
}

type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The elements of a modal or home tab: typed values are kept until they are sent. */
export function useViewSurface(user: string, viewId: string) {
  const doAct = useAct();
  const [busy, setBusy] = useState<string | null>(null);
  const [values, setValues] = useState<Values>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const surface: Surface = {
    user,
    busy,
    errors,
    valueOf: (blockId, actionId) => values[blockId]?.[actionId],
    onInput: (blockId, actionId, value) =>
      setValues((before) => ({ ...before, [blockId]: { ...before[blockId], [actionId]: value } })),
    onAction: (blockId, actionId, value) => {
      setBusy(`${blockId}/${actionId}`);
      const body = { user, viewId, blockId, actionId, values };
      void doAct('view/action', value === undefined ? body : { ...body, value }).finally(() =>
        setBusy(null),
      );
    },
  };
  const submit = async () => {
    setBusy('submit');
    try {
      const answer = await doAct('view/submit', { user, viewId, values });
      setErrors(answer?.delivery?.errors ?? {});
    } catch (error) {
      if (error instanceof SlackError) setErrors(error.fields);
    } finally {
      setBusy(null);
    }
  };
  const close = () => void doAct('view/close', { user, viewId });
  return { surface, submit, close, submitting: busy === 'submit' };
}
