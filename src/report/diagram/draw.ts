import { escaped } from '../markup.ts';
import type { Lanes } from './lanes.ts';
import { palette, tones } from './palette.ts';
import type { Row } from './row.ts';
import { flowed, wrapped } from './wrap.ts';

const detailLine = 12.5;
// Average width of a character at the font sizes used below; a little generous, so that nothing is cut.
const titleCharacter = 6.7;
const detailCharacter = 5.5;

interface Text {
  readonly title: readonly string[];
  readonly details: readonly string[];
}

function room(row: Row, { x, width }: Lanes): number {
  if (row.kind === 'band') return width - 24 - 104;
  if (row.kind === 'state') return 200;
  return Math.abs(x[row.to] - x[row.from]) - 24;
}

function textOf(row: Row, lanes: Lanes): Text {
  const space = room(row, lanes);
  const titles = row.kind === 'band' ? 3 : 2;
  const details =
    row.kind === 'band'
      ? wrapped(row.details.join(' '), Math.floor(space / detailCharacter), 6)
      : flowed(row.details, Math.floor(space / detailCharacter), row.tone === 'bad' ? 8 : 3);
  return { title: wrapped(row.title, Math.floor(space / titleCharacter), titles), details };
}

/** Height a row needs, in pixels. */
export function heightOf(row: Row, lanes: Lanes): number {
  const { title, details } = textOf(row, lanes);
  if (row.kind === 'state') return 16 * title.length + 2;
  if (row.kind === 'band') return 15 * title.length + detailLine * details.length + 12;
  return 14 * title.length + detailLine * details.length + 18;
}

/** 12:00:07.250 of the OCPP time, and seconds since the case began. */
function timeCell({ kind, at, elapsed }: Row, y: number): string {
  const moment = new Date(at);
  const clock = Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(11, 23);
  const since = `+${(elapsed / 1000).toFixed(elapsed < 100_000 ? 2 : 0)} s`;
  const time = `<text x="8" y="${y}" font-size="10" fill="${palette.muted}">${clock}</text>`;
  if (kind === 'band') return time;
  return `${time}<text x="8" y="${y + 11}" font-size="9" fill="${palette.muted}">${since}</text>`;
}

function lines(texts: readonly string[], x: number, y: number, step: number, attributes: string): string {
  return texts
    .map((text, index) => `<text x="${x}" y="${y + index * step}" ${attributes}>${escaped(text)}</text>`)
    .join('');
}

function arrowHead(tip: number, y: number, direction: 1 | -1, colour: string): string {
  return `<polygon points="${tip},${y} ${tip - 9 * direction},${y - 4} ${tip - 9 * direction},${y + 4}" fill="${colour}"/>`;
}

function arrow(row: Row, y: number, lanes: Lanes): string {
  const { title, details } = textOf(row, lanes);
  const colour = tones[row.tone];
  const [from, to] = [lanes.x[row.from], lanes.x[row.to]];
  const direction = to >= from ? 1 : -1;
  const middle = (from + to) / 2;
  const lineY = y + 14 * title.length + 5;
  const strong = row.tone === 'bad' ? 2 : 1.4;
  const dash = row.dashed ? ' stroke-dasharray="5 4"' : '';
  return [
    lines(
      title,
      middle,
      y + 12,
      14,
      `text-anchor="middle" font-size="12" font-weight="${row.dashed ? 400 : 600}" fill="${colour.text}"`,
    ),
    `<line x1="${from}" y1="${lineY}" x2="${to - 8 * direction}" y2="${lineY}" stroke="${colour.stroke}" stroke-width="${strong}"${dash}/>`,
    arrowHead(to, lineY, direction, colour.stroke),
    lines(
      details,
      middle,
      lineY + 13,
      detailLine,
      `text-anchor="middle" font-size="10" fill="${row.tone === 'bad' ? colour.text : palette.muted}"`,
    ),
  ].join('');
}

function link(row: Row, y: number, lanes: Lanes): string {
  const { title, details } = textOf(row, lanes);
  const colour = tones[row.tone === 'normal' ? 'ok' : row.tone];
  const [left, right] = [lanes.x.station, lanes.x.csms];
  const middle = (left + right) / 2;
  const lineY = y + 14 * title.length + 5;
  const dash = row.dashed ? ' stroke-dasharray="2 3"' : '';
  return [
    lines(title, middle, y + 12, 14, `text-anchor="middle" font-size="11" fill="${colour.text}"`),
    `<line x1="${left}" y1="${lineY}" x2="${right}" y2="${lineY}" stroke="${colour.stroke}" stroke-width="1"${dash}/>`,
    `<circle cx="${left}" cy="${lineY}" r="3" fill="${colour.stroke}"/><circle cx="${right}" cy="${lineY}" r="3" fill="${colour.stroke}"/>`,
    lines(details, middle, lineY + 13, detailLine, `text-anchor="middle" font-size="10" fill="${palette.muted}"`),
  ].join('');
}

function band(row: Row, y: number, height: number, lanes: Lanes): string {
  const { title, details } = textOf(row, lanes);
  const colour = tones[row.tone];
  const weight = row.tone === 'quiet' ? 400 : 600;
  return [
    `<rect x="108" y="${y + 3}" width="${lanes.width - 116}" height="${height - 6}" rx="4" fill="${colour.fill}"/>`,
    `<rect x="108" y="${y + 3}" width="3" height="${height - 6}" fill="${colour.stroke}"/>`,
    lines(title, 120, y + 17, 15, `font-size="11.5" font-weight="${weight}" fill="${colour.text}"`),
    lines(details, 120, y + 17 + 15 * (title.length - 1) + 13, detailLine, `font-size="10" fill="${colour.text}"`),
  ].join('');
}

function state(row: Row, y: number, lanes: Lanes): string {
  const { title } = textOf(row, lanes);
  const x = lanes.x[row.from];
  return `<circle cx="${x}" cy="${y + 8}" r="2.5" fill="${tones[row.tone].stroke}"/>${lines(title, x + 8, y + 12, 14, `font-size="10" fill="${palette.muted}"`)}`;
}

function shape(row: Row, y: number, height: number, lanes: Lanes): string {
  if (row.kind === 'band') return band(row, y, height, lanes);
  if (row.kind === 'state') return state(row, y, lanes);
  return row.kind === 'link' ? link(row, y, lanes) : arrow(row, y, lanes);
}

/** One row at its place, with the time column and the wire text on hover. */
export function drawRow(row: Row, y: number, height: number, lanes: Lanes): string {
  const hover = row.hover === '' ? '' : `<title>${escaped(row.hover)}</title>`;
  const time = row.kind === 'state' ? '' : timeCell(row, y + (row.kind === 'band' ? 16 : 14));
  return `<g${row.outside ? ' opacity="0.85"' : ''}>${hover}${time}${shape(row, y, height, lanes)}</g>`;
}
