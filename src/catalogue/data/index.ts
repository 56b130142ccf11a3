import { blocksAToD } from './blocks-a-d.ts';
import { blocksEToH } from './blocks-e-h.ts';
import { blocksIToL } from './blocks-i-l.ts';
import { blocksMToP } from './blocks-m-p.ts';

/** The rows of all blocks, A to P; `cases.ts` reads them. Few files: each costs start-up time. */
export const blockRows: readonly string[] = [blocksAToD, blocksEToH, blocksIToL, blocksMToP];
