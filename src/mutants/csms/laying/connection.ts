import type { CsmsParts } from '../../../csms/parts.ts';
import type { Defect } from '../types.ts';

type Connection = CsmsParts['connection'];

/** Another way to let stations in; what is not named stays honest. */
export const admitting =
  (change: (honest: Connection) => Partial<Connection>): Defect =>
  (parts) => ({ ...parts, connection: { ...parts.connection, ...change(parts.connection) } });
