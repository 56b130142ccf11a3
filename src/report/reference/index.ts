export { around, type DifferenceLine, difference, differenceSentence, type ReferenceRun } from './difference.ts';
export { messagesOf, type ReferenceMessage } from './messages.ts';
