import { Cursor } from '../text/cursor.js';
import type { Indexed } from '../text/spaced.js';
import { rawOf, type Text } from '../text/text.js';
import type { Clause } from './clause.js';
import { onlyAsks, sayName } from './name-form-parts.js';
import { FORMS } from './name-forms.js';
import { stretchOf, type Stretch } from './stretch.js';

/** A sentence that gives a name in one of the whole-sentence ways. */

/** "una carpeta que se llame X" is about a new one, not about a new name. */
const MAKING =
  /\b(?:una?|nuev[oa]|new|another|otra?|an?)\s+(?:nuev[oa] |new )?(?:sub)?(?:carpeta|folder|archivo|file|nota|note|directorio)\b|\b(?:cre[ae]\w*|haz|hag\w+|make|create|add)\s+(?:~?me\s+)?(?:una|otra|one|another)\b/;

/** "the folder New folder": what new folders are called until somebody names them. */
const CALLED_NEW = /(?:carpeta|folder)\s+(?:New|Nueva)\s/;

interface FormReading {
  /** What the change is about, still to be read as a noun phrase. */
  readonly object: Stretch | undefined;
  readonly change: Pick<Clause, 'newName' | 'affix'>;
}

/** What stands before the form only asks for it, and the name is one. */
const isWholly = (match: Indexed, text: Text): boolean => {
  const [wish, name] = [stretchOf(match, 'wish'), stretchOf(match, 'name')];
  return (wish === undefined || onlyAsks(text, wish)) && (name === undefined || sayName(text, name));
};

/** A sentence about names, if it is one of the forms above. */
export const readNameForm = (text: Text): FormReading | undefined => {
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(text.folded) as Indexed | null;
    if (!match || !isWholly(match, text)) continue;
    const change: Partial<Clause> = {};
    const group = (name: string): string | undefined => {
      const stretch = stretchOf(match, name);
      return stretch && rawOf(text, stretch.from, stretch.to);
    };
    read(group, change as Clause);
    if (
      Object.keys(change).length === 0 ||
      (MAKING.test(match.groups?.['obj'] ?? '') && !CALLED_NEW.test(group('obj')!))
    )
      continue;
    return { object: stretchOf(match, 'obj'), change };
  }
  return undefined;
};

export const cursorOn = (text: Text, { from, to }: Stretch): Cursor => new Cursor(text, from, to);
