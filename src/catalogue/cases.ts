import { distance } from 'fastest-levenshtein';
import { blockRows } from './data/index.ts';
import type { OfficialCase, ProfileRow } from './types.ts';

function list(cell: string): string[] {
  return cell === '' ? [] : cell.split(',');
}

function profileOf(cell: string): ProfileRow {
  const [name = '', level, ...condition] = cell.split(' ');
  return level === 'M' ? { name, level: 'mandatory' } : { name, level: 'conditional', condition: condition.join(' ') };
}

function caseOf(row: string): OfficialCase {
  const [id = '', title = '', useCases = '', requirements = '', profiles = '', edition = '', page = ''] = row
    .split('|')
    .map((cell) => cell.trim());
  const errata = edition.endsWith('+');
  return {
    id,
    title,
    block: id.charAt(3),
    role: id.endsWith('_CSMS') ? 'csms' : 'station',
    useCases: list(useCases),
    requirements: list(requirements),
    profiles: profiles === '' ? [] : profiles.split('; ').map(profileOf),
    certified: profiles !== '',
    edition: errata ? edition.slice(0, -1) : edition,
    errata,
    ...(page === '' ? {} : { part6Page: Number(page) }),
  };
}

let byId: ReadonlyMap<string, OfficialCase> | undefined;

/** All cases by id; the rows are read on first use, so that a command that needs none pays nothing. */
function catalogue(): ReadonlyMap<string, OfficialCase> {
  byId ??= new Map(
    blockRows
      .flatMap((rows) => rows.trim().split('\n'))
      .map(caseOf)
      .map((official) => [official.id, official]),
  );
  return byId;
}

/** The 676 official cases of Part 6 (Edition 3 with errata), block by block, stations before CSMSs. */
export function allCases(): readonly OfficialCase[] {
  return [...catalogue().values()];
}

/** The case of exactly this id. */
export function findCase(id: string): OfficialCase | undefined {
  return catalogue().get(id);
}

/** The id that a mistyped one most likely means; undefined when nothing is near. */
export function nearestCase(id: string): string | undefined {
  const typed = id.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
  let best: { readonly id: string; readonly away: number } | undefined;
  for (const known of catalogue().keys()) {
    const away = distance(typed, known);
    // Of two equally near, the longer: a letter is left out more often than added.
    if (best === undefined || away < best.away || (away === best.away && known.length > best.id.length))
      best = { id: known, away };
  }
  return best !== undefined && best.away <= 4 ? best.id : undefined;
}
