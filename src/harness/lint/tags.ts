import { findCase, nearestCase, requirementFault } from '../../catalogue/index.ts';
import { requirementExceptions } from './requirement-exceptions.ts';
import type { Role } from './roles.ts';

const requirementTag = /^@req:([A-Z]\d\d\.FR\.\d+)$/;
const requiresTag = /^@requires:(TC_[A-P]_\d+_(?:CS|CSMS))$/;
const caseTag = /^@(TC_[A-P]_\d+_(?:CS|CSMS)|X_[A-P]_\d\d_(?:CS|CSMS))$/;

const roleOf = (id: string): Role => (id.endsWith('_CSMS') ? 'csms' : 'station');

/** Role of a feature by its tags; the problem otherwise. */
export function featureRole(tags: readonly string[]): Role | { readonly why: string } {
  const [first, ...more] = tags.filter((tag) => tag === '@station' || tag === '@csms');
  if (first === undefined || more.length > 0) return { why: 'a feature has exactly one of @station and @csms' };
  const other = tags.find((tag) => tag !== first);
  if (other !== undefined)
    return { why: `${other} belongs to no feature; profile, level and condition come from the catalogue` };
  return first === '@csms' ? 'csms' : 'station';
}

/** Case ids among tags, without the sign. */
export const idsIn = (tags: readonly string[]): string[] => tags.flatMap((tag) => caseTag.exec(tag)?.[1] ?? []);

/** What is wrong with the tags of one scenario; `commented` = a comment stands with it. */
export function scenarioTagProblems(tags: readonly string[], role: Role, commented: boolean): string[] {
  const [id, ...more] = idsIn(tags);
  const unknown = tags.filter((tag) => ![caseTag, requirementTag, requiresTag].some((known) => known.test(tag)));
  const problems = unknown.map((tag) => `unknown tag ${tag}; known: a case id, @req:X00.FR.00, @requires:TC_...`);
  if (id === undefined || more.length > 0)
    return [...problems, 'a scenario has exactly one case id, @TC_... or @X_...'];
  if (roleOf(id) !== role) problems.push(`${id} in a @${role} feature`);
  if (id.startsWith('X_') && !commented)
    problems.push(`${id} is no official case: a comment of one line says why it is there`);
  const cited = tags.flatMap((tag) => requirementTag.exec(tag)?.[1] ?? []);
  problems.push(...cited.flatMap((requirement) => requirementFault(requirement) ?? []));
  problems.push(...requiredCases(tags, id), ...(id.startsWith('TC_') ? officialProblems(tags, id) : []));
  return problems;
}

function requiredCases(tags: readonly string[], id: string): string[] {
  return tags.flatMap((tag) => {
    const other = requiresTag.exec(tag)?.[1];
    if (other === undefined) return [];
    if (findCase(other) === undefined) return [`${tag}: no such case in the catalogue${near(other)}`];
    return other === id || roleOf(other) !== roleOf(id) ? [`${tag}: another case of the same role is meant`] : [];
  });
}

function officialProblems(tags: readonly string[], id: string): string[] {
  const official = findCase(id);
  if (official === undefined) return [`${id} is not in the catalogue${near(id)}`];
  return tags.flatMap((tag) => {
    const requirement = requirementTag.exec(tag)?.[1];
    if (requirement === undefined || official.requirements.includes(requirement)) return [];
    const excepted = requirementExceptions.some((row) => row.case === id && row.requirement === requirement);
    return excepted
      ? []
      : [`the catalogue lists no ${requirement} for ${id}; it lists ${official.requirements.join(', ') || 'none'}`];
  });
}

function near(id: string): string {
  const meant = nearestCase(id);
  return meant === undefined ? '' : ` (did you mean ${meant}?)`;
}
