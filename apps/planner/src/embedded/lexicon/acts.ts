/** What a clause asks for. `select` only says which things are meant ("toma todos los archivos…"). */
export type Act =
  | 'move'
  | 'copy'
  | 'rename'
  | 'trash'
  | 'create'
  | 'write'
  | 'organise'
  | 'undo'
  | 'redo'
  | 'history'
  | 'done'
  | 'trashed'
  | 'find'
  | 'list'
  | 'count'
  | 'size'
  | 'read'
  | 'duplicates'
  | 'compare'
  | 'select'
  | 'clean'
  | 'free'
  | 'places'
  | 'machines'
  | 'help'
  | 'hello'
  | 'thanks'
  | 'unable'
  | 'other';

export interface VerbSense {
  readonly act: Act;
  /** "en/in" after it says where to, not where from ("mete en", "put in"). */
  readonly puts?: boolean;
  /** Everything in the folder is meant without a word for it ("vacía", "empty"). */
  readonly empties?: boolean;
  /** "throw", "tira": into the trash, or into the folder that is named. */
  readonly throws?: boolean;
  /** "quita", "remove": to the trash, unless the next order says where they go instead. */
  readonly clears?: boolean;
  /** "duplica", "haz una copia": beside the original, unless a folder is named. */
  readonly beside?: boolean;
  /** "send", "manda": to a person as well as into a folder. */
  readonly sends?: boolean;
  readonly words: readonly string[];
}
