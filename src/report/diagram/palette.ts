import type { Verdict } from '../../check/verdict.ts';
import type { Tone } from './row.ts';

export const fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";

/** Text on paper has a contrast of at least 4.5:1. */
export const palette = {
  paper: '#ffffff',
  ink: '#1b2330',
  muted: '#5b6676',
  line: '#b9c2cf',
  lifeline: '#cfd6e0',
  head: '#eef2f7',
  underTest: '#dceafe',
  connection: '#e7f6ec',
} as const;

export const tones: Readonly<Record<Tone, { readonly stroke: string; readonly text: string; readonly fill: string }>> =
  {
    normal: { stroke: '#37507a', text: '#1b2330', fill: '#eef2f7' },
    ok: { stroke: '#1a7f45', text: '#14532d', fill: '#e7f6ec' },
    bad: { stroke: '#c2202f', text: '#a3121f', fill: '#fdecee' },
    warn: { stroke: '#a05a00', text: '#855000', fill: '#fff5e0' },
    quiet: { stroke: '#8a94a3', text: '#5b6676', fill: '#f6f7f9' },
  };

export const verdictColours: Readonly<Record<Verdict, string>> = {
  none: '#5b6676',
  pass: '#1a7f45',
  inconclusive: '#a05a00',
  fail: '#c2202f',
  error: '#7a2aa8',
  'not applicable': '#5b6676',
};
