import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { OrdenaError } from '#contracts/errors';
import { callerOf, NEEDS_KEY, requireScope, type Scope } from './caller.js';

/** Every door says what it needs; one that forgot to lets nobody in. */
export class NeedsGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const scope = this.reflector.getAllAndOverride<Scope | 'nothing' | undefined>(NEEDS_KEY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (scope === 'nothing') return true;
    if (scope === undefined) throw new OrdenaError('FORBIDDEN', 'This door is closed.');
    requireScope(callerOf(context.switchToHttp().getRequest<FastifyRequest>()), scope);
    return true;
  }
}
