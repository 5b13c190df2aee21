import type { Engine } from './engine/start-engine.ts';

/** Practice's configuration with two more environments, whose servers are containers of a real engine. */
export function withContainers(yaml: string, { podman, scope }: Engine): string {
  const environment = (name: string, duration: string) => `  ${name}:
    provider: docker
    engine:
      endpoint: ${scope.engine.endpoint}
      network: none
    opsServer:
      image: ${podman.image}
      sizes: [0.1cpu-64m]
      duration: ${duration}
`;
  return yaml
    .replace(
      'environments:\n',
      `environments:\n${environment('lab', '{ default: 1h, maximum: 8h }')}${environment('brief', '{ default: 15s, maximum: 15s }')}`,
    )
    .replace('where: [staging]', 'where: [staging, lab, brief]')
    .replace('reminders: [10m, 5m]', 'reminders: [5s]');
}
