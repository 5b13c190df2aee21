/** What the surroundings say about engines; the only place in these tests that reads them. */
export const settings = {
  requireEngine: process.env['SEKISHO_REQUIRE_DOCKER'] === '1',
  /** Where programs are found. */
  path: process.env['PATH'] ?? '',
};
