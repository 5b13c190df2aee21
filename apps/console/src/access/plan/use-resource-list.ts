import type { PlanAction, ResourceDiff } from '@sekisho/terraform-plan';
import { useMemo, useState } from 'react';
import { useRowKeys } from '../../shared/use-row-keys.ts';
import { findResources, keyOfResource, pageOf } from './find-resources.ts';

const none: readonly string[] = [];

/** What is looked for, which page of it is shown, and which rows are open. */
export function useResourceList(resources: readonly ResourceDiff[], withKeys: boolean) {
  const [search, setSearch] = useState('');
  const [action, setAction] = useState<PlanAction | ''>('');
  const [asked, setAsked] = useState(0);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const found = useMemo(
    () => findResources(resources, search, action),
    [resources, search, action],
  );
  const { rows, page, from } = pageOf(found, asked);
  const keys = rows.map((row, index) => keyOfResource(row, from + index));
  const toggle = (key: string) => setOpen((before) => toggled(before, key));
  const chosen = useRowKeys(withKeys ? keys : none, toggle);
  const turn = (to: number) => {
    setAsked(to);
    setOpen(new Set());
  };
  return {
    ...{ search, action, rows, keys, page, from, chosen, toggle, turn },
    count: found.length,
    isOpen: (key: string) => open.has(key),
    openAll: () => setOpen(new Set(keys)),
    closeAll: () => setOpen(new Set()),
    look: (text: string) => {
      setSearch(text);
      turn(0);
    },
    narrow: (to: PlanAction | '') => {
      setAction(to);
      turn(0);
    },
  };
}

function toggled(before: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(key)) after.add(key);
  return after;
}
