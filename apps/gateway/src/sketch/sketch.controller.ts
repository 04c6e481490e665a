import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SketchDone, SketchManage, SketchMessage, SketchReply } from '#contracts/http/sketch.dto';
import { ChatService } from '../chat/chat.service.js';
import { languageOf } from '../http/language.js';
import { Needs, Who, type Caller } from '../who/caller.js';
import { ManageFiles } from './manage-files.js';

/** The doors of the original sketch, word for word: a backend written against it works unchanged. */
@Controller()
export class SketchController {
  constructor(
    private readonly chat: ChatService,
    private readonly files: ManageFiles,
  ) {}

  @Post(['chat', 'api/ejecutar_comando_ia'])
  @Needs('read')
  @HttpCode(200)
  async say(@Body() body: SketchMessage, @Who() caller: Caller): Promise<SketchReply> {
    const opened = await this.chat.open(caller, { message: body.message, conversationId: talkOf(caller) });
    const reply = await opened.answer();
    return { type: reply.status === 'failed' ? 'error' : 'text', content: reply.reply };
  }

  @Post('mcp_api/gestionar_archivos')
  @Needs('read')
  @HttpCode(200)
  async manage(@Body() body: SketchManage, @Who() caller: Caller, @Req() request: FastifyRequest): Promise<SketchDone> {
    return { message: await this.files.run(body, { caller, language: languageOf(request) }) };
  }
}

/** The sketch knows no conversations; each caller has one, so that "deshaz eso" and "sí" mean something. */
const talkOf = (caller: Caller): string => `sketch-${caller.id}`;
