import { literally } from '../text/spaced.js';
import { words, type Cursor } from '../text/cursor.js';
import { foldName } from '../text/fold.js';
import type { Clause } from './clause.js';

export interface MachineWorld {
  readonly machines: readonly { readonly id: string; readonly name: string }[];
  /** The machine that was last spoken of. */
  readonly here?: string | undefined;
}

/** Words that mean the same in a machine's name, whichever language it was given in. */
const SAME: readonly (readonly string[])[] = [
  ['oficina', 'office', 'ofi'],
  ['casa', 'home', 'hogar', 'house'],
  ['laptop', 'portatil', 'notebook', 'lap'],
  ['recepcion', 'reception'],
  ['trabajo', 'work', 'laburo'],
  ['contabilidad', 'accounting'],
  ['ventas', 'sales'],
  ['almacen', 'bodega', 'warehouse'],
  ['sala', 'living', 'salon'],
  ['estudio', 'studio', 'study'],
  ['cocina', 'kitchen'],
  ['servidor', 'server'],
];
const GENERIC = new Set(
  'la el los las de del mi my the pc compu computadora computador ordenador maquina machine computer equipo desktop s of in at en cpu torre'.split(
    ' ',
  ),
);

const canonical = (word: string): string => SAME.find((group) => group.includes(word))?.[0] ?? word;
const tokensOf = (name: string): string[] =>
  foldName(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map(canonical);

export const MACHINE_NOUN =
  '(?:compu|computadora|computador|pc|cpu|laptop|notebook|portatil|lap|maquina|ordenador|equipo|computer|machine|servidor|server)';
const PREP = '(?:en|de|del|desde|on|of|from|in|at|a|to|al|por)';
const DET = '(?:la|el|mi|the|my|tu|otra|esa|that)';
const THIS = words(
  `(?:${PREP} )?(?:(?:esta|este|this) (?:misma? )?${MACHINE_NOUN}|(?:mi|my|la) (?:propia |own )?(?:compu|computadora|pc|computer|maquina)(?: actual| local)?(?! (?:de|del|at|in|en|number)\\b)(?! [a-z0-9]+ (?:pc|compu))|la (?:compu|computadora|pc|maquina)(?! (?:de|del)\\b))`,
);
const NAMED_AFTER = words(
  `(?:${PREP} )?${DET} (?<noun>${MACHINE_NOUN})(?: (?:de|del|en|at|in|called|llamada|named|numero|number) (?:la |el |los |las |mi |the )?(?<a>[a-z0-9-]+(?: [0-9]+)?)| (?<b>[a-z0-9-]+))`,
);
/** "Las descargas del PC Recepción": with the article in the preposition. */
const NAMED_BARELY = words(
  `(?:del|al) (?<noun>${MACHINE_NOUN})(?: (?:de (?:la |el |los |las )?|del |llamad[oa] )?(?<a>[a-z0-9-]+(?: [0-9]+)?))`,
);
const NAMED_BEFORE = words(
  `(?:${PREP} )(?:the |my |la |el )?(?<a>(?:[a-z0-9'-]+ ){1,2}?)(?<noun>pc|laptop|computer|machine|server|notebook)`,
);
const NOUN_ALONE = words(`${PREP} (?:la |el |mi |the |my )?(?<noun>laptop|notebook|portatil|lap|servidor|server)`);

const matching = (said: readonly string[], world: MachineWorld): string[] =>
  world.machines
    .filter(({ id, name }) => said.every((word) => tokensOf(`${name} ${id}`).includes(word)))
    .map(({ id }) => id);

/** Those that words such as "office computer" name; none where they name nothing. */
export const machinesCalled = (said: string, world: MachineWorld): string[] => {
  const own = tokensOf(said).filter((word) => !GENERIC.has(word));
  return own.length === 0 ? [] : matching(own, world);
};

const STOP = new Set(
  'a al y and en in on to que con with para por de los las el la menos excepto cuantos how que what'.split(' '),
);

const saidBy = (match: RegExpExecArray): string[] => {
  const noun = match.groups?.noun ?? '';
  const rest = (match.groups?.a ?? match.groups?.b ?? '').replace(/'s\b/g, '');
  const all = [...tokensOf(rest), ...(GENERIC.has(noun) ? [] : [canonical(noun)])];
  return all.filter((word) => !GENERIC.has(word));
};

const eatDescribed = (cursor: Cursor, clause: Clause, world: MachineWorld): boolean => {
  for (const pattern of [NAMED_BARELY, NAMED_BEFORE, NAMED_AFTER, NOUN_ALONE]) {
    const match = cursor.look(pattern);
    if (!match || STOP.has(match.groups?.b ?? '')) continue;
    const said = saidBy(match);
    if (said.length === 0) continue;
    const found = matching(said, world);
    if (found.length === 0 && pattern !== NAMED_AFTER && pattern !== NOUN_ALONE && !/'s\s/.test(match[0])) continue;
    cursor.moveTo(cursor.at + match[0].length);
    nameMachine(clause, found, match[0]);
    return true;
  }
  return false;
};

const TOWARDS = /^(?:a|al|to)\b/;
const AWAY = /^(?:from|desde|del?)\b/;
/** "… to the desktop of Lab": where it goes is there, and not all of it; "on Lab" may be said of both. */
const OF_TARGET = /^(?:del?|of)\b/;

export const nameMachine = (clause: Clause, found: readonly string[], said: string): void => {
  clause.machine = clause.machine === undefined ? [...found] : [...clause.machine, ...found];
  clause.machineWords = (clause.machineWords ?? 0) + 1;
  const isOfTarget = OF_TARGET.test(said) && clause.locs.at(-1)?.role === 'to';
  if (TOWARDS.test(said) || isOfTarget) clause.toMachine = [...found];
  else if (AWAY.test(said)) clause.fromMachine = [...found];
};

/** A machine by its whole name or id, without a word such as "compu" before it. */
const eatByName = (cursor: Cursor, clause: Clause, world: MachineWorld): boolean => {
  for (const { id, name } of world.machines) {
    const forms = [foldName(name), id, id.replaceAll('-', ' ')].map(literally);
    const match = cursor.eat(words(`${PREP} (?:la |el |mi |the |my )?(?:${forms.join('|')})(?: ${MACHINE_NOUN})?`));
    if (match === undefined) continue;
    nameMachine(clause, [id], match[0]);
    return true;
  }
  return false;
};

const OTHER = words(`${PREP} (?:la otra|el otro|the other) ${MACHINE_NOUN}`);
const TO_ANY_OTHER = words(`(?:a|al|to) (?:(?:la )?otra|(?:el )?otro|the other|another|a different) ${MACHINE_NOUN}`);

const SPOKEN_OF = words(
  `(?:${PREP} )?(?:es[ae]|that|the same|l[ao] mism[ao]|el mismo)(?: mism[ao]| same)? ${MACHINE_NOUN}`,
);

/** "De ese mismo equipo": the one that was spoken of. */
const eatSpokenOf = (cursor: Cursor, clause: Clause, { here }: MachineWorld): boolean => {
  if (here === undefined) return false;
  const match = cursor.eat(SPOKEN_OF);
  if (match !== undefined) nameMachine(clause, [here], match[0]);
  return match !== undefined;
};

/** "la otra compu": of two, the one that was not spoken of; "to another computer" is none that is known. */
const eatOther = (cursor: Cursor, clause: Clause, { machines, here }: MachineWorld): boolean => {
  const others = machines.filter(({ id }) => id !== here);
  const isKnown = here !== undefined && others.length === 1;
  const match = (isKnown ? cursor.eat(OTHER) : undefined) ?? cursor.eat(TO_ANY_OTHER);
  if (match === undefined) return false;
  nameMachine(clause, isKnown ? [others[0]!.id] : [], match[0]);
  return true;
};

/** "en la compu de la oficina", "on laptop", "this PC": which machine is meant, in code and never by guessing. */
export const eatMachine = (cursor: Cursor, clause: Clause, world: MachineWorld): boolean => {
  if (eatOther(cursor, clause, world) || eatSpokenOf(cursor, clause, world)) return true;
  if (eatByName(cursor, clause, world) || eatDescribed(cursor, clause, world)) return true;
  if (cursor.eat(THIS) === undefined) return false;
  clause.thisMachine = true;
  return true;
};
