import type { SlothAlert } from './document.ts';
import {
  type Fields,
  flagIn,
  labelsIn,
  mapIn,
  neededText,
  textIn,
  valueOf,
  warnUnknown,
} from './fields.ts';
import type { Spelling } from './spelling.ts';

export interface Alerts {
  readonly page: SlothAlert | null;
  readonly ticket: SlothAlert | null;
}

/** Reads both alerts of an SLO; a disabled one is null, and only an enabled one needs a name. */
export function readAlerts(slo: Fields, { pageAlert, ticketAlert }: Spelling): Alerts {
  const alerting = mapIn(slo, 'alerting');
  warnUnknown(alerting, ['name', 'labels', 'annotations', pageAlert, ticketAlert]);
  const both = {
    labels: labelsIn(alerting, 'labels'),
    annotations: labelsIn(alerting, 'annotations'),
  };
  const pageFields = mapIn(alerting, pageAlert);
  const ticketFields = mapIn(alerting, ticketAlert);
  const disabled = [pageFields, ticketFields].map((fields) => flagIn(fields, 'disable'));
  const name = disabled.includes(false) ? neededText(alerting, 'name') : textIn(alerting, 'name');
  return {
    page: readAlert(pageFields, { name, ...both }),
    ticket: readAlert(ticketFields, { name, ...both }),
  };
}

function readAlert(fields: Fields, both: SlothAlert): SlothAlert | null {
  warnUnknown(fields, ['disable', 'labels', 'annotations']);
  const labels = { ...both.labels, ...labelsIn(fields, 'labels') };
  const annotations = { ...both.annotations, ...labelsIn(fields, 'annotations') };
  const disabled = valueOf(fields, 'disable') === true;
  return disabled ? null : { name: both.name, labels, annotations };
}
