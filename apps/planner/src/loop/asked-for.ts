import { leafOf } from '#contracts/location-parts';
import type { Plan } from '#contracts/plan';
import type { Select } from '#contracts/selection';
import { fold } from '#contracts/words/language';
import { isSaid, partsOf, rolesOf, waysToSay, wordsOf, type Role } from './words-said.js';
import type { Run } from './run.js';

/**
 * Does a plan go beyond what the person's own words ask for? Names of files and folders are written by anybody, and a
 * model may obey them; so a plan goes ahead by itself only when the words name its operation, its source and its
 * destination, in these roles, and a whole folder only when all of it was asked for. Anything else a person decides.
 *
 * The embedded planner never reads a name as language: its plans come from the words alone.
 */
export const asksForMore = (run: Run, plan: Plan): boolean => {
  if (run.planner.rung === 'embedded') return false;
  const request = wordsOf(run.request);
  const { select } = run.deeds.find((deed) => deed.planId === plan.planId) ?? {};
  if (!isVerbSaid(plan.operation, request)) return true;
  if (plan.operation === 'undo') return false;
  return !isPlaceAsked({ run, plan, request }) || isWider({ plan, select, request });
};

const VERBS: Readonly<Record<string, RegExp>> = {
  move: /\b(?:mov|muev|mud|pas[aeo]|pon|pong|met[aeo]|llev|orden|organi|agrup|separ|archiv[ae]|guard|coloc|clasific|saca|saque|toma|mand|arrastr|move|put|take|organi|tidy|sort|file|group|bring|send|place|transfer|clean)/,
  copy: /\b(?:copi|duplic|respald|clon|copy|copies|back|duplicate|clone)/,
  rename: /\b(?:renombr|llam|cambi|nombr|numer|pon|rename|name|call|number|change)/,
  trash:
    /\b(?:borr|elimin|tir|papelera|quit|suprim|limpi|desech|bota|delete|remove|trash|erase|discard|clean|throw|get rid)/,
  'create-folder': /\b(?:cre|haz|hac|arm|nuev|mkdir|create|make|new|add|abr)/,
  write: /\b(?:escrib|anot|guard|apunt|agreg|anad|crea|cree|redact|write|save|note|add|append|create|make)/,
  undo: /\b(?:desha|revier|revert|anul|devuel|regres|vuelv|restaur|atras|undo|revert|restore|put .* back|back)/,
};

const isVerbSaid = (operation: string, request: string): boolean => VERBS[operation]?.test(request) ?? false;

interface Place {
  readonly run: Run;
  readonly plan: Plan;
  readonly request: string;
}

/** "Put them there" points back; otherwise a destination must be in this very request. */
const THERE = /\b(?:ahi|alli|alla|ese|esa|eso|esos|esas|mismo|misma|there|that|those|it|same)\b/;

/** What was said or moved to earlier may be a source again ("now move them to…"), but never a destination by itself. */
const isPlaceAsked = ({ run, plan: { from, to }, request }: Place): boolean => {
  const said = wordsOf(run.said.join(' '));
  if (from !== undefined && !isAgreed(run, from) && !isLocationSaid(from, { said, not: 'destination' })) return false;
  if (to === undefined) return true;
  const isInside = from !== undefined && fold(`${to}/`).startsWith(fold(`${from}/`));
  const where = THERE.test(request) ? said : request;
  return isLocationSaid(to, { said: where, not: isInside ? undefined : 'source', home: from });
};

const isAgreed = (run: Run, location: string): boolean => run.agreed.some((agreed) => fold(agreed) === fold(location));

interface Reading {
  readonly said: string;
  /** The role that would contradict it. */
  readonly not: Role | undefined;
  /** Where the files are: going elsewhere in the same place needs no second naming of the place. */
  readonly home?: string | undefined;
}

/** Every folder of it was said, the last one not only in the other role; the place itself may be left out. */
const isLocationSaid = (location: string, { said, not, home }: Reading): boolean => {
  const [place, ...folders] = partsOf(location);
  if (place === undefined) return true;
  const isHome = home !== undefined && fold(home.split('/')[0] ?? '') === fold(place);
  const isPlaceFree = isHome || (home === undefined && folders.length > 0);
  if (!(isPlaceFree || isSaid(place, said)) || !folders.every((folder) => isSaid(folder, said))) return false;
  const roles = rolesOf(folders.at(-1) ?? place, said);
  return roles.length === 0 || roles.some((role) => role !== not);
};

interface Width {
  readonly plan: Plan;
  readonly select: Select | undefined;
  readonly request: string;
}

const ALL =
  /\b(?:todo|todos|toda|todas|all|every|everything|archivos|ficheros|files|cosas|things|stuff|contenido|contents?|carpetas?|folders?|organi\w*|orden\w*|tidy|sort|clean|limpi\w*|vaci\w*)\b/;
const SOME =
  /\b(?:pdfs?|docx?|xlsx?|pptx?|txt|csv|jpe?g|png|gif|mp[34]|zip|rar|exe|dmg|iso|fotos?|imagen\w*|photos?|pictures? in|images?|capturas?|screenshots?|videos? (?:de|of|from)|music\w*|canciones|songs|facturas?|invoices?|documentos? (?:de|del)|instalador\w*|installers?|viej\w*|old\w*|grand\w*|big\w*|larg\w*|vaci\w*|empty|mas de|more than|older|newer|solo|only|just|except\w*|menos|salvo|but)\b/;

/** Everything in a folder, although the words speak of some of it or of nothing in particular. */
const isWider = ({ plan, select, request }: Width): boolean => {
  if (plan.summary.entries <= 1 || isNarrowed(select)) return false;
  const named = plan.from !== undefined && waysToSay(leafOf(plan.from)).some((words) => request === words);
  return !named && (!ALL.test(request) || SOME.test(request));
};

const isNarrowed = (select: Select | undefined): boolean =>
  select !== undefined &&
  [select.names, select.exclude, select.category, select.modified, select.size, select.text, select.empty].some(
    (filter) => filter !== undefined,
  );
