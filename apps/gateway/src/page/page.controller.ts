import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OrdenaError } from '#contracts/errors';
import { Needs } from '../who/caller.js';
import { Door } from '../who/door.js';
import type { PageFile } from './page-files.js';

export const PAGE_FILES = Symbol('page files');

@ApiExcludeController()
@Controller()
@Needs('nothing')
export class PageController {
  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(PAGE_FILES) private readonly files: ReadonlyMap<string, PageFile>,
  ) {}

  /** The printed address carries the token once; it becomes a cookie and leaves the address bar. */
  @Get()
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { token } = request.query as { token?: unknown };
    if (token === undefined) return this.send('index.html', reply);
    if (typeof token !== 'string' || !this.door.isToken(token))
      throw new OrdenaError('UNAUTHORIZED', 'That address is not the one printed at the start.');
    await reply.header('set-cookie', this.door.cookie()).redirect('/', 303);
  }

  @Get('page/:file')
  file(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    return this.send(file, reply);
  }

  private async send(name: string, reply: FastifyReply): Promise<void> {
    const file = this.files.get(name);
    if (file === undefined) throw new OrdenaError('UNKNOWN_ROUTE', 'There is no such file.');
    await reply.type(file.type).header('cache-control', 'no-cache').send(file.body);
  }
}
