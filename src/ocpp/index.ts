export type * from './generated/messages.ts';
export * from './frame.ts';
export * from './schema.ts';
