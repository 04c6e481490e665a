import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Mode } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import { KeyScopeSchema, type KeyScope } from '#contracts/http/views';
import { stricter } from '../runs/ceilings.js';

/** `read` looks, `write` makes plans, `approve` says yes to them, `keys` is for whoever runs this gateway. */
export type Scope = KeyScope;

/** Whoever stands at the door, once it is known who that is. */
export interface Caller {
  /** `owner` for the start-up token, else the id of a key. Safe to log. */
  readonly id: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Only these machines; absent: all. */
  readonly machines?: readonly string[];
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

export const OWNER: Caller = { id: 'owner', scopes: new Set(KeyScopeSchema.options) };

const NEEDS = 'ordena:needs';

/** What a caller must be allowed for this door; a door without it lets nobody in. */
export const Needs = (scope: Scope | 'nothing'): CustomDecorator => SetMetadata(NEEDS, scope);
export const NEEDS_KEY = NEEDS;

export const callerOf = (request: FastifyRequest): Caller => {
  if (request.caller === undefined) throw new OrdenaError('UNAUTHORIZED', 'A token or key is needed here.');
  return request.caller;
};

export const requireScope = (caller: Caller, scope: Scope): void => {
  if (!caller.scopes.has(scope))
    throw new OrdenaError('FORBIDDEN', `This key may not do that; it lacks "${scope}".`, { details: { needs: scope } });
};

export const requireMachine = (caller: Caller, machine: string): void => {
  if (caller.machines !== undefined && !caller.machines.includes(machine))
    throw new OrdenaError('FORBIDDEN', 'This key may not touch that machine.', { details: { machine } });
};

/** A key that only reads never changes anything; one that may not approve always has somebody else asked. */
export const modeFor = (caller: Caller, asked: Mode): Mode => {
  if (!caller.scopes.has('write')) return 'look';
  return caller.scopes.has('approve') ? asked : stricter('ask', asked);
};
