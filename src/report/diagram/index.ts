export { sequenceDiagram } from './svg.ts';
