export * from './frame.ts';
export type * from './generated/messages.ts';
export * from './schema.ts';
