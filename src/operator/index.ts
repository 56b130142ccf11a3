export { type EmbeddedOperatorOptions, embeddedOperator, WrongOrder } from './embedded.ts';
export { OperatorUnreachable } from './exchange.ts';
export { type HttpOperatorOptions, httpOperator } from './http.ts';
export { intentWords, sentence, settingWords } from './intents.ts';
export { NoOperatorTerminal, type OperatorTerminal, type PromptOperatorOptions, promptOperator } from './prompt.ts';
export { TableFault } from './table.ts';
export type * from './types.ts';
