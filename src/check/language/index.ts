export type * from './ast.ts';
export * from './cell.ts';
export * from './fault.ts';
export * from './nearest.ts';
export * from './path.ts';
export * from './ref.ts';
export * from './table.ts';
export * from './times.ts';
export { parseValue, printSum, printValue, readSum } from './value.ts';
