/** How AWS, or a container engine, may fail a verb. */
export const cloudErrorClasses = {
  'cloud-denied': 'unavailable',
  'cloud-unreachable': 'unavailable',
  'cloud-throttled': 'unavailable',
  'cloud-invalid': 'unavailable',
  'engine-denied': 'unavailable',
  'engine-unreachable': 'unavailable',
  'engine-busy': 'unavailable',
  'engine-refused': 'unavailable',
} as const;

/** `detail` in the words of whoever failed. */
export interface CloudErrorFacts
  extends Record<keyof typeof cloudErrorClasses, { readonly detail: string }> {}
