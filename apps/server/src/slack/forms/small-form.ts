import type { Language } from '@sekisho/contract';
import { uiOf } from '@sekisho/words';
import { fieldBlock } from './element.ts';
import {
  type FormMemory,
  type FormName,
  fieldsOf,
  formView,
  type SlackView,
  textBlock,
} from './form.ts';

/** The form of any verb but the start: its fields, nothing live. */
export function smallForm(
  verb: FormName,
  memory: FormMemory,
  initial: Readonly<Record<string, string>>,
  language: Language,
): SlackView {
  const blocks = fieldsOf(verb).map((field) =>
    fieldBlock(field, {
      ...{ verb, language, choices: [], live: false },
      // An SLO is asked for like any field; what a button was about is remembered instead.
      initial: field.name === 'id' ? memory.id : initial[field.name],
    }),
  );
  const lead = verb === 'lease.review' ? [textBlock(uiOf(language).lease.reviewMeans)] : [];
  return formView(verb, memory, [...lead, ...blocks], language);
}
