import type { FormEvent, KeyboardEvent } from 'react';

/** A form is sent by its button, and from any of its fields by Ctrl or Command with Enter. */
export function sentBy(send: () => void) {
  return {
    onSubmit(event: FormEvent) {
      event.preventDefault();
      send();
    },
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      send();
    },
  };
}
