import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OrdenaError } from '#contracts/errors';
import { issue, refused } from '#contracts/issues';
import { KeyRequest } from '#contracts/http/key-request.dto';
import type { KeyList, NewKey, Revoked } from '#contracts/http/views';
import { Describes } from '../docs/describes.js';
import { AVisit, type Visit } from '../http/visit.js';
import { requireMachine, requireScope, type Caller } from './caller.js';
import { Keys } from './keys.js';

@ApiTags('keys')
@Controller('v1/keys')
export class KeysController {
  constructor(@Inject(Keys) private readonly keys: Keys) {}

  @Get()
  @Describes({
    name: 'listKeys',
    needs: 'keys',
    summary: 'All API keys, without the keys themselves',
    reply: 'KeyList',
  })
  list(): KeyList {
    return { keys: this.keys.list() };
  }

  @Post()
  @HttpCode(200)
  @Describes({
    name: 'createKey',
    needs: 'keys',
    summary: 'Make an API key; it is shown this once',
    body: KeyRequest,
    reply: 'NewKey',
    errors: ['TOO_MANY', 'BAD_VALUE'],
  })
  async create(@Body() body: KeyRequest, @AVisit() { caller }: Visit): Promise<NewKey> {
    refuseMoreThanOwn(caller, body);
    refuseThePast(body);
    const { name, scopes, machines, expiresAt } = body;
    return this.keys.create({ name, scopes, ...(machines && { machines }), ...(expiresAt && { expiresAt }) });
  }

  @Delete(':keyId')
  @Describes({
    name: 'revokeKey',
    needs: 'keys',
    summary: 'Revoke a key; it stops working at once',
    reply: 'Revoked',
    errors: ['NOT_FOUND'],
  })
  async revoke(@Param('keyId') keyId: string): Promise<Revoked> {
    if (await this.keys.revoke(keyId)) return { keyId, revoked: true };
    throw new OrdenaError('NOT_FOUND', 'There is no such key.', { details: { name: keyId.slice(0, 40) } });
  }
}

/** A key that never expires must be one that was asked for. */
const refuseThePast = ({ expiresAt }: KeyRequest): void => {
  if (expiresAt == null || Date.parse(expiresAt) > Date.now()) return;
  throw refused('BAD_VALUE', [issue('expiresAt', 'to-come')]);
};

/** Nobody hands out more than they have. */
const refuseMoreThanOwn = (caller: Caller, wish: KeyRequest): void => {
  wish.scopes.forEach((scope) => requireScope(caller, scope));
  if (caller.machines === undefined) return;
  if (wish.machines == null) throw new OrdenaError('FORBIDDEN', 'This key may only make keys for its own machines.');
  wish.machines.forEach((machine) => requireMachine(caller, machine));
};
