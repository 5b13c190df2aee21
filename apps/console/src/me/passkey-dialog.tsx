import { Button, Modal, Stack, TextInput } from '@mantine/core';
import type { ErrorCode } from '@sekisho/contract';
import { ProblemError } from '@sekisho/contract/client';
import { signInWords } from '@sekisho/words/sign-in';
import { startRegistration } from '@simplewebauthn/browser';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { postTo } from '../shared/post-to.ts';
import { ProblemNote } from '../shared/problem-note.tsx';
import { useSay } from '../shared/say.ts';
import { signInAnew, stepUp } from '../shared/step-up.ts';
import { toast } from '../shared/toasts.ts';

type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Registers a passkey of this browser or of a key that is put in; asks for an earlier one first where there is one. */
export function PasskeyDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useSay();
  const words = signInWords(language);
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    register(name)
      .then(async () => {
        toast({ kind: 'done', text: words.registered(name) });
        await queries.invalidateQueries();
        onClose();
      })
      .catch((failed: unknown) => {
        setError(failed);
        setBusy(false);
      });
  };
  const ofServer = error instanceof ProblemError;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.addPasskey}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <form onSubmit={send}>
        <Stack gap="sm">
          <TextInput
            label={words.passkeyName}
            value={name}
            maxLength={80}
            required
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          {ofServer && <ProblemNote error={error} />}
          {isProblem(error, 'login-stale') && (
            <Button variant="default" onClick={() => void signInAnew()}>
              {words.signInAnew}
            </Button>
          )}
          {error !== null && !ofServer && <p role="alert">{words.noBrowserKeys}</p>}
          <Button type="submit" loading={busy} disabled={name.trim() === ''}>
            {words.register}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

async function register(name: string): Promise<void> {
  const optionsJSON = await registrationOptions();
  const response = await startRegistration({ optionsJSON });
  await postTo('/login/passkey/register', { name, response });
}

async function registrationOptions(): Promise<Options> {
  const ask = () => postTo<Options>('/login/passkey/register/options', {});
  try {
    return await ask();
  } catch (error) {
    if (!isProblem(error, 'step-up-needed')) throw error;
    await stepUp('passkey');
    return ask();
  }
}

function isProblem(error: unknown, code: ErrorCode): boolean {
  return error instanceof ProblemError && error.problem.code === code;
}
