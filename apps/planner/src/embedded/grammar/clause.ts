import type { Category, OnConflict, Select } from '#contracts/selection';
import type { Act } from '../lexicon/acts.js';

/** A place in words: the place if one was said, the folders below it from outer to inner. */
export interface Loc {
  readonly place?: string;
  readonly path: readonly string[];
  /** An absolute path, given as it is. */
  readonly absolute?: string;
  /** "ahí", "that folder": what the conversation last spoke of. */
  readonly there?: boolean;
  /** "in the folder": said as a folder, so it must be or become one. */
  readonly isFolder?: boolean;
  /** "una carpeta nueva": to be made. */
  readonly isNew?: boolean;
  /** "a folder X": any of that name. */
  readonly isAny?: boolean;
  /** "una subcarpeta": when it is made, in the folder the things are in. */
  readonly isSub?: boolean;
  /** Joined by "en/in", which after "copia" or "put" may have meant where to. */
  readonly aroundIn?: boolean;
  /** More names beside the last one: "las carpetas A y B". */
  readonly siblings?: readonly string[];
}

/** `object`: the folder itself is what the order is about ("organiza mis descargas"). */
export type Role = 'from' | 'to' | 'in' | 'object';

/** Rank among others: "el más grande", "los 5 más recientes". */
export interface Top {
  readonly sort: 'size' | 'modified';
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  /** "The last files": how many nobody said. */
  readonly unsaid?: boolean;
}

/** What one noun phrase means. */
export interface Thing {
  select: Select;
  /** One thing by name: looked up before it is touched. */
  name?: string;
  /** "video boda.mp4": the name with the kind before it, should one be called so. */
  alsoName?: string;
  /** Said as a file or a folder. */
  nameKind?: 'file' | 'folder';
  /** Plain words that must be in the name ("las facturas", "contrato de Pérez"). */
  terms?: string[];
  /** "los pdf de X": X is a folder if there is one, else a word of the names. */
  topic?: string;
  /** "los pdf de X y Z": X and this one, should one folder be called so. */
  pair?: string;
  /** `that`: one or many. */
  pronoun?: 'them' | 'it' | 'that';
  /** Of a pronoun: what it points at, where that is not what was last spoken of. */
  of?: 'copies' | 'originals' | 'folder';
  /** "that pdf": the one of this kind that was spoken of. */
  pointed?: boolean;
  /** "the docx ones", "solo los pdf": some of what was spoken of. */
  narrows?: boolean;
  top?: Top;
  /** "que contengan X": in the name; when only looking, in the text as well. */
  contains?: string;
  /** "que digan X": in a change by their names first. */
  says?: string;
  /** "con X en el nombre", "que empiecen por X". */
  byName?: boolean;
  /** Said before anything it could be taken out of: "menos los pdf, …". */
  excepts?: boolean;
  /** Exceptions by words alone: at least one entry must be called so. */
  outs?: string[];
  /** "fotos repetidas": more than one of the same content. */
  duplicates?: boolean;
  /** "the ones …", without a noun. */
  ones?: boolean;
  /** "los demás", "the rest". */
  rest?: boolean;
  plural?: boolean;
  /** "the annual accounts": the words as one name, which something may have just so. */
  called?: string;
  /** How many there must be: "el pdf", "un zip", "los 3 archivos". */
  count?: number;
  /** The words of its head. */
  said?: string;
  /** The words of its kind, right where they were said. */
  kindSaid?: string;
  /** "archivos de imágenes": the files of that place, unless another is named. */
  orPlace?: boolean;
  /** What names must be like besides being of that kind: "that start with IMG". */
  patterns?: readonly string[];
  /** "… y los de más de un año": its measures are its own, and not of what was told before. */
  apart?: boolean;
  /** Words such as "grandes" that need a number to mean something. */
  vague?: Vague;
  /** Said to be searched below all folders. */
  deep?: boolean;
  /** Where the thing was said to be. */
  loc?: Loc;
}

export type Vague = 'big' | 'small' | 'old' | 'recent' | 'important' | 'useless' | 'some';

export interface SaidLoc {
  readonly role: Role;
  readonly loc: Loc;
  /** Added to the one before it: "de descargas y del escritorio". */
  readonly beside?: boolean;
  /** The same by "and", which is never one folder in the other. */
  readonly also?: boolean;
  /** "en la carpeta X pon …": said before the order, it is where all of it takes place. */
  readonly scene?: boolean;
  /** How many things had been said before it. */
  readonly after?: number;
}

export interface Clause {
  act?: Act;
  puts: boolean;
  /** An order with a verb of its own, not carried over from the clause before. */
  hasVerb: boolean;
  negated: boolean;
  /** Its change is told, asked about or meant, not ordered. */
  told?: boolean;
  things: Thing[];
  locs: SaidLoc[];
  machine?: string[];
  /** How many machines were spoken of. */
  machineWords?: number;
  /** The machine that something should go to: "to the laptop"; empty where none of that name is known. */
  /** The one things come from: "from the laptop". */
  fromMachine?: readonly string[];
  toMachine?: string[];
  thisMachine?: boolean;
  newName?: string;
  replace?: { find: string; with: string };
  letterCase?: 'lower' | 'upper' | 'title';
  affix?: { text: string; where: 'start' | 'end' };
  numbered?: boolean;
  /** Of two folders: only what the first has and the second has not. */
  lacking?: boolean;
  writeText?: string;
  append?: boolean;
  by?: readonly By[];
  conflict?: OnConflict;
  /** "solo los pdf": of what was spoken of, where no folder is named. */
  only?: boolean;
  /** "también", "lo mismo": the act of the clause or deed before. */
  again?: boolean;
  /** A folder to be made whose name has not come yet. */
  nameless?: boolean;
  /** "vacía": everything in it, without saying so. */
  empties?: boolean;
  /** "tira", "throw": to the trash, unless a folder is named. */
  throws?: boolean;
  /** "quita", "remove": what the next order may put somewhere. */
  clears?: boolean;
  /** "send", "belongs to": whoever or whatever is named may be no folder. */
  sends?: boolean;
  /** "duplica", "en la misma carpeta": a copy beside the original. */
  beside?: boolean;
  /** "pásale … a Marta": somebody is to get it. */
  receives?: boolean;
  /** "los 3 archivos …", "un pdf", "both". */
  count?: number;
  /** "hay", "there are": said to be so, for the order that follows. */
  states?: boolean;
  /** "quiero … en …": where things should be. */
  wished?: boolean;
  /** "quédate con la más antigua": of the same files. */
  keep?: Keep;
  /** "… that I already have in pictures": only what that folder holds as well; or another machine. */
  heldIn?: Loc | 'elsewhere';
  /** No verb said its act, only a folder that is new. */
  guessed?: boolean;
  /** "… go in X": its verb tells where things belong, so a list of them is one order. */
  stands?: boolean;
  /** Shares the verb of the clause before it: one order with it. */
  shares?: boolean;
  /** "a.pdf or b.pdf": one of them, and nobody says which. */
  either?: boolean;
  /** A verb of something that is not ours to do. */
  otherVerb?: string;
  /** No verb said whether to move or to copy. */
  unsaid?: boolean;
  /** Content words nobody understood. */
  left: string[];
}

/** Which of the same files stays: `any` is one of them, whichever. */
export type Keep =
  | { readonly by: 'any' }
  | { readonly by: 'original' }
  | { readonly by: 'oldest' }
  | { readonly by: 'newest' }
  | { readonly by: 'lacking'; readonly part: string }
  | { readonly by: 'having'; readonly part: string }
  | { readonly by: 'folder'; readonly loc: Loc };

/** What tidying goes by. */
export type By = 'type' | 'extension' | 'year' | 'month' | 'day' | 'name';

export const emptyClause = (): Clause => ({
  puts: false,
  hasVerb: false,
  negated: false,
  things: [],
  locs: [],
  left: [],
});

export const newThing = (select: Select = {}): Thing => ({ select });

/** All categories but these: the only way to leave a category out, since exclusions are name patterns. */
export const without = (all: readonly Category[], out: readonly Category[]): Category[] =>
  all.filter((category) => !out.includes(category));
