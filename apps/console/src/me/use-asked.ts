import { useEffect, useState } from 'react';
import { postTo } from '../shared/post-to.ts';

/** What was asked about, or why it cannot be told. */
export interface Asked<Answer> {
  readonly answer: Answer | null;
  readonly error: unknown;
}

/** Asks a path once for each body; nothing while the body is null. */
export function useAsked<Answer>(path: string, body: object | null): Asked<Answer> {
  const [asked, setAsked] = useState<Asked<Answer>>({ answer: null, error: null });
  const text = body === null ? null : JSON.stringify(body);
  useEffect(() => {
    let gone = false;
    setAsked({ answer: null, error: null });
    if (text === null) return;
    postTo<Answer>(path, JSON.parse(text) as object).then(
      (answer) => !gone && setAsked({ answer, error: null }),
      (error: unknown) => !gone && setAsked({ answer: null, error }),
    );
    return () => {
      gone = true;
    };
  }, [path, text]);
  return asked;
}
