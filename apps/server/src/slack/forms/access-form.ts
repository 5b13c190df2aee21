import { type Block, mustAgree } from '@sekisho/cards';
import type { PossibleAccess } from '@sekisho/contract';
import { accessWordsIn, verdictText } from '@sekisho/words/access';
import { whyNot } from '@sekisho/words/language';
import type { Reader } from '../reader.ts';
import { type Choice, type Field, fieldBlock } from './element.ts';
import { type FormMemory, fieldsOf, formView, type SlackView, textBlock } from './form.ts';

export interface AccessForm {
  readonly reader: Reader;
  readonly memory: FormMemory;
  /** Field values, as typed so far. */
  readonly values: Readonly<Record<string, string>>;
  /** What the person could have; words when that is not known, null before it was asked. */
  readonly possible: readonly PossibleAccess[] | string | null;
}

const live = new Set(['account', 'permissionSet']);

/** The form that asks for access: account and set from what one could have, with what that takes below. */
export function accessForm({ reader, memory, values, possible }: AccessForm): SlackView {
  const { language } = reader;
  const words = accessWordsIn(language);
  const view = (blocks: readonly Block[]) => formView('access.request', memory, blocks, language);
  if (possible === null) return view([textBlock(words.working)]);
  if (typeof possible === 'string') return view([textBlock(`▲ ${possible}`)]);
  const chosen = chosenIn(possible, values);
  if (chosen === null) return view([textBlock(words.couldNothing)]);
  const fields = inOrder(fieldsOf('access.request')).filter(
    ({ name }) => name !== 'breakGlass' || chosen.mayBreakGlass,
  );
  const own: Readonly<Record<string, string>> = {
    account: chosen.accountName,
    permissionSet: chosen.permissionSet,
  };
  const blocks = fields.map((field) =>
    fieldBlock(field, {
      ...{ verb: 'access.request', language, live: live.has(field.name) },
      initial: own[field.name] ?? values[field.name],
      choices: choicesFor(field.name, possible, chosen, reader),
      ...(field.name === 'permissionSet' ? { suffix: chosen.account } : {}),
    }),
  );
  return view([...blocks, { type: 'divider' }, textBlock(takes(chosen, reader))]);
}

/** The account is chosen before what is had in it. */
function inOrder(fields: readonly Field[]): Field[] {
  const account = fields.filter(({ name }) => name === 'account');
  return [...account, ...fields.filter(({ name }) => name !== 'account')];
}

/** What was said, as far as there is such a thing; else the first that would be lent outside production. */
function chosenIn(
  possible: readonly PossibleAccess[],
  { account, permissionSet }: AccessForm['values'],
): PossibleAccess | null {
  const is = (said: string | undefined, ...names: readonly (string | null)[]) =>
    said !== undefined && names.some((name) => name?.toLowerCase() === said.toLowerCase());
  const there = possible.filter((one) =>
    is(account, one.accountName, one.account, one.environment),
  );
  const among = there.length > 0 ? there : possible.toSorted(harmlessFirst);
  return (
    among.find((one) => is(permissionSet, one.permissionSet)) ??
    among.find(({ verdict, has }) => verdict !== 'refused' && has === null) ??
    among[0] ??
    null
  );
}

function harmlessFirst(a: PossibleAccess, b: PossibleAccess): number {
  return Number(a.production) - Number(b.production);
}

function choicesFor(
  field: string,
  possible: readonly PossibleAccess[],
  chosen: PossibleAccess,
  { language }: Reader,
): Choice[] {
  if (field === 'account') {
    const accounts = new Map(possible.map((one) => [one.accountName, one]));
    return [...accounts.values()].map(({ accountName, production }) => ({
      text: production ? `🟥 ${accountName}` : accountName,
      value: accountName,
    }));
  }
  if (field !== 'permissionSet') return [];
  return possible
    .filter(({ account }) => account === chosen.account)
    .map((one) => ({
      text: `${one.permissionSet} · ${verdictText(one, language)}`,
      value: one.permissionSet,
    }));
}

function takes(chosen: PossibleAccess, reader: Reader): string {
  const { language } = reader;
  const words = accessWordsIn(language);
  if (chosen.refusal !== null) return `✕ ${whyNot(chosen.refusal, language)}`;
  if (chosen.has === 'standing') return words.standingMeans;
  const agreed = mustAgree(chosen.approval, reader);
  const rule = chosen.rule === null ? [] : [words.byRule(chosen.rule)];
  const already = chosen.lease === null ? [] : [words.alreadyHas];
  return [agreed, ...rule, ...already].join(' · ');
}
