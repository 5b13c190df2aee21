import { preferences } from './preferences.ts';

/** Headers that say in which language to answer and, in practice, whose hat is worn. */
export function headers(): Record<string, string> {
  const { language, hat } = preferences();
  return { 'accept-language': language, ...(hat === null ? {} : { 'sekisho-hat': hat }) };
}
