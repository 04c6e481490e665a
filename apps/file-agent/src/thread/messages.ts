import type { AgentEvent } from '#contracts/chat';
import type { OperationName } from '#contracts/catalog';
import type { ErrorBody } from '#contracts/errors';
import type { AgentConfig } from '../config/config.js';

/** What the two threads of an agent say to each other; structured clones, no shared objects. */

/** All the disk thread needs to know of this PC; set on the PC, never on the wire. */
export interface DiskSettings {
  readonly machine: string;
  readonly home: string;
  readonly stateFolder: string;
  /** `$XDG_DATA_HOME`, whose trash the desktop shows. */
  readonly dataHome: string;
  readonly config: AgentConfig;
}

/** What the disk thread can be asked: the operations, and the owner's own tidying, which nobody on the wire can ask for. */
export type Question = OperationName | 'purge';

export type ToDisk =
  | { readonly kind: 'ask'; readonly id: number; readonly operation: Question; readonly request: unknown }
  /** Nothing was asked for a while: ends the thread unless work goes on in it. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'stop' };

/** What happened on the disk, before the main thread adds machine and time. */
export type News = Omit<AgentEvent, 'machine' | 'at'>;

export type FromDisk =
  | { readonly kind: 'ready' }
  /** The answer to `rest` while work goes on. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'unfit'; readonly error: ErrorBody }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly error: ErrorBody; readonly stack?: string }
  | { readonly kind: 'news'; readonly news: News };
