/** The stream of events, which is no verb. */
export const eventsPath = {
  get: {
    operationId: 'events',
    tags: ['timeline'],
    summary: 'Events',
    description:
      'Server-sent events of new timeline entries. Each has the entry’s number as its id and, as data, number, action, lease, environment and subject.',
    parameters: [
      {
        name: 'after',
        in: 'query',
        required: false,
        description: 'Begin after this entry; the newest when left out.',
        schema: { type: 'integer', minimum: 0 },
      },
      {
        name: 'Last-Event-ID',
        in: 'header',
        required: false,
        description: 'The last entry that was received; wins over "after".',
        schema: { type: 'integer', minimum: 0 },
      },
    ],
    responses: {
      200: {
        description: 'A stream that ends when the server stops',
        content: { 'text/event-stream': { schema: { type: 'string' } } },
      },
      400: { $ref: '#/components/responses/BadInput' },
      401: { $ref: '#/components/responses/Unauthenticated' },
      403: { $ref: '#/components/responses/Refused' },
      421: { $ref: '#/components/responses/WrongHost' },
      429: { $ref: '#/components/responses/RateLimited' },
      503: { $ref: '#/components/responses/Unavailable' },
    },
  },
};
