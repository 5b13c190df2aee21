import { readSubject } from '../subject.ts';
import type { Asked } from './asked.ts';
import { isServer } from './issuers.ts';
import { written } from './places.ts';
import {
  contextsOf,
  idsFitting,
  immutablePlaces,
  namedPlaces,
  type Places,
  repositoryFitting,
} from './subjects.ts';
import { comesIn } from './tokens.ts';

/** Contexts of the subjects that let a repository in by its name alone: once it is renamed, it stays outside. */
export function oldSubjects(asked: Asked): readonly string[] {
  if (isServer(asked.provider)) return [];
  const contexts = Object.values(contextsOf(asked)).flat();
  return asked.wanted('sub').flatMap((value) => {
    const { repository, context = '' } = readSubject(value) ?? {};
    if (repository === undefined || context === '') return [];
    if (repository.ownerId !== null || repository.id !== null) return [];
    const [owner, name] = repositoryFitting(repository.owner, repository.name);
    const isOpen = /[*?]/.test(context);
    const isOld = (isOpen ? contexts : [written(context)]).some((one) =>
      isByNameAlone(asked, namedPlaces(owner, name, one)),
    );
    return isOld ? [context] : [];
  });
}

function isByNameAlone(asked: Asked, places: Places): boolean {
  const named = comesIn(asked, { places, open: 0 }, 'repository');
  const found = named === null ? null : readSubject(named);
  if (found === null) return false;
  const [owner, name] = repositoryFitting(found.repository.owner, found.repository.name);
  const context = written(found.context);
  // By its id a repository is told from others, and still its new subject must come in.
  return idsFitting(asked.wanted('repository_id'))
    .map((id) => immutablePlaces(owner, name, context, id))
    .every((places) => comesIn(asked, { places, open: 0 }, 'repository') === null);
}
