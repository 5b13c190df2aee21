/** The keys that Sloth spells otherwise in its own files and in Kubernetes. */
export interface Spelling {
  readonly errorQuery: string;
  readonly totalQuery: string;
  readonly errorRatioQuery: string;
  readonly pageAlert: string;
  readonly ticketAlert: string;
  readonly sloPlugins: string;
}

/** `version: prometheus/v1`. (Sloth: pkg/prometheus/api/v1.) */
export const plainSpelling: Spelling = {
  errorQuery: 'error_query',
  totalQuery: 'total_query',
  errorRatioQuery: 'error_ratio_query',
  pageAlert: 'page_alert',
  ticketAlert: 'ticket_alert',
  sloPlugins: 'slo_plugins',
};

/** `kind: PrometheusServiceLevel`. (Sloth: pkg/kubernetes/api/sloth/v1.) */
export const kubernetesSpelling: Spelling = {
  errorQuery: 'errorQuery',
  totalQuery: 'totalQuery',
  errorRatioQuery: 'errorRatioQuery',
  pageAlert: 'pageAlert',
  ticketAlert: 'ticketAlert',
  sloPlugins: 'sloPlugins',
};
