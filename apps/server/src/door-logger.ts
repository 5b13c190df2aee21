/** Where a door writes what it has to say; pino's loggers fit. */
export interface DoorLogger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
