import { ButtonLink } from '../../shared/button-link.tsx';
import { useWords } from './use-words.ts';

/** Leads to all views of a service. */
export function CompareLink({ service }: { readonly service: string }) {
  const words = useWords();
  return (
    <ButtonLink to="/services/$service" params={{ service }} variant="default">
      {words.compare}
    </ButtonLink>
  );
}
