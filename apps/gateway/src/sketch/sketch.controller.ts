import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ChatReply } from '#contracts/chat';
import { SketchDone, SketchFailure, SketchManage, SketchMessage, SketchReply } from '#contracts/http/sketch.dto';
import { ChatService } from '../chat/chat.service.js';
import { Describes } from '../docs/describes.js';
import { AVisit, type Visit } from '../http/visit.js';
import type { Caller } from '../who/caller.js';
import { ManageFiles } from './manage-files.js';

/** The doors of the original sketch, word for word: a backend written against it works unchanged. */
@ApiTags('sketch')
@Controller()
export class SketchController {
  constructor(
    @Inject(ChatService) private readonly chat: ChatService,
    @Inject(ManageFiles) private readonly files: ManageFiles,
  ) {}

  @Post('chat')
  @HttpCode(200)
  @Describes({
    name: 'sketchChat',
    needs: 'read',
    summary: 'Say what should happen',
    body: SketchMessage,
    reply: SketchReply,
    failure: SketchFailure,
    errors: 'all',
  })
  async say(@Body() body: SketchMessage, @AVisit() { caller }: Visit): Promise<SketchReply> {
    const opened = await this.chat.open(caller, { message: body.message, conversationId: talkOf(caller) });
    const reply = await opened.answer();
    return { type: reply.status === 'failed' ? 'error' : 'text', content: withChoices(reply) };
  }

  @Post('api/ejecutar_comando_ia')
  @HttpCode(200)
  @Describes({
    name: 'sketchCommand',
    needs: 'read',
    summary: 'The same under the other address that the sketch uses',
    body: SketchMessage,
    reply: SketchReply,
    failure: SketchFailure,
    errors: 'all',
  })
  command(@Body() body: SketchMessage, @AVisit() visit: Visit): Promise<SketchReply> {
    return this.say(body, visit);
  }

  @Post('mcp_api/gestionar_archivos')
  @HttpCode(200)
  @Describes({
    name: 'sketchFiles',
    needs: 'read',
    summary: 'Move, copy, list, trash files or make a folder on the default machine, at once',
    body: SketchManage,
    reply: SketchDone,
    failure: SketchFailure,
    errors: 'all',
  })
  async manage(@Body() body: SketchManage, @AVisit() visit: Visit): Promise<SketchDone> {
    return { message: await this.files.run(body, visit) };
  }
}

/** The sketch has no field for what a question offers, and a choice that nobody sees is none. */
const withChoices = ({ reply, options = [] }: Pick<ChatReply, 'reply' | 'options'>): string =>
  [reply, ...options.map((option) => `• ${option}`)].join('\n');

/** The sketch knows no conversations; each caller has one, so that "deshaz eso" and "sí" mean something. */
const talkOf = (caller: Caller): string => `sketch-${caller.id}`;
