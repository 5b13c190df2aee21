const folder = '/sekisho/images/ops-server';

/** Parameters that say which image is meant, by what they say. Launch templates name `current`. */
export const places = {
  current: {
    image: `${folder}/current`,
    provenance: `${folder}/provenance`,
    packages: `${folder}/packages`,
  },
  candidate: {
    image: `${folder}/candidate`,
    provenance: `${folder}/candidate-provenance`,
    packages: `${folder}/candidate-packages`,
  },
} as const;

export type Standing = keyof typeof places;
