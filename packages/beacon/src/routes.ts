/** A path with ids taken out of it: `/items/8731/photo` becomes `/items/:id/photo`. */
export function routeOf({ pathname }: URL): string {
  return pathname
    .split('/')
    .map((part) => (/\d{3}|^\d+$|@|%40|.{40}/.test(part) ? ':id' : part))
    .join('/')
    .slice(0, 200);
}
