import { words } from '../text/cursor.js';
import { newThing, type Clause, type Loc, type Role, type SaidLoc } from './clause.js';
import { eatKindName, eatMeasureName } from './kind-names.js';
import { eatLoc } from './locations.js';
import { eatIntroducedName } from './names.js';
import { wholly } from './wholly.js';
import { isTold } from './ordered.js';
import { readOwnedPlace } from './owned-places.js';
import { eatSaidPlace } from './places.js';
import { stopsName } from './stops.js';
import { readSubject } from './subjects.js';
import { JOINED } from './joined.js';
import type { Reader } from './world.js';

/** Readers of where: prepositions give the role, and a folder without one is the thing itself. */

const FROM = words(
  "desde|(?:it is|they are|it was|they were) (?:saved |stored |sitting )?(?:in|on|inside)|(?:que )?(?:yo )?(?:baje|descargue|meti|deje|puse|guarde) (?:a|en)|(?:que )?(?:me )?(?:han? (?:llegado|entrado|caido|aparecido)|llego|llegaron|entro|entraron|cayo|cayeron|aparecio|aparecieron|se (?:descargo|guardo|bajo|descargaron|guardaron)) (?:a|en)|(?:that )?(?:have |has )?(?:landed|arrived|appeared|ended up|turned up|showed up|came) (?:in(?:to)?|on(?:to)?|to)|(?:(?:que|q) )?(?:yo )?(?:estan?|hay|tengo|tenemos|se encuentran?|esten|este|guarde|puse|deje|hayan?|haya|aparecen|viven|(?:(?:me|se) )?(?:quedo|quedaron|quedan|(?:ha|han|hayan) quedado)) (?:(?:guardad|suelt|tirad|regad|metid)[oa]s? )?(?:en(?! total)|dentro de|adentro de|por)(?: todo| toda)?|from(?: (?:inside|within|in|on))?|out of|off(?: of)?|(?:(?:that|which) (?:are|is|were|i|we) )?(?:still )?left (?:over )?(?:in|on|inside)|(?:(?:that|which) (?:are|is|live|lives)|that's|that i have|i have|sitting|stored|located|saved|lying|i (?:saved|put)) (?:in|on|inside|under)(?: of)?",
);
const OF = words('del?');
const TO = words(
  "(?:over |up |back )?(?:a(?! (?:(?:brand )?new )?(?:sub ?)?(?:folder|file|directory|copy|backup|note)\\b)|al|pa|pal|p'al|hacia|hasta|rumbo a|para|to|into|onto|(?:con destino|destino) (?:a|en)|a la de|inside of)|->|→|=>|>",
);
const IN = words(
  '(?:back )?(?:in|on|inside)|en|in|on|inside(?: of)?|within|under|dentro(?: del?)?|adentro(?: del?)?|por|at|sobre|al interior de|bajo|across',
);
const THERE = words(
  '(?:(?:a|en|para|por) )?(?:ahi|alli|alla)(?: (?:mismo|dentro|adentro))?|adentro|dentro|(?:in )?there|in it|into it|inside (?:it|there|that folder)|inside(?= ?(?:$|[,.;!?]|and |then ))',
);
const INSIDE_OF = words('(?:adentro|dentro|inside) (?:de|del|of|the|my|mi|that)');
const TRASH = words(
  '(?:(?:a|en|al|para|to|in|into|hacia) )?(?:la |el |the |my )?(?:papelera(?: de reciclaje)?|basura|basurero|tacho|zafacon|trash(?: ?can| bin)?|recycle bin|recycling bin|bin|garbage|rubbish|waste ?basket)',
);
const CARRIES = new Set(['move', 'copy', 'trash', undefined]);

const addLoc = (clause: Clause, said: SaidLoc, before = ''): true => {
  const beside = JOINED.test(before.slice(-30)) && { beside: true };
  clause.locs.push({ ...said, after: clause.things.length, ...beside, ...(ALSO.test(before) && { also: true }) });
  return true;
};
const ALSO = /(?:^|\s)(?:y|e|and)\s+(?:(?:tambien|also)\s+)?$/;

/** "In front of them", «al final»: where in a name or a list, and no folder. */
const NO_FOLDER = words(
  '(?:(?:the|el|la) )?(?:front|start|beginning|end|principio|inicio|comienzo|final)(?: (?:of|de)(?:l)?.*)?',
);

const isTarget = (role: Role, { puts }: Clause): boolean => role === 'to' || (role === 'in' && puts);

const readWith =
  (pattern: RegExp, role: Role, bare: boolean): Reader =>
  (cursor, clause, world) =>
    cursor.attempt(() => {
      const { before } = cursor;
      const mark = cursor.eat(pattern);
      if (!mark || (mark[0] === 'a' && world.isEnglish)) return undefined;
      if (cursor.look(NO_FOLDER)) return undefined;
      cursor.eat(words('todo|toda|all'));
      const kind = (): Loc | undefined => (isTarget(role, clause) ? eatKindName(cursor, clause) : undefined);
      const said = { bare, isSource: role === 'from', target: isTarget(role, clause) };
      const loc = eatLoc(cursor, world, said) ?? kind() ?? eatMeasureName(cursor, world);
      const scene = role === 'in' && !clause.hasVerb && clause.things.length === 0;
      return loc && addLoc(clause, { role, loc, ...(scene && { scene }) }, before);
    }) ?? false;

/** "a la papelera": whatever the verb, that is where trash goes. */
const readTrashCan: Reader = (cursor, clause) => {
  const { at } = cursor;
  if (!CARRIES.has(clause.act) || !cursor.eat(TRASH)) return false;
  const isVerb = clause.act === undefined && isTold(cursor, at);
  Object.assign(clause, { act: 'trash', hasVerb: true, ...(isVerb && { told: true }) });
  return true;
};

/** "mete ahí", "put them inside": no preposition before it. */
const readThere: Reader = (cursor, clause) => {
  if (cursor.look(INSIDE_OF) || !cursor.eat(THERE)) return false;
  const isTo = clause.act === 'move' || clause.act === 'copy' || clause.act === 'create' || clause.throws;
  return addLoc(clause, { role: isTo ? 'to' : 'in', loc: { path: [], there: true } });
};

const SINGLE_FOLDER = words(
  '(?:(?:el|la|una|un|mi|the|a|my|esta|esa|otra|another|las|los|dos|tres|two|three) )*(?:(?:nuevas?|new|sub) ?)?(?:(?!(?:en|in|a|to|de|del|of|from|into|y|and|que|con|on|por|by)\\b)\\S+ ){0,3}?(?:sub ?)?(?:carpetas?|carpetitas?|folders?|directorios?|directory|directories)(?: .*)?',
);
const PLAIN_PLURAL = words(
  '(?:(?:las|los|the|todas|all|mis|my) )*(?:sub ?)?(?:carpetas|folders|directorios|directories)',
);
const NAMELESS = words(
  '(?:(?:una|un|a|another|otra|the|la|my|mi) )?(?:(?:nueva|new) )?(?:sub ?)?(?:carpeta|carpetita|folder|directorio|directory)(?: (?:nueva|new|vacia))?',
);
const CALLED = words(
  '(?:(?:y )?que )?(?:se )?(?:llam(?:ad[oa]s?|a|e|aremos)|nombrad[oa]s?|de nombre|con (?:el )?nombre(?: de)?|titulad[oa])|called|named|with (?:the )?name(?: of)?|(?:that|which) is called|titled|y llama ~la|and (?:call|name) it|ponle|pon ~le(?: de nombre| el nombre(?: de)?)?',
);

/** A folder as the object: what is moved, or what is made. */
const readFolderObject: Reader = (cursor, clause, world) =>
  cursor.attempt(() => {
    if (!cursor.look(SINGLE_FOLDER)) return undefined;
    if (isForMaking(cursor, clause)) Object.assign(clause, { act: 'create', hasVerb: true });
    const making = clause.act === 'create';
    if (!making && cursor.look(PLAIN_PLURAL)) return undefined;
    const loc = eatLoc(cursor, world, { bare: false, making });
    if (!loc || loc.there) return making ? nameless(cursor, clause) : undefined;
    return making || (clause.act === undefined && loc.isNew)
      ? addLoc(clause, { role: 'to', loc: { ...loc, isNew: true } })
      : addFolder(clause, loc);
  }) ?? false;

/** "add a folder", "abre una carpeta nueva", "una carpeta nueva …": all ask for one to be made. */
const isForMaking = (cursor: Parameters<Reader>[0], { act, wished, puts, things }: Clause): boolean =>
  act === 'write' || (act === undefined && wished === true)
    ? cursor.look(INDEFINITE) !== undefined
    : act === 'move' && puts && things.length === 0
      ? cursor.look(A_CALLED_ONE) !== undefined
      : (act === 'read' || act === undefined) && cursor.look(BRAND_NEW) !== undefined;

const addFolder = (clause: Clause, loc: Loc): true => {
  if (loc.place && loc.path.length === 0) return addLoc(clause, { role: 'object', loc });
  const around = { ...loc, path: loc.path.slice(0, -1) };
  clause.things.push({ ...newThing({ kind: 'folder' }), ...wholly(loc.path.at(-1)!), nameKind: 'folder', loc: around });
  return true;
};

/** "hazme una carpeta en el escritorio que se llame X": the name comes later, or is asked for. */
const nameless = (cursor: Parameters<Reader>[0], clause: Clause): true | undefined => {
  if (clause.nameless || !cursor.eat(NAMELESS)) return undefined;
  return (clause.nameless = true);
};

const INDEFINITE = words(
  '(?:una|otra|an?|another|new|nueva) (?:\\S+ ){0,2}?(?:sub ?)?(?:carpeta|carpetita|folder|directorio|directory)(?: .*)?',
);
const A_CALLED_ONE = words(
  '(?:una|otra|a|another) (?:new |nueva )?(?:carpeta|folder)(?: nueva)? (?:llamad[oa]|que se llam|con (?:el )?nombre|de nombre|called|named)(?: .*)?',
);
const BRAND_NEW = words(
  '(?:una|otra) (?:nueva (?:sub ?)?carpeta|(?:sub ?)?carpeta nueva)|a (?:brand )?new (?:sub ?)?folder',
);

const readLateName: Reader = (cursor, clause) =>
  cursor.attempt(() => {
    if (!clause.nameless || !cursor.eat(CALLED)) return undefined;
    const name = eatIntroducedName(cursor, stopsName);
    if (name === undefined) return undefined;
    clause.nameless = false;
    return addLoc(clause, { role: 'to', loc: { path: name.split('/'), isNew: true, isFolder: true } });
  }) ?? false;

/** "todas mis descargas": everything directly in it was said. */
const ALL = /\b(?:tod[oa]s?|all)(?:\s+(?:el|la|los|las|mis?|my|the|of))*\s+$/;

const readPlaceObject: Reader = (cursor, clause, world) => {
  const start = cursor.at;
  const isAll = ALL.exec(cursor.text.folded.slice(0, start));
  const place = eatSaidPlace(
    cursor,
    world,
    clause.act === 'organise' || clause.act === 'size' || clause.act === 'list',
  );
  const said = cursor.text.folded.slice(0, start);
  const before = /(?:\b(?:y|and|e|o|or)|,)\s+$/.test(said) ? clause.locs.at(-1)?.role : undefined;
  if (place !== undefined && isAll && clause.things.length === 0)
    clause.things.push({
      ...newThing({ kind: /todo|everything/.test(isAll[0]) && !/todos/.test(isAll[0]) ? 'any' : 'file' }),
      plural: true,
    });
  return (
    place !== undefined && addLoc(clause, { role: before ?? 'object', loc: { place, path: [], isFolder: true } }, said)
  );
};

const IN_ONE = words(
  '(?:en|in|into|a|to|dentro de|inside) (?:una sola|una misma|una|un mismo|a single|a|one|the same)(?: (?:nueva|new|aparte|separate))?(?: sub)? ?(?:carpeta|folder)(?: (?:nueva|aparte|sola))?(?=\\s*(?:$|[,.;!?]))',
);
/** "junta las capturas en una carpeta": how it is to be called is asked. */
const readUnnamedTarget: Reader = (cursor, clause) => {
  const isCarry = clause.act === 'move' || clause.act === 'copy';
  if (!isCarry || clause.things.length === 0 || !cursor.eat(IN_ONE)) return false;
  return addLoc(clause, { role: 'to', loc: { path: [], isNew: true, isFolder: true } });
};

export const NAME_READERS: readonly Reader[] = [readLateName, readUnnamedTarget];

export const PREPOSITION_READERS: readonly Reader[] = [
  readTrashCan,
  readThere,
  readOwnedPlace,
  readWith(FROM, 'from', true),
  readWith(OF, 'from', false),
  readWith(TO, 'to', true),
  readSubject,
  readWith(IN, 'in', true),
];

export const PLACE_READERS: readonly Reader[] = [readFolderObject, readPlaceObject];
