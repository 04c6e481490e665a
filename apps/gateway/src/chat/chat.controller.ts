import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ConversationIdSchema } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import { ChatRequest } from '#contracts/http/chat-request.dto';
import { answerWith } from '../http/answer.js';
import { RunEvents } from '../runs/run-events.js';
import { Needs, Who, type Caller } from '../who/caller.js';
import { ChatService } from './chat.service.js';
import { TalkStore, type Turn } from './talk-store.js';

const SHOWN_TURNS = 200;

@Controller('v1')
export class ChatController {
  constructor(
    private readonly chat: ChatService,
    private readonly talks: TalkStore,
    private readonly events: RunEvents,
  ) {}

  @Post('chat')
  @Needs('read')
  @HttpCode(200)
  async say(
    @Body() body: ChatRequest,
    @Who() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await answerWith({ request, reply }, this.events, await this.chat.open(caller, body));
  }

  @Get('conversations/:conversationId')
  @Needs('read')
  async conversation(
    @Param('conversationId') id: string,
    @Who() caller: Caller,
  ): Promise<{ conversationId: string; turns: Turn[] }> {
    const owner = ConversationIdSchema.safeParse(id).success ? await this.talks.ownerOf(id) : undefined;
    if (owner === undefined || (owner !== caller.id && caller.id !== 'owner'))
      throw new OrdenaError('UNKNOWN_CONVERSATION', 'There is no such conversation. Leave the id out to start one.');
    return { conversationId: id, turns: await this.talks.turns(id, SHOWN_TURNS) };
  }
}
