import { type ErrorCode, type ErrorDetails, OrdenaError } from '#contracts/errors';
import { shownName } from './shown-name.js';

/**
 * The sentences of the disk room: one per code, plain, with the next step. None of them names anything outside the
 * places, and none differs by whether the outside thing exists.
 */
const SENTENCES = {
  BAD_PATH: 'That is not a location: write a place and names below it, such as "desktop/reports".',
  BAD_NAME: 'That name cannot be used: it has characters or a form that some computers refuse or that deceive the eye.',
  NAME_TOO_LONG: 'A name or path there is too long: use at most 255 bytes for a name and 4,096 for a path.',
  TOO_DEEP: 'That is more than 64 folders deep: name something higher up.',
  OUTSIDE_ROOT: 'That place is outside the folders this computer shares with Ordena.',
  UNKNOWN_PLACE: 'This computer shares no place of that name.',
  SYMLINK_OUTSIDE: 'That is a link leading outside the shared folders, so it was left alone.',
  SYMLINK: 'That is a link, and changes never go through links: name the real file or folder.',
  SYMLINK_LOOP: 'Those links lead in a circle: name the real file or folder.',
  HARDLINK: 'That file has a second name elsewhere, so its content is not read or changed; it can be moved.',
  MOUNT: 'Another disk begins there: share it as a place of its own to work in it.',
  PROTECTED: 'That is one of the shared folders itself, or belongs to Ordena: name something inside a place.',
  SPECIAL_FILE: 'That is not a file or folder but a pipe, socket or device, so it was left alone.',
  NOT_FOUND: 'There is nothing of that name there: look with find first.',
  EXISTS: 'There is already something of that name there, and nothing was changed: keep both, skip, or replace.',
  NOT_A_FOLDER: 'That is not a folder: name the folder it is in.',
  NOT_A_FILE: 'That is a folder, not a file: name a file.',
  ENCODING: 'That name is not valid text on this computer: use the location exactly as find gave it.',
  STALE: 'It changed after the preview and was left alone: make a new preview to include it.',
  CONFLICT: 'Something else took that name meanwhile, and both versions were kept: look, then try again.',
  INTO_SELF: 'A folder cannot go into itself: choose another destination.',
  NO_SPACE: 'The disk is full: free some space, then make a new plan.',
  READ_ONLY: 'That disk or place is read-only: changes there are not possible.',
  DENIED: 'This computer does not allow that: give the agent the right to this folder, then try again.',
  BUSY: 'It is in use just now: close it and try again.',
  TOO_LARGE: 'That is too large: take a part of it.',
  VERIFY_FAILED: 'The copy did not read back the same, so it was dropped and the original left: check the disk.',
  FAILED: 'The disk reported an error: look at its health, then try again.',
  ROOT_CHANGED: 'The shared folder is not the one it was at start: restart the agent when it is back.',
  JOURNAL_DAMAGED: 'The change history cannot be trusted, so changes are off; reading still works: run the repair.',
  JOURNAL_READONLY: 'The change history could not be saved, so changes are off: check the disk, restart the agent.',
  TRASH_UNSAFE: 'The trash folder is not a private folder of ours any more: remove or repair it, then try again.',
  PLAN_CONFLICT: 'Two entries of this plan want the same name: make a plan for each.',
  NOTHING_TO_UNDO: 'Nothing of that is left to undo: look at the history.',
  UNKNOWN_PLAN: 'No plan of that id is known here: look at the history.',
  CANCELLED: 'Stopped on request: what was done so far is in the receipt and can be undone.',
} as const satisfies Partial<Record<ErrorCode, string>>;

export type DiskCode = keyof typeof SENTENCES;

interface About {
  /** The name it is about, as in the location asked for; shown escaped. */
  readonly name?: string;
  readonly details?: ErrorDetails;
  readonly cause?: unknown;
}

/** A coded refusal in one sentence: `'report.pdf': There is already …`. */
export const refusal = (code: DiskCode, about: About = {}): OrdenaError => {
  const shown = about.name === undefined ? undefined : shownName(about.name);
  const details = { ...(shown !== undefined && { name: shown }), ...about.details };
  const sentence = shown === undefined ? SENTENCES[code] : `'${shown}': ${SENTENCES[code]}`;
  return new OrdenaError(code, sentence, {
    ...(Object.keys(details).length > 0 && { details }),
    cause: about.cause,
  });
};
