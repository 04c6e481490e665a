import { words } from '../text/cursor.js';
import { machinesCalled, MACHINE_NOUN, nameMachine } from './machines.js';
import { eatPlace, FOLDER_AFTER } from './places.js';
import type { Role } from './clause.js';
import type { Reader } from './world.js';

/** "To that PC's documents", "in the laptop's downloads": in English the machine can stand before its place. */

const ROLES: Readonly<Record<string, Role>> = { from: 'from', to: 'to', into: 'to', onto: 'to' };
const OWNER = words(
  `(?<way>from|to|into|onto|in|on|inside) (?:(?<here>(?:that|the same) ${MACHINE_NOUN})|(?:the |my )?(?<name>[a-z0-9-]+(?: [a-z0-9-]+){0,2}))'s`,
);

export const readOwnedPlace: Reader = (cursor, clause, world) =>
  cursor.attempt(() => {
    const owner = cursor.eat(OWNER);
    if (!owner) return undefined;
    const { way, here, name } = owner.groups!;
    const found = here === undefined ? machinesCalled(name!, world) : [world.here].flatMap((id) => id ?? []);
    const place = eatPlace(cursor, world, true);
    if (found.length === 0 || place === undefined) return undefined;
    cursor.eat(FOLDER_AFTER);
    nameMachine(clause, found, way!);
    clause.locs.push({
      role: ROLES[way!] ?? 'in',
      loc: { place, path: [], isFolder: true },
      after: clause.things.length,
    });
    return true as const;
  }) ?? false;
