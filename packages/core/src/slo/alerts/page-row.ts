import type { Change, PageWhy, SloPage } from '@sekisho/contract';

/** An alert that fired, as it is stored. */
export interface PageRow {
  id: string;
  slo: string;
  service: string;
  key: string;
  severity: SloPage['severity'];
  fired_minute: number;
  fired_at: Date;
  resolved_at: Date | null;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  incident: string | null;
  untold: SloPage['untold'];
  refired: number;
  why: PageWhy;
  changed: readonly Change[];
  revision: number;
}
