import type { OfficialCase } from '../../catalogue/types.ts';
import type { CaseResult } from '../../check/verdict.ts';
import type { TimelineEvent } from '../../timeline/events.ts';
import { escaped, shortened } from '../markup.ts';
import { connectionBars } from './connections.ts';
import { drawRow, heightOf } from './draw.ts';
import { folded } from './fold.ts';
import { type Lanes, lanesOf } from './lanes.ts';
import { fonts, palette, verdictColours } from './palette.ts';
import type { Row } from './row.ts';
import { diagramRows } from './rows.ts';

const headHeight = 44;
const titleHeight = 58;
/** Rows after which the actors are named again, so that a long case can be read without scrolling back. */
const rowsPerPart = 40;

interface Placed {
  readonly row: Row;
  readonly y: number;
  readonly height: number;
}

function heads(lanes: Lanes, y: number): string {
  const boxes = lanes.shown.map(({ x, title, subtitle }) => {
    const text = `<text x="${x}" y="${y + (subtitle === '' ? 22 : 17)}" text-anchor="middle" font-size="12.5" font-weight="600" fill="${palette.ink}">${escaped(title)}</text>`;
    const under =
      subtitle === ''
        ? ''
        : `<text x="${x}" y="${y + 29}" text-anchor="middle" font-size="9.5" fill="${palette.muted}">${escaped(subtitle)}</text>`;
    return `<rect x="${x - 66}" y="${y}" width="132" height="36" rx="5" fill="${subtitle === '' ? palette.head : palette.underTest}" stroke="${palette.line}"/>${text}${under}`;
  });
  return `<g>${boxes.join('')}</g>`;
}

/** Puts rows under each other; a new head after every part. */
function placed(
  rows: readonly Row[],
  lanes: Lanes,
): { readonly rows: readonly Placed[]; readonly heads: readonly number[]; readonly bottom: number } {
  const out: Placed[] = [];
  const tops: number[] = [titleHeight];
  let y = titleHeight + headHeight;
  for (const [index, row] of rows.entries()) {
    if (index > 0 && index % rowsPerPart === 0) {
      tops.push(y + 4);
      y += headHeight + 4;
    }
    const height = heightOf(row, lanes);
    out.push({ row, y, height });
    y += height;
  }
  return { rows: out, heads: tops, bottom: y + 10 };
}

/**
 * The sequence diagram of what really happened, as one self-contained SVG: actors, frames with their key fields,
 * answers dashed, faults and mismatches red, connections as bars, OCPP time on the left. No script, no link, no
 * external font; every text from the wire is escaped.
 */
export function sequenceDiagram(
  result: CaseResult,
  role: OfficialCase['role'],
  events: readonly TimelineEvent[],
): string {
  const rows = folded(diagramRows(result, events));
  const lanes = lanesOf(rows, role);
  const { rows: drawn, heads: tops, bottom } = placed(rows, lanes);
  const bottoms = bottom + 4;
  const lifelines = lanes.shown.map(
    ({ x }) => `<line x1="${x}" y1="${titleHeight + 36}" x2="${x}" y2="${bottoms}" stroke="${palette.lifeline}"/>`,
  );
  const title = `${result.id} ${result.title}`;
  const verdict = result.verdict === 'none' ? 'nothing judged' : result.verdict;
  const colour = verdictColours[result.verdict];
  const description = `Sequence diagram with ${rows.length} rows between ${lanes.shown.map((lane) => lane.title).join(', ')}; verdict ${verdict}.`;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${lanes.width} ${bottoms + 8}" width="${lanes.width}" height="${bottoms + 8}" role="img" aria-label="${escaped(title)}" font-family="${fonts}">`,
    `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>`,
    `<rect width="100%" height="100%" fill="${palette.paper}"/>`,
    `<text x="16" y="25" font-size="15" font-weight="600" fill="${palette.ink}">${escaped(result.id)}</text>`,
    `<text x="16" y="43" font-size="11.5" fill="${palette.muted}">${escaped(shortened(result.title, 120))}</text>`,
    `<rect x="${lanes.width - 126}" y="12" width="110" height="22" rx="11" fill="${colour}"/><text x="${lanes.width - 71}" y="27" text-anchor="middle" font-size="12" font-weight="600" fill="#ffffff">${escaped(verdict)}</text>`,
    ...connectionBars(drawn, lanes, bottoms),
    ...lifelines,
    ...drawn.map(({ row, y, height }) => drawRow(row, y, height, lanes)),
    ...tops.map((y) => heads(lanes, y)),
    rows.length === 0
      ? `<text x="${lanes.width / 2}" y="${titleHeight + headHeight + 8}" text-anchor="middle" font-size="11" fill="${palette.muted}">nothing was recorded</text>`
      : '',
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}
