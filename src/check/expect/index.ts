export { type Amount, type Expectation, judgeAmount, judgeOne, parseAmount } from './amount.ts';
export { alternativesOf, explain, type Told } from './explain.ts';
export { allMismatches, type Judgement, type Miss, type Question, quietMs } from './judgement.ts';
export { mergeParts } from './parts.ts';
export { judgePast } from './past.ts';
export { expandWide, judgePattern, type Pattern } from './pattern.ts';
export { hasHole, inSequence, isNamed, resends } from './sequence.ts';
