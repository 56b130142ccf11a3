export { killMatrixDocument } from './document.ts';
export type { DeclaredMutant, KillMatrix, MutantRow, MutantTrial, TriedCase } from './matrix.ts';
export { concernsOf, isKilled, killMatrix, mutantRow } from './matrix.ts';
export { killMatrixPage } from './page.ts';
export { mutantLine, scoreLine } from './text.ts';
